"""A stretch of days whose two ends may each be imprecise, half-open: the day it ends on no longer belongs to it.

Custody is counted this way: the day of release does not count as held (S(D) = number with arrest <= D < exit).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from habeas.kernel.days import Day
from habeas.kernel.errors import DayInvalid


@dataclass(frozen=True, slots=True)
class DayRange:
    """From `start` up to, not including, `end`. An unknown day leaves that side open."""

    start: Day
    end: Day

    @staticmethod
    def parse(text: str) -> DayRange:
        """Read `A/B`; a single date means it began and ended on it. Raises DayInvalid."""
        left, slash, right = text.partition("/")
        start = Day.parse("" if left == ".." else left)
        end = Day.parse("" if right == ".." else right) if slash else start
        if start.lo is not None and end.hi is not None and start.lo > end.hi:
            raise DayInvalid(f"'{text}' ends before it begins; swap its two ends")
        return DayRange(start, end)

    def surely_covers(self, day: date) -> bool:
        """Whether `day` lies inside for every date the two ends may have."""
        number = day.toordinal()
        return (
            self.start.hi is not None and self.start.hi <= number and self.end.lo is not None and number < self.end.lo
        )

    def may_cover(self, day: date) -> bool:
        """Whether `day` lies inside for at least one date the two ends may have."""
        number = day.toordinal()
        return (self.start.lo is None or self.start.lo <= number) and (self.end.hi is None or number < self.end.hi)

    def __str__(self) -> str:
        return f"{self.start or '..'}/{self.end or '..'}"
