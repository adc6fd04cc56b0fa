"""Different populations that bear on each other: a part and its whole, and parts that add up to a whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from habeas.figures.conditions import BASE_DAY, ROUNDED, another_list, one_voice, same_people
from habeas.figures.flows import within_whole
from habeas.figures.populations import RELEASES, part_of
from habeas.figures.published import PublishedFigure, possibly_within, same_period, whom
from habeas.figures.verdicts import Item, Verdict, collide, hold_together

#: Parts of one whole may be told a day or two after it (people freed on one day cross a border on the next). A convention of ours.
_LATER = 2
#: More parts than this that happen to add up are chance.
_MOST_PARTS = 3


def part_and_whole(part: PublishedFigure, whole: PublishedFigure, flows: Sequence[PublishedFigure] = ()) -> Verdict:
    """`part` counts people who are all among those of `whole`, were their days the same."""
    sums = adding_up(part, whole, flows)
    if part.kind == whole.kind == "flow":
        if possibly_within(part, whole):
            found = within_whole(part, whole)
            return Verdict(
                found.a,
                found.b,
                found.verdict,
                found.only_if,
                found.difference,
                (*found.items, *sums),
                found.unexplained,
            )
        return hold_together(part, whole, sums or [Item("other_period", 0, "they speak of different periods")])
    if part.kind == "stock" == whole.kind:
        return _stocks(part, whole)
    return hold_together(part, whole, [Item("unrelated", 0, "a stock and a flow set each other no bound")])


def _stocks(part: PublishedFigure, whole: PublishedFigure) -> Verdict:
    """On one day the part is not the larger; on two days nothing is said."""
    said = f"{whom(part, whole)} are part of {whom(whole, part)}"
    (low, high), (first, last) = part.base_days, whole.base_days
    apart = (high is not None and first is not None and high < first) or (
        low is not None and last is not None and last < low
    )
    if apart:
        return hold_together(part, whole, [Item("other_day", 0, f"{said}, but they speak of different days")])
    if part.values[0] <= whole.values[1]:
        return hold_together(part, whole, [Item("part", part.value, said)], same_people(part, whole))
    excess = part.values[0] - whole.values[1]
    conditions = another_list(part, whole)
    if part.rounded_values[0] <= whole.rounded_values[1]:
        conditions.append(ROUNDED)
    if not (part.as_of.is_exact and whole.as_of.is_exact):
        conditions.append(BASE_DAY)
    remark = Item("conflict", excess, f"the part is larger than the whole by {excess:,}")
    return collide(part, whole, conditions, [remark, *one_voice(part, whole)], excess)


def adding_up(part: PublishedFigure, whole: PublishedFigure, flows: Sequence[PublishedFigure]) -> list[Item]:
    """The remark that `part` and one or two further parts make exactly `whole`. A remark only: parts may overlap."""
    if not _may_add_up(part, whole):
        return []
    others = [
        f for f in flows if f.id not in (part.id, whole.id) and f.counted != part.counted and _may_add_up(f, whole)
    ]
    for size in range(1, _MOST_PARTS):
        for rest in combinations(others, size):
            if part.value + sum(f.value for f in rest) == whole.value and len({f.counted for f in rest}) == size:
                told = " and ".join(str(v) for v in sorted((part.value, *(f.value for f in rest)), reverse=True))
                return [Item("sum", whole.value, f"{told} make {whole.value:,}")]
    return []


def _may_add_up(part: PublishedFigure, whole: PublishedFigure) -> bool:
    """Exact flows out of custody whose period begins in the whole's and ends in it or soon after."""
    among = part_of(part.population, whole.population) or (part.population == "exiled" and whole.population in RELEASES)
    if not among or part.population == whole.population or {part.comparator, whole.comparator} != {"exact"}:
        return False
    (a, b), (c, d) = part.period, whole.period
    if a is None or b is None or c is None or d is None:
        return False
    return same_period(part, whole) or (c <= a <= d and b <= d + _LATER)
