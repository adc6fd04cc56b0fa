"""What invented sources tell of invented people, and how a test brings it into a register."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from habeas.claims.review import Policy
from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis, parse_calendar_day, utc_today
from habeas.kernel.days import Day
from habeas.register.answering import count_on
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register
from habeas.sources.capture import About

BY_BIRTH = Policy(automatic_links=("birth_date",))
BY_BOTH = Policy(automatic_links=("birth_date", "patronymic_and_place"))


def told(
    name: str, source: str, born: str | None = None, person_id: str | None = None, **more: Any
) -> list[dict[str, Any]]:
    """Somebody arrested and called a political prisoner by one source. `more` are fields of the arrest, or `case` with its own."""
    subject: Any = name if person_id is None else {"name": name, "id": person_id}
    case = more.pop("case", None)
    line = {"subject": subject, "source": source, "published_on": "2031-02-01"}
    found = [
        {**line, "predicate": "arrest", "valid": "2031-01-15", "value": more},
        {**line, "predicate": "described_as_political_prisoner", "value": {"as": "called"}},
    ]
    found += [{**line, "predicate": "birth_date", "valid": born}] if born else []
    return found + ([{**line, "predicate": "case", "value": case}] if case else [])


def come_in(register: Register, *people: Sequence[Mapping[str, Any]], wish: Wish | None = None) -> dict[str, Any]:
    """Bring in a claims file. The answer of the import."""
    path = Path(register.path).with_suffix(".jsonl")
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for one in people for line in one), "utf-8")
    return import_claims(register, str(path), About(Day.unknown()), wish or Wish())


def bounds(register: Register, on: str = "2031-03-01") -> tuple[int, int]:
    """The fewest and the most people held on a day, as known today."""
    found = count_on(register, AsOf(parse_calendar_day(on, "on"), utc_today(), Basis.register()), definition())
    return found["certain"], found["possible"]
