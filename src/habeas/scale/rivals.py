"""Links that would guess: where two who are told apart fit one third, nobody knows which of them it is.

Told apart are two whom one list names, whom a person judged different, or of whom something is told that contradicts; and whoever the
register tells apart by what records do not hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

from habeas.scale.clusters import contradiction
from habeas.scale.judged import Judged
from habeas.scale.keys import Key
from habeas.scale.records import Record, persons_of


@dataclass(slots=True)
class Rivals:
    """Persons by their first rows, and whether two of them are told apart."""

    records: Sequence[Record]
    keys: Sequence[Key]
    judged: Judged
    persons: list[int] = field(init=False)
    _rows: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list), init=False)
    _known: dict[tuple[int, int], bool] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.persons = persons_of(self.records)
        for row, person in enumerate(self.persons):
            self._rows[person].append(row)

    def are_apart(self, a: int, b: int) -> bool:
        """Whether the persons of two rows are told apart."""
        one, other = sorted((self.persons[a], self.persons[b]))
        if (one, other) not in self._known:
            self._known[one, other] = any(
                map(self._rows_apart, *zip(*product(self._rows[one], self._rows[other]), strict=True))
            )
        return self._known[one, other]

    def contested(self, fitting: Sequence[tuple[int, int]]) -> list[bool]:
        """Of each pair of rows that fit whether somebody told apart from one of them fits the other as well."""
        fit: dict[int, set[int]] = defaultdict(set)
        for a, b in fitting:
            fit[self.persons[a]].add(self.persons[b])
            fit[self.persons[b]].add(self.persons[a])
        return [self._has_rival(fit, a, b) or self._has_rival(fit, b, a) for a, b in fitting]

    def _has_rival(self, fit: dict[int, set[int]], a: int, b: int) -> bool:
        taken = self.persons[b]
        return any(third != taken and self.are_apart(third, taken) for third in fit[self.persons[a]])

    def _rows_apart(self, a: int, b: int) -> bool:
        one, other = self.records[a], self.records[b]
        return (
            (bool(one.source) and one.source == other.source)
            or (min(a, b), max(a, b)) in self.judged.different
            or contradiction(self.keys[a], self.keys[b]) is not None
            or self.judged.apart(one.id, other.id)
        )
