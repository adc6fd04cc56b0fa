"""A new name finds those that may be the same without being compared with all, whatever was added before it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.identity.like_names import LikeNames

SPELLINGS = (
    "Siarhei Vydumka",
    "Sergei Vydumka",
    "Сяргей Выдумка",
    "Сергей Выдумка",
    "Serhiy Vydumka",
    "VYDUMKA, Siarhiej",
)
OTHERS = (
    "Siarhei Nibyta", "Ivan Vydumka", "Juan Carlos Ficticio", "Juan Carlos Inventado", "Vydumka", "?", "", "A",
    "Sergei Petrovich Vydumka", "Sergei Pavlovich Vydumka", "Sergeeva Vydumka",
)  # fmt: skip


def index(*names: str) -> LikeNames:
    made = LikeNames()
    for name in names:
        made.like(name)
    return made


def test_six_spellings_of_one_name_find_each_other() -> None:
    made = index(*SPELLINGS)
    for name in SPELLINGS:
        assert set(made.like(name)) == set(SPELLINGS) - {name}


@pytest.mark.parametrize("other", ["Siarhei Nibyta", "Ivan Vydumka", "Vydumka", "?"])
def test_another_name_finds_none_of_them(other: str) -> None:
    assert index(*SPELLINGS).like(other) == {}


def test_a_name_of_which_one_word_is_another_is_not_like_it() -> None:
    assert index("Juan Carlos Ficticio").like("Juan Carlos Inventado") == {}


def test_numbers_tell_people_apart_who_are_called_by_them() -> None:
    made = index("Detainee Nibyta 1", "Detainee Nibyta 11")
    assert set(made.like("DETAINEE NIBYTA 11")) == {"Detainee Nibyta 11"}


def test_a_name_of_two_words_is_found_beside_many_that_share_one_of_them() -> None:
    crowd = [f"Ivan Nibyta {word}" for word in ("Arda", "Besko", "Cimra", "Dolna", "Elvo")]
    assert set(index(*crowd, "Ivan Arda").like("Иван Арда")) == {"Ivan Arda", "Ivan Nibyta Arda"}
    assert set(index(*crowd).like("Nibyta Ivan Dolna")) == {"Ivan Nibyta Dolna"}


def test_a_lone_word_is_like_itself_in_capitals_alone() -> None:
    assert set(index("Vydumka", "Vydumko").like("VYDUMKA")) == {"Vydumka"}


def test_a_patronymic_left_out_is_like_each_of_two_that_are_not_like_each_other() -> None:
    made = index("Sergei Vydumka", "Sergei Petrovich Vydumka", "Sergei Pavlovich Vydumka")
    assert set(made.like("Sergei Vydumka")) == {"Sergei Petrovich Vydumka", "Sergei Pavlovich Vydumka"}
    assert set(made.like("Sergei Petrovich Vydumka")) == {"Sergei Vydumka"}


@given(st.lists(st.sampled_from((*SPELLINGS, *OTHERS)), unique=True, max_size=10), st.randoms(use_true_random=False))
def test_the_order_in_which_names_come_changes_nothing(names: list[str], dice: random.Random) -> None:
    expected = index(*names)
    shuffled = list(names)
    dice.shuffle(shuffled)
    other = index(*shuffled)
    assert {n: dict(expected.like(n)) for n in names} == {n: dict(other.like(n)) for n in names}


@given(st.lists(st.sampled_from((*SPELLINGS, *OTHERS)), unique=True, max_size=10))
def test_two_names_are_like_each_other_or_neither_is(names: list[str]) -> None:
    made = index(*names)
    for name in names:
        assert name not in made.like(name)
        for other, score in made.like(name).items():
            assert made.like(other)[name] == score


@given(st.lists(st.sampled_from((*SPELLINGS, *OTHERS)), unique=True, max_size=10), st.integers(0, 10))
def test_a_name_forgotten_is_as_if_it_had_never_been_added(names: list[str], kept: int) -> None:
    made, left = index(*names), names[:kept]
    made.forget_all_but(left)
    expected = index(*left)
    assert made.is_empty == (not left)
    assert {n: dict(made.like(n)) for n in left} == {n: dict(expected.like(n)) for n in left}
    assert {n: dict(made.like(n)) for n in names} == {n: dict(expected.like(n)) for n in names}
