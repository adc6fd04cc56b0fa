"""People whose custody needs a look, each kind with what ends it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.register.due.conftest import Needing, Told


def line(predicate: str, day: str, **value: Any) -> dict[str, Any]:
    return {"subject": {"name": "Ivan Nibyta", "id": "ivan"}, "predicate": predicate, "valid": day, "value": value}


ARREST, SENTENCE = line("arrest", "2021-01-01"), line("sentence", "2021-06-01", term_years=3)


def test_whoever_should_be_out_and_is_not_told_of_is_due(told: Told, needing: Needing) -> None:
    register = told(ARREST, SENTENCE)
    assert needing(register, "due_out", "2023-12-30") == []
    (one,) = needing(register, "due_out")
    assert (one.title, one.since) == ("Ivan Nibyta", date(2024, 1, 2))
    assert "due out on 2024-01-02" in one.why


@pytest.mark.parametrize(
    "news",
    [line("release", "2024-01-01"), line("last_contact", "2024-02-01"), line("term_prolonged", "2023-12-01", term_years=1), line("death_in_custody", "2022-05-05")],
    ids=["released", "heard of since", "term prolonged", "died"],
)  # fmt: skip
def test_news_ends_being_due(told: Told, needing: Needing, news: dict[str, Any]) -> None:
    assert needing(told(ARREST, SENTENCE, news), "due_out") == []


def test_a_day_of_release_that_a_source_tells_is_waited_for_too(told: Told, needing: Needing) -> None:
    (one,) = needing(told(ARREST, line("due_release", "2024-03-08")), "due_out")
    assert one.since == date(2024, 3, 8)
    later = needing(told(ARREST, SENTENCE, line("due_release", "2024-05-08")), "due_out")
    assert [need.since for need in later] == [date(2024, 5, 8)]


def test_an_administrative_term_that_ran_out_needs_somebody_until_a_release_is_told(
    told: Told, needing: Needing
) -> None:
    days = line("administrative_arrest", "2024-01-10", term_days=15)
    register = told(days)
    assert needing(register, "term_ended", "2024-01-20") == []
    (one,) = needing(register, "term_ended")
    assert one.since == date(2024, 1, 25)
    assert needing(told(line("release", "2024-01-25")), "term_ended") == []


def test_whoever_nothing_is_told_of_for_longer_than_asked_is_missed(told: Told, needing: Needing) -> None:
    register = told(line("arrest", "2023-12-01"), line("last_contact", "2024-03-01"))
    assert needing(register, "no_contact", "2024-05-30") == []
    (one,) = needing(register, "no_contact", "2024-06-01")
    assert one.since == date(2024, 5, 30)
    assert "92 days" in one.why
    assert needing(register, "no_contact", "2024-06-01", days=120) == []


def test_the_dead_and_the_free_are_not_missed(told: Told, needing: Needing) -> None:
    register = told(line("arrest", "2022-12-01"), line("release", "2023-03-01"))
    assert needing(register, "no_contact") == []


def test_what_is_told_of_later_days_is_not_known_yet(told: Told, needing: Needing) -> None:
    register = told(line("arrest", "2023-12-01"), line("last_contact", "2024-12-01"))
    assert [one.title for one in needing(register, "no_contact", "2024-06-01")] == ["Ivan Nibyta"]
