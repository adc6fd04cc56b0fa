"""One given name in two spellings is one; two that differ by a letter are two, whether or not the names are known."""

from __future__ import annotations

import pytest
from tests.names.invented_people import one_person

from habeas.names.one_given_name import have_one_given_name
from habeas.names.parsed import parsed
from habeas.names.score import SAME, score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zdzisława Nibycka", "Zdzisław Nibycki"),
        ("Антонина Зуб", "Антоний Зуб"),
        ("Fariz Nibyev", "Farid Nibyev"),
        ("Нибыев Ильхам", "Ильхан Нибыев"),
        ("Наталия Зуб", "Натания Зуб"),
        ("Nibyev, Fariz", "Nibyev, Farid"),
        ("Ivan Nibyta", ""),
        ("محمد", "محمود"),
    ],
)
def test_a_letter_makes_another_given_name(one: str, other: str) -> None:
    assert not have_one_given_name(parsed(one), parsed(other))
    assert not have_one_given_name(parsed(other), parsed(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zdzisława Nibycka", "Nibycka Zdzisława"),
        ("Fariz Nibyev", "Фариз Нибыев"),
        ("Нибыев Ильхам Фаризович", "Ilham Nibyev"),
        ("Sasha Nibyta", "Аляксандр Нібыта"),
        ("Ivan Nibytta", "Ivan Nibyta"),
        ("I. Nibyta", "Ivan Nibyta"),
        ("محمد علي", "Mohammed Ali"),
        ("Арвидий Нибытов", "Arvidij Nibytovas"),
    ],
)
def test_spellings_of_one_given_name_are_one(one: str, other: str) -> None:
    assert have_one_given_name(parsed(one), parsed(other))
    assert have_one_given_name(parsed(other), parsed(one))


def test_all_spellings_of_invented_people_give_one() -> None:
    pairs = [(a, b) for a, b in one_person(held_back=False) if score(a, b) >= SAME]
    assert [pair for pair in pairs if not have_one_given_name(*map(parsed, pair))] == []
