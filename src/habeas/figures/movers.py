"""People named here who surely came into, or surely left, the custody that a definition counts, between two days.

Persons of one name who were not judged may be one human being, so of each such group one mover is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from habeas.figures.definitions import Definition
from habeas.figures.evidence import Evidence
from habeas.figures.look_alikes import LookAlikes
from habeas.figures.roll import answer_at, bears_on
from habeas.figures.verdicts import Item


class Movers:
    """Answers for any two days; who stood where on a day is looked up once."""

    def __init__(self, everyone: Mapping[str, Evidence], look_alikes: Sequence[LookAlikes], of: Definition) -> None:
        self._of = of
        self._known = [e for e in everyone.values() if bears_on(e)]
        self._one_of = {p: group.persons[0] for group in look_alikes for p in group.persons}
        self._days: dict[int, dict[str, str]] = {}

    def between(self, start: int, end: int) -> list[Item]:
        """Who was surely out on one of the two days (ordinals) and surely in on the other; empty where the days are one."""
        if start >= end:
            return []
        before, after = self._on(start), self._on(end)
        came = [p for p, answer in before.items() if answer == "no" and after[p] == "yes"]
        went = [p for p, answer in before.items() if answer == "yes" and after[p] == "no"]
        span = f"between {date.fromordinal(start)} and {date.fromordinal(end)}"
        return [
            *self._item("named_in", came, f"came into custody {span}"),
            *self._item("named_out", went, f"left custody {span}"),
        ]

    def _item(self, kind: str, persons: Sequence[str], what: str) -> Iterable[Item]:
        people = len({self._one_of.get(p, p) for p in persons})
        if people:
            yield Item(kind, people, f"{people} named here {what}", tuple(sorted(persons)))

    def _on(self, day: int) -> dict[str, str]:
        if day not in self._days:
            self._days[day] = {e.person.id: answer_at(e, self._of, day)[0] for e in self._known}
        return self._days[day]
