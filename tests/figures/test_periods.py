"""Stretches of days in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.figures.periods import stretch_in_words, told_when
from habeas.kernel.days import Day


@pytest.mark.parametrize(
    ("since", "until", "plain", "told"),
    [
        ("2030-09-11", "2030-09-11", "2030-09-11", "on 2030-09-11"),
        ("2030-09-01", "2030-09-30", "2030-09", "in 2030-09"),
        ("2032-02-01", "2032-02-29", "2032-02", "in 2032-02"),
        ("2030-01-01", "2030-12-31", "2030", "in 2030"),
        ("2030-09", "2030-09", "2030-09", "in 2030-09"),
        ("2030-22", "2030-22", "summer 2030", "in summer 2030"),
        ("2030-09-02", "2030-09-30", "2030-09-02 to 2030-09-30", "from 2030-09-02 to 2030-09-30"),
        ("2030-09-01", "2031-09-30", "2030-09-01 to 2031-09-30", "from 2030-09-01 to 2031-09-30"),
        ("2030-22", "", "since summer 2030", "since summer 2030"),
        ("", "2030-09-30", "up to 2030-09-30", "up to 2030-09-30"),
        ("", "", "", ""),
    ],
)
def test_a_stretch_has_its_shortest_name(since: str, until: str, plain: str, told: str) -> None:
    days = Day.parse(since), Day.parse(until)
    assert (stretch_in_words(*days), told_when(*days)) == (plain, told)


days = st.dates(date(2000, 1, 1), date(2040, 1, 1))


@given(days, st.integers(0, 800))
def test_a_known_end_is_never_lost(first: date, more: int) -> None:
    last = first + timedelta(days=more)
    said = told_when(Day.on(first), Day.on(last))
    assert "since" not in said
    # the name read back is the same stretch
    name = said.split(" ", 1)[1]
    low, high = (Day.parse(part) for part in (name.split(" to ") if " to " in name else (name, name)))
    assert (low.first, high.last) == (first, last)
