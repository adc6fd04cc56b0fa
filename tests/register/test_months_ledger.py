"""A month in the books adds up, whatever happened in it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from habeas.figures.definitions import definition
from habeas.kernel.asof import utc_today
from habeas.kernel.days import Day
from habeas.kernel.errors import UsageError
from habeas.register.importing import Wish, import_claims
from habeas.register.months_ledger import Month, month_of, months_ledger
from habeas.register.opened import new_register
from habeas.sources.capture import About

TODAY = date(2024, 10, 20)


def test_a_month_opens_the_day_before_it_and_closes_on_its_last() -> None:
    assert month_of("2024-02", TODAY) == Month("2024-02", date(2024, 1, 31), date(2024, 2, 29))
    assert month_of(" 2023-12 ", TODAY).closes == date(2023, 12, 31)


def test_a_month_that_goes_on_closes_today() -> None:
    assert month_of("2024-10", TODAY).closes == TODAY


@pytest.mark.parametrize("text", ["", "2024", "2024-13", "2024-1", "October", "2024-11", "0001-01", "9999-01"])
def test_what_is_no_month_or_has_not_begun_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        month_of(text, TODAY)


_DAY = st.dates(date(2024, 3, 25), date(2024, 5, 5))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(stays=st.lists(st.tuples(_DAY, st.none() | _DAY), min_size=1, max_size=8), possible=st.booleans())
def test_opening_and_those_in_less_those_out_is_closing(
    tmp_path: Path, stays: list[tuple[date, date | None]], possible: bool
) -> None:
    lines = []
    for number, (arrest, release) in enumerate(stays):
        who = {"name": f"Person {number} Nibyta", "id": str(number)}
        lines += [
            {"subject": who, "predicate": "arrest", "valid": str(arrest)},
            {"subject": who, "predicate": "described_as_political_prisoner"},
        ]
        lines += [{"subject": who, "predicate": "release", "valid": str(release)}] if release else []
    path = tmp_path / "lines.jsonl"
    path.write_text(
        "".join(json.dumps({"source": "Lantern", "published": "2024-06-01", **line}) + "\n" for line in lines), "utf-8"
    )
    register_path = tmp_path / "r.habeas"
    for old in tmp_path.glob("r.habeas*"):
        old.unlink() if old.is_file() else None
    with new_register(str(register_path)) as register:
        register.keeps_cache = False
        import_claims(register, str(path), About(Day.unknown()), Wish())
        found = months_ledger(register, month_of("2024-04", TODAY), utc_today(), definition(), possible=possible)
    assert found["from"]["count"] + found["in"] - found["out"] == found["to"]["count"]
    assert all(item["count"] == len(item["persons"]) for item in found["items"])
