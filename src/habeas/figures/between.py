"""What published flows say of the days between two stocks: how many surely left, how many surely came, nobody counted twice.

Two sources often tell of one release, and a month's total holds the releases of its days. So flows whose periods meet are taken for
possibly the same people: the fewest who left is the largest sum over flows with separate periods; the most is the sum of those that lie
in no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from habeas.figures.populations import DEATHS, ENTRIES, RELEASES, in_words
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
class _Stretch:
    first: int
    last: int
    fewest: int
    most: int
    told: PublishedFigure


def flows_that_move(flows: Iterable[PublishedFigure], a: PublishedFigure, b: PublishedFigure) -> list[PublishedFigure]:
    """Flows out of or into what both stocks count: the same people as far as stated, and additions of no other list."""
    if a.population != "in_custody":
        return []
    return [
        f
        for f in flows
        if f.kind == "flow"
        and f.population in (*RELEASES, *DEATHS, *ENTRIES)
        and _of_these(f, a, b)
        and not (
            f.population in ENTRIES and any(f.list_name and s.list_name not in (None, f.list_name) for s in (a, b))
        )
    ]


def _of_these(flow: PublishedFigure, a: PublishedFigure, b: PublishedFigure) -> bool:
    """Whether a flow counts whom the stocks count, as far as they say."""
    stated = {stock.described for stock in (a, b)} - {None}
    return not stated or flow.described is None or flow.described in stated


def moved_between(flows: Sequence[PublishedFigure], after: int, until: int) -> Moved:
    """What surely happened after the day `after` and up to the day `until` (ordinals), by flows wholly inside."""
    inside = [s for s in map(_stretch, flows) if s is not None and after < s.first and s.last <= until]
    left, came, used = (0, 0), (0, 0), []
    for populations in (RELEASES, DEATHS, ENTRIES):
        fewest, most, told = _distinct([s for s in inside if s.told.population in populations])
        used += told
        if populations is ENTRIES:
            came = (came[0] + fewest, came[1] + most)
        else:
            left = (left[0] + fewest, left[1] + most)
    return Moved(left, came, tuple(sorted(used, key=lambda f: (f.period[0] or 0, f.id))))


def _stretch(flow: PublishedFigure) -> _Stretch | None:
    first, last = flow.period
    return None if first is None or last is None else _Stretch(first, last, *flow.values, flow)


def _distinct(stretches: Sequence[_Stretch]) -> tuple[int, int, list[PublishedFigure]]:
    """Fewest and most people behind flows that may tell of the same ones, and the flows that make up the fewest."""
    tellings = _one_per_period(stretches)
    tellings.sort(key=lambda s: (s.last, s.first))
    best: list[tuple[int, list[PublishedFigure]]] = [(0, [])]
    for number, this in enumerate(tellings):
        earlier = sum(other.last < this.first for other in tellings[:number])
        people, told = best[earlier]
        best.append(max(best[-1], (people + this.fewest, [*told, this.told]), key=lambda b: b[0]))
    outermost = [
        s for s in tellings if not any(o is not s and o.first <= s.first and s.last <= o.last for o in tellings)
    ]
    fewest, used = best[-1]
    return fewest, max(fewest, min(ENDLESS, sum(s.most for s in outermost))), used


def _one_per_period(stretches: Sequence[_Stretch]) -> list[_Stretch]:
    """Several tellings of one period as one, from the lowest to the highest number any of them leaves open.

    Where part and whole share a period (so many released, of them so many pardoned) the whole alone says how many.
    """
    periods: dict[tuple[int, int], list[_Stretch]] = {}
    for stretch in stretches:
        periods.setdefault((stretch.first, stretch.last), []).append(stretch)
    merged = []
    for (first, last), tellings in periods.items():
        whole = min(_rank(s) for s in tellings)
        counted = [s for s in tellings if _rank(s) == whole]
        lowest = min(counted, key=lambda s: (s.fewest, s.told.id))
        merged.append(_Stretch(first, last, lowest.fewest, max(s.most for s in counted), lowest.told))
    return merged


def _rank(stretch: _Stretch) -> int:
    """Wholes before their parts."""
    order = (*RELEASES, *DEATHS, *ENTRIES)
    return order.index(stretch.told.population)
