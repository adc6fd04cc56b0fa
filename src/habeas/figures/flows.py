"""Two flows of one population: the same stretch of days, one stretch inside another, or neither."""

from __future__ import annotations

from habeas.figures.conditions import BASE_DAY, ROUNDED, another_list, one_voice, same_people
from habeas.figures.published import PublishedFigure, narrower, possibly_within, same_period, surely_within, whom
from habeas.figures.rounding import apart, meet
from habeas.figures.verdicts import Item, Verdict, collide, hold_together


def compare_flows(a: PublishedFigure, b: PublishedFigure) -> Verdict:
    """The verdict on two flows of one population."""
    if same_period(a, b):
        return _one_period(a, b)
    if possibly_within(a, b):
        return within_whole(a, b)
    if possibly_within(b, a):
        return within_whole(b, a).turned()
    return hold_together(a, b, [Item("other_period", 0, "they speak of different periods")])


def within_whole(part: PublishedFigure, whole: PublishedFigure) -> Verdict:
    """A flow whose period, or whose people, lie inside the other's: the part must not be the larger."""
    people = same_people(part, whole) if same_period(part, whole) and not narrower(part, whole) else []
    if part.values[0] <= whole.values[1]:
        return hold_together(part, whole, [Item("part", part.value, _inside(part, whole))], people)
    excess = part.values[0] - whole.values[1]
    conditions = another_list(part, whole)
    if part.rounded_values[0] <= whole.rounded_values[1]:
        conditions.append(ROUNDED)
    if not (same_period(part, whole) or surely_within(part, whole)):
        conditions.append(BASE_DAY)
    remark = Item("conflict", excess, f"the part is larger than the whole by {excess:,}")
    return collide(part, whole, conditions, [remark, *one_voice(part, whole)], excess)


def _one_period(a: PublishedFigure, b: PublishedFigure) -> Verdict:
    people = same_people(a, b)
    if meet(a.values, b.values):
        return hold_together(a, b, [], people)
    conditions = another_list(a, b)
    if meet(a.rounded_values, b.rounded_values):
        conditions.append(ROUNDED)
    if not _on_stated_days(a, b):
        conditions.append(BASE_DAY)
    return collide(a, b, conditions, one_voice(a, b), apart(a.values, b.values))


def _on_stated_days(a: PublishedFigure, b: PublishedFigure) -> bool:
    """Some day of a month, told twice, may be two days."""
    return all(f.sure_period == f.period for f in (a, b))


def _inside(part: PublishedFigure, whole: PublishedFigure) -> str:
    if part.population != whole.population or narrower(part, whole):
        return f"{whom(part, whole)} are part of {whom(whole, part)}"
    return "the shorter period lies inside the longer one"
