"""A day as people write it in a cell: ISO, EDTF, with dots or slashes, or with the month in words. Nothing is guessed.

`05.08.2020` is two days; which one, the list's declared order says. Without a declaration such a cell is refused, while `25.08.2020`
and `2020-08-05` can be read by themselves.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from importlib import resources

from habeas.kernel.country_files import read_yaml
from habeas.kernel.days import Day
from habeas.kernel.errors import DayInvalid

ORDERS = ("dmy", "mdy")
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?")
_WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\.? )?([^\W\d_]+)\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,? (\d{4})(?: ?[^\W\d_]{1,4}\.?)?"
)


class AmbiguousDay(DayInvalid):
    """Two days in one spelling, and no order declared."""


@lru_cache(maxsize=65536)
def day_in(text: str, order: str | None) -> Day:
    """The day in a cell. `order` is dmy or mdy, None = not declared. Raises AmbiguousDay, or DayInvalid when no such day exists."""
    said = " ".join(text.split())
    moment = _MOMENT.fullmatch(said)
    if moment:
        return Day.parse(moment[1])
    found = _NUMBERS.fullmatch(said)
    if found:
        return _in_order(said, int(found[1]), int(found[3]), int(found[4]), order)
    found = _YEAR_FIRST.fullmatch(said)
    if found:
        return _day(said, int(found[1]), int(found[2]), int(found[3]))
    found = _MONTH_YEAR.fullmatch(said)
    if found:
        return _day(said, int(found[2]), int(found[1]), None)
    found = _WORDS.fullmatch(said)
    if found and (month := months().get(found[2].casefold())):
        day = found[1] or found[3]
        return _day(said, int(found[4]), month, int(day) if day else None)
    return Day.parse(said)


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Names of months in the languages held, in lower case, with their numbers."""
    raw = read_yaml(resources.files("habeas.claims.lists").joinpath("months.yml").read_text("utf-8"), "months.yml")
    return {str(word): number for number, words in raw["months"].items() for word in words}


def _in_order(said: str, first: int, second: int, year: int, order: str | None) -> Day:
    if order is None and first <= 12 and second <= 12 and first != second:
        raise AmbiguousDay(
            f"'{said}' is two days, {year}-{second:02d}-{first:02d} and {year}-{first:02d}-{second:02d}; say which with --dates dmy or"
            " --dates mdy, or with 'dates:' in the mapping"
        )
    day_first = order == "dmy" if order else first > 12 or second <= 12
    return _day(said, year, *((second, first) if day_first else (first, second)))


def _day(said: str, year: int, month: int, day: int | None) -> Day:
    try:
        date(year, month, day or 1)
    except ValueError as error:
        raise DayInvalid(
            f"'{said}' is no calendar day ({error}); correct it, or give only the month or the year"
        ) from error
    return Day.parse(f"{year:04d}-{month:02d}" if day is None else f"{year:04d}-{month:02d}-{day:02d}")
