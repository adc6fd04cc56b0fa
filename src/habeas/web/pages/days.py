"""The days that a chart shows: from the first on which anybody was held up to the day asked about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from habeas.drawing.day_chart import ChartDay, day_chart
from habeas.figures.definitions import Definition
from habeas.kernel.asof import AsOf, parse_calendar_day
from habeas.kernel.errors import UsageError
from habeas.register.derived import laid_out
from habeas.register.opened import Register
from habeas.register.remembered import remembered
from habeas.web.asking import Question

#: Longest stretch shown unless days are asked for, the shortest, so that one day is not a whole picture, and the longest at all.
_YEARS, _SHORTEST, _LONGEST = 12 * 366, 60, 60 * 366


def asked_days(question: Question, sent: Mapping[str, str]) -> tuple[date | None, date | None]:
    """The stretch that an address asks for with `from` and `to`, None where it leaves one open. Raises UsageError for one that is none."""
    first = parse_calendar_day(sent["from"], "from") if sent.get("from") else None
    last = parse_calendar_day(sent["to"], "to") if sent.get("to") else None
    end = last or question.asked.day
    if first is not None and end < first:
        raise UsageError(f"from {first} to {end}: the days end before they begin; swap them")
    if first is not None and (end - first).days > _LONGEST:
        raise UsageError(f"from {first} to {end}: more than {_LONGEST // 366} years; ask for a shorter stretch")
    return first, last


def chart_days(
    register: Register, asked: AsOf, of: Definition, first: date | None = None, last: date | None = None
) -> list[ChartDay]:
    """A count of every day. Raises RefusedByRule where the definition speaks of single days only."""
    last = last or asked.day
    timeline = laid_out(register, asked.known_by, asked.basis, of).timeline
    if first is None:
        begun = int(timeline.start.min()) if len(timeline.start) else last.toordinal()
        first = date.fromordinal(max(begun - 7, last.toordinal() - _YEARS, 1))
        first = min(first, date.fromordinal(max(last.toordinal() - _SHORTEST, 1)))
    of.refuse_unless_answerable([first, last])
    counts = timeline.series(first, last)
    return [ChartDay(first + timedelta(days=n), count.certain, count.possible) for n, count in enumerate(counts)]


def chart_of(
    register: Register, asked: AsOf, of: Definition, first: date | None = None, last: date | None = None
) -> str:
    """The days drawn; empty where the definition speaks of single days only."""
    if of.snapshot is not None:
        return ""
    return remembered(
        register,
        "chart",
        (asked, str(of), first, last),
        lambda: day_chart(chart_days(register, asked, of, first, last)),
    )
