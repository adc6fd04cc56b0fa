"""Junior and senior, father and son, the second and the third are told apart; a name that tells none contradicts nothing."""

from __future__ import annotations

import pytest

from habeas.names.explained import explained
from habeas.names.generations import OLDER, YOUNGER, without_generation
from habeas.names.parsed import parsed
from habeas.names.score import REVIEW, SAME, score


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Ivan Nibyta Jr.", YOUNGER),
        ("Ivan Nibyta, Sr", OLDER),
        ("Nibyta, Jr., Ivan", YOUNGER),
        ("Иван Небыта мл.", YOUNGER),
        ("Небыта ст.", OLDER),
        ("Іван Нібыта малодшы", YOUNGER),
        ("Ivan Nibyta st.", OLDER),
        ("Ivan Nibyta the Elder", OLDER),
        ("Небыта-старший Иван", OLDER),
        ("Иван Небыта (отец)", OLDER),
        ("Ivan Nibyta (son)", YOUNGER),
        ("Jan Nibyta [młodszy]", YOUNGER),
        ("Ivan Nibyta III", "iii"),
        ("Ivan Nibyta", ""),
        ("Amy Senior", ""),
        ("Jr.", ""),
        ("Ivan Nibyta (Kazka)", ""),
        ("Stefan Juniorov", ""),
    ],
)
def test_the_generation_is_told_after_a_name_by_a_hyphen_or_in_brackets(name: str, told: str) -> None:
    assert parsed(name).generation == told


def test_what_tells_it_is_no_part_of_the_name() -> None:
    assert without_generation("Nibyta, Jr., Ivan")[0].replace(" ", "") == "Nibyta,Ivan"
    assert [word.text for word in parsed("Андрей Небыта-старший").surname] == ["небыта"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Андрей Небыта мл.", "Андрей Небыта ст."),
        ("Andrei Nibyta Jr.", "Андрей Нибыта (отец)"),
        ("Jan Nibyta senior", "Jan Nibyta junior"),
        ("Андрэй Нібыта старшы", "Andrei Nibyta, Jr."),
        ("Tulo Varendi II", "Tulo Varendi III"),
    ],
)
def test_two_generations_are_two_people(one: str, other: str) -> None:
    assert score(one, other) < REVIEW
    reasons = {reason.part: (reason.verdict, reason.sentence) for reason in explained(one, other).reasons}
    assert reasons["generation"][0] == "contradicts"


@pytest.mark.parametrize("one", ["Andrei Nibyta st.", "Andrei Nibyta, Jr.", "Андрей Нибыта (отец)", "Andrei Nibyta II"])
@pytest.mark.parametrize("other", ["Андрей Нибыта", "Nibyta Andrei"])
def test_a_generation_that_only_one_tells_is_neutral(one: str, other: str) -> None:
    assert score(one, other) >= SAME
    assert ("generation", "missing") in [(r.part, r.verdict) for r in explained(one, other).reasons]


def test_a_numeral_does_not_contradict_a_word() -> None:
    assert score("Ivan Nibyta Jr.", "Ivan Nibyta II") >= SAME
