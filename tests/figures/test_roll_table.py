"""Rolls laid out over time are the rolls of each day, person by person and word by word."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from tests.figures.small_registers import ANY_DAY, FIRST, Small, small_registers

from habeas.figures.definitions import Definition, definition
from habeas.figures.roll import roll
from habeas.figures.roll_table import roll_table


def compare(small: Small, of: Definition, days: range) -> None:
    table = roll_table(small.everyone, small.look_alikes, of)
    for offset in days:
        day = FIRST + timedelta(days=offset)
        chosen = [stands for start, until, stands in table if start <= day.toordinal() < until]
        assert chosen == roll(small.everyone, small.look_alikes, of, day), day


@pytest.mark.parametrize("name", ANY_DAY)
@settings(max_examples=25, deadline=None)
@given(small=small_registers())
def test_a_day_chosen_from_the_table_is_the_roll_of_that_day(name: str, small: Small) -> None:
    compare(small, definition(name), range(-3, 200))


@settings(deadline=None)
@given(small=small_registers())
def test_custody_unconfirmed_for_too_long_is_said_alike(small: Small) -> None:
    compare(small, definition(), range(340, 600, 7))
