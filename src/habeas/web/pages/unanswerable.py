"""A definition that says nothing about the day asked: a page with the days it does speak of, instead of a number."""

from __future__ import annotations

from datetime import date
from typing import Any

from habeas.kernel.errors import RefusedByRule
from habeas.web.asking import Question


def unanswerable(question: Question, refused: RefusedByRule) -> dict[str, Any]:
    """Everything the page shows."""
    return {
        "title": "No number for this day", "refused": str(refused), "of": question.of,
        "days": [(day, question.address(on=day.isoformat())) for day in _snapshots(question)],
        "usual": question.address(definition=""),
    }  # fmt: skip


def _snapshots(question: Question) -> list[date]:
    """The days nearest to the one asked about of which the definition speaks, the latest first; none later than is known."""
    if question.of.snapshot is None:
        return []
    year = question.asked.day.year
    days = [
        date(of, *question.of.snapshot) for of in (year + 1, year, year - 1) if date.min.year <= of <= date.max.year
    ]
    return [day for day in days if day <= question.asked.known_by]
