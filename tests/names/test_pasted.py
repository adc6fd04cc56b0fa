"""Messages as people paste them, each with the names it holds. Everybody is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.names.pasted import names_pasted

#: A message, and the names in it.
MESSAGES = [
    ("1. Alena Vymyslova\n2. Piotr Prydumany", ["Alena Vymyslova", "Piotr Prydumany"]),
    ("1) Алена Вымыслова (1985)\n2) Пётр Прыдуманы, 32 года", ["Алена Вымыслова", "Пётр Прыдуманы"]),
    ("12 - ВЫМЫСЛОВА Алена Петровна, 1990 г.р., журналистка — Орск", ["ВЫМЫСЛОВА Алена Петровна"]),
    ("• Dr. Marta Fiktsyya – teacher, five years", ["Marta Fiktsyya"]),
    ("🔹 Ганна Выдумка 🔹 Ян Казачны", ["Ганна Выдумка", "Ян Казачны"]),
    ("1️⃣ Alena Vymyslova 2️⃣ Yan Kazachny", ["Alena Vymyslova", "Yan Kazachny"]),
    ("Released today: 1) Alena Vymyslova 2) Yan Kazachny", ["Alena Vymyslova", "Yan Kazachny"]),
    ("Alena Vymyslova, Piotr Prydumany and Yan Kazachny", ["Alena Vymyslova", "Piotr Prydumany", "Yan Kazachny"]),
    ("Алена Вымыслова, Ян Казачны і Марта Фікцыя", ["Алена Вымыслова", "Ян Казачны", "Марта Фікцыя"]),
    ("Prydumany, Piotr\nNibyta, Ivan", ["Prydumany, Piotr", "Nibyta, Ivan"]),
    ("Нибыта, Иван Петрович", ["Нибыта, Иван Петрович"]),
    ("Released: Vymyslau, Prydumany, Kazachny and Nibyta", ["Vymyslau", "Prydumany", "Kazachny", "Nibyta"]),
    ("А. В. Сидоров\nМ.Фикция", ["А. В. Сидоров", "М.Фикция"]),
    ("Anna-Maria van der Berg [journalist]", ["Anna-Maria van der Berg"]),
    ("- o'Neil d'Arc Sean", ["o'Neil d'Arc Sean"]),
    ("*Aung San Suu Nothing*, 45", ["Aung San Suu Nothing"]),
    ("გიორგი ბერიძე", ["გიორგი ბერიძე"]),
    ("王小明、李大山", ["王小明", "李大山"]),
    ("محمد علي، أحمد حسن", ["محمد علي", "أحمد حسن"]),
    ("Journalist Anna Kova and Piotr Prydumany were freed today.", ["Anna Kova", "Piotr Prydumany"]),
    ("Today Anna Kova was freed.", ["Anna Kova"]),
    ("7. Иван Нибыта, судья Анна Выдумка", ["Иван Нибыта"]),
    ("7. Иван Нибыта — муж Анны Выдумки", ["Иван Нибыта"]),
    ("Иван «Дед» Нибыта", ["Иван «Дед» Нибыта"]),
    ("3. Иван", ["Иван"]),
    ("No;Surname;Name\n1;Vymyslova;Alena\n2;Prydumany;Piotr", ["Vymyslova, Alena", "Prydumany, Piotr"]),
    ("№\tФамилия\tИмя\n1\tНибыта\tИван", ["Нибыта Иван"]),
    ("王虚构、김가상 are free", ["王虚构", "김가상"]),
    ("\u200b\ufeff4. Ivan Nibyta\u00a0", ["Ivan Nibyta"]),
]


@pytest.mark.parametrize(("message", "names"), MESSAGES, ids=[m for m, _ in MESSAGES])
def test_a_message_is_cut_into_its_names(message: str, names: list[str]) -> None:
    assert [one.name for one in names_pasted(message).names] == names


@pytest.mark.parametrize(
    "line", ["hello everyone", "Thank you all!", "Сегодня освобождены:", "---", "12.03.2024", "🎉🎉"]
)
def test_what_is_no_name_is_told_and_not_taken(line: str) -> None:
    found = names_pasted(line)
    assert not found.names
    assert [(one.text, one.line) for one in found.left] == [(line, 1)]
    assert found.left[0].why


def test_somebody_named_in_a_remark_is_told_and_not_taken() -> None:
    found = names_pasted("1. Marta Fiktsyya – teacher, wife of Ivan Nibyta")
    assert [one.name for one in found.names] == ["Marta Fiktsyya"]
    assert [one.text for one in found.left] == ["Ivan Nibyta"]


def test_a_word_that_may_be_a_name_after_another_is_told() -> None:
    found = names_pasted("Alena Vymyslova, Prydumany are free")
    assert [one.name for one in found.names] == ["Alena Vymyslova"]
    assert [one.text for one in found.left] == ["Prydumany"]


def test_the_head_of_a_table_is_told_as_such() -> None:
    assert [(one.text, one.why) for one in names_pasted("No;Surname;Name").left] == [
        ("No;Surname;Name", "headings of columns")
    ]


def test_a_name_keeps_the_line_on_which_it_stood() -> None:
    found = names_pasted("Free at last:\n\n  2) Ivan Nibyta (1985), painter  \n")
    assert [(one.line, one.raw, one.born) for one in found.names] == [(3, "2) Ivan Nibyta (1985), painter", 1985)]


@pytest.mark.parametrize(
    ("line", "born"),
    [
        ("1. Ivan Nibyta (1985)", 1985), ("1. Ivan Nibyta, 1985", 1985), ("1. Иван Нибыта, 1985 г.р.", 1985), ("1. Ivan Nibyta, born 3.4.1985", 1985),
        ("1. Ivan Nibyta, arrested in 2021", None), ("1. Ivan Nibyta, 32", None), ("1. Ivan Nibyta (5 years)", None),
    ],
)  # fmt: skip
def test_a_year_is_one_of_birth_only_where_it_stands_so(line: str, born: int | None) -> None:
    assert [one.born for one in names_pasted(line).names] == [born]


def test_names_without_any_sign_of_a_list_are_for_a_person_to_look_at() -> None:
    assert not names_pasted("Zoltar Brambel\nsee you tomorrow").names[0].likely
    assert names_pasted("1. Zoltar Brambel").names[0].likely
    bare = names_pasted("Zoltar Brambel\nQuen Tordane\nMird Velgard")
    assert [one.likely for one in bare.names] == [True, True, True]


def test_somebody_named_within_a_sentence_is_for_a_person_to_look_at() -> None:
    found = names_pasted("We heard that yesterday Ivan Nibyta was there.")
    assert [(one.name, one.likely) for one in found.names] == [("Ivan Nibyta", False)]


def test_an_empty_message_holds_nothing() -> None:
    assert names_pasted(" \n\n") == names_pasted("")
    assert not names_pasted("").left


@given(st.text(max_size=300))
def test_no_line_is_dropped_silently(message: str) -> None:
    found = names_pasted(message)
    told = {one.line for one in found.names} | {one.line for one in found.left}
    assert told == {number for number, line in enumerate(message.splitlines(), 1) if line.strip()}


_WORD = st.sampled_from(
    ["Ivan", "Иван", "Nibyta", "and", "van", "1.", "2)", "•", "(1985)", ",", "—", ":", "A.", "王小明", "🔹", "judge"]
)


@given(st.lists(_WORD, max_size=14).map(" ".join))
def test_a_name_is_made_of_words_of_its_line(line: str) -> None:
    for one in names_pasted(line).names:
        assert one.name.strip()
        assert all(word.strip(",") in line for word in one.name.split())
