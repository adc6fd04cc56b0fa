"""A number in words that can be copied, with all that it depends on, and what has to be said beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from habeas.kernel.asof import AsOf, Basis
from habeas.register.answering import headline
from habeas.register.bodies import body_not_told_of
from habeas.register.opened import Register
from habeas.register.projected import Projected
from habeas.register.showing import Sees
from habeas.web.asking import Question
from habeas.web.pages.loose_days import long_day
from habeas.web.shelf import today_of

_SEEN = {
    Sees.PUBLISHED: "Counted from what visitors are shown; the whole register may give another number.",
    Sees.ALL_BUT_STAFF: "Counted without what is for staff only; the whole register may give another number.",
    None: "Counted from the whole register, of which visitors are shown a part.",
}


def quoted(register: Register, question: Question, count: Mapping[str, Any]) -> dict[str, Any]:
    """`headline`; `quote`: the words to copy, None where nobody can know the answer; `not_over`: the last day known is not over, so that
    the number may change; `nothing_to_count`: no number answers the question.
    """
    asked, unknown = question.asked, body_not_told_of(register, question.asked, question.of)
    said = f"nobody here tells of a body named “{unknown}”" if unknown else headline(count, question.of)
    today = today_of(register)
    found = {
        "headline": said, "count": count, "not_over": asked.known_by >= today,
        "nothing_to_count": unknown is not None or (not count["possible"] and count["not_assessed"] > 0),
    }  # fmt: skip
    askable = unknown is None and asked.known_by <= today
    return {**found, "quote": _words(register, question, count, found) if askable else None}


def _words(register: Register, question: Question, count: Mapping[str, Any], found: Mapping[str, Any]) -> str:
    asked, of = question.asked, question.of
    when = f"{_first_large(str(found['headline']))} on {long_day(asked.day)}, as known by {long_day(asked.known_by)}"
    when += " (a day not over yet: the number may change until its end)" if found["not_over"] else ""
    of_whom = f", {of.parameter}" if of.parameter else ""
    return " ".join((
        f"{when}, {by_whose_knowledge(asked.basis)}: {_numbers(count)}.", *ahead(asked),
        f"Definition: {of.title}{of_whom} ({of}).", f"Coverage: {count['coverage']}.", seen_as(register),
    ))  # fmt: skip


def _numbers(count: Mapping[str, Any]) -> str:
    certain, possible = count["certain"], count["possible"]
    told = [f"{certain:,} for certain" if certain == possible else f"at least {certain:,}, at most {possible:,}"]
    if count["unconfirmed"]:
        told.append(f"of these {count['unconfirmed']:,} unconfirmed, nothing having been heard of them for too long")
    if count["not_assessed"]:
        told.append(
            f"{count['not_assessed']:,} more people who are or may be held are not assessed under the definition"
        )
    if count["undated_left_out"]:
        told.append(f"{count['undated_left_out']:,} claims left out, their sources having no publication day")
    return "; ".join(told)


def by_whose_knowledge(basis: Basis) -> str:
    """A basis in words."""
    if basis.kind == "source":
        return f"by the list or source {basis.list_name} alone"
    return "by what was published by then" if basis.kind == "public" else "by everything entered here by then"


def seen_as(register: Register) -> str:
    """What of the register a number was counted from, in a sentence."""
    return _SEEN[register.sees if isinstance(register, Projected) else None]


def ahead(asked: AsOf) -> list[str]:
    """A sentence where the day lies after the last day known."""
    if asked.day <= asked.known_by:
        return []
    return [
        f"{_first_large(long_day(asked.day))} lies after {long_day(asked.known_by)}, the last day known: whoever came out since then is not seen."
    ]


def remarks(register: Register, asked: AsOf) -> list[str]:
    """What has to be said of a question about days that nobody can know of; nothing of others."""
    known_ahead = asked.known_by > today_of(register)
    later = [f"{long_day(asked.known_by)} lies ahead; nothing later than {long_day(today_of(register))} is known."]
    return [*ahead(asked), *(later if known_ahead else [])]


def _first_large(text: str) -> str:
    return text[:1].upper() + text[1:]
