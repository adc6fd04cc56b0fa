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

from habeas.claims.claims_checks import CHECKS, check_amounts, check_days, check_period, check_required
from habeas.claims.vocabulary import Predicate, vocabulary
from habeas.kernel.days import Day
from habeas.kernel.errors import DayInvalid, InputRefused

ACTS = ("judge", "retract", "reinstate", "rule", "policy")
_OWN = {
    "subject", "person", "predicate", "type", "value", "valid", "date", "quote", "source", "published_on", "published", "speaker",
    "said_by", "reality", "recorded_at", "count", "comparator", "members", "label", "weak", "list", "derived_from", "grade", "url", "span", "source_id",
    "source_key", "source_consent",
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
    if not any(line.lstrip().startswith("{") for _, line in rows):
        raise InputRefused(
            f"{name}: no claims file: no line of it is a JSON object; take an article in with: habeas add REG {name}"
        )
    for number, line in rows:
        try:
            raw = json.loads(line, parse_constant=_no_constant, object_pairs_hook=_once)
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
        yield line_of(number, raw) if isinstance(raw, dict) else Refused(number, None, "not a JSON object")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object's pairs. Raises ValueError when a key stands twice: one of the two would be lost unseen."""
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"the key '{next(key for key in keys if keys.count(key) > 1)}' stands twice; keep one")
    return made


def _no_constant(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


def line_of(number: int, raw: Mapping[str, Any]) -> Line | Refused:
    """One object as a sound line, or as a refused row that names the column at fault."""
    try:
        recorded_at = moment_in(raw.get("recorded_at"))
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
        check_required(predicate, value)
        check_amounts(value)
        check_period(value)
        for at_fault, check in CHECKS.items():
            column = at_fault
            check(raw)
        column = "valid"
        check_days(raw, when)
    except (InputRefused, DayInvalid) as error:
        return Refused(number, column, str(error))
    return Line(number, raw, recorded_at, predicate, value, when, until)


def _act(number: int, raw: Mapping[str, Any], recorded_at: datetime | None) -> Line | Refused:
    """An act of the right shape; what it names is looked up later."""
    kind = next(act for act in ACTS if act in raw)
    named = raw[kind]
    try:
        moment_in(raw.get("decided_at"))
    except ValueError:
        return Refused(
            number, "decided_at", f"'{raw['decided_at']}' is no moment; write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ"
        )
    if kind == "judge" and not (_texts(named) and len(named) == 2):
        return Refused(number, "judge", "name two mentions: [SOURCE|NAME or id, SOURCE|NAME or id]")
    if kind == "judge" and named[0] == named[1]:
        return Refused(number, "judge", f"'{named[0]}' is judged against itself; name two mentions")
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
    if given is None or predicate.time == "none":
        return Day.unknown(), None
    if given == "" or str(given).strip(" ./") == "":
        raise InputRefused(f"'{given}' is no day; write a day such as 2021-03-02 or 2021-03, or leave the column out")
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


def moment_in(given: Any) -> datetime | None:
    """A moment or a day (then noon, UTC); None where none is given. Raises ValueError for anything else."""
    if given is None:
        return None
    if len(str(given)) == 10:
        return datetime.combine(date.fromisoformat(str(given)), time(12), UTC)
    moment = datetime.fromisoformat(str(given))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
