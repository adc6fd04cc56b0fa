"""claims.jsonl: one claim a line, for worked cases, for other tools, and for carrying a register's claims elsewhere.

    {"subject": "Alena Vymyslova", "predicate": "arrest", "valid": "2021-03-02", "source": "Lantern 1",
     "published_on": "2021-03-04", "quote": "...", "speaker": null, "reality": "actual", "value": {"place": "Orsk"}}

`subject` is a name, or {"name", "id"}: the same id anywhere in one file is one person, as its importer asserts. Without a subject
the line is about a group (`count`, `members`). `valid` is an EDTF date; for a state `A/B` means from A up to B. Fields of the
predicate may stand in `value` or directly in the line. Other kinds of lines: {"judge": [A, B], "verdict"}, where A and B are
"source|name" or an id; {"retract": LABEL} and {"reinstate": LABEL} for a line with that "label"; {"rule": LABEL, "set_aside":
[LABELS]}; {"policy": {...}}. `recorded_at` is accepted only by a register of invented people.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from habeas.claims.vocabulary import Predicate, vocabulary
from habeas.kernel.days import Day
from habeas.kernel.errors import DayInvalid, InputRefused

ACTS = ("judge", "retract", "reinstate", "rule", "policy")
_OWN = {
    "subject", "person", "predicate", "type", "value", "valid", "date", "quote", "source", "published_on", "published", "speaker",
    "said_by", "reality", "recorded_at", "count", "comparator", "members", "label", "weak", "list", "derived_from", "grade", "url", "span",
}  # fmt: skip


_UNKNOWN = Day.unknown()

#: Columns of every line that a figure keeps among its own fields as well.
_ALSO_FIELDS = ("comparator", "list")


@dataclass(frozen=True, slots=True)
class Line:
    """One sound line. `predicate` None = an act, found in `raw`. Row numbers count from 1."""

    row: int
    raw: Mapping[str, Any]
    recorded_at: datetime | None
    predicate: Predicate | None = None
    value: Mapping[str, Any] | None = None
    when: Day = _UNKNOWN
    until: Day | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that does not enter, the column at fault (None = the whole row), and why."""

    row: int
    column: str | None
    why: str


def read_claims(text: str, name: str) -> Iterator[Line | Refused]:
    """Every line in order. Raises InputRefused when the file itself is cut off or is no JSON Lines file."""
    rows = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if not rows:
        raise InputRefused(f"{name}: no line in it; write one claim a line")
    for number, line in rows:
        try:
            raw = json.loads(line, parse_constant=_no_constant)
            json.dumps(raw, ensure_ascii=False).encode()
        except RecursionError:
            yield Refused(number, None, "nested too deeply; one flat JSON object a line")
            continue
        except UnicodeEncodeError:
            yield Refused(number, None, "holds half a character (a lone surrogate); write the text again")
            continue
        except ValueError as error:
            if number == rows[-1][0] and not text.endswith("\n"):
                raise InputRefused(f"{name}: line {number} is cut off; the file is incomplete, get it again") from error
            yield Refused(number, None, f"not JSON ({error}); one JSON object a line")
            continue
        yield _line(number, raw) if isinstance(raw, dict) else Refused(number, None, "not a JSON object")


def _no_constant(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


def _line(number: int, raw: Mapping[str, Any]) -> Line | Refused:
    try:
        recorded_at = _moment(raw.get("recorded_at"))
    except ValueError:
        return Refused(
            number, "recorded_at", f"'{raw['recorded_at']}' is no moment; write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ"
        )
    if any(act in raw for act in ACTS):
        return _act(number, raw, recorded_at)
    column = "predicate"
    try:
        predicate = vocabulary().predicate(str(raw.get("predicate") or raw.get("type") or ""))
        column = "value"
        value = vocabulary().checked(predicate, _value(raw, predicate))
        column = "valid"
        when, until = _valid(raw.get("valid", raw.get("date")), predicate)
        column = "value"
        _check_required(predicate, value)
        for at_fault, check in _CHECKS.items():
            column = at_fault
            check(raw)
    except (InputRefused, DayInvalid) as error:
        return Refused(number, column, str(error))
    return Line(number, raw, recorded_at, predicate, value, when, until)


def _act(number: int, raw: Mapping[str, Any], recorded_at: datetime | None) -> Line | Refused:
    """An act of the right shape; what it names is looked up later."""
    kind = next(act for act in ACTS if act in raw)
    named = raw[kind]
    if kind == "judge" and not (_texts(named) and len(named) == 2):
        return Refused(number, "judge", "name two mentions: [SOURCE|NAME or id, SOURCE|NAME or id]")
    if kind in ("retract", "reinstate", "rule") and not isinstance(named, str):
        return Refused(number, kind, f"{named!r} is no label; name one line by its label")
    if kind == "rule" and not _texts(raw.get("set_aside")):
        return Refused(number, "set_aside", "name the lines set aside by their labels: [LABEL, ...]")
    if kind == "policy" and not isinstance(named, dict):
        return Refused(number, "policy", 'write it as {"reviewers": 2} or {"reviewers": 1, "waived_because": "..."}')
    return Line(number, raw, recorded_at)


def _texts(given: Any) -> bool:
    return isinstance(given, list) and all(isinstance(item, str) for item in given)


def _value(raw: Mapping[str, Any], predicate: Predicate) -> dict[str, Any]:
    given = raw.get("value")
    if isinstance(given, dict):
        value = dict(given)
    elif given is None or "value" in predicate.fields:
        value = {} if given is None else {"value": given}
    elif "text" in predicate.fields:
        value = {"text": given}
    else:
        raise InputRefused(
            f"value: {predicate.name} takes its fields by name, such as {{{', '.join(predicate.fields)}}}"
        )
    for name, field in raw.items():
        if name in predicate.fields and (name not in _OWN or name in _ALSO_FIELDS):
            value.setdefault(name, field)
        elif name not in _OWN and name not in predicate.fields:
            raise InputRefused(f"'{name}' is no column and no field of {predicate.name}; remove it or correct its name")
    return value


def _valid(given: Any, predicate: Predicate) -> tuple[Day, Day | None]:
    if given in (None, "") or predicate.time == "none":
        return Day.unknown(), None
    if isinstance(given, list) and len(given) == 2:
        given = f"{given[0] or '..'}/{given[1] or '..'}"
    text = str(given)
    left, slash, right = text.partition("/")
    if predicate.time != "stretch" or not slash:
        return Day.parse(text), None
    start = Day.parse("" if left == ".." else left)
    end = Day.parse("" if right == ".." else right)
    if start.lo is not None and end.hi is not None and start.lo > end.hi:
        raise DayInvalid(f"'{text}' ends before it begins; swap its two ends")
    return start, end


def _moment(given: Any) -> datetime | None:
    if given is None:
        return None
    if len(str(given)) == 10:
        return datetime.combine(date.fromisoformat(str(given)), time(12), UTC)
    moment = datetime.fromisoformat(str(given))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _check_subject(raw: Mapping[str, Any]) -> None:
    _check_party(raw.get("subject", raw.get("person")))


def _check_party(subject: Any) -> None:
    if isinstance(subject, dict) and not str(subject.get("name") or subject.get("id") or "").strip():
        raise InputRefused("subject needs a name or an id")
    if subject is not None and not isinstance(subject, str | dict):
        raise InputRefused(f"subject is {subject!r}; write a name, or an object with name and id")
    if isinstance(subject, str) and not subject.strip():
        raise InputRefused("subject is empty; write a name, or leave it out for a group")


def _check_required(predicate: Predicate, value: Mapping[str, Any]) -> None:
    """What a claim of this predicate says nothing without."""
    required = {
        "figure": "value",
        "recognised": "body",
        "recognition_withdrawn": "body",
        "assessment": "criterion",
    }.get(predicate.name)
    if required is not None and value.get(required) is None:
        raise InputRefused(f"a claim of {predicate.name} needs its field '{required}'")


def _check_kept_texts(raw: Mapping[str, Any]) -> None:
    for name in ("quote", "speaker", "said_by", "label", "list", "derived_from", "url"):
        if raw.get(name) is not None and not isinstance(raw[name], str):
            raise InputRefused(f"{name} is {raw[name]!r}; write a text")
    grade = raw.get("grade")
    if grade is not None and (isinstance(grade, bool) or not isinstance(grade, int)):
        raise InputRefused(f"grade is {grade!r}; write a whole number")


def _check_source(raw: Mapping[str, Any]) -> None:
    if not str(raw.get("source") or "").strip():
        raise InputRefused("source is missing; every claim says who said it")


def _check_published(raw: Mapping[str, Any]) -> None:
    Day.parse(str(raw.get("published_on") or raw.get("published") or ""))


def _check_reality(raw: Mapping[str, Any]) -> None:
    if raw.get("reality", "actual") not in list(vocabulary().codes["reality"]):
        raise InputRefused(f"reality '{raw['reality']}' is not one of {', '.join(vocabulary().codes['reality'])}")


def _check_count(raw: Mapping[str, Any]) -> None:
    count = raw.get("count")
    if count is not None and (isinstance(count, bool) or not isinstance(count, int) or count < 0):
        raise InputRefused(f"count is {count!r}; write a whole number")
    if raw.get("comparator") not in (None, *vocabulary().codes["comparator"]):
        raise InputRefused(
            f"comparator '{raw['comparator']}' is not one of {', '.join(vocabulary().codes['comparator'])}"
        )
    if not isinstance(raw.get("members", []), list):
        raise InputRefused("members is a list of names")
    for member in raw.get("members", []):
        if member is None:
            raise InputRefused("members holds an empty name; write a name, or an object with name and id")
        _check_party(member)


_CHECKS = {
    "subject": _check_subject, "source": _check_source, "published_on": _check_published, "reality": _check_reality,
    "count": _check_count, "text": _check_kept_texts,
}  # fmt: skip
