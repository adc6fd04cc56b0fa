"""The bridge: who makes the difference between two of the register's own counts, item by item, with the people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from habeas.figures.definitions import Definition
from habeas.kernel.asof import AsOf
from habeas.kernel.errors import UsageError
from habeas.register.bridging import bridged
from habeas.register.opened import Register
from habeas.register.remembered import remembered
from habeas.web.asking import PARTS, Question, question_of
from habeas.web.pages.choices import basis_choices, definition_choices

_LOOKS_BACK = 30
#: People of one item named on the page; its file names all.
_NAMED = 200
_COUNTED = {"possible": "those possibly held", "certain": "those held for certain"}


def bridge(register: Register, question: Question, sent: Mapping[str, str]) -> dict[str, Any]:
    """Everything the page shows. Raises UsageError where both ends are one question."""
    first, second = ends(question, sent)
    found = _found(register, first, second, sent)
    return {
        "title": "Bridge", "question": second, "ends": [_asked(register, "from", first), _asked(register, "to", second)], "found": found,
        "items": [{**item, "persons": item["persons"][:_NAMED], "more": max(0, item["count"] - _NAMED)} for item in found["items"]],
        "counted": found["counted"], "countings": _COUNTED.items(),
        "address": ends_address(first.asked, first.of, second.asked, second.of, possible=found["counted"] == "possible"),
    }  # fmt: skip


def _asked(register: Register, end: str, question: Question) -> dict[str, Any]:
    """One end as the form asks for it."""
    return {
        "before": f"{end}_", "said": end.capitalize(), "asked": question, "bases": basis_choices(register, question.asked),
        "definitions": definition_choices(register, question),
    }  # fmt: skip


def bridge_rows(register: Register, question: Question, sent: Mapping[str, str]) -> list[tuple[str, ...]]:
    """A row for everybody who makes a difference: in or out, kind, why, id, name."""
    found = _found(register, *ends(question, sent), sent)
    return [
        (item["direction"], item["kind"], item["why"], person["id"], person["name"])
        for item in found["items"]
        for person in item["persons"]
    ]


def ends(question: Question, sent: Mapping[str, str]) -> tuple[Question, Question]:
    """The two questions: each part as `from_` or `to_` says it, else as both say it.

    Where nothing tells them apart, the first is asked about a day some weeks before the other.
    """
    first, second = (question_of(_said(end, sent), question.asked.known_by) for end in ("from", "to"))
    if not sent.get("from_on") and (first.asked, str(first.of)) == (second.asked, str(second.of)):
        earlier = date.fromordinal(max(1, second.asked.day.toordinal() - _LOOKS_BACK))
        first = question_of({**_said("from", sent), "on": earlier.isoformat()}, question.asked.known_by)
    return first, second


def _said(end: str, sent: Mapping[str, str]) -> dict[str, str]:
    both = {part: sent[part] for part in PARTS if sent.get(part)}
    return both | {part: sent[f"{end}_{part}"] for part in PARTS if sent.get(f"{end}_{part}")}


def _found(register: Register, first: Question, second: Question, sent: Mapping[str, str]) -> dict[str, Any]:
    counted = sent.get("counted") or "possible"
    if counted not in _COUNTED:
        raise UsageError(f"counted {counted}: either possible or certain")
    if (first.asked, str(first.of)) == (second.asked, str(second.of)):
        raise UsageError("both ends are one question: change a day, a knowledge, a basis or a definition")
    return kept_bridge(register, first.asked, first.of, second.asked, second.of, possible=counted == "possible")


def kept_bridge(
    register: Register, first: AsOf, of: Definition, second: AsOf, second_of: Definition, *, possible: bool
) -> dict[str, Any]:
    """The bridge, made once for each two questions."""
    return remembered(
        register, "bridge", (first, str(of), second, str(second_of), possible),
        lambda: bridged(register, first, of, second, second_of, possible=possible),
    )  # fmt: skip


def ends_address(first: AsOf, of: Definition, second: AsOf, second_of: Definition, *, possible: bool) -> str:
    """Both questions with every part said, as the end of an address."""
    said = {"counted": "possible" if possible else "certain"}
    for end, asked, under in (("from", first, of), ("to", second, second_of)):
        said |= {
            f"{end}_on": asked.day.isoformat(), f"{end}_known_by": asked.known_by.isoformat(), f"{end}_basis": str(asked.basis),
            f"{end}_definition": str(under),
        }  # fmt: skip
    return f"?{urlencode(said)}"
