"""A day as sources give it: exact, or only a month, a season, a year, "before June", "about 2020", or unknown.

Registers that force an exact date make people invent one. Here every date is an interval of calendar days in which the
thing happened on *one* day, kept with the text it came from in EDTF level 1 (Library of Congress, 2019):

    2025-06-21            that day                    2020-22        summer 2020 (21 spring, 23 autumn, 24 winter)
    2025-06               some day of June 2025       2020-06~       about June 2020
    2020                  some day of 2020            ../2025-06-26  on that day or before
    2025-06-21/2025-06-22 one of those days           2021-01-01/..  on that day or after
    (empty)               unknown

Seasons are those of the northern meteorological year. "Winter 2020" may begin or end in 2020, so it covers both. Approximate
and uncertain dates are widened by one unit of their own precision on either side (a day, a month, a year).
Whether the stretch between two days was custody is not decided here; see `ranges` and the custody stage.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from habeas.kernel.errors import DayInvalid

FIRST_YEAR = 1800
LAST_YEAR = 2200
_EXACT = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
_SEASON = re.compile(r"(\d{4})-(2[1-4])([~?%]?)")
_SEASON_IN_TEXT = re.compile(r"(?<![\d-])(\d{4})-(2[1-4])(?![\d-])")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_SLACK = {2: 1, 1: 31, 0: 366}
_ALLOWED = re.compile(r"[0-9X~?%./\-]*")


@dataclass(frozen=True, slots=True)
class Day:
    """One calendar day, known to lie from `lo` to `hi` (proleptic ordinals, inclusive; None = no bound known).

    `text` is the EDTF form; `approximate` is true when the source itself hedged ("about", "?").
    """

    lo: int | None
    hi: int | None
    text: str
    approximate: bool = False

    @staticmethod
    def parse(text: str) -> Day:
        """Read EDTF level 1. Raises DayInvalid when no such day exists."""
        return _parse(text.strip())

    @staticmethod
    def on(day: date) -> Day:
        """Exactly that day."""
        return Day(day.toordinal(), day.toordinal(), day.isoformat())

    @staticmethod
    def between(first: date, last: date) -> Day:
        """One day from `first` to `last`, both included. Raises DayInvalid when they are the wrong way round."""
        if last < first:
            raise DayInvalid(f"{first}/{last}: the range ends before it begins; swap its two days")
        if first == last:
            return Day.on(first)
        return Day(first.toordinal(), last.toordinal(), f"{first.isoformat()}/{last.isoformat()}")

    @staticmethod
    def before(day: date) -> Day:
        """Some day earlier than `day`."""
        last = day - timedelta(days=1)
        return Day(None, last.toordinal(), f"../{last.isoformat()}")

    @staticmethod
    def by(day: date) -> Day:
        """That day or some day before it."""
        return Day(None, day.toordinal(), f"../{day.isoformat()}")

    @staticmethod
    def after(day: date) -> Day:
        """Some day later than `day`."""
        first = day + timedelta(days=1)
        return Day(first.toordinal(), None, f"{first.isoformat()}/..")

    @staticmethod
    def unknown() -> Day:
        """A day of which nothing is known."""
        return Day(None, None, "")

    @property
    def is_exact(self) -> bool:
        """Whether the calendar day itself is known."""
        return self.lo is not None and self.lo == self.hi and not self.approximate

    @property
    def is_unknown(self) -> bool:
        """Whether neither an earliest nor a latest day is known."""
        return self.lo is None and self.hi is None

    @property
    def first(self) -> date | None:
        """Earliest possible day; None = no bound known."""
        return None if self.lo is None else date.fromordinal(self.lo)

    @property
    def last(self) -> date | None:
        """Latest possible day; None = no bound known."""
        return None if self.hi is None else date.fromordinal(self.hi)

    def could_be(self, day: date) -> bool:
        """Whether it may have been on `day`."""
        number = day.toordinal()
        return (self.lo is None or self.lo <= number) and (self.hi is None or number <= self.hi)

    def overlaps(self, other: Day) -> bool:
        """Whether both may speak of the same calendar day."""
        starts_late = self.lo is not None and other.hi is not None and self.lo > other.hi
        ends_early = self.hi is not None and other.lo is not None and self.hi < other.lo
        return not (starts_late or ends_early)

    def within(self, other: Day) -> bool:
        """Whether this says at least as much as `other`: its days are all among the other's."""
        low = other.lo is None or (self.lo is not None and self.lo >= other.lo)
        return low and (other.hi is None or (self.hi is not None and self.hi <= other.hi))

    @property
    def in_words(self) -> str:
        """The text with seasons by their names, as people write it: "summer 2024"."""
        return in_words(self.text)

    def __str__(self) -> str:
        return self.text


def in_words(edtf: str) -> str:
    """An EDTF text with its seasons by their names, and open at one side as "or earlier", "or later"; anything else as it is."""
    named = _SEASON_IN_TEXT.sub(lambda found: f"{_SEASONS[found[2]]} {found[1]}", edtf)
    first, _, last = named.partition("/")
    if first == ".." and last not in ("", ".."):
        return f"{last} or earlier"
    return f"{first} or later" if last == ".." and first != ".." else named


@lru_cache(maxsize=65536)
def _parse(text: str) -> Day:
    if not text:
        return Day.unknown()
    if _EXACT.fullmatch(text):
        try:
            return Day.on(date.fromisoformat(text))
        except ValueError as error:
            raise DayInvalid(f"'{text}' is no calendar day ({error}); correct it{_or_less(text)}") from error
    if _MONTH.fullmatch(text):
        return _month(text)
    season = _SEASON.fullmatch(text)
    if season:
        return _season(text, int(season[1]), int(season[2]), hedged=bool(season[3]))
    if not _ALLOWED.fullmatch(text):
        raise DayInvalid(f"'{text}' is not a date in EDTF form; write YYYY-MM-DD, YYYY-MM, YYYY, or a range A/B")
    if "/" in text:
        return _range(text)
    return _edtf(text)


def _or_less(text: str) -> str:
    """The part of a day that exists, to be given instead of it; nothing where not even the year does."""
    for part in (text[:7], text[:4]):
        if _MONTH.fullmatch(part) and FIRST_YEAR <= int(part[:4]) <= LAST_YEAR:
            return f", or give only {part}"
    return ""


def _month(text: str) -> Day:
    """A month or a year: so common that they skip the grammar."""
    year = int(text[:4])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DayInvalid(f"'{text}' lies outside {FIRST_YEAR} to {LAST_YEAR}; check the year")
    first = date(year, int(text[5:] or 1), 1)
    after = date(year + 1, 1, 1) if len(text) == 4 or first.month == 12 else date(year, first.month + 1, 1)
    return Day(first.toordinal(), after.toordinal() - 1, text)


def _season(text: str, year: int, code: int, *, hedged: bool) -> Day:
    """The edtf library knows no hedged season; a hedge widens it by a month on either side."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DayInvalid(f"'{text}' lies outside {FIRST_YEAR} to {LAST_YEAR}; check the year")
    starts = {21: (3, 1), 22: (6, 1), 23: (9, 1)}
    if code == 24:
        first, last = date(year - 1, 12, 1), date(year + 1, 3, 1) - timedelta(days=1)
    else:
        first = date(year, *starts[code])
        last = date(year, first.month + 3, 1) - timedelta(days=1)
    slack = _SLACK[1] if hedged else 0
    return Day(first.toordinal() - slack, last.toordinal() + slack, text, hedged)


def _range(text: str) -> Day:
    left, _, right = text.partition("/")
    if "/" in right:
        raise DayInvalid(f"'{text}' has more than two ends; write one range as A/B")
    start = Day.unknown() if left in ("", "..") else _parse(left)
    end = Day.unknown() if right in ("", "..") else _parse(right)
    if start.lo is not None and end.hi is not None and start.lo > end.hi:
        raise DayInvalid(f"'{text}' ends before it begins; swap its two ends")
    if start.is_unknown and end.is_unknown:
        return Day.unknown()
    return Day(start.lo, end.hi, text, start.approximate or end.approximate)


def _edtf(text: str) -> Day:
    # the grammar takes longer to load than most questions to answer, and few dates need it
    from edtf import EDTFParseException, parse_edtf

    try:
        parsed = parse_edtf(text)
        first, last = _calendar(parsed.lower_strict()), _calendar(parsed.upper_strict())
    except (EDTFParseException, ValueError, TypeError, AttributeError) as error:
        raise DayInvalid(f"'{text}' names no possible date; write YYYY-MM-DD, YYYY-MM, YYYY, or a range A/B") from error
    if not FIRST_YEAR <= first.year <= LAST_YEAR:
        raise DayInvalid(f"'{text}' lies outside {FIRST_YEAR} to {LAST_YEAR}; check the year")
    hedged = any(mark in text for mark in "~?%")
    slack = _SLACK[min(text.count("-"), 2)] if hedged else 0
    return Day(first.toordinal() - slack, last.toordinal() + slack, text, hedged)


def _calendar(moment: time.struct_time) -> date:
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)
