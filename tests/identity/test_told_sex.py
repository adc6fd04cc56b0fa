"""A sex is read as sources write it, and never guessed."""

from __future__ import annotations

import pytest

from habeas.identity.told_sex import sex_told


@pytest.mark.parametrize(
    "text", ["m", "M", "male", "Man", "м", "М.", "муж", "мужской", "мужской пол", "чол.", "mężczyzna", "(m)"]
)
def test_a_man(text: str) -> None:
    assert sex_told(text) == "m"


@pytest.mark.parametrize(
    "text", ["f", "F", "female", "Woman", "w", "ж", "жен", "Жен.", "женский", "жін", "жаночы", "kobieta"]
)
def test_a_woman(text: str) -> None:
    assert sex_told(text) == "f"


@pytest.mark.parametrize("text", ["", "?", "unknown", "male or female", "m/f", "не указан", "other", "1", "mistaken"])
def test_what_tells_neither_or_both_tells_nothing(text: str) -> None:
    assert sex_told(text) == ""
