"""Figures: the register's own count for any day, knowledge and definition, and the figures that others published."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from habeas.drawing.day_chart import day_chart
from habeas.figures.definitions import definition_files
from habeas.kernel.asof import parse_calendar_day
from habeas.kernel.errors import UsageError
from habeas.register.answering import count_on, headline, roll_on
from habeas.register.known import known
from habeas.register.opened import Register
from habeas.register.published import figures as published_figures
from habeas.register.reconciling import Reconciled, picture, reconciled
from habeas.web.asking import Question
from habeas.web.pages.days import chart_days

#: Persons of a roll listed on the page; all of them are in its file.
_LISTED = 200
#: Pairs of figures told in words beside the picture.
_TOLD = 40


def figures(register: Register, question: Question) -> dict[str, Any]:
    """The count asked for, its days, and the persons behind it."""
    asked, of = question.asked, question.of
    count = count_on(register, asked, of)
    roll = [
        person for person in roll_on(register, asked, of)["persons"] if person["in"] in ("yes", "unknown", "disputed")
    ]
    lists = sorted({s.list_name for s in known(register, asked.known_by, asked.basis).sources.values() if s.list_name})
    return {
        "title": "Figures", "count": count, "headline": headline(count, of), "of": of, "definitions": _definitions(),
        "chart": day_chart(chart_days(register, asked, of)) if of.snapshot is None else "",
        "roll": roll[:_LISTED], "held": len(roll), "bases": ["register", "public", *(f"source:{name}" for name in lists)],
    }  # fmt: skip


def _definitions() -> list[tuple[str, str, bool]]:
    """Id, title, and whether something has to be said after a colon."""
    return [(f"{d['id']}", str(d["title"]), "parameter" in d) for d in definition_files()]


def days_csv(register: Register, question: Question, sent: Mapping[str, str]) -> str:
    """A row for each day from `from` to `to`, by default as the chart shows them. Raises UsageError for days in the wrong order."""
    first = parse_calendar_day(sent["from"], "from") if sent.get("from") else None
    last = parse_calendar_day(sent["to"], "to") if sent.get("to") else None
    if first is not None and (last or question.asked.day) < first:
        raise UsageError(f"from {first} to {last or question.asked.day}: the days end before they begin; swap them")
    days = chart_days(register, question.asked, question.of, first, last)
    rows = [(d.day.isoformat(), d.certain, d.possible) for d in days]
    return _csv(("day", "certain", "possible"), rows)


def roll_csv(register: Register, question: Question) -> str:
    """A row for each person of the roll with the reason."""
    roll = roll_on(register, question.asked, question.of)["persons"]
    return _csv(
        ("id", "name", "in", "unconfirmed", "why"),
        [(p["id"], p["name"], p["in"], p["unconfirmed"], p["why"]) for p in roll],
    )


def _csv(header: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([[_harmless(cell) for cell in row] for row in rows])
    return out.getvalue()


def _harmless(cell: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def published(register: Register, question: Question) -> dict[str, Any]:
    """The figures of others, each with its quote, and what would have to be true for each two to hold."""
    told = published_figures(register, question.asked)
    found = _reconciled(register, question)
    by_id = {figure.id: figure for figure in found.figures}
    strained = [
        {"a": by_id[pair["a"]], "b": by_id[pair["b"]], **pair}
        for pair in found.to_json()["pairs"]
        if pair["verdict"] != "compatible"
    ]
    return {
        "title": "Published figures", "figures": told["figures"], "groups": told["groups"], "left_out": told["undated_left_out"],
        "pairs": strained[:_TOLD], "more_pairs": max(0, len(strained) - _TOLD),
    }  # fmt: skip


def published_picture(register: Register, question: Question) -> str:
    """The picture of all published figures, as SVG."""
    return picture(_reconciled(register, question))


def _reconciled(register: Register, question: Question) -> Reconciled:
    return reconciled(register, question.asked, question.of)
