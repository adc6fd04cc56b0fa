"""Which true numbers a printed number leaves open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.figures.rounding import COMPARATORS, ENDLESS, apart, if_rounded, meet, true_values, unit


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1172, 1),
        (1385, 1),
        (1110, 10),
        (1150, 50),
        (1200, 100),
        (1000, 100),
        (1500, 100),
        (4000, 1000),
        (400, 100),
        (14, 1),
        (20, 1),
        (0, 1),
    ],
)
def test_a_number_is_as_round_as_its_last_figures(value: int, expected: int) -> None:
    assert unit(value) == expected


@pytest.mark.parametrize(
    ("comparator", "expected"),
    [
        ("exact", (1200, 1200)), ("at_least", (1200, ENDLESS)), ("more_than", (1201, ENDLESS)), ("up_to", (0, 1200)),
        ("nearly", (1100, 1199)), ("about", (1150, 1250)),
    ],
)  # fmt: skip
def test_a_comparator_says_which_true_numbers_it_leaves_open(comparator: str, expected: tuple[int, int]) -> None:
    assert true_values(1200, comparator) == expected


def test_about_a_number_that_is_not_round_leaves_its_neighbours_open() -> None:
    assert true_values(1172, "about") == (1171, 1173)


def test_more_than_is_no_rounded_number() -> None:
    assert if_rounded(1000, "more_than") == true_values(1000, "more_than")
    assert if_rounded(1000, "exact") == (950, 1050)
    assert if_rounded(1000, "at_least") == (950, ENDLESS)


def test_two_ranges_meet_or_are_so_far_apart() -> None:
    assert meet((1, 5), (5, 9)) and not meet((1, 5), (6, 9))
    assert (apart((1, 5), (5, 9)), apart((1, 5), (8, 9)), apart((8, 9), (1, 5))) == (0, 3, 3)


@given(st.integers(0, 10**6), st.sampled_from(COMPARATORS))
def test_rounding_only_ever_widens(value: int, comparator: str) -> None:
    (low, high), (wide_low, wide_high) = true_values(value, comparator), if_rounded(value, comparator)
    assert 0 <= wide_low <= low <= high <= wide_high


@given(st.integers(1, 10**6))
def test_a_unit_divides_its_number_and_is_at_most_a_quarter_of_it(value: int) -> None:
    assert value % unit(value) == 0
    assert unit(value) == 1 or unit(value) * 4 <= value
