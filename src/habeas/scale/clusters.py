"""Scored pairs to groups of rows held to be one person's.

Joining whatever is connected chains errors: one wrong pair makes two people one. So groups are joined step by step, the pair of groups
with the highest mean weight first, a pair that was not scored counting as one that speaks against; and never when any two members
contradict each other, stand in one source, or were judged to be two people.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from habeas.names.agreement import CONTRADICTED, patronymics_agree
from habeas.scale.keys import Key
from habeas.scale.records import DayParts

#: Groups are joined down to this mean weight; by a little the likelier way is to be two people.
LOWEST_MEAN = -2.0
#: What a pair weighs that no rule brought together.
NOT_SCORED = -4.0


def contradiction(one: Key, other: Key) -> str | None:
    """The first thing that cannot be true of one person: patronymic, gender or birth date; None = nothing."""
    if one.patronymic and other.patronymic and patronymics_agree(one.patronymic, other.patronymic) <= CONTRADICTED:
        return "patronymic"
    if one.gender and other.gender and one.gender != other.gender:
        return "gender"
    return "birth date" if birth_dates_contradict(one.born, other.born) else None


def birth_dates_contradict(one: DayParts, other: DayParts) -> bool:
    """Whether two full dates are too far apart for a slip: more than one part differs, and day and month are not swapped."""
    if None in one or None in other or one == other:
        return False
    swapped = one[0] == other[0] and one[1:] == other[:0:-1]
    return not swapped and sum(a != b for a, b in zip(one, other, strict=True)) > 1


def may_be_one(one: Key, other: Key) -> bool:
    """Whether nothing forbids it."""
    return (one.list_name is None or one.list_name != other.list_name) and contradiction(one, other) is None


def groups(
    pairs: Iterable[tuple[int, int, float]],
    keys: Sequence[Key],
    apart: Collection[tuple[int, int]] = frozenset(),
    persons: Sequence[int] | None = None,
) -> list[list[int]]:
    """Groups of two or more rows, each sorted, by their first row.

    `apart`: pairs of rows judged to be two people, the lower row first. `persons`: for each row the first row of the person it is already
    known to be of (None = nobody is known); those start as one group, whatever contradicts.
    """
    joining = _Joining(keys, apart, range(len(keys)) if persons is None else persons)
    for a, b, weight in pairs:
        joining.add(a, b, weight)
    return joining.settled()


class _Joining:
    """Groups so far. `beside`: for each group its neighbours, with the sum of the scored weights between them and how many those are."""

    def __init__(self, keys: Sequence[Key], apart: Collection[tuple[int, int]], persons: Sequence[int]) -> None:
        self.keys, self.apart, self.persons = keys, apart, persons
        self.members: dict[int, list[int]] = defaultdict(list)
        for row, person in enumerate(persons):
            self.members[person].append(row)
        self.beside: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        self.queue: list[tuple[float, int, int]] = []

    def add(self, a: int, b: int, weight: float) -> None:
        a, b = self.persons[a], self.persons[b]
        total, scored = self.beside[a].get(b, (0.0, 0))
        self.beside[a][b] = self.beside[b][a] = (total + weight, scored + 1)

    def settled(self) -> list[list[int]]:
        self.queue = [(-self.mean(a, b), a, b) for a, others in self.beside.items() for b in others if a < b]
        self.queue = [entry for entry in self.queue if -entry[0] >= LOWEST_MEAN]
        heapq.heapify(self.queue)
        while self.queue:
            value, a, b = heapq.heappop(self.queue)
            # a pair whose groups have grown since stands in the queue again with its new value
            if b in self.beside.get(a, ()) and self.mean(a, b) == -value:
                if self.allowed(a, b):
                    self.join(a, b)
                else:
                    del self.beside[a][b], self.beside[b][a]
        return sorted(sorted(group) for group in self.members.values() if len(group) > 1)

    def mean(self, a: int, b: int) -> float:
        total, scored = self.beside[a][b]
        every = len(self.members[a]) * len(self.members[b])
        return round((total + NOT_SCORED * (every - scored)) / every, 6)

    def allowed(self, a: int, b: int) -> bool:
        return all(
            (min(i, j), max(i, j)) not in self.apart and may_be_one(self.keys[i], self.keys[j])
            for i in self.members[a]
            for j in self.members[b]
        )

    def join(self, a: int, b: int) -> None:
        """Take `b` into `a`; neighbours of either become neighbours of both."""
        del self.beside[a][b]
        self.members[a] += self.members.pop(b)
        for other, (total, scored) in self.beside.pop(b).items():
            if other == a:
                continue
            del self.beside[other][b]
            before, number = self.beside[a].get(other, (0.0, 0))
            self.beside[a][other] = self.beside[other][a] = (before + total, number + scored)
        for other in self.beside[a]:
            mean = self.mean(a, other)
            if mean >= LOWEST_MEAN:
                heapq.heappush(self.queue, (-mean, min(a, other), max(a, other)))
