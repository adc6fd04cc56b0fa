"""A word of a name has one trunk in its cases, genders, scripts and spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.names.trunks import trunk


@pytest.mark.parametrize(
    "written",
    [
        "Nibyta Нибыта Нибыты Нибытой Nibyty NIBYTA Нібыты",
        "Vymyslova Вымысловой Вымыслова Vymyslov Vymysłowa",
        "Kazachny Казачного Казачный Казачны Kazachnyi Kazaczny",
        "Prydumany Придуманный Прыдуманага Prydumanym",
        "Advokatava Advokatavaj Адвокатовой",
    ],
)
def test_it_is_one_however_the_word_is_written(written: str) -> None:
    assert len({trunk(word) for word in written.split()}) == 1


def test_different_names_have_different_ones() -> None:
    words = ["Nibyta", "Vymyslova", "Kazachny", "Prydumany", "Vydumka", "Kazka", "Lantern", "custody", "Orsk"]
    assert len({trunk(word) for word in words}) == len(words)


def test_in_other_scripts_it_is_the_word_itself() -> None:
    assert trunk("王虚构") == "王虚构"


@given(st.text(max_size=12))
def test_any_word_has_one_that_case_does_not_change(word: str) -> None:
    assert trunk(word.casefold()) == trunk(word)
