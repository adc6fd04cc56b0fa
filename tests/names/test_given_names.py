"""One given name in several languages; names that look alike are kept apart."""

from __future__ import annotations

import pytest

from habeas.names.given import classes, gender_of, given_names


@pytest.mark.parametrize(
    "forms",
    [
        "ryhor рыгор григорий grigory hryhorii grzegorz", "mikola мікалай nikolai николай mykola mikołaj",
        "volha вольга olga ольга olha", "aliaksandr александр oleksandr alexander aleksander саша",
        "hanna ганна анна anna", "siarhiej сяргей sergey сергій serhiy", "zmicier дзмітрый дмитрий dmytro dmitry",
        "uładzimir уладзімір владимир volodymyr wladimir włodzimierz", "katsiaryna кацярына екатерина yekaterina kateryna",
        "henadz генадзь геннадий gennady", "tatsiana таццяна татьяна tatjana", "aleś алесь ales",
    ],
)  # fmt: skip
def test_forms_of_one_name_share_it(forms: str) -> None:
    first, *others = forms.split()
    assert [form for form in others if classes(form).isdisjoint(classes(first))] == []


@pytest.mark.parametrize(
    "pair",
    [
        "aleksandr aleksei", "mikhail mikola", "marina maria", "maryna maryia", "andrei anton", "vasil vadzim",
        "viktar vital", "stanislau sviataslau", "alla aleksandra", "yana hanna", "inna anna", "yan ivan", "zhanna yana",
        "valiantsin valery", "artsiom artur", "lidzia liudmila", "ryhor георгий",
    ],
)  # fmt: skip
def test_names_that_look_alike_are_two(pair: str) -> None:
    one, other = pair.split()
    assert classes(one) and classes(other)
    assert classes(one).isdisjoint(classes(other))


def test_a_short_form_of_two_genders_tells_none() -> None:
    assert gender_of(classes("саша")) is None
    assert gender_of(classes("hanna")) == "f"
    assert gender_of(frozenset()) is None


def test_every_name_has_a_gender_and_at_least_one_form() -> None:
    assert {name.gender for name in given_names()} == {"m", "f"}
    assert [name for name in given_names() if not name.full] == []
