"""Nicknames and descriptions are told from names; a name in whatever spelling stays one."""

from __future__ import annotations

import pytest
from tests.names.invented_people import one_person

from habeas.names.partial import is_partial


@pytest.mark.parametrize("text", [
    "«Batska»", '"Dzed"', "?", "", "12", "a teacher from Orsk", "unknown man", "cell mate 12", "the blogger known as Sever",
    "a 35-year-old driver from Velmar", "неизвестный", "студэнт з Орска",
])  # fmt: skip
def test_a_nickname_or_a_description_is_no_name(text: str) -> None:
    assert is_partial(text)


@pytest.mark.parametrize("text", [
    "Sever", "Detainee 12", 'Ivan "Sever" Nibyta', "ivan nibyta", "Нибыта И. И.", "Mr. Nibyta", "Nibyta (blogger)", "Ludwig van Prydumany",
    "Abu al-Nibyta", "d'Artagnan", "de la Nibyta Kora", "Mohammed bin Nibyta", "محمد", "김철수",
])  # fmt: skip
def test_a_name_is_a_name(text: str) -> None:
    assert not is_partial(text)


def test_no_spelling_of_the_invented_people_is_taken_for_less() -> None:
    names = {name for held_back in (False, True) for pair in one_person(held_back=held_back) for name in pair}
    assert [name for name in sorted(names) if is_partial(name)] == []
