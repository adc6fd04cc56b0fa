"""What published flows say of the days between two stocks: how many surely left, how many surely came, nobody counted twice.

Two sources often tell of one release, and a month's total holds the releases of its days. So flows whose periods meet are taken for
possibly the same people: the fewest who left is the largest sum over flows with separate periods; the most is the sum of those that lie
in no other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from habeas.figures.populations import DEATHS, ENTRIES, RELEASES, in_words, part_of
from habeas.figures.published import PublishedFigure, base_in_words
from habeas.figures.rounding import ENDLESS, Range
from habeas.figures.verdicts import Item


@dataclass(frozen=True, slots=True)
class Moved:
    """How many people left and how many came, fewest and most, and the flows that the fewest are made of."""

    left: Range
    came: Range
    flows: tuple[PublishedFigure, ...]

    @property
    def items(self) -> list[Item]:
        """Each flow counted, in order of time."""
        return [
            Item(f.population, f.value, f"{f.in_words} {in_words(f.population)}, {base_in_words(f)}")
            for f in self.flows
        ]


@dataclass(frozen=True, slots=True)
class Telling:
    """A flow with the widest days it may speak of (ordinals) and the fewest and most people it may mean."""

    first: int
    last: int
    fewest: int
    most: int
    told: PublishedFigure

    def covers(self, other: Telling) -> bool:
        """Whether everybody of `other` is among these people, as far as words and days go."""
        one, part = self.told.population, other.told.population
        if not (self.first <= other.first and other.last <= self.last):
            return False
        same_days = (self.first, self.last) == (other.first, other.last)
        return part_of(part, one) or (part == one and not same_days)


class Movements:
    """The flows out of and into custody, sorted out once for many pairs of stocks."""

    def __init__(self, flows: Iterable[PublishedFigure]) -> None:
        moving = [f for f in flows if f.kind == "flow" and f.population in (*RELEASES, *DEATHS, *ENTRIES)]
        self._tellings = [Telling(*f.period, *f.values, f) for f in moving if None not in f.period]  # type: ignore[arg-type]
        self._kept: dict[tuple[object, ...], list[Telling]] = {}

    def of(self, a: PublishedFigure, b: PublishedFigure) -> list[Telling]:
        """Those of whom both stocks count: the same people as far as stated, and additions of no other list."""
        if a.population != "in_custody":
            return []
        people = {stock.described for stock in (a, b)} - {None}
        lists = {stock.list_name for stock in (a, b)} - {None}
        key = (frozenset(people), frozenset(lists))
        if key not in self._kept:
            self._kept[key] = [t for t in self._tellings if _of_these(t.told, people, lists)]
        return self._kept[key]


def _of_these(flow: PublishedFigure, people: set[str | None], lists: set[str | None]) -> bool:
    if people and flow.described is not None and flow.described not in people:
        return False
    return flow.population not in ENTRIES or not flow.list_name or lists <= {flow.list_name}


def moved_between(tellings: Sequence[Telling], after: int, until: int) -> Moved:
    """What surely happened after the day `after` and up to the day `until` (ordinals), by flows wholly inside."""
    inside = [t for t in tellings if after < t.first and t.last <= until]
    if not inside:
        return Moved((0, 0), (0, 0), ())
    ranges, used = [], []
    for populations in (RELEASES, DEATHS, ENTRIES):
        fewest, most, told = _distinct([t for t in inside if t.told.population in populations])
        ranges.append((fewest, most))
        used += told
    released, died, came = ranges
    left = (released[0] + died[0], released[1] + died[1])
    return Moved(left, came, tuple(sorted(used, key=lambda f: (f.period[0] or 0, f.id))))


def _distinct(tellings: Sequence[Telling]) -> tuple[int, int, list[PublishedFigure]]:
    """Fewest and most people behind flows that may tell of the same ones, and the flows that make up the fewest."""
    merged = sorted(_one_per_period(tellings), key=lambda t: (t.last, t.first, t.told.id))
    ends = [t.last for t in merged]
    best: list[tuple[int, list[PublishedFigure]]] = [(0, [])]  # of the first none, one, two ... tellings
    for this in merged:
        people, told = best[bisect_left(ends, this.first)]
        with_this = people + this.fewest
        best.append((with_this, [*told, this.told]) if with_this > best[-1][0] else best[-1])
    fewest, used = best[-1]
    most = sum(t.most for t in merged if not any(other.covers(t) for other in merged))
    return fewest, max(fewest, min(ENDLESS, most)), used


def _one_per_period(tellings: Sequence[Telling]) -> list[Telling]:
    """Several tellings of one flow as one, from the lowest to the highest number any of them leaves open."""
    flows: dict[tuple[int, int, str], list[Telling]] = {}
    for telling in tellings:
        flows.setdefault((telling.first, telling.last, telling.told.population), []).append(telling)
    lowest = [min(same, key=lambda t: (t.fewest, t.told.id)) for same in flows.values()]
    return [
        Telling(low.first, low.last, low.fewest, max(t.most for t in same), low.told)
        for low, same in zip(lowest, flows.values(), strict=True)
    ]
