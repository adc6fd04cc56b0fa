"""Days that no calendar has are named, and possible ones are not."""

from __future__ import annotations

import pytest

from habeas.claims.reading.when.impossible_days import impossible_days


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Nibyta was arrested on 31 April 2024.",
        "On February 30, he was freed.",
        "29 February 2023",
        "задержан 31 июня",
    ],
)
def test_a_day_of_no_calendar_is_named(text: str) -> None:
    (note,) = impossible_days(text)
    assert "is no day of the calendar" in note


@pytest.mark.parametrize(
    "text",
    ["30 April 2024", "February 29", "29 February 2024", "In May 45 people were freed.", "May 1968", "June 2, 2021"],
)
def test_a_day_that_exists_is_not(text: str) -> None:
    assert impossible_days(text) == ()
