"""Numbers, terms, dates, shadow, pieces and languages: the small words a reading is made of."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.reading.text.language import guess_language
from habeas.claims.reading.text.numbers import numbers_in
from habeas.claims.reading.text.shadow import shadow_of
from habeas.claims.reading.text.split import LONGEST, pieces
from habeas.claims.reading.when.dates import dates_in
from habeas.claims.reading.when.terms import is_endless, term_in

THURSDAY = date(2025, 6, 26)


@pytest.mark.parametrize(
    ("words", "value", "comparator"),
    [
        ("1,284 people", 1284, "exact"),
        ("at least 317 of them", 317, "at_least"),
        ("more than 2,000 people", 2000, "more_than"),
        ("sixteen people", 16, "exact"),
        ("a hundred and five people", 105, "exact"),
        ("nearly two hundred prisoners", 200, "nearly"),
        ("some 30,000 people", 30000, "about"),
        ("as many as 40 people", 40, "up_to"),
        ("dozens of people", 12, "at_least"),
        ("tens of thousands of people", 10000, "at_least"),
        ("two dozen people", 24, "exact"),
        ("50 or more people", 50, "at_least"),
        ("1.5 million people", 1500000, "exact"),
    ],
)
def test_numbers_of_people_are_read_with_their_hedge(words: str, value: int, comparator: str) -> None:
    assert [(number.value, number.comparator) for number in numbers_in(words)] == [(value, comparator)]


@pytest.mark.parametrize(
    "words", ["a 51-year-old teacher", "12 percent", "12% of them", "$500 in fines", "the 1990s", "v3.10.2"]
)
def test_ages_shares_and_money_are_no_numbers_of_people(words: str) -> None:
    assert list(numbers_in(words)) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("last weekend", "2025-06-21/2025-06-22"),
        ("on Saturday", "2025-06-21"),
        ("on Thursday", "2025-06-26"),
        ("last Thursday", "2025-06-19"),
        ("yesterday", "2025-06-25"),
        ("last week", "2025-06-16/2025-06-22"),
        ("last month", "2025-05"),
        ("in August", "2024-08"),
        ("on 3 June", "2025-06-03"),
        ("on June 30", "2024-06-30"),
        ("on 1 August 2024", "2024-08-01"),
        ("August 1st, 2024", "2024-08-01"),
        ("in the summer of 2018", "2018-22"),
        ("last winter", "2024-24"),
        ("three days ago", "2025-06-23"),
        ("two years ago", "2023"),
        ("in 2021", "2021"),
    ],
)
def test_dates_are_resolved_against_the_day_of_publication(words: str, day: str) -> None:
    assert [str(found.day) for found in dates_in(words, THURSDAY)] == [day]


def test_years_later_count_from_the_date_before() -> None:
    assert [str(found.day) for found in dates_in("in May 2020 and two years later", THURSDAY)] == ["2020-05", "2022"]


@pytest.mark.parametrize("words", ["last weekend", "on Saturday", "on 3 June", "in August", "three days ago"])
def test_without_a_day_of_publication_nothing_is_guessed(words: str) -> None:
    assert [found.day for found in dates_in(words, None)] == [None]


def test_a_day_that_does_not_exist_is_left_open() -> None:
    assert [found.day for found in dates_in("on 31 April 2024", THURSDAY)] == [None]


@pytest.mark.parametrize(
    ("words", "years"),
    [("to 11 years in prison", 11.0), ("seven and a half years", 7.5), ("seven years and six months", 7.5), ("an 18-month sentence", 1.5), ("for 15 days", 0.0411), ("51 years old", None)],
)  # fmt: skip
def test_terms_are_read_in_years(words: str, years: float | None) -> None:
    assert term_in(words) == years


def test_life_and_death_have_no_length() -> None:
    assert (
        is_endless("sentenced to life in prison"),
        is_endless("sentenced to death"),
        is_endless("for life's sake"),
    ) == ("life", "death", None)


@given(st.text())
def test_the_shadow_is_as_long_as_the_text(text: str) -> None:
    assert len(shadow_of(text)) == len(text)


@given(st.text(max_size=200))
def test_pieces_lie_where_they_say(text: str) -> None:
    shadow = shadow_of(text)

    assert all(shadow[piece.start : piece.start + len(piece.text)] == piece.text for piece in pieces(shadow))


def test_one_endless_line_is_cut_to_size() -> None:
    cut = list(pieces("word " * LONGEST))

    assert len(cut) == 5 and all(len(piece.text) <= LONGEST for piece in cut)


@pytest.mark.parametrize(
    ("text", "lang"),
    [("She was arrested in the capital and is held.", "en"), ("Её задержали в столице.", "ru"), ("Її затримали в столиці.", "uk"), ("Правозащитники центра «Вясна» и газета «Українська правда» пишут, что её задержали в Минске и держат в колонии.", "ru"), ("Яе затрымалі ў сталіцы, і сёння яна ў турме.", "be"), ("Sie wurde in der Stadt verhaftet und ist nicht frei.", "de"), ("12345", "und")],
)  # fmt: skip
def test_the_language_is_guessed_from_script_and_little_words(text: str, lang: str) -> None:
    assert guess_language(text) == lang
