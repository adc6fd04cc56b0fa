"""Each part of two names is told of in a sentence: agrees, unclear, missing or contradicts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.names.explained import explained
from habeas.names.reading_key import key
from habeas.names.readings import KEY_VERSION
from habeas.names.score import score


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Ryhor Valasiuk", "Григорий Антонович Волосюк", {"surname": "agrees", "given name": "agrees", "patronymic": "missing"}),
        ("Ivan Petrovich Zub", "Иван Павлович Зуб", {"surname": "agrees", "given name": "agrees", "patronymic": "contradicts"}),
        ("Pavel Titov", "Пётр Титов", {"surname": "agrees", "given name": "contradicts"}),
        ("Hanna Zub", "Анна Дрозд", {"surname": "contradicts", "given name": "agrees"}),
        ("Viktar Zubau", "Виктория Зубова", {"surname": "agrees", "given name": "contradicts", "gender": "contradicts"}),
        ("Hanna Zubko", "Анна Зубка-Дрозд", {"surname": "agrees", "given name": "agrees"}),
    ],
)  # fmt: skip
def test_every_part_has_its_verdict(one: str, other: str, told: dict[str, str]) -> None:
    assert {reason.part: reason.verdict for reason in explained(one, other).reasons} == told


def test_names_without_known_parts_are_told_word_by_word() -> None:
    reasons = explained("Tulo Varendi", "Tulo Kas Varendi").reasons
    assert [(r.part, r.verdict) for r in reasons] == [("word", "agrees"), ("word", "agrees"), ("word", "missing")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد علي", "Mohammed Ali"),
        ("محمد علي", "Мохаммед Али"),
        ("김민수", "Kim Min-su"),
        ("გიორგი ნიბიტაძე", "Giorgi Nibitadze"),
        ("אברהם כהן", "Avraham Cohen"),
        ("محمد علي", "محمد علي"),
        ("Abdul Rahman Nibyta", "Abdulrahman Nibyta"),
        ("Роман Иван", "Roman Ivan"),
    ],
)
def test_nothing_contradicts_where_the_names_are_scored_as_one(one: str, other: str) -> None:
    for told in (explained(one, other), explained(other, one)):
        assert told.decision == "same"
        assert "contradicts" not in [reason.verdict for reason in told.reasons]


def test_an_initial_more_is_no_other_parting_into_words() -> None:
    reasons = explained("Aliaksiandryk Nibytovichski", "Aliaksiandryk P Nibytovichski").reasons
    assert "missing" in [reason.verdict for reason in reasons]


def test_two_names_in_another_script_are_told_to_differ() -> None:
    assert "contradicts" in [reason.verdict for reason in explained("محمد علي", "Piotr Prydumany").reasons]
    assert [reason.verdict for reason in explained("محمد علي", "سمير حسن").reasons] == ["contradicts"]


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_explanation_has_the_score_it_explains(one: str, other: str) -> None:
    assert explained(one, other).score == score(one, other)


def test_spellings_of_one_person_share_key_terms_and_carry_the_version() -> None:
    one, other = key("Ryhor Antonavič Vałasiuk"), key("Григорий Антонович Волосюк")
    assert one.version == KEY_VERSION
    assert {term[0] for term in one.terms() & other.terms()} == {"s", "k", "g", "f"}
    assert key("").terms() == frozenset()
