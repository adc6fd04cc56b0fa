"""Dates as texts: what is written comes back, nothing impossible gets in, and two dates compare by their days."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.kernel.days import Day
from habeas.kernel.errors import DayInvalid
from habeas.kernel.ranges import DayRange

calendar = st.dates(date(1801, 1, 1), date(2199, 12, 31))
plain = st.one_of(
    calendar.map(date.isoformat),
    st.tuples(st.integers(1801, 2199), st.integers(1, 12)).map(lambda t: f"{t[0]}-{t[1]:02}"),
    st.integers(1801, 2199).map(str),
)
single = st.one_of(
    plain,
    st.tuples(st.integers(1801, 2199), st.integers(21, 24)).map(lambda t: f"{t[0]}-{t[1]}"),
)
hedged = st.tuples(plain, st.sampled_from("~?%")).map("".join)
opened = st.one_of(single.map(lambda d: f"../{d}"), single.map(lambda d: f"{d}/.."))
texts = st.one_of(single, hedged, opened, st.just(""))


def parsed(text: str) -> Day | None:
    try:
        return Day.parse(text)
    except DayInvalid:
        return None


@given(texts)
def test_what_was_read_is_written_as_it_was_and_read_the_same(text: str) -> None:
    day = Day.parse(text)
    assert str(day) == text
    assert Day.parse(str(day)) == day


@given(single, single)
def test_a_range_reaches_from_the_first_day_to_the_last(a: str, b: str) -> None:
    first, last, both = Day.parse(a), Day.parse(b), parsed(f"{a}/{b}")
    assert first.lo is not None
    assert last.hi is not None
    if first.lo > last.hi:
        assert both is None
    else:
        assert both is not None
        assert (both.lo, both.hi) == (first.lo, last.hi)


@given(plain, st.sampled_from("~?%"))
def test_a_hedged_date_is_wider_and_not_exact(text: str, mark: str) -> None:
    narrow, wide = Day.parse(text), Day.parse(text + mark)
    assert narrow.within(wide)
    assert not wide.within(narrow)
    assert wide.approximate
    assert not wide.is_exact


@given(texts, texts, calendar)
def test_two_dates_overlap_when_one_day_may_be_both(a: str, b: str, day: date) -> None:
    one, other = Day.parse(a), Day.parse(b)
    assert one.overlaps(other) == other.overlaps(one)
    if one.could_be(day) and other.could_be(day):
        assert one.overlaps(other)
    if one.within(other) and one.could_be(day):
        assert other.could_be(day)


@settings(max_examples=300)
@given(st.text(alphabet="0123456789-/.~?%XuT: ", max_size=14))
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    day = parsed(text)
    if day is not None and day.lo is not None and day.hi is not None:
        assert day.lo <= day.hi


@given(texts, texts, calendar)
def test_what_surely_covers_a_day_may_cover_it(a: str, b: str, day: date) -> None:
    between = DayRange(Day.parse(a), Day.parse(b))
    if between.surely_covers(day):
        assert between.may_cover(day)
