"""Periods of one person held against each other: each end narrowed by what lies before and after it, backward dates doubted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.custody.periods import Edge, Period
from habeas.custody.signs import NEVER, Sign


def fitted(periods: Sequence[Period]) -> list[Period]:
    """Narrow each end by what lies before and after it, where that leaves a day.

    A proof that could as well belong to the period before or after narrows nothing.
    """
    out: list[Period] = []
    ended = NEVER
    for number, period in enumerate(periods):
        before = periods[number - 1].end if number else None
        after = periods[number + 1].start if number + 1 < len(periods) else None
        own = [s for s in period.inside if s.strong and _surely_of(s, before, after)]
        start = _fitted_start(period, own, ended)
        end = _fitted_end(period, own, start)
        ended = ended if end is None else end.lo
        out.append(replace(period, start=start, end=end))
    return out


def _surely_of(sign: Sign, before: Edge | None, after: Edge | None) -> bool:
    return (before is None or before.hi <= sign.lo) and (after is None or sign.hi < after.lo)


def _fitted_start(period: Period, own: Sequence[Sign], ended: int) -> Edge:
    start, end = period.start, period.end
    hi = start.hi
    if not start.disputed:
        hi = min([hi, *(s.hi for s in own)])
        if end is not None and not end.disputed and _told_surely(period):
            hi = min(hi, max(end.hi - 1, start.lo))
    return _narrowed(start, max(start.lo, ended), hi)


def _fitted_end(period: Period, own: Sequence[Sign], start: Edge) -> Edge | None:
    end = period.end
    if end is None:
        return None
    floor = end.lo if end.disputed else max([end.lo, start.lo, *(s.lo + 1 for s in own)])
    return _narrowed(end, floor, end.hi)


def _told_surely(period: Period) -> bool:
    """Whether custody itself is established by a strong sign: its beginning, a proof, or its end."""
    end = () if period.end is None or period.end.implied else period.end.signs
    return any(s.strong and s.effect != "died" for s in (*period.start.signs, *period.inside, *end))


def _narrowed(edge: Edge, lo: int, hi: int) -> Edge:
    return Edge(lo, hi, edge.signs, edge.implied, edge.disputed) if lo <= hi else edge


def doubting_backward_dates(periods: list[Period]) -> list[Period]:
    """A release dated before the only arrest, told by a source that knew of the arrest, is doubted as a whole."""
    if len(periods) != 2:
        return periods
    first, second = periods
    if not first.start.implied or first.inside or first.end is None or second.end is not None or second.start.implied:
        return periods
    rearrested = any(s.predicate == "rearrest" for s in second.start.signs)
    knew = any(s.told_by >= second.start.lo for s in first.end.signs)
    if rearrested or not knew:
        return periods
    why = "the release is dated before the arrest"
    return [replace(period, dispute=why) for period in periods]
