"""Cases and articles: who is accused together, and what only stands beside a case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.register.intake_lines import come_in
from tests.register.orsk_story import ALENA, COURT, IVAN, line, story

from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.register.cases import Prosecutions, prosecutions
from habeas.register.known import known
from habeas.register.opened import Register, new_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "orsk.habeas")) as made:
        come_in(made, story())
        yield made


def told(register: Register) -> Prosecutions:
    return prosecutions(register, AsOf(utc_today(), utc_today(), Basis.register()))


def names(register: Register, people: list[str]) -> list[str]:
    persons = known(register, utc_today(), Basis.register()).persons
    return sorted(persons.by_id[person].name for person in people)


def test_those_of_one_number_at_one_authority_are_in_one_case(register: Register) -> None:
    (case,) = told(register).cases.values()
    assert case.title == "Orsk prosecutor, case 17"
    assert names(register, case.defendants) == [ALENA, IVAN]


def test_a_sentence_that_names_the_case_is_in_it_and_a_charge_that_does_not_is_beside_it(register: Register) -> None:
    (case,) = told(register).cases.values()
    assert sorted(claim.predicate for _, claim in case.told) == ["case", "case", "sentence"]
    assert sorted(claim.predicate for _, claim in case.beside) == ["charge", "involvement"]


def test_where_somebody_has_two_cases_nothing_is_guessed_to_belong_to_either(register: Register) -> None:
    come_in(register, [line(ALENA, "case", source="Lantern 1", number="23", authority="Orsk prosecutor")])
    assert all(not case.beside for case in told(register).cases.values())


def test_one_number_at_two_authorities_is_two_cases(register: Register) -> None:
    come_in(register, [line("Hanna Vydumka", "case", number="17", authority="Velmar prosecutor")])
    assert len(told(register).cases) == 2


def test_a_court_without_a_number_makes_no_case(register: Register) -> None:
    come_in(register, [line("Hanna Vydumka", "case", court=COURT)])
    assert len(told(register).cases) == 1


def test_an_article_has_those_told_of_under_it(register: Register) -> None:
    articles = told(register).articles
    assert names(register, articles["art-17"].people) == [ALENA]
    assert names(register, articles["art-18"].people) == [IVAN]


def test_a_charge_denied_is_no_charge(register: Register) -> None:
    come_in(register, [{**line("Hanna Vydumka", "charge", article="Art. 19"), "reality": "denied"}])
    assert "art-19" not in told(register).articles
