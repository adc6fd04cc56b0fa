"""A published number of people: what it counts, for when, who says so, and which true values it leaves open.

A number is taken at its word first: exactly 1,172 means 1,172. Round numbers may be rounded, so the wider reading is kept apart and
named wherever it is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from habeas.kernel.days import Day

ENDLESS = 10**12

#: Who is among whom: every member of the first is a member of the second on the same day or in the same period.
PART_OF = {"serious_health": "in_custody", "pardoned": "released", "exiled": "released"}
#: Flows out of custody, and into the published list of those held.
OUT = ("released", "pardoned", "died_in_custody", "exiled")
IN = ("arrested", "recognised_new")


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """`as_of` unknown = the base day is not stated; `since`, `until` bound a flow's period (unknown = not stated).

    `counted` says in words which people are counted, `list_name` which list the number is taken from; None = not stated.
    `earliest_base` is the earliest base day that the source's own telling allows (a stock told after a release), None = no bound.
    """

    id: str
    value: int
    comparator: str
    population: str
    kind: str
    published: Day
    as_of: Day
    since: Day
    until: Day
    said_by: str | None = None
    counted: str | None = None
    list_name: str | None = None
    quote: str | None = None
    source: str | None = None
    earliest_base: date | None = None

    @property
    def values(self) -> tuple[int, int]:
        """Lowest and highest true value, the number taken at its word."""
        return {
            "exact": (self.value, self.value),
            "at_least": (self.value, ENDLESS),
            "more_than": (self.value + 1, ENDLESS),
            "up_to": (0, self.value),
            "nearly": (max(0, self.value - 2 * rounding(self.value)), self.value - 1),
            "about": (max(0, self.value - rounding(self.value)), self.value + rounding(self.value)),
        }[self.comparator]

    @property
    def rounded_values(self) -> tuple[int, int]:
        """The same, were the number rounded to its last figure that is not zero."""
        low, high = self.values
        slack = rounding(self.value)
        return max(0, low - slack), high if high >= ENDLESS else high + slack

    @property
    def base_days(self) -> tuple[int | None, int | None]:
        """First and last day (ordinals) the number can speak of: stated, else from `earliest_base` to publication; None = no bound."""
        stated = self.as_of if not self.as_of.is_unknown else self.until
        if self.kind == "stock" and not self.as_of.is_unknown:
            return stated.lo, stated.hi
        earliest = None if self.earliest_base is None else self.earliest_base.toordinal()
        return (earliest, self.published.hi) if stated.is_unknown else (stated.lo, stated.hi)

    @property
    def period(self) -> tuple[int | None, int | None]:
        """First and last day of a flow's period (ordinals): from `since` to `until`, else to publication; None = no bound."""
        last = (
            self.until.hi
            if not self.until.is_unknown
            else self.as_of.hi
            if not self.as_of.is_unknown
            else self.published.hi
        )
        return (self.since.lo if not self.since.is_unknown else self.as_of.lo), last


def rounding(value: int) -> int:
    """Half a unit of the last figure that is not zero (1,150: 5; 1,200: 50; 1,172: 0). A convention of ours."""
    unit = 1
    while value and value % (unit * 10) == 0:
        unit *= 10
    return unit // 2


def surely_between(flow: PublishedFigure, after: int, until: int) -> bool:
    """Whether a flow's whole period lies in (`after`, `until`]."""
    first, last = flow.period
    return first is not None and last is not None and after < first and last <= until
