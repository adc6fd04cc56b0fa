"""Counts laid out over time agree with the roll, day by day, whatever was claimed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.figures.small_registers import ANY_DAY, FIRST, RECORDED, SOURCES, Small, small_registers

from habeas.claims.claim import Claim, Mention
from habeas.figures.definitions import Definition, definition
from habeas.figures.evidence import evidence_of
from habeas.figures.look_alikes import look_alikes_of
from habeas.figures.roll import count, roll
from habeas.figures.timeline import timeline
from habeas.identity.persons import persons_of
from habeas.kernel.days import Day


def compare(small: Small, of: Definition, asked: list[date]) -> None:
    laid = timeline(small.everyone, small.look_alikes, of, {})
    for day in asked:
        fast, slow = laid.on(day), count(roll(small.everyone, small.look_alikes, of, day))
        if small.look_alikes:  # see test_a_look_alike_who_may_be_in_is_no_longer_not_assessed
            fast = replace(fast, not_assessed=slow.not_assessed)
        assert fast == slow, day


@pytest.mark.parametrize("name", ANY_DAY)
@settings(max_examples=25, deadline=None)
@given(small=small_registers())
def test_a_count_from_the_timeline_is_the_count_of_the_roll(name: str, small: Small) -> None:
    compare(small, definition(name), [FIRST + timedelta(days=n) for n in range(-3, 200)])


@settings(deadline=None)
@given(small_registers())
def test_a_snapshot_definition_counts_its_own_day_alike(small: Small) -> None:
    compare(small, definition("cpj-census"), [date(year, 12, 1) for year in (2020, 2021, 2022)])


@settings(deadline=None, max_examples=20)
@given(small_registers())
def test_the_first_day_and_the_last_that_can_be_asked_about_are_counted_alike(small: Small) -> None:
    ends = [date.min, date(1799, 12, 31), date(2199, 12, 31), date(2200, 6, 1), date.max]
    compare(small, definition(), ends)
    laid = timeline(small.everyone, small.look_alikes, definition(), {})
    assert laid.series(date(2199, 12, 31), date(2200, 1, 1)) == [
        laid.on(d) for d in (date(2199, 12, 31), date(2200, 1, 1))
    ]


@settings(deadline=None)
@given(small_registers())
def test_custody_unconfirmed_for_too_long_is_counted_alike(small: Small) -> None:
    compare(small, definition(), [FIRST + timedelta(days=n) for n in range(340, 600, 7)])


@settings(deadline=None)
@given(small_registers(), st.integers(-400, 600), st.integers(0, 40))
def test_a_series_is_its_single_days(small: Small, start: int, length: int) -> None:
    laid = timeline(small.everyone, small.look_alikes, definition(), {})
    first = FIRST + timedelta(days=start)
    asked = [first + timedelta(days=n) for n in range(length + 1)]
    assert laid.series(first, asked[-1]) == [laid.on(day) for day in asked]


@settings(deadline=None)
@given(small_registers())
def test_bounds_never_cross_and_hold_the_unconfirmed(small: Small) -> None:
    laid = timeline(small.everyone, small.look_alikes, definition(), {})
    for counted in laid.series(FIRST, FIRST + timedelta(days=500)):
        assert 0 <= counted.certain <= counted.possible
        assert counted.certain + counted.unconfirmed <= counted.possible


@settings(deadline=None)
@given(small_registers())
def test_what_was_laid_out_before_is_laid_out_alike(small: Small) -> None:
    kept: dict[tuple[str, int], tuple[tuple[int, int, int, int, int, int], ...]] = {}
    first = timeline(small.everyone, small.look_alikes, definition(), kept)
    second = timeline(small.everyone, small.look_alikes, definition(), kept)
    assert (first.counted == second.counted).all()
    assert (first.start == second.start).all()


def test_a_look_alike_who_may_be_in_is_no_longer_not_assessed() -> None:
    mentions = [Mention(f"m{n}", f"s{n}", "Ivan Nibyta", None, RECORDED) for n in range(2)]
    arrested = Claim("c0", "m0", "arrest", {}, "s0", Day.on(FIRST), recorded_at=RECORDED)
    reporter = Claim("c1", "m1", "occupation", {"value": "journalist"}, "s1", Day.unknown(), recorded_at=RECORDED)
    persons = persons_of(mentions, [])
    everyone = {
        "m0": evidence_of(persons.by_id["m0"], [arrested], SOURCES, frozenset()),
        "m1": evidence_of(persons.by_id["m1"], [reporter], SOURCES, frozenset()),
    }
    alike = look_alikes_of(everyone, persons, SOURCES)
    day, of = date(2021, 12, 1), definition("cpj-census")
    assert timeline(everyone, alike, of, {}).on(day) == count(roll(everyone, alike, of, day))


def test_an_empty_register_counts_nobody() -> None:
    laid = timeline({}, [], definition(), {})
    assert laid.on(FIRST).possible == 0
    assert [c.possible for c in laid.series(FIRST, FIRST + timedelta(days=2))] == [0, 0, 0]
