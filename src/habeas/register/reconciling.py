"""Putting published figures side by side: those of the register, with what the register knows between them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.claims.claim import Claim
from habeas.drawing.figures_picture import FigureMark, figures_picture
from habeas.drawing.terminal_picture import terminal_picture
from habeas.figures.compatibility import Verdict, base_in_words, reconcile
from habeas.figures.definitions import Definition
from habeas.figures.movers import Movers
from habeas.figures.populations import DEATHS, ENTRIES, RELEASES
from habeas.figures.published import PublishedFigure
from habeas.figures.rounding import ENDLESS, IN_WORDS
from habeas.kernel.asof import AsOf, parse_calendar_day
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.register.known import Known, known
from habeas.register.opened import Register

_OUT = ("release", "pardon", "exchange", "expulsion", "amnesty")
#: What befell a group, as a flow out of custody.
_FLOWS = {**dict.fromkeys(_OUT, "released"), "death_in_custody": "died_in_custody"}


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Figures in order of time, and the verdict on every pair."""

    figures: tuple[PublishedFigure, ...]
    verdicts: tuple[Verdict, ...]

    def to_json(self) -> dict[str, Any]:
        """In the shape of the interface."""
        return {"figures": [f.id for f in self.figures], "pairs": [_pair(v) for v in self.verdicts]}


def reconciled(
    register: Register, asked: AsOf, of: Definition, wanted: Sequence[str] = (), since: str | None = None,
    until: str | None = None,
) -> Reconciled:  # fmt: skip
    """Check every pair of the figures wanted (all unless named). Raises InputRefused for an unknown id.

    Numbers of people that are only demanded, promised or denied count nobody and are left out. Groups of whom a release or a death is
    told with a number count as flows; people named here who came or left count by name where `of` counts them.
    """
    now = known(register, asked.known_by, asked.basis)
    everything = [published(now, c) for c in now.figures if c.reality == "actual"]
    unknown = set(wanted) - {f.id for f in everything}
    if unknown:
        raise InputRefused(f"{', '.join(sorted(unknown))}: no such figure; take ids from: habeas figures REG --json")
    chosen = [f for f in everything if (not wanted or f.id in wanted) and _within(f, since, until)]
    chosen.sort(key=_in_time)
    others = [f for f in everything if f not in chosen]
    return Reconciled(tuple(chosen), tuple(_with_flows(chosen, others, now, of)))


def published(now: Known, claim: Claim) -> PublishedFigure:
    """A figure claim as arithmetic needs it: its days narrowed by what its own source tells of the same people."""
    value, source = claim.value, now.sources[claim.source]
    told = [g for g in now.groups if g.source == claim.source and g.reality == "actual" and g.predicate in _OUT]
    population = str(value.get("population", "other"))
    kind = str(value.get("kind") or ("stock" if population in ("in_custody", "serious_health") else "flow"))
    since, until = Day.parse(value.get("since", "")), Day.parse(value.get("until", ""))
    if kind == "flow" and since.is_unknown and population == "released":
        same = [g for g in told if g.count == value["value"] and not g.when.is_unknown]
        since = until = same[0].when if same else since
    earliest = max((g.when.first for g in told if g.when.first is not None), default=None)
    return PublishedFigure(
        claim.id, int(value["value"]), str(value.get("comparator") or claim.comparator or "exact"), population, kind, source.published,
        Day.parse(value.get("as_of", "")), since, until, claim.speaker, _counted(value),
        value.get("list") or source.list_name, claim.quote, source.name, earliest if kind == "stock" else None,
    )  # fmt: skip


def _counted(value: Mapping[str, Any]) -> str | None:
    """Who is counted, in a form in which two tellings of the same people agree."""
    words = str(value.get("definition") or value.get("scope") or "")
    if re.search(r"political(ly motivated| prisoner)|of conscience", words, re.IGNORECASE):
        return "political prisoners"
    return re.sub(r"^[\d,. ]+", "", words).strip() or None


def picture(found: Reconciled) -> str:
    """The picture as SVG."""
    marks, verdicts, conditions = _drawn(found)
    return figures_picture(marks, verdicts, "Published figures", conditions)


def screen(found: Reconciled) -> str:
    """The picture in text."""
    return terminal_picture(*_drawn(found)) if found.figures else "No published figures here."


def _drawn(found: Reconciled) -> tuple[list[FigureMark], dict[tuple[int, int], str], dict[tuple[int, int], str]]:
    place = {f.id: n for n, f in enumerate(found.figures)}
    marks = [_mark(f) for f in found.figures]
    verdicts = {(place[v.a], place[v.b]): v.verdict for v in found.verdicts}
    told = (v for v in found.verdicts if v.verdict != "compatible")
    conditions = {
        (place[v.a], place[v.b]): _in_words(v, found.figures[place[v.a]], found.figures[place[v.b]]) for v in told
    }
    return marks, verdicts, conditions


def _mark(figure: PublishedFigure) -> FigureMark:
    first, last = figure.base_days if figure.kind == "stock" else figure.period
    low, high = figure.values
    title = f"{IN_WORDS[figure.comparator]}{figure.value:,} {figure.population.replace('_', ' ')}"
    below = f"{base_in_words(figure)}; {figure.said_by or figure.source or 'not said by whom'}"
    moves = -1 if figure.population in (*RELEASES, *DEATHS) else 1 if figure.population in ENTRIES else 0
    return FigureMark(
        title, below, _date(first), _date(last), figure.kind == "flow", value=figure.value,
        low=None if figure.comparator == "up_to" else low, high=None if high >= ENDLESS else high, group=figure.population, moves=moves, counted=(figure.counted or "") if figure.described else "",
    )  # fmt: skip


def _date(number: int | None) -> date | None:
    return None if number is None else date.fromordinal(number)


def _in_words(verdict: Verdict, a: PublishedFigure, b: PublishedFigure) -> str:
    flows = "; ".join(i.why for i in verdict.items if i.people and i.kind not in ("part", "unrelated"))
    conditions = ", or ".join(c.words for c in verdict.only_if) or "no value fits both"
    sum_told = _sum(verdict, a, b)
    return f"{sum_told}{verdict.verdict.replace('_', ' ')} {conditions}" + (f" [counting {flows}]" if flows else "")


def _sum(verdict: Verdict, a: PublishedFigure, b: PublishedFigure) -> str:
    """The arithmetic of two stocks with flows between them, such as "1,183 - 14 = 1,169 against 1,172: "; else empty."""
    signs = {**dict.fromkeys((*RELEASES, *DEATHS), -1), **dict.fromkeys(ENTRIES, 1)}
    moved = [signs[i.kind] * i.people for i in verdict.items if i.kind in signs]
    if not moved or {a.kind, b.kind} != {"stock"}:
        return ""
    steps = "".join(f" {'+' if n > 0 else '-'} {abs(n):,}" for n in moved)
    return f"{a.value:,}{steps} = {a.value + sum(moved):,} against {b.value:,}: "


def _with_flows(
    chosen: list[PublishedFigure], others: list[PublishedFigure], now: Known, of: Definition
) -> list[Verdict]:
    """Flows that were not asked about still count between two stocks."""
    told = [group_flow(now, g) for g in now.groups if g.reality == "actual" and g.predicate in _FLOWS and g.count]
    movers = Movers(now.everyone, now.look_alikes, of)
    return list(reconcile(chosen, movers.between, flows=[*others, *(f for f in told if f is not None)]))


def group_flow(now: Known, group: Claim) -> PublishedFigure | None:
    """What is told of a group as a flow between two stocks; None where no day is told, which would say nothing of the days between.

    The same people told as a figure, too, are not counted twice: flows that may be the same people never are.
    """
    if group.when.is_unknown or group.count is None:
        return None
    source = now.sources[group.source]
    return PublishedFigure(
        group.id, group.count, group.comparator or "exact", _FLOWS[group.predicate], "flow", source.published, Day.parse(""),
        group.when, group.when, group.speaker, None, source.list_name, group.quote, source.name, None,
    )  # fmt: skip


def _pair(verdict: Verdict) -> dict[str, Any]:
    return {
        "a": verdict.a, "b": verdict.b, "verdict": verdict.verdict, "only_if": [c.words for c in verdict.only_if],
        "difference": verdict.difference,
        "items": [{"kind": i.kind, "count": i.people, "persons": list(i.persons), "why": i.why} for i in verdict.items],
        "unexplained": verdict.unexplained,
    }  # fmt: skip


def _within(figure: PublishedFigure, since: str | None, until: str | None) -> bool:
    first, last = figure.base_days if figure.kind == "stock" else figure.period
    low = parse_calendar_day(since, "--since").toordinal() if since else None
    high = parse_calendar_day(until, "--until").toordinal() if until else None
    return (low is None or last is None or last >= low) and (high is None or last is None or (first or last) <= high)


def _in_time(figure: PublishedFigure) -> tuple[int, int, int, str, str]:
    """By time; figures of one day by what they say, so that every register shows them in the same order."""
    first, last = figure.base_days if figure.kind == "stock" else figure.period
    return (last or 0, first or 0, figure.value, figure.population, figure.said_by or "")
