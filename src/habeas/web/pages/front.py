"""The front page: one number by the definition's phrase, its days as a chart, what changed and why."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from habeas.drawing.day_chart import day_chart
from habeas.register.answering import count_on, headline
from habeas.register.bridging import bridged
from habeas.register.opened import Register
from habeas.web.asking import Question
from habeas.web.pages.days import chart_days

#: Days over which the front page tells what changed.
LOOKS_BACK = 30


def front(register: Register, question: Question) -> dict[str, Any]:
    """Everything the page shows."""
    asked, of = question.asked, question.of
    count = count_on(register, asked, of)
    days = chart_days(register, asked, of)
    before = asked.on(asked.day - timedelta(days=LOOKS_BACK))
    changed = bridged(register, before, of, asked, of, possible=True)
    return {
        "title": "", "count": count, "headline": headline(count, of), "chart": day_chart(days), "changed": changed,
        "looks_back": LOOKS_BACK,
    }  # fmt: skip
