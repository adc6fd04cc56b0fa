"""One person asked for by a name: who is written so goes before who is called much alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.kernel.days import Day
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register, new_register
from habeas.register.persons import SeveralMatch, person
from habeas.sources.capture import About


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    lines = [
        {"subject": name, "predicate": "arrest", "valid": "2020-03-02", "source": "Lantern"}
        for name in ("Siarhei Vymyslouski", "Alena Vymyslouskaya", "Yan Kazachny", "Yan Kazachny Nibyta")
    ]
    path = tmp_path / "lines.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    with new_register(str(tmp_path / "a.habeas")) as made:
        import_claims(made, str(path), About(Day.unknown()), Wish())
        yield made


def called(register: Register, wanted: str) -> object:
    return person(register, wanted, AsOf(utc_today(), utc_today(), Basis.register()), definition())["names"]


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Vymyslouski", "Siarhei Vymyslouski"),  # not the woman of that family name
        ("vymyslouskaya", "Alena Vymyslouskaya"),
        ("Сяргей Вымыслоўскі", "Siarhei Vymyslouski"),
        ("Yan Kazachny", "Yan Kazachny"),  # not the one with a name more
    ],
)
def test_a_name_as_it_is_written_is_that_person(register: Register, wanted: str, name: str) -> None:
    assert called(register, wanted) == [name]


def test_a_name_that_several_have_lists_them(register: Register) -> None:
    with pytest.raises(SeveralMatch) as several:
        called(register, "Kazachny")
    assert [hit["name"] for hit in several.value.hits] == ["Yan Kazachny", "Yan Kazachny Nibyta"]


def test_custody_of_which_nothing_was_heard_for_long_is_unconfirmed_with_the_day_of_the_last_proof(
    register: Register,
) -> None:
    asked = AsOf(date(2021, 6, 1), utc_today(), Basis.register())
    status = person(register, "Alena Vymyslouskaya", asked, definition())["status"]
    assert (status["answer"], status["unconfirmed"], status["last_proof"]) == ("unknown", True, "2020-03-02")
    assert (
        status["because"] == "unconfirmed: held since 2020-03-02; no exit known; no proof of custody since 2020-03-02"
    )


def test_the_day_of_the_last_proof_stands_beside_custody_that_is_still_proved(register: Register) -> None:
    asked = AsOf(date(2020, 6, 1), utc_today(), Basis.register())
    status = person(register, "Alena Vymyslouskaya", asked, definition())["status"]
    assert (status["answer"], status["unconfirmed"], status["last_proof"]) == ("yes", False, "2020-03-02")
    assert person(register, "Vymyslouskaya", asked.on(date(2019, 1, 1)), definition())["status"]["last_proof"] is None
