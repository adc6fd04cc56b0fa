"""The bridge between two numbers where people are known: who accounts for the difference, and what stays unexplained.

Between two days it names who came in and who went out. Between two rolls it sorts each person who stands differently by the reason:
the definition, the base day, knowledge that came later, look-alikes, contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.custody.status import status_on
from habeas.figures.compatibility import Item
from habeas.figures.definitions import Definition
from habeas.figures.evidence import Evidence
from habeas.figures.roll import Standing

_REASONS = {
    "definition": "counted under one definition and not under the other",
    "base_day": "in custody on one of the two days only",
    "late_knowledge": "known by one of the two days of knowledge only",
    "look_alike": "may be the same person as another",
    "status_conflict": "sources contradict each other",
}


@dataclass(frozen=True, slots=True)
class RollAsked:
    """A roll with the question it answers."""

    on: date
    known_by: date
    definition: Definition
    standings: Sequence[Standing]


def moves_between(everyone: Iterable[Evidence], start: date, end: date) -> list[Item]:
    """People named here who were surely held on one of two days and surely not on the other."""
    came, went = [], []
    for evidence in everyone:
        before, after = status_on(evidence.held, start).answer, status_on(evidence.held, end).answer
        if (before, after) == ("no", "yes"):
            came.append(evidence.person.id)
        elif (before, after) == ("yes", "no"):
            went.append(evidence.person.id)
    items = []
    if came:
        items.append(
            Item(
                "named_in",
                len(came),
                f"{len(came)} named here came into custody between {start} and {end}",
                tuple(sorted(came)),
            )
        )
    if went:
        items.append(
            Item(
                "named_out",
                len(went),
                f"{len(went)} named here left custody between {start} and {end}",
                tuple(sorted(went)),
            )
        )
    return items


def bridge(a: RollAsked, b: RollAsked) -> list[Item]:
    """Everybody who is certain on one roll and not on the other, grouped by the reason. Empty when the rolls agree."""
    first, second = ({s.person: s for s in r.standings} for r in (a, b))
    moved: dict[str, list[str]] = {}
    for person in sorted(first.keys() | second.keys()):
        one, other = first.get(person), second.get(person)
        if (one is not None and one.answer == "yes") != (other is not None and other.answer == "yes"):
            moved.setdefault(_reason(a, b, one, other), []).append(person)
    return [Item(kind, len(found), _REASONS[kind], tuple(found)) for kind, found in sorted(moved.items())]


def _reason(a: RollAsked, b: RollAsked, one: Standing | None, other: Standing | None) -> str:
    """The first of the reasons that fits, in the order in which a person would rule them out."""
    doubtful = [s for s in (one, other) if s is not None and s.answer != "yes"]
    if any("not judged" in s.why for s in doubtful):
        return "look_alike"
    if any(s.answer == "disputed" for s in doubtful):
        return "status_conflict"
    if (one is None or other is None or a.known_by != b.known_by) and a.on == b.on and a.definition == b.definition:
        return "late_knowledge"
    if str(a.definition) != str(b.definition) and a.on == b.on:
        return "definition"
    return "base_day"
