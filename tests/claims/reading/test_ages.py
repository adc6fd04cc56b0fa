"""A number beside a name is an age, not people."""

import pytest

from habeas.claims.reading.text.numbers import numbers_in


@pytest.mark.parametrize(("text", "values"), [
    ("Nibyta, 52, was sentenced on Monday.", []),
    ("In all, 52, or half of them, were freed.", [52]),
    ("Lantern counted 52, and the Courier 61.", [52, 61]),
    ("Of those in Orsk, 1,172, most were freed.", [1172]),
])  # fmt: skip
def test_an_age_between_commas_counts_nobody(text: str, values: list[int]) -> None:
    assert [number.value for number in numbers_in(text)] == values
