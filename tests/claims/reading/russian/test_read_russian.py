"""Invented Russian texts: who is named in which case, what happened to them and what did not, and the numbers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.reading.model import Reading
from habeas.claims.reading.read import read_text
from habeas.claims.reading.russian.models import is_readable
from habeas.claims.reading.russian.numbers import numbers_in
from habeas.claims.reading.russian.terms import term_in
from habeas.claims.reading.russian.words import Word, tie

needs_russian = pytest.mark.skipif(not is_readable(), reason="needs the packages of the extra ru")
TEXT = """Журналистка Алена Вымыслова вышла на свободу

Правитель помиловал 14 политзаключенных, среди них Алена Вымыслова и Петр Придуманный. Об этом сообщил правозащитный центр «Маяк». \
Вымыслову задержали в июле 2020 года, в 2021 году суд приговорил ее к восьми годам колонии. После освобождения ее вывезли за границу.

По данным «Маяка», в колониях остаются 1172 политзаключенных, из них не менее 206 тяжело больны. С 2020 года в неволе умерли восемь человек.

«Мы требуем освободить всех», — заявила Марина Невсамделишная, жена осужденного Ильи Невсамделишного. По ее словам, с ним нет связи с марта. \
На него завели новое уголовное дело.

3 июня в СИЗО умер Виктор Кажущийся. Правозащитники опасаются, что Татьяну Вымышленную могут арестовать.
"""


def reading(text: str = TEXT) -> Reading:
    return read_text(text, date(2025, 6, 26))


def told(found: Reading) -> set[tuple[str, str | None, str]]:
    return {(event.type, event.person, event.reality) for event in found.events}


@needs_russian
def test_case_forms_are_joined_and_names_stand_in_the_nominative() -> None:
    people = {person.name: [m.text for m in person.mentions] for person in reading().persons}

    assert people["Алена Вымыслова"] == ["Алена Вымыслова", "Алена Вымыслова", "Вымыслову"]
    assert people["Илья Невсамделишный"] == ["Ильи Невсамделишного"]
    assert "Татьяна Вымышленная" in people


@needs_russian
@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Задержан Вениамин Мнимов. Вениамин Львович болен, сказала жена.", {"Вениамин Мнимов"}),
        ("Задержан Вениамин Мнимов. Петр Львович болен, сказала жена.", {"Вениамин Мнимов", "Петр Львович"}),
        ("Судили Прохора Мнимца. Чат, по версии следствия, вел Мнимец.", {"Прохор Мнимец"}),
        ("В больнице Иван Мнимов. Коллега Мнимова Рената Зимина ждала его.", {"Иван Мнимов", "Рената Зимина"}),
        ("Бухгалтера из Рогачева Ивана Мнимова задержали за Ошмянами.", {"Иван Мнимов"}),
        ("Помилование получил Иван Мнимов, сообщило Радио Небыль.", {"Иван Мнимов"}),
    ],
)
def test_nobody_is_named_twice_and_no_place_or_body_is_a_person(text: str, people: set[str]) -> None:
    assert {person.name for person in reading(text).persons} == people


@needs_russian
def test_what_happened_is_told_of_whom_it_befell() -> None:
    assert told(reading()) >= {
        ("pardon", None, "actual"), ("pardon", "Алена Вымыслова", "actual"), ("pardon", "Петр Придуманный", "actual"), ("arrest", "Алена Вымыслова", "actual"),
        ("sentence", "Алена Вымыслова", "actual"), ("exile", "Алена Вымыслова", "actual"), ("new_charge", "Илья Невсамделишный", "actual"),
        ("disappearance_incommunicado", "Илья Невсамделишный", "actual"), ("death_in_custody", "Виктор Кажущийся", "actual"),
    }  # fmt: skip


@needs_russian
@pytest.mark.parametrize(
    ("text", "kind", "reality"),
    [
        ("Алену Вымыслову должны освободить.", "release", "demanded"),
        ("Посол призвал освободить Алену Вымыслову.", "release", "demanded"),
        ("Правитель обещал освободить Алену Вымыслову.", "release", "planned"),
        ("Петра Придуманного могут арестовать.", "arrest", "planned"),
        ("Петр Придуманный не был арестован.", "arrest", "denied"),
        ("Суд отказался освободить Алену Вымыслову.", "release", "denied"),
        ("Если Алену Вымыслову освободят, семья уедет.", "release", "planned"),
        ("Алену Вымыслову освободят в мае.", "release", "planned"),
        ("Посол потребовал освобождения Алены Вымысловой.", "release", "demanded"),
        ("Алену Вымыслову освободили?", "release", "planned"),
    ],
)
def test_what_is_not_told_as_done_is_never_actual(text: str, kind: str, reality: str) -> None:
    assert {event.reality for event in reading(text).events if event.type == kind} == {reality}


@needs_russian
def test_figures_have_comparator_population_and_speaker() -> None:
    found = {(f.value, f.comparator, f.population) for f in reading().figures}

    assert found == {
        (14, "exact", "released"),
        (1172, "exact", "in_custody"),
        (206, "at_least", "serious_health"),
        (8, "exact", "died_in_custody"),
    }


@needs_russian
def test_every_span_is_exact() -> None:
    found = reading()

    for quote, (start, end) in [
        *((e.quote, e.span) for e in found.events),
        *((f.quote, f.span) for f in found.figures),
    ]:
        assert TEXT[start:end] == quote


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("к восьми годам колонии", 8.0),
        ("на 3,5 года", 3.5),
        ("шести с половиной лет", 6.5),
        ("15 суток", 0.04),
        ("полтора года", 1.5),
        ("пожизненно", None),
    ],
)
def test_terms_are_in_years(words: str, years: float | None) -> None:
    assert term_in(words) == years


def test_numbers_are_read_in_digits_and_words_but_not_as_terms() -> None:
    found = [
        (n.value, n.comparator)
        for n in numbers_in("более 1 200 человек, тридцать пять женщин, десятки других, 8 лет колонии")
    ]

    assert found == [(1200, "more_than"), (35, "exact"), (12, "at_least")]


@given(st.lists(st.integers(0, 9), min_size=10, max_size=10))
def test_arcs_in_a_circle_still_make_a_tree(heads: list[int]) -> None:
    words = [Word(n, "слово", (n, n + 1), "слово", "NOUN", {}, "dep") for n in range(10)]
    tie(words, [str(head) for head in heads])
    assert all(len(list(word.up())) < 10 for word in words)
    assert sum(word.head is None for word in words) >= 1
    assert all(word in word.head.children for word in words if word.head is not None)
