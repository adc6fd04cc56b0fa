"""Custody today is only what a text says of today: not what somebody served before a release, a death or an exchange."""

from datetime import date

import pytest

from habeas.claims.reading.read import read_text


def held_now(text: str) -> list[str]:
    return [one.person for one in read_text(text, date(2024, 3, 7)).states if one.state == "in_custody"]


@pytest.mark.parametrize("text", [
    "The political prisoner Ivan Nibyta was released on 3 March after serving his five-year sentence in full.",
    "Ivan Nibyta, a political prisoner serving a five-year sentence, was released on 3 March.",
    "Ivan Nibyta, a political prisoner serving a five-year sentence, died in Colony 5 on 3 March, his family said.",
    "Ivan Nibyta, a political prisoner serving a five-year sentence, fell ill in February. He died in Colony 5 on 3 March.",
    "The political prisoner Ivan Nibyta, serving 12 years in a penal colony, was exchanged on 3 March.",
    "Alena Vymyslova, an activist serving six years in prison, was pardoned and freed on Monday.",
    "Ivan Nibyta, a political prisoner released in 2022 after serving two years in prison, spoke in Vilnius on Monday.",
    "The political prisoner Ivan Nibyta finished serving his sentence on 3 March and is at home.",
    "Ivan Nibyta completed serving a three-year term on 3 March.",
    "Ivan Nibyta has served his five-year sentence.",
    "Ivan Nibyta, then serving a three-year sentence, wrote to his wife in 2019.",
    "The political prisoner Ivan Nibyta is believed to have died in Colony 5 on 3 March.",
    "Alena Vymyslova is said to have been killed in prison.",
    "Ivan Nibyta is free after serving two years in prison.",
    "Ivan Nibyta is the director of the prison.",
    "Ivan Nibyta is in charge of the prison.",
])  # fmt: skip
def test_what_is_over_is_no_custody_today(text: str) -> None:
    assert held_now(text) == []


@pytest.mark.parametrize("text", [
    "Ivan Nibyta is serving a five-year sentence in Colony 5.",
    "Ivan Nibyta continues serving his five-year sentence.",
    "Ivan Nibyta has been serving a five-year sentence since 2022.",
    "Ivan Nibyta, a political prisoner serving a five-year sentence, was put in a punishment cell on 3 March.",
    "Despite serving a five-year sentence, Ivan Nibyta writes every week.",
    "Ivan Nibyta remains in prison.",
    "Ivan Nibyta is still behind bars in Colony 5.",
    "Ivan Nibyta is in a penal colony near Lida.",
    "Ivan Nibyta is being held in Colony 5.",
    "Ivan Nibyta has been held in Colony 5 since 2022.",
])  # fmt: skip
def test_what_lasts_is(text: str) -> None:
    assert set(held_now(text)) == {"Ivan Nibyta"}


def test_who_was_taken_back_in_serves_again() -> None:
    text = "Ivan Nibyta, a blogger serving a five-year sentence, was released in 2021 and rearrested in 2022."

    assert held_now(text) == ["Ivan Nibyta"]


def test_the_day_of_a_term_served_out_is_the_day_of_the_release() -> None:
    events = read_text("Ivan Nibyta finished serving his sentence on 3 March.", date(2024, 3, 7)).events

    assert [str(one.date) for one in events if one.type == "release"] == ["2024-03-03"]
