"""Who is on which list since when: told by the versions held, stretch by stretch, and never as custody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.register.lists import HELD, NOBODY_SAYS, OUT, bring_in

from habeas.cli.main import run
from habeas.figures.definitions import definition
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import AsOf, Basis
from habeas.register.deciding import judge, retract
from habeas.register.importing import Wish
from habeas.register.listing import HowList
from habeas.register.opened import Register, new_register
from habeas.register.persons import person

ALENA, IVAN, PIOTR = HELD["name"], OUT["name"], NOBODY_SAYS["name"]
JANUARY, FEBRUARY, MARCH, APRIL = "2032-01-31", "2032-02-29", "2032-03-31", "2032-04-30"


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "invented.habeas"), invented=True) as made:
        yield made


def version(register: Register, day: str, *rows: dict[str, str], name: str = "lantern") -> None:
    bring_in(register, rows, day, Wish(list_name=name), HowList(shrunk=True))


def stretches(
    register: Register, name: str, known_by: str = "2035-01-01", basis: str = "register"
) -> list[tuple[Any, ...]]:
    day = date.fromisoformat(known_by)
    found = person(register, name, AsOf(day, day, Basis.parse(basis)), definition())["listings"]
    return [
        tuple(one[part] for part in ("list", "first_listed", "or_earlier", "last_listed", "gone_by")) for one in found
    ]


def test_somebody_on_the_first_version_may_have_been_listed_before(register: Register) -> None:
    version(register, JANUARY, HELD)
    assert stretches(register, ALENA) == [("lantern", JANUARY, True, JANUARY, None)]


def test_who_is_gone_and_back_has_two_stretches(register: Register) -> None:
    version(register, JANUARY, HELD)
    version(register, FEBRUARY, HELD, OUT)
    version(register, MARCH, HELD)
    version(register, APRIL, {**HELD, "decision": "9 years"}, OUT)
    assert stretches(register, ALENA) == [("lantern", JANUARY, True, APRIL, None)]
    assert stretches(register, IVAN) == [
        ("lantern", FEBRUARY, False, FEBRUARY, MARCH),
        ("lantern", APRIL, False, APRIL, None),
    ]


def test_an_older_version_that_comes_in_later_is_set_in_its_place(register: Register) -> None:
    version(register, FEBRUARY, HELD, OUT)
    version(register, JANUARY, HELD)
    assert stretches(register, IVAN) == [("lantern", FEBRUARY, False, FEBRUARY, None)]


def test_lists_are_told_apart_and_a_person_is_on_all_that_name_a_mention_of_theirs(register: Register) -> None:
    version(register, JANUARY, HELD)
    version(register, FEBRUARY, {**HELD, "id": "x7", "name": "Вымыслова Алена"}, name="courier")
    (one, other) = register.caught_up().mentions
    judge(register, one, other, Verdict.SAME, "one birth certificate")
    assert stretches(register, ALENA) == [
        ("courier", FEBRUARY, True, FEBRUARY, None), ("lantern", JANUARY, True, JANUARY, None),
    ]  # fmt: skip
    assert stretches(register, ALENA, basis="source:lantern") == [("lantern", JANUARY, True, JANUARY, None)]


def test_as_known_earlier_later_versions_are_not_told_of(register: Register) -> None:
    version(register, JANUARY, HELD, OUT)
    version(register, FEBRUARY, HELD)
    assert stretches(register, IVAN, FEBRUARY, "public") == [("lantern", JANUARY, True, JANUARY, FEBRUARY)]
    assert stretches(register, IVAN, JANUARY, "public") == [("lantern", JANUARY, True, JANUARY, None)]


def test_a_claim_taken_back_takes_nobody_off_a_list(register: Register) -> None:
    version(register, JANUARY, HELD)
    version(register, FEBRUARY, HELD)
    before = stretches(register, ALENA)
    retract(register, next(c.id for c in register.caught_up().claims if c.predicate == "arrest"), "misread")
    assert stretches(register, ALENA) == before


def test_the_screen_says_since_when_and_by_when_no_longer(
    register: Register, capsys: pytest.CaptureFixture[str]
) -> None:
    version(register, JANUARY, HELD, OUT)
    version(register, FEBRUARY, HELD)
    assert run(["person", register.path, IVAN, "--on", FEBRUARY]) == 0
    assert "On the list lantern from 2032-01-31 or earlier to 2032-01-31, no longer listed by 2032-02-29" in " ".join(
        capsys.readouterr().out.split()
    )
    assert run(["person", register.path, ALENA, "--on", FEBRUARY]) == 0
    assert ", and still in the newest version held, of 2032-02-29" in " ".join(capsys.readouterr().out.split())
