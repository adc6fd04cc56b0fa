"""Running totals: everybody ever recognised, up to a day. They only grow, and hold everybody who is held.

Totals of different sources are never subtracted from each other: each counts since another day, by another rule, and with another delay,
and what is left over is no number of people.
"""

from __future__ import annotations

from habeas.figures.conditions import BASE_DAY, ROUNDED, another_list, one_voice
from habeas.figures.populations import RUNNING
from habeas.figures.published import Days, PublishedFigure, same_count
from habeas.figures.verdicts import Item, Verdict, collide, hold_together

_OTHER_DAY = Item("other_day", 0, "the total may be of an earlier day, so it need not hold all of them")
NOT_SUBTRACTED = Item("not_subtracted", 0, "totals of different counts are never subtracted from each other")


def compare_running(a: PublishedFigure, b: PublishedFigure) -> Verdict:
    """Two running totals, or a running total and a count of people who are all in it. Order does not matter."""
    if a.population in RUNNING and b.population in RUNNING:
        return _two_totals(a, b)
    return _held_and_total(a, b)


def _two_totals(a: PublishedFigure, b: PublishedFigure) -> Verdict:
    first, second = sorted((a, b), key=lambda f: (up_to(f)[1] or 0, up_to(f)[0] or 0, f.value, f.id))
    remark = _growth(first, second) if same_count(a, b) else NOT_SUBTRACTED
    if up_to(first) == up_to(second):
        excess = max(first.values[0] - second.values[1], second.values[0] - first.values[1])
    else:
        excess = first.values[0] - second.values[1]
    if excess <= 0:
        return hold_together(a, b, [remark])
    conditions = another_list(a, b)
    if _rounding_closes(first, second):
        conditions.append(ROUNDED)
    if not _surely_before(first, second):
        conditions.append(BASE_DAY)
    fall = Item("conflict", excess, f"a running total cannot fall, and this one would by {excess:,}")
    return collide(a, b, conditions, [fall, *one_voice(a, b)], excess)


def _held_and_total(a: PublishedFigure, b: PublishedFigure) -> Verdict:
    part, total = (b, a) if a.population in RUNNING else (a, b)
    excess = part.values[0] - total.values[1]
    if excess <= 0 or not _surely_in(part, total):
        return hold_together(a, b, [_rest(part, total)])
    conditions = another_list(a, b)
    if part.rounded_values[0] <= total.rounded_values[1]:
        conditions.append(ROUNDED)
    more = Item("conflict", excess, f"more than were ever recognised, by {excess:,}")
    return collide(a, b, conditions, [more, *one_voice(a, b)], excess)


def up_to(total: PublishedFigure) -> Days:
    """The day a running total goes up to: stated, else at the latest its publication."""
    for day in (total.as_of, total.until):
        if not day.is_unknown:
            return day.lo, day.hi
    return None, total.published.hi


def _growth(first: PublishedFigure, second: PublishedFigure) -> Item:
    grown = max(0, second.value - first.value)
    return Item("growth", grown, f"one count's running total, grown by {grown:,}")


def _rest(part: PublishedFigure, total: PublishedFigure) -> Item:
    """Those ever recognised who are not among the part, where one count tells of one day."""
    if not same_count(part, total):
        return NOT_SUBTRACTED
    if part.kind == "flow" or not _exactly(part.base_days, up_to(total)):
        inside = _surely_in(part, total)
        return Item("part", part.value, "all of them are in the total") if inside else _OTHER_DAY
    rest = max(0, total.value - part.value)
    return Item("no_longer_held", rest, f"{rest:,} of those ever recognised are not among those held")


def _ends(part: PublishedFigure) -> Days:
    return part.base_days if part.kind == "stock" else part.period


def _surely_in(part: PublishedFigure, total: PublishedFigure) -> bool:
    """Whether the part is surely no later than the total."""
    last, up = _ends(part)[1], up_to(total)[0]
    return last is not None and up is not None and last <= up


def _surely_before(first: PublishedFigure, second: PublishedFigure) -> bool:
    end, start = up_to(first)[1], up_to(second)[0]
    return end is not None and start is not None and end <= start


def _rounding_closes(first: PublishedFigure, second: PublishedFigure) -> bool:
    if up_to(first) == up_to(second):
        low, high = sorted((first.rounded_values, second.rounded_values))
        return high[0] <= low[1]
    return first.rounded_values[0] <= second.rounded_values[1]


def _exactly(a: Days, b: Days) -> bool:
    return a == b and a[0] is not None and a[0] == a[1]
