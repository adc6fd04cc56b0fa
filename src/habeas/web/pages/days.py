"""The days that a chart shows: from the first on which anybody was held up to the day asked about."""

from __future__ import annotations

from datetime import date, timedelta

from habeas.drawing.day_chart import ChartDay
from habeas.figures.definitions import Definition
from habeas.kernel.asof import AsOf
from habeas.register.derived import laid_out
from habeas.register.opened import Register

#: Longest stretch shown unless days are asked for, and the shortest, so that one day is not a whole picture.
_YEARS, _SHORTEST = 12 * 366, 60


def chart_days(
    register: Register, asked: AsOf, of: Definition, first: date | None = None, last: date | None = None
) -> list[ChartDay]:
    """A count of every day. Raises RefusedByRule where the definition speaks of single days only."""
    last = last or asked.day
    timeline = laid_out(register, asked.known_by, asked.basis, of).timeline
    if first is None:
        begun = int(timeline.start.min()) if len(timeline.start) else last.toordinal()
        first = date.fromordinal(max(begun - 7, last.toordinal() - _YEARS, 1))
        first = min(first, last - timedelta(days=_SHORTEST))
    counts = timeline.series(first, last)
    return [ChartDay(first + timedelta(days=n), count.certain, count.possible) for n, count in enumerate(counts)]
