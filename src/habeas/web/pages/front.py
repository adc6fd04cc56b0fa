"""The front page: one number by the definition's phrase, its days as a chart, what changed and why."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from habeas.figures.definitions import Definition
from habeas.register.answering import count_on
from habeas.register.opened import Register
from habeas.web.asking import Question
from habeas.web.pages.bridge import ends_address, kept_bridge
from habeas.web.pages.days import chart_of
from habeas.web.pages.quoted import quoted

#: Days over which the front page tells what changed.
LOOKS_BACK = 30
#: People named beside a change; all of them are on the page of the bridge.
_NAMED = 12


def front(register: Register, question: Question) -> dict[str, Any]:
    """Everything the page shows."""
    asked, of = question.asked, question.of
    count = count_on(register, asked, of)
    return {
        "title": "", **quoted(register, question, count), "of": of, "chart": chart_of(register, asked, of),
        "census": str(count["coverage"]).startswith("census"), **_changed(register, question),
    }  # fmt: skip


def _changed(register: Register, question: Question) -> dict[str, Any]:
    """What changed since an earlier day, with the people; nothing where no calendar has that day."""
    asked, of = question.asked, question.of
    since = looked_back_to(asked.day, of)
    if since is None:
        return {"items": ()}
    found = kept_bridge(register, asked.on(since), of, asked, of, possible=True)
    items = [
        {**item, "persons": item["persons"][:_NAMED], "more": max(0, item["count"] - _NAMED)} for item in found["items"]
    ]
    return {
        "since": since, "items": items, "changed": found,
        "bridge": ends_address(asked.on(since), of, asked, of, possible=True),
    }  # fmt: skip


def looked_back_to(day: date, of: Definition) -> date | None:
    """The day with which the number is compared: some weeks earlier, for a definition of one day a year that day of the year before.

    None where the calendar has not begun by then.
    """
    if of.snapshot is not None:
        return day.replace(year=day.year - 1) if day.year > 1 else None
    return day - timedelta(days=LOOKS_BACK) if day.toordinal() > LOOKS_BACK else None
