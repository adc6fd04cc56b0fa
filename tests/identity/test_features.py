"""What agrees, is missing or contradicts, feature by feature; and what is told of somebody by claims."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from habeas.claims.claim import Claim
from habeas.identity.features import births_compared, contradicts, features, likeness, second_agreements
from habeas.identity.particulars import Particulars, particulars, told_of
from habeas.kernel.days import Day
from habeas.names.score import CONTRADICTION


def somebody(name: str = "Ivan Nibyta", *births: str, **more: Any) -> Particulars:
    parts = {part: frozenset(values) for part, values in more.items()}
    return Particulars(frozenset({name}), frozenset(map(Day.parse, births)), **parts)


def claim(predicate: str, when: str = "", reality: str = "actual", **value: Any) -> Claim:
    return Claim("c", "m", predicate, value, "s", Day.parse(when), reality=reality)


BORN = claim("birth_date", "1985-01-01")


def told(*claims: Claim) -> Particulars:
    return particulars(told_of(claims), ["m"], ["Ivan Nibyta"])


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("1980-05-05", "1980-05-05", "agrees"),
        ("1980-05-05", "1980", "agrees"),
        ("1980-05-05", "1980-05-06", "unclear"),
        ("1980-05-05", "1981-05-05", "unclear"),
        ("1980-03-07", "1980-07-03", "unclear"),
        ("1975-11-28", "1976", "unclear"),
        ("1980-05-05", "1981-06-05", "contradicts"),
        ("1990-01-01", "1960-01-01", "contradicts"),
        ("1950", "1975-11-28", "contradicts"),
        ("1980-05-05", "", "missing"),
    ],
)
def test_two_days_of_birth(one: str, other: str, verdict: str) -> None:
    a, b = (somebody("Ivan Nibyta", *([day] if day else [])) for day in (one, other))
    assert births_compared(a, b) == births_compared(b, a) == verdict


def test_of_several_days_of_birth_the_best_pair_speaks() -> None:
    assert (
        births_compared(somebody("Ivan Nibyta", "1980-05-05", "1990-01-01"), somebody("Ivan Nibyta", "1990-01-01"))
        == "agrees"
    )


@pytest.mark.parametrize(
    ("one", "other", "two_people"),
    [
        (somebody("Ivan Petrovich Nibyta"), somebody("Ivan Pavlovich Nibyta"), True),
        (somebody("Ivan Petrovich Nibyta"), somebody("Ivan Nibyta"), False),
        (somebody(patronymics=["Петрович"]), somebody("Ivan Ivanavich Nibyta"), True),
        (somebody(patronymics=["Петрович"]), somebody(patronymics=["Ivan"]), True),
        (somebody(patronymics=["Петрович"]), somebody(patronymics=["Ivan", "Piatro"]), False),
        (somebody(patronymics=["Петрович"]), somebody("Ivan Piatrovič Nibyta"), False),
        (somebody("Sasha Nibyta", sexes=["m"]), somebody("Sasha Nibyta", sexes=["f"]), True),
        (somebody("Sasha Nibyta", sexes=["m"]), somebody("Sasha Nibyta"), False),
        (somebody("Ivan Nibyta", sexes=["m"]), somebody("Иван Нибыта", sexes=["f"]), True),
        (somebody("Ivan Nibyta"), somebody("Иван Нибыта", sexes=["f"]), True),
        (somebody("Ivan Nibyta", sexes=["m", "f"]), somebody("Иван Нибыта", sexes=["f"]), False),
        (somebody("Ivan Nibyta", places=["Orsk"]), somebody("Ivan Nibyta", places=["Velmar"]), False),
        (somebody("Ivan Nibyta", "1980-05-05"), somebody("Ivan Nibyta", "1985-01-02"), True),
    ],
)
def test_what_makes_two_people(one: Particulars, other: Particulars, two_people: bool) -> None:
    assert contradicts(one, other) is contradicts(other, one) is two_people


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (somebody("Ivan Nibyta", "1980-05-05"), somebody("Ivan Nibyta", "1980-05-05"), ("birth_date",)),
        (somebody("Ivan Nibyta", "1980-05"), somebody("Ivan Nibyta", "1980-05"), ()),
        (somebody(places=["Orsk"]), somebody(places=["Orsk"]), ()),
        (somebody("Ivan Petrovich Nibyta"), somebody("Ivan Petrovich Nibyta"), ()),
        (
            somebody("Ivan Petrovich Nibyta", courts=["Orsk City Court"]),
            somebody("Иван Петрович Нибыта", courts=["Orsk city court"]),
            ("patronymic_and_place",),
        ),
        (
            somebody(patronymics=["Петрович"], places=["Orsk"]),
            somebody(patronymics=["Пётр"], places=["Орск"]),
            ("patronymic_and_place",),
        ),
        (
            somebody("Ivan Petrovich Nibyta", places=["Colony 3"]),
            somebody("Ivan Petrovich Nibyta", places=["Colony 5"]),
            (),
        ),
    ],
)
def test_second_agreements(one: Particulars, other: Particulars, found: tuple[str, ...]) -> None:
    assert second_agreements(one, other) == second_agreements(other, one) == found


def test_every_feature_is_a_sentence_with_its_verdict() -> None:
    one = somebody("Ivan Petrovich Nibyta", "1980-05-05", places=["Orsk"], courts=["Orsk City Court"])
    other = somebody("Иван Нибыта", "1980", places=["Орск"], courts=["Velmar Court"])
    assert [(f.part, f.verdict) for f in features(one, other)] == [
        ("surname", "agrees"), ("given name", "agrees"), ("patronymic", "missing"), ("birth date", "agrees"), ("place", "agrees"),
        ("court", "missing"),
    ]  # fmt: skip
    assert all(f.sentence.endswith(".") for f in features(one, other))


@pytest.mark.parametrize(
    ("told", "score", "sentence"),
    [
        (["Ivanavich", "Іванавіч"], 1.0, "Иванович and Ivanavich name one father."),
        (["Piatrovič"], CONTRADICTION, "Иванович and Piatrovič name two fathers."),
        ([], 0.98, "Only one gives a patronymic (Иванович)."),
    ],
)
def test_patronymics_told_beside_the_name_count_in_score_and_sentence(
    told: list[str], score: float, sentence: str
) -> None:
    one, other = somebody(patronymics=["Иванович"]), somebody("Іван Нібыта", patronymics=told)
    assert likeness(one, other) == pytest.approx(likeness(other, one)) == pytest.approx(score)
    assert [f.sentence for f in features(one, other) if f.part == "patronymic"] == [sentence]


@pytest.mark.parametrize(
    ("one", "other", "sentence"),
    [
        (somebody(sexes=["m"]), somebody(sexes=["f"]), "The first is told to be a man, the second told to be a woman."),
        (somebody(), somebody(sexes=["f"]), "The first is a man by the name, the second told to be a woman."),
        (somebody(sexes=["m"]), somebody(sexes=["m"]), None),
        (somebody("Sasha Nibyta"), somebody("Sasha Nibyta", sexes=["f"]), None),
    ],
)
def test_two_sexes_told_are_a_contradiction_that_is_shown(
    one: Particulars, other: Particulars, sentence: str | None
) -> None:
    told_sexes = [(f.verdict, f.sentence) for f in features(one, other) if f.part == "sex"]
    assert told_sexes == ([("contradicts", sentence)] if sentence else [])


def test_particulars_come_from_what_was_claimed_as_being_so() -> None:
    found = told(
        claim("birth_date", "1980-05-05"),
        claim("birth_date", "1999-01-01", reality="denied"),
        replace(BORN, weak=True),
        replace(BORN, provisional=True),
        claim("name", text="Иван Нибыта"),
        claim("name", text="?"),
        claim("sex", value="Male"),
        claim("patronymic", text="Пятровіч"),
        claim("arrest", "2030-01-01", place="Orsk"),
        claim("case", number="17", court="Orsk City Court"),
    )
    assert found == Particulars(
        frozenset({"Ivan Nibyta", "Иван Нибыта"}), frozenset({Day.parse("1980-05-05")}), frozenset({"m"}),
        frozenset({"Orsk"}), frozenset({"Orsk City Court"}), frozenset({"17"}), frozenset({"Пятровіч"}),
    )  # fmt: skip
