"""Names of a message against the people known here: nobody is matched whom anything makes doubtful."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.kernel.days import Day
from habeas.names.pasted import names_pasted
from habeas.names.pasted_against import spoken_against
from habeas.register.importing import Wish, import_claims
from habeas.register.matching_names import Matched, match_names
from habeas.register.opened import Register, new_register
from habeas.sources.capture import About

DAY = date(2024, 6, 1)
_LINES: list[dict[str, object]] = [
    {"subject": "Alena Vymyslova", "predicate": "arrest", "valid": "2021-03-02"},
    {"subject": "Alena Vymyslova", "predicate": "birth_date", "valid": "1980-05-05"},
    {"subject": "Piotr Prydumany", "predicate": "arrest", "valid": "2023-11-01"},
    {"subject": {"name": "Yan Kazachny", "id": "one"}, "predicate": "arrest", "valid": "2024-01-10"},
    {"subject": {"name": "Yan Kazachny", "id": "two"}, "predicate": "arrest", "valid": "2022-01-10"},
    {"subject": "Ivan Nibyta", "predicate": "arrest", "valid": "2022-01-10"},
    {"subject": "Анна Небылица", "predicate": "arrest", "valid": "2022-01-10"},
    {"subject": "Marta Fiktsyya", "predicate": "arrest", "valid": "2022-01-10"},
    {"subject": "Marta Fiktsyya", "predicate": "release", "valid": "2023-01-10"},
    {"subject": "Hanna Vydumka", "predicate": "arrest", "valid": "2022-01-10"},
    {"subject": "Hanna Vydumka", "predicate": "death_in_custody", "valid": "2023-05-02"},
]


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    lines = tmp_path / "lines.jsonl"
    told = [{"source": "Lantern", "published": "2024-02-01", **line} for line in _LINES]
    lines.write_text("".join(json.dumps(line) + "\n" for line in told), "utf-8")
    with new_register(str(tmp_path / "r.habeas")) as made:
        import_claims(made, str(lines), About(Day.unknown()), Wish())
        yield made


def matched(register: Register, message: str, predicate: str = "release") -> list[Matched]:
    asked = AsOf(DAY, utc_today(), Basis.register())
    names = spoken_against(message, names_pasted(message).names, predicate)
    return match_names(register, names, asked, predicate, 365)


@pytest.mark.parametrize("name", ["Alena Vymyslova", "Алена Вымыслова", "VYMYSLOVA Alena", "Vymyslova, Alena"])
def test_a_whole_name_that_fits_one_person_is_matched_in_any_script_and_order(register: Register, name: str) -> None:
    (one,) = matched(register, f"1. {name}")
    assert one.state == "matched"
    assert one.candidates[0].name == "Alena Vymyslova"
    assert one.candidates[0].why


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("1. Yan Kazachny", "2 people here may be meant"),
        ("1. Alena Vymyslova (1995)", "born in 1995 by the message, in 1980"),
        ("1. A. Vymyslova", "not a whole name"),
        ("1. Vymyslova", "not a whole name"),
        ("1. Marta Fiktsyya", "not known to be in custody the day before"),
        ("1. Hanna Vydumka", "known here to have died"),
        ("We hear that Piotr Prydumany is out.", "it may be no name of the list"),
    ],
)
def test_whatever_there_is_to_doubt_is_left_to_a_person_with_the_reason(
    register: Register, line: str, why: str
) -> None:
    (one,) = matched(register, line)
    assert one.state == "doubtful"
    assert one.chosen is None
    assert one.candidates
    assert any(why in reason for reason in one.why)


def test_somebody_arrested_is_not_doubted_for_having_been_free(register: Register) -> None:
    assert matched(register, "1. Marta Fiktsyya", "arrest")[0].state == "matched"
    assert matched(register, "1. Piotr Prydumany", "arrest")[0].why == ("in custody already the day before",)


def test_a_year_of_birth_one_off_is_no_contradiction(register: Register) -> None:
    assert matched(register, "1. Alena Vymyslova (1981)")[0].state == "matched"


def test_whom_nobody_here_is_called_like_is_new(register: Register) -> None:
    assert [one.state for one in matched(register, "1. Zoltar Brambelski")] == ["new"]
    assert [one.state for one in matched(register, "Zoltar Brambelski")] == ["unclear"]


def test_a_name_told_twice_is_told_so_and_two_names_of_one_person_are_doubtful(register: Register) -> None:
    twice = matched(register, "1. Alena Vymyslova\n2. Alena Vymyslova")
    assert [one.state for one in twice] == ["matched", "repeated"]
    assert twice[1].why == ("the same name as on line 1",)
    spelled = matched(register, "1. Alena Vymyslova\n2. Алена Вымыслова")
    assert [one.state for one in spelled] == ["doubtful", "doubtful"]


def test_whom_the_message_says_to_be_still_held_is_never_matched_or_new(register: Register) -> None:
    found = matched(register, "Released today: Alena Vymyslova.\nStill in prison: Piotr Prydumany, Zoltar Brambelski")
    assert [one.state for one in found] == ["matched", "doubtful", "unclear"]
    assert [one.why for one in found[1:]] == [("it stands under “Still in prison”",)] * 2


def test_a_name_told_both_as_released_and_as_held_is_doubtful_at_its_first_place(register: Register) -> None:
    found = matched(
        register, "Released: Alena Vymyslova, Zoltar Brambelski\nNot released: Alena Vymyslova, Zoltar Brambelski"
    )
    assert [one.state for one in found] == ["doubtful", "unclear", "repeated", "repeated"]
    assert found[0].why == ("told again, where it stands under “Not released”",)


@pytest.mark.parametrize(
    ("line", "name", "form"),
    [
        ("1. Небылицу Анну", "Анна Небылица", "Небылица Анна"),
        ("1. Петра Придуманного", "Piotr Prydumany", "Петр Придуманный"),
    ],
)
def test_a_name_in_another_case_is_doubtful_rather_than_somebody_new(
    register: Register, line: str, name: str, form: str
) -> None:
    (one,) = matched(register, line)
    assert one.state == "doubtful"
    assert one.candidates[0].name == name
    assert one.why[0] == f"it may be “{form}” in another case"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("1. Ivan Nibyta-Vydumka", "a double name, of which one part is known here"),
        ("1. Alena Vymyslova (née Kazka)", "an earlier name stands beside it"),
    ],
)
def test_whoever_bears_another_name_too_is_not_surely_matched(register: Register, line: str, why: str) -> None:
    (one,) = matched(register, line)
    assert (one.state, one.chosen) == ("doubtful", None)
    assert why in one.why
