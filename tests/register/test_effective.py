"""A day of knowledge gives the answer of the earliest day that knows as much; what is dated ahead turns on its own day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.days import Day
from habeas.register.answering import count_on
from habeas.register.effective import effective_day
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register, new_register, open_register
from habeas.sources.capture import About

WHO = {"subject": {"name": "Yan Kazachny", "id": "1"}, "source": "Lantern 1", "published_on": "2024-05-03"}
LINES = [
    {**WHO, "predicate": "described_as_political_prisoner"},
    {**WHO, "predicate": "arrest", "valid": "2024-01-01"},
    {**WHO, "predicate": "release", "valid": "2024-05-20"},
]


@pytest.fixture
def path(tmp_path: Path) -> Iterator[str]:
    lines, made = tmp_path / "lines.jsonl", str(tmp_path / "a.habeas")
    lines.write_text("".join(json.dumps({**line, "recorded_at": "2024-05-03"}) + "\n" for line in LINES), "utf-8")
    with new_register(made, invented=True) as register:
        import_claims(register, str(lines), About(Day.unknown()), Wish())
    yield made


def days(register: Register) -> list[str]:
    asked = ("2024-04-01", "2024-05-03", "2024-05-19", "2024-05-20", "2025-01-01")
    return [effective_day(register, date.fromisoformat(day), Basis.register()).isoformat() for day in asked]


def test_answers_of_days_on_which_nothing_turned_are_one_answer(path: str) -> None:
    wanted = ["2024-04-01", "2024-05-03", "2024-05-03", "2024-05-20", "2024-05-20"]
    with open_register(path) as register:
        assert days(register) == wanted
    with open_register(path) as anew:
        assert days(anew) == wanted


def test_an_answer_kept_before_the_day_is_not_given_from_it_on(path: str) -> None:
    def possible(known_by: str) -> object:
        asked = AsOf(date(2024, 5, 21), date.fromisoformat(known_by), Basis.register())
        with open_register(path) as register:
            return count_on(register, asked, definition())["possible"]

    assert [possible(day) for day in ("2024-05-19", "2024-05-20", "2024-05-19", "2024-06-01")] == [1, 0, 1, 0]


def test_days_kept_in_a_damaged_file_are_found_again(path: str) -> None:
    with open_register(path) as register:
        wanted = days(register)
    folder = Path(f"{path}.cache")
    for file in folder.glob("ahead-*.json"):
        file.write_text("{", "utf-8")
    with open_register(path) as anew:
        assert days(anew) == wanted
