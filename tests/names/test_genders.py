"""A man's and a woman's name with a surname that has one form for both are not one name; other cases and men's names in -a are none of hers."""

from __future__ import annotations

import pytest

from habeas.names.explained import explained
from habeas.names.score import REVIEW, SAME, score


@pytest.mark.parametrize(
    ("man", "woman"),
    [
        ("Руслан", "Руслана"),
        ("Rusłan", "Rusłana"),
        ("Руслан", "Rusłana"),
        ("Мечислав", "Мечислава"),
        ("Юлий", "Юлия"),
        ("Julij", "Julia"),
        ("Roman", "Romana"),
        ("Emil", "Emilia"),
        ("Iwan", "Iwanna"),
        ("Gabriel", "Gabriela"),
        ("Zbigniew", "Zbigniewa"),
        # not in the list of given names
        ("Луис", "Луиса"),
        ("Tulon", "Tulona"),
        ("Арвидий", "Арвидия"),
    ],
)
@pytest.mark.parametrize("surname", ["Козак", "Нибыто"])
def test_the_ending_of_a_given_name_tells_a_woman_from_a_man(man: str, woman: str, surname: str) -> None:
    assert score(f"{man} {surname}", f"{woman} {surname}") < SAME
    assert score(f"{surname} {woman}", f"{surname} {man}") < SAME
    gender = [r.verdict for r in explained(f"{man} {surname}", f"{woman} {surname}").reasons if r.part == "gender"]
    assert gender in (["contradicts"], ["unclear"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nikita Kozak", "Никита Козак"),
        ("Ilia Kozak", "Илья Козак"),
        ("Саша Козак", "Александр Козак"),
        ("Саша Козак", "Александра Козак"),
        ("Данил Козак", "Данила Козак"),
        ("Гаврил Козак", "Гаврила Козак"),
        ("Mustafa Kozak", "Mustaf Kozak"),
        ("Шота Козак", "Shota Kozak"),
    ],
)
def test_names_of_men_that_end_so_are_no_womens(one: str, other: str) -> None:
    assert score(one, other) >= SAME


@pytest.mark.parametrize(
    ("woman", "man"),
    [
        ("Oleksandra Nibytska", "Oleksandr Nibytskyi"),
        ("Nibytska Oleksandra Ivanivna", "Oleksandr Nibytskyi"),
        ("Jana Nibycka", "Jan Nibycki"),
        ("Wiktoria Nibycka", "Wiktor Nibycki"),
        ("Eugenia Zmyslowska", "Евгений Змысловский"),
    ],
)
def test_a_surname_in_ska_or_cka_is_no_case_of_a_mans(woman: str, man: str) -> None:
    assert score(woman, man) < REVIEW
    assert "contradicts" in [reason.verdict for reason in explained(woman, man).reasons]


def test_given_names_nobody_knows_with_two_endings_are_for_a_person() -> None:
    assert REVIEW <= score("Zdzisława Nibycka", "Zdzisław Nibycki") < SAME


@pytest.mark.parametrize("other", ["Яна Нибыцкая", "Nibycka Jana", "Jana Nibyckaja"])
def test_a_woman_with_such_a_surname_is_herself(other: str) -> None:
    assert score("Jana Nibycka", other) >= SAME


def test_the_genitive_of_a_man_is_nobody_else() -> None:
    for one, other in (("Иван Козак", "Ивана Козака"), ("Руслан Козак", "Руслана Козака")):
        assert score(one, other) >= REVIEW
        assert "contradicts" not in [reason.verdict for reason in explained(one, other).reasons]
