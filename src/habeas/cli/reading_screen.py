"""The screen of `habeas read`: whatever `habeas add` would propose of the same text, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from habeas.cli.echoing import echo
from habeas.cli.printing import bullets, comparator_words, population_words, quoted


def print_reading(reading: Any) -> None:
    """Figures with speaker, people and what is said of them, what happened apart from what did not, how people stand now, open dates."""
    echo("Figures")
    bullets(
        f"{comparator_words(f.value, f.comparator)} {population_words(f.population, f.reality)}{f' since {f.since.in_words}' if f.since else ''}, {f.said_by or 'the author'}: {quoted(f.quote)}"
        for f in reading.figures
    )
    echo("People")
    bullets(f"{p.name} ({p.role.replace('_', ' ')}, {len(p.mentions)}x)" for p in reading.persons)
    echo("Happened")
    bullets(_event(e) for e in reading.events if e.reality == "actual")
    echo("Demanded, planned or denied: nothing of this happened")
    bullets(f"{e.reality}: {_event(e)}" for e in reading.events if e.reality != "actual")
    _print_if_any("Held or at liberty when this was written", (_state(s) for s in reading.states))
    _print_if_any("Called political prisoners", (_description(d) for d in reading.descriptions))
    _print_if_any("Said of them", (_detail(d) for d in reading.details))
    if reading.undated:
        echo("Dates left open for want of a publication day (--published YYYY-MM-DD)")
        bullets(dict.fromkeys(reading.undated))
    bullets(reading.notes)


def _print_if_any(heading: str, lines: Iterator[str]) -> None:
    found = list(lines)
    if found:
        echo(heading)
        bullets(found)


def _event(event: Any) -> str:
    who = event.person or (f"{event.count} people" if event.count else "a group")
    when = f" {event.date.in_words}" if event.date is not None and event.date.text else ""
    named = f", naming {', '.join(event.members)}" if event.members else ""
    return f"{event.type.replace('_', ' ')}: {who}{when}{named} [{event.strength}] {quoted(event.quote)}"


def _state(state: Any) -> str:
    implied = ", implied" if state.weak else ""
    return f"{state.state.replace('_', ' ')}: {state.person}{implied} {quoted(state.quote)}"


def _description(description: Any) -> str:
    denied = "" if description.reality == "actual" else f"{description.reality}: "
    how = {"member": " (one of a group)", "example": " (an example)"}.get(description.kind, "")
    former = ", formerly" if "former" in description.rule else ""
    return (
        f"{denied}{description.person}{how}{former}, {description.said_by or 'the author'}: {quoted(description.quote)}"
    )


def _detail(detail: Any) -> str:
    other = f" of {detail.other}" if detail.other else ""
    return f"{detail.kind}: {detail.person}, {detail.value}{other} {quoted(detail.quote)}"
