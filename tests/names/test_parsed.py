"""A name is taken apart into given name, patronymic and surname, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.names.parsed import parsed


def told(name: str) -> tuple[str, str, str, str]:
    found = parsed(name)
    return (
        " ".join(w.text for w in found.given),
        found.patronymic.text if found.patronymic else "",
        "-".join(w.text for w in found.surname),
        found.gender,
    )


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Рыгор Антонавіч Валасюк", ("рыгор", "антонавіч", "валасюк", "m")),
        ("ВАЛАСЮК, Рыгор Антонавіч", ("рыгор", "антонавіч", "валасюк", "m")),
        ("Valasiuk Ryhor Antonavich", ("ryhor", "antonavich", "valasiuk", "m")),
        ("Ryhor Antonavich, VALASIUK", ("ryhor", "antonavich", "valasiuk", "m")),
        ("Zubovich Ivan Petrovich", ("ivan", "petrovich", "zubovich", "m")),
        ("Ivan Petrovich ZUBOVICH", ("ivan", "petrovich", "zubovich", "m")),
        ("Hanna Karol-Dub", ("hanna", "", "karol-dub", "f")),
        ("Dr. Ina (Inna) PAULAVA", ("ina", "", "paulava", "f")),
        ("спадарыня Ганна Сцяцко", ("ганна", "", "сцяцко", "f")),
        ("ксёндз Рыгор Валасюк", ("рыгор", "", "валасюк", "m")),
        ("отец Рыгор Валасюк", ("рыгор", "", "валасюк", "m")),
        ("старший лейтенант Рыгор Валасюк", ("рыгор", "", "валасюк", "m")),
        ("генерал-майор Валасюк Рыгор", ("рыгор", "", "валасюк", "m")),
        ("Father Ryhor Valasiuk", ("ryhor", "", "valasiuk", "m")),
        ("Ryhor Bishop", ("ryhor", "", "bishop", "m")),
        ("Ryhor “Wolf” Valasiuk", ("ryhor", "", "valasiuk", "m")),
        ("Валасюк А. И.", ("а и", "", "валасюк", "")),
        ("Вiĸтар Зубко", ("віктар", "", "зубко", "m")),
        ("Иван Петрович", ("иван", "", "петрович", "m")),
        ("Ольга Петровна", ("ольга", "петровна", "", "f")),
        ("Ryhor\u200b \u202eValasiuk", ("ryhor", "", "valasiuk", "m")),
        ("", ("", "", "", "")),
        ("Dr", ("", "", "", "")),
    ],
)
def test_the_parts_of_a_name(name: str, parts: tuple[str, str, str, str]) -> None:
    assert told(name) == parts


def test_a_name_borne_before_stands_beside_the_surname() -> None:
    both = parsed("Volha Zubko née Drazd").surname[0].surname
    assert not both.coarse.isdisjoint(parsed("Ольга Дрозд").surname[0].surname.coarse)
    assert not both.coarse.isdisjoint(parsed("Ольга Зубко").surname[0].surname.coarse)


@given(st.text(max_size=60))
def test_no_text_makes_it_fail_and_no_word_is_lost_or_doubled(name: str) -> None:
    found = parsed(name)
    parts = [*found.given, *found.surname, *([found.patronymic] if found.patronymic else [])]
    assert sorted(w.text for w in parts) == sorted(w.text for w in found.words)
