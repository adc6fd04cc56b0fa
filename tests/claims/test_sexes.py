"""One reader of words for a sex, in the languages held."""

from __future__ import annotations

import pytest

from habeas.claims.sexes import sex_in, sex_letter, sexes
from habeas.claims.vocabulary import vocabulary
from habeas.kernel.errors import InputRefused


@pytest.mark.parametrize(
    ("word", "sex"),
    [
        ("f", "female"), ("Female", "female"), ("ж", "female"), ("Жен.", "female"), ("жанчына", "female"), (" k ", "female"),
        ("М", "male"), ("мужской", "male"), ("мужчына", "male"), ("vyras", "male"), ("X", "other"), ("іншае", "other"),
        ("Man", "male"), ("М.", "male"), ("муж", "male"), ("мужской пол", "male"), ("чол.", "male"), ("mężczyzna", "male"), ("(m)", "male"),
        ("Woman", "female"), ("w", "female"), ("женский", "female"), ("жін", "female"), ("жаночы", "female"), ("kobieta", "female"),
        ("weird", None), ("unknown", None), ("", None), ("mf", None), ("?", None), ("male or female", None), ("m/f", None),
        ("не указан", None), ("1", None), ("mistaken", None),
    ],
)  # fmt: skip
def test_a_word_for_a_sex_is_read_in_each_language(word: str, sex: str | None) -> None:
    assert sex_in(word) == sex


@pytest.mark.parametrize(("word", "letter"), [("жен.", "f"), ("male", "m"), ("other", ""), ("m/f", ""), ("", "")])
def test_a_sex_in_the_letter_that_names_have(word: str, letter: str) -> None:
    assert sex_letter(word) == letter


def test_a_claim_of_a_sex_holds_one_of_three_words() -> None:
    predicate = vocabulary().predicate("sex")
    assert {vocabulary().checked(predicate, {"value": word})["value"] for word in ("ж", "m", "other")} == set(sexes())
    with pytest.raises(InputRefused, match="'weird' is no sex known here; write female, male, other"):
        vocabulary().checked(predicate, {"value": "weird"})
