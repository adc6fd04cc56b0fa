"""Days as sources give them, and the questions asked of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.bounds import Bounds
from habeas.kernel.days import Day, in_words
from habeas.kernel.errors import DayInvalid, UsageError
from habeas.kernel.ids import canonical, make_id
from habeas.kernel.ranges import DayRange


@pytest.mark.parametrize(("text", "first", "last"), [
    ("2025-06-21", "2025-06-21", "2025-06-21"),
    ("2025-02", "2025-02-01", "2025-02-28"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2020", "2020-01-01", "2020-12-31"),
    ("2020-21", "2020-03-01", "2020-05-31"),
    ("2020-22", "2020-06-01", "2020-08-31"),
    ("2020-23", "2020-09-01", "2020-11-30"),
    ("2020-24", "2019-12-01", "2021-02-28"),
    ("2020-06~", "2020-05-01", "2020-07-31"),
    ("201X", "2010-01-01", "2019-12-31"),
    ("../2025-06-26", None, "2025-06-26"),
    ("2021-01-01/..", "2021-01-01", None),
    ("2025-06-21/2025-06-22", "2025-06-21", "2025-06-22"),
    ("", None, None),
])  # fmt: skip
def test_a_date_covers_the_days_it_may_mean(text: str, first: str | None, last: str | None) -> None:
    day = Day.parse(text)
    assert (day.first and day.first.isoformat(), day.last and day.last.isoformat()) == (first, last)
    assert str(day) == text


@pytest.mark.parametrize(
    "text", ["2025-04-31", "2025-13", "31 April", "2025-06-22/2025-06-21", "1/2/3", "last week", "9999-01-01X"]
)
def test_a_date_that_cannot_be_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(DayInvalid) as refused:
        Day.parse(text)
    assert text in str(refused.value)
    assert any(word in str(refused.value) for word in ("write", "correct", "swap", "check"))


@pytest.mark.parametrize(("text", "less"), [
    ("2025-04-31", "2025-04"), ("2025-13-01", "2025"), ("2025-00-10", "2025"), ("0000-01-01", None),
])  # fmt: skip
def test_of_a_day_that_no_calendar_has_only_a_part_that_exists_is_offered(text: str, less: str | None) -> None:
    with pytest.raises(DayInvalid) as refused:
        Day.parse(text)
    _, offers, offered = str(refused.value).partition("or give only ")
    assert (offered or None, bool(offers)) == (less, less is not None)
    assert less is None or Day.parse(less).first is not None


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)), st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_days_survive_writing_and_reading(a: date, b: date) -> None:
    first, last = min(a, b), max(a, b)
    for day in (Day.on(a), Day.between(first, last), Day.before(a), Day.after(a), Day.by(a)):
        again = Day.parse(day.text)
        assert (again.lo, again.hi) == (day.lo, day.hi)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_what_is_within_overlaps(a: date, b: date) -> None:
    narrow, wide = Day.on(a), Day.between(min(a, b), max(a, b))
    assert narrow.within(wide)
    assert narrow.overlaps(wide)
    assert wide.could_be(a)


def test_a_range_does_not_hold_the_day_it_ends_on() -> None:
    held = DayRange.parse("2025-01-01/2025-01-03")
    assert held.surely_covers(date(2025, 1, 2))
    assert not held.may_cover(date(2025, 1, 3))
    with pytest.raises(DayInvalid):
        DayRange.parse("2025-01-03/2025-01-01")


@pytest.mark.parametrize("text", ["register", "public", "source:LIST"])
def test_a_basis_survives_writing_and_reading(text: str) -> None:
    assert str(Basis.parse(text)) == text


@pytest.mark.parametrize("text", ["", "rumour", "source", "source:", "public:x"])
def test_an_unknown_basis_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        Basis.parse(text)


def test_a_question_says_what_it_asks() -> None:
    asked = AsOf(date(2025, 6, 20), date(2025, 6, 26), Basis.public())
    assert str(asked) == "on 2025-06-20, as known by 2025-06-26 (basis public)"


def test_bounds_never_cross() -> None:
    assert str(Bounds(1, 4) + Bounds(2, 2)) == "3 to 6"
    with pytest.raises(ValueError, match="certain <= possible"):
        Bounds(4, 1)


def test_ids_depend_on_the_key_the_kind_and_the_content_alone() -> None:
    one = make_id(b"k" * 32, "clm", {"a": 1, "b": 2})
    assert one == make_id(b"k" * 32, "clm", {"b": 2, "a": 1})
    assert len({one, make_id(b"l" * 32, "clm", {"a": 1, "b": 2}), make_id(b"k" * 32, "mtn", {"a": 1, "b": 2})}) == 3
    with pytest.raises(ValueError, match="Out of range"):
        canonical(float("nan"))


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("2024-22", "summer 2024"), ("2020-24/2021-23", "winter 2020/autumn 2021"), ("2025-06-21", "2025-06-21"), ("2024-12", "2024-12")],
)  # fmt: skip
def test_seasons_are_written_by_their_names(edtf: str, words: str) -> None:
    assert in_words(edtf) == words
