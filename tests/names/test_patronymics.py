"""Patronymics tell one father's name in every spelling."""

from __future__ import annotations

import pytest

from habeas.names.agreement import patronymics_agree
from habeas.names.given import classes
from habeas.names.patronymics import Patronymic, patronymic


def of(word: str) -> Patronymic:
    found = patronymic(word)
    assert found is not None, word
    return found


@pytest.mark.parametrize(
    ("father", "children"),
    [
        ("мікалай", "мікалаевіч николаевич mikalaevich nikolayevich nikolaevič миколайович mikalajevič nikołajewicz"),
        ("сяргей", "сяргеевіч сергеевич siarheevich sergeyevich сергійович siarhieјevič siarhieevich"),
        ("пётр", "пятровіч петрович piatrovich petrovitch petrowitsch"),
        ("якаў", "якаўлевіч яковлевич yakaulevich yakovlevich jakaŭlevič"),
        ("павел", "паўлавіч павлович paulavich pavlovich pawlowitsch"),
        ("ілья", "ільіч ильич ilyich"),
        ("леў", "львовіч львович lvovich"),
    ],
)
def test_a_son_is_known_by_his_father(father: str, children: str) -> None:
    words = children.replace("ј", "j").split()
    assert [w for w in words if of(w).fathers.isdisjoint(classes(father)) or of(w).gender != "m"] == []


@pytest.mark.parametrize("word", ["сяргееўна", "siarheeuna", "сергеевна", "сергіївна", "sergeyevna", "siarhiejeŭna"])
def test_a_daughter_too(word: str) -> None:
    assert not of(word).fathers.isdisjoint(classes("сяргей"))
    assert of(word).gender == "f"


def test_two_fathers_and_two_genders_contradict() -> None:
    assert patronymics_agree(of("antonovich"), of("андрэевіч")) == 0
    assert patronymics_agree(of("antonovich"), of("антоновна")) == 0


def test_a_father_not_in_the_list_is_compared_by_reading() -> None:
    assert patronymics_agree(of("khazalbekavich"), of("хазалбекович")) == 1
    assert patronymics_agree(of("khazalbekavich"), of("мурзабекович")) < 0.83


@pytest.mark.parametrize("word", ["zuk", "ганна", "іч", "na", ""])
def test_other_words_are_none(word: str) -> None:
    assert patronymic(word) is None
