"""Figures: the register's own count for any day, knowledge and definition, with the people behind it, and its files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from habeas.figures.definitions import Definition
from habeas.figures.roll import Standing
from habeas.kernel.asof import AsOf
from habeas.register.answering import count_on
from habeas.register.finding import find
from habeas.register.opened import Register
from habeas.register.remembered import remembered
from habeas.register.rolled import roll_of_day
from habeas.web.asking import Question
from habeas.web.pages.bridge import bridge_rows
from habeas.web.pages.choices import basis_choices, definition_choices
from habeas.web.pages.days import asked_days, chart_days, chart_of
from habeas.web.pages.paging import address_of, cut
from habeas.web.pages.quoted import quoted

#: People of a roll on one page; all of them are in its file.
_ON_A_PAGE = 100


def figures(register: Register, question: Question, sent: Mapping[str, str]) -> dict[str, Any]:
    """The count asked for, its days, and the persons behind it. Raises UsageError for days or a page that are none."""
    asked, of = question.asked, question.of
    count = count_on(register, asked, of)
    first, last = asked_days(question, sent)
    held, text = held_on(register, asked, of), sent.get("q", "").strip()
    found = _named(register, question, held, text) if text else held
    days = {name: sent[name] for name in ("from", "to") if sent.get(name)}
    return {
        "title": "Figures", **quoted(register, question, count), "of": of, "bases": basis_choices(register, asked),
        "definitions": definition_choices(register, question), "chart": chart_of(register, asked, of, first, last),
        "days": days, "days_address": address_of({**question.given, **days}), "held": len(held), "text": text,
        "part": cut(found, sent.get("page", "1"), _ON_A_PAGE, {**question.given, **days, **({"q": text} if text else {})}),
        "census": str(count["coverage"]).startswith("census"),
    }  # fmt: skip


def held_on(register: Register, asked: AsOf, of: Definition) -> Sequence[Standing]:
    """Whoever is counted as possibly held, by name."""
    return remembered(
        register, "held", (asked, str(of)), lambda: [s for s in roll_of_day(register, asked, of) if s.may_be_in], 6
    )


def _named(register: Register, question: Question, held: Sequence[Standing], text: str) -> Sequence[Standing]:
    """Those of the held whom a name fits, the likeliest first. Kept."""

    def made() -> list[Standing]:
        by_id = {standing.person: standing for standing in held}
        hits = find(register, text, question.asked)["hits"]
        return [by_id[hit["id"]] for hit in hits if hit["id"] in by_id]

    return remembered(register, "named", (question.asked, str(question.of), text), made, 6)


def days_csv(register: Register, question: Question, sent: Mapping[str, str]) -> str:
    """A row for each day from `from` to `to`, by default as the chart shows them. Raises UsageError for days in the wrong order."""
    asked, of, (first, last) = question.asked, question.of, asked_days(question, sent)

    def made() -> str:
        days = chart_days(register, asked, of, first, last)
        return _csv(("day", "certain", "possible"), [(d.day.isoformat(), d.certain, d.possible) for d in days])

    return remembered(register, "days as a file", (asked, str(of), first, last), made, 4)


def bridge_csv(register: Register, question: Question, sent: Mapping[str, str]) -> str:
    """A row for everybody who makes the difference between two counts."""
    return _csv(("direction", "kind", "why", "id", "name"), bridge_rows(register, question, sent))


def roll_csv(register: Register, question: Question) -> str:
    """A row for each person of the roll with the reason."""
    asked, of = question.asked, question.of
    of.refuse_unless_answerable([asked.day])

    def made() -> str:
        rows = [(s.person, s.name, s.answer, s.unconfirmed, s.why) for s in roll_of_day(register, asked, of)]
        return _csv(("id", "name", "in", "unconfirmed", "why"), rows)

    return remembered(register, "roll as a file", (asked, str(of)), made, 2)


def _csv(header: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([[_harmless(cell) for cell in row] for row in rows])
    return out.getvalue()


def _harmless(cell: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
