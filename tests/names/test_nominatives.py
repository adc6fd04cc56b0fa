"""Names in another case than the nominative, each with what it may be. Everybody is invented."""

from __future__ import annotations

import pytest

from habeas.names.nominatives import nominatives


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Яна Казачного", "Ян Казачный"), ("Небылицу Анну", "Небылица Анна"), ("Анны Небылицы", "Анна Небылица"), ("Ивана Нибытова", "Иван Нибытов"),
        ("Николая Выдумского", "Николай Выдумский"), ("Игоря Небылицу", "Игорь Небылица"), ("Алену Вымыслову", "Алена Вымыслова"),
        ("Алены Вымысловой", "Алена Вымыслова"), ("Марию Казачную", "Мария Казачная"), ("Павла Нибытова", "Павел Нибытов"),
        ("Яна Казачнага", "Ян Казачны"), ("ЯНА КАЗАЧНОГО", "ЯН КАЗАЧНЫЙ"), ("Петра Ивановича Прыдуманова", "Петр Иванович Прыдуманов"),
    ],
)  # fmt: skip
def test_a_name_in_another_case_is_brought_back(written: str, meant: str) -> None:
    assert meant in nominatives(written)


@pytest.mark.parametrize("name", ["Ian Kazachny", "Яна", "王虚构", "Ian Казачного", ""])
def test_other_scripts_and_lone_words_are_left_alone(name: str) -> None:
    assert nominatives(name) == []


def test_few_are_proposed_for_however_long_a_name() -> None:
    assert len(nominatives("Павла Петра Кравца Игоря")) <= 6
