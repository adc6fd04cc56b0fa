"""One reader of words for a sex, in the languages held."""

from __future__ import annotations

import pytest

from habeas.claims.sexes import sex_in, sexes
from habeas.claims.vocabulary import vocabulary
from habeas.kernel.errors import InputRefused


@pytest.mark.parametrize(
    ("word", "sex"),
    [
        ("f", "female"), ("Female", "female"), ("ж", "female"), ("Жен.", "female"), ("жанчына", "female"), (" k ", "female"),
        ("М", "male"), ("мужской", "male"), ("мужчына", "male"), ("vyras", "male"), ("X", "other"), ("іншае", "other"),
        ("weird", None), ("unknown", None), ("", None), ("mf", None),
    ],
)  # fmt: skip
def test_a_word_for_a_sex_is_read_in_each_language(word: str, sex: str | None) -> None:
    assert sex_in(word) == sex


def test_a_claim_of_a_sex_holds_one_of_three_words() -> None:
    predicate = vocabulary().predicate("sex")
    assert {vocabulary().checked(predicate, {"value": word})["value"] for word in ("ж", "m", "other")} == set(sexes())
    with pytest.raises(InputRefused, match="'weird' is no sex known here; write female, male, other"):
        vocabulary().checked(predicate, {"value": "weird"})
