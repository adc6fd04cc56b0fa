"""Spellings of one person score high, people who differ in one part low; nothing makes the score fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.names.invented_people import one_person, two_people

from habeas.names.score import REVIEW, SAME, outcome, score

SIX = [
    "Sergei Tikhovetsky", "Siarhei Tsikhavetski", "Siarhiej Cichaviecki", "Сяргей Ціхавецкі", "Сергей Тиховецкий", "Serhiy Tykhovetskyy",
]  # fmt: skip


@pytest.mark.parametrize("one", SIX)
def test_six_spellings_of_one_name_are_one(one: str) -> None:
    assert [other for other in SIX if score(one, other) < SAME] == []


def test_nearly_all_spellings_of_invented_people_are_joined() -> None:
    pairs = one_person(held_back=False)
    assert len(pairs) > 300
    assert sum(score(a, b) >= SAME for a, b in pairs) / len(pairs) >= 0.98


def test_so_are_those_of_people_the_rules_had_not_met() -> None:
    pairs = one_person(held_back=True)
    assert sum(score(a, b) >= SAME for a, b in pairs) / len(pairs) >= 0.95


def test_people_who_differ_in_one_part_are_told_apart() -> None:
    assert [pair for pair in two_people(held_back=False) if score(pair[0], pair[1]) >= SAME] == []


def test_so_are_those_the_rules_had_not_met_but_for_few() -> None:
    pairs = two_people(held_back=True)
    assert sum(score(a, b) >= SAME for a, b, _ in pairs) / len(pairs) <= 0.05


def test_an_omitted_patronymic_is_not_a_contradicted_one() -> None:
    assert score("Ivan Zub", "Иван Петрович Зуб") >= SAME
    assert score("Ivan Pavlovich Zub", "Иван Петрович Зуб") < REVIEW


@pytest.mark.parametrize("other", ["Зуб Т.А.", "Т. А. Зуб", "Zub, T. A.", "Zub T.A."])
def test_surname_and_both_initials_may_be_the_whole_name(other: str) -> None:
    assert score("Татьяна Александровна Зуб", other) >= SAME
    assert score("Татьяна Ивановна Зуб", other) < REVIEW
    assert score("Татьяна Александровна Дуб", other) < SAME


def test_an_f_at_the_end_of_a_given_name_is_none_of_a_surname() -> None:
    assert score("Iosif Los", "Язэп Лось") >= SAME
    assert score("Petroff Ivan", "Иван Петров") >= SAME


def test_husband_and_wife_are_two() -> None:
    assert score("Aliaksandr Kachargin", "Aliaksandra Kachargina") < REVIEW


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_score_is_between_0_and_1_and_does_not_depend_on_the_order(one: str, other: str) -> None:
    value = score(one, other)
    assert 0 <= value <= 1
    assert score(other, one) == pytest.approx(value)


def test_outcomes_change_at_the_thresholds() -> None:
    assert [outcome(value) for value in (SAME, SAME - 0.001, REVIEW, REVIEW - 0.001)] == [
        "same", "review", "review", "different",
    ]  # fmt: skip
