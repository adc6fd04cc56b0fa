"""Columns about relatives, money, parcels, visitors or the defence are told by their headers, in five languages, and words like them are not."""

from __future__ import annotations

import pytest

from habeas.claims.lists.never_held import held_if_mapped, never_held


@pytest.mark.parametrize(
    "header",
    [
        "Мама", "Моб. тел.", "Телеграм", "Донаты", "Бандероли", "Посетители", "Реквизиты", "Mother", "Mother's phone", "Wife", "Children", "Жена", "Родители",
        "Родные", "Близкие", "Эл. почта", "Электронная почта", "Пожертвования", "Card", "Карта", "cellphone", "Cell phone", "Financial support", "Help",
        "Сям'я", "Сям’я", "Семья", "Сім'я", "Маці", "Жонка", "Бацькі", "Дзеці", "Блізкія", "Тэлефон", "Ахвяраванні", "Рэквізіты", "Наведвальнікі",
        "Мати", "Дружина", "Батьки", "Діти", "Рідні", "Відвідувачі", "Пожертви", "Ел. пошта", "Matka", "Żona", "Rodzice", "Dzieci", "Paczki", "Darowizny", "Numer konta",
        "E-mail", "Visits", "Defence", "Packages", "motherName",
    ],
)  # fmt: skip
def test_a_column_that_endangers_people_is_never_held(header: str) -> None:
    assert never_held(header) is not None


@pytest.mark.parametrize(
    "header",
    [
        "Package of charges", "Visit to court", "Defence witness", "Father's name", "Family name", "Last contact", "Отчество", "Імя па бацьку", "Імя бацькі",
        "По батькові", "Имя", "Person", "Статья", "Срок", "Пол", "Пол (муж./жен.)", "Мужчина", "Место содержания", "Date of arrest", "Дата задержания", "Номер", "Матэрыялы справы",
        "Comment", "Sex", "Judge", "Картотека", "Prison", "Reason",
    ],
)  # fmt: skip
def test_words_like_them_are_nothing_of_the_kind(header: str) -> None:
    assert never_held(header) is None


def test_counsel_for_the_defence_is_held_where_a_mapping_names_it() -> None:
    assert never_held("Defence lawyer") is None and held_if_mapped("Defence lawyer") is not None
