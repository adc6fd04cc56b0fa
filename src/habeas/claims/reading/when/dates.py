"""Days in prose, resolved against the day of publication: "last weekend", "on 3 June", "in the summer of 2018".

Without a day of publication a relative date stays open: nothing is guessed. A day later than publication is given as it stands; the caller
decides whether what happened can lie ahead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.claims.reading.model import Span
from habeas.kernel.days import FIRST_YEAR, LAST_YEAR, Day
from habeas.kernel.errors import DayInvalid

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_COUNT = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_MONTH = r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_RULES = (
    ("iso", r"(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<day>\d\d)"),
    ("day_month_year", rf"{_DAY}(?: of)? {_MONTH},? {_YEAR}"),
    ("month_day_year", rf"{_MONTH} {_DAY},? {_YEAR}"),
    ("day_month", rf"{_DAY}(?: of)? {_MONTH}"),
    ("month_day", rf"{_MONTH} {_DAY}(?![\d,]*\d)"),
    ("month_year", rf"{_MONTH}(?: of|,)? {_YEAR}"),
    ("season_year", rf"(?P<season>spring|summer|autumn|fall|winter)(?: of)?,? {_YEAR}"),
    ("season", r"(?P<which>last|this) (?P<season>spring|summer|autumn|fall|winter)"),
    ("weekday", r"(?P<which>last |this |next )?(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)"),
    ("near", r"(?P<near>yesterday|today|tonight|earlier this week|earlier this month|earlier this year|(?:last|this|next) (?:week(?:end)?|month|year)|(?:over |at )?the weekend)"),
    ("ago", r"(?P<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?P<unit>day|week|month|year)s? (?:ago|earlier)"),
    ("later", r"(?P<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?P<unit>year)s? later"),
    ("month_alone", r"(?:in|since|last|this|during|of|by|until|from|late|early|mid) (?P<month>january|february|march|april|may|june|july|august|september|october|november|december)"),
    ("year_alone", r"(?:in|since|of|from|by|until|during|late|early|mid|for|before|after|and|to|until)[- ](?P<year>(?:19|20)\d\d)(?!\d|'s)"),
    ("year_bare", r"(?P<year>(?:19|20)\d\d)(?!\d|'s|s\b)"),
)  # fmt: skip
_ANY = [(name, re.compile(rf"\b{pattern}\b", re.IGNORECASE)) for name, pattern in _RULES]
_LEAD = re.compile(
    r"\b(since|before|after|by|until|until the end of|from)(?: the| early| late| mid)?[ -]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date in the text. `day` None = it needs a publication day, or names no possible day. `lead` = since, before, after, by."""

    span: Span
    words: str
    day: Day | None
    lead: str | None
    is_relative: bool


def dates_in(shadow: str, published: date | None) -> Iterator[DateWords]:
    """Every date expression, left to right, the longest rule first."""
    taken: list[tuple[int, int, str, re.Match[str]]] = []
    for name, pattern in _ANY:
        for match in pattern.finditer(shadow):
            if not any(match.start() < end and start < match.end() for start, end, _, _ in taken):
                taken.append((match.start(), match.end(), name, match))
    earlier: Day | None = None
    for start, end, name, match in sorted(taken, key=lambda item: item[0]):
        day = _resolve(name, match, published, earlier)
        lead = _LEAD.search(shadow[max(0, start - 24) : start])
        inside = re.match(r"since|before|after|by|until|from", match.group().lower())
        word = inside.group() if inside else (lead.group(1).lower() if lead else None)
        earlier = day or earlier
        yield DateWords((start, end), match.group(), day, word, name in _NEEDS_PUBLICATION)


_NEEDS_PUBLICATION = {"day_month", "month_day", "season", "weekday", "near", "ago", "month_alone"}


def _resolve(name: str, match: re.Match[str], published: date | None, earlier: Day | None) -> Day | None:
    parts = {key: value.lower() for key, value in match.groupdict().items() if value}
    if name in _NEEDS_PUBLICATION and published is None:
        return None
    try:
        return _MAKERS[name](parts, published or date.max, earlier)
    except (DayInvalid, ValueError, OverflowError):
        return None


def _month(parts: dict[str, str]) -> int:
    return next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(parts["month"].rstrip(".")[:3]))


def _full(parts: dict[str, str], published: date, earlier: Day | None) -> Day:
    return Day.parse(f"{parts['year']}-{_month(parts):02d}-{int(parts['day']):02d}")


def _iso(parts: dict[str, str], published: date, earlier: Day | None) -> Day:
    return Day.parse(f"{parts['year']}-{parts['m']}-{parts['day']}")


def _month_year(parts: dict[str, str], published: date, earlier: Day | None) -> Day:
    return Day.parse(f"{parts['year']}-{_month(parts):02d}")


def _year(parts: dict[str, str], published: date, earlier: Day | None) -> Day:
    return Day.parse(parts["year"])


def _season_year(parts: dict[str, str], published: date, earlier: Day | None) -> Day:
    return Day.parse(f"{parts['year']}-{_SEASONS[parts['season']]}")


def _day_month(parts: dict[str, str], published: date, earlier: Day | None) -> Day:
    month, day = _month(parts), int(parts["day"])
    year = published.year - ((month, day) > (published.month, published.day))
    return Day.parse(f"{year}-{month:02d}-{day:02d}")


def _month_alone(parts: dict[str, str], published: date, earlier: Day | None) -> Day:
    month = _month(parts)
    return Day.parse(f"{published.year - (month > published.month)}-{month:02d}")


def _season(parts: dict[str, str], published: date, earlier: Day | None) -> Day:
    code = _SEASONS[parts["season"]]
    this = Day.parse(f"{published.year}-{code}")
    over = this.hi is not None and this.hi < published.toordinal()
    return this if parts["which"] == "this" or over else Day.parse(f"{published.year - 1}-{code}")


def _weekday(parts: dict[str, str], published: date, earlier: Day | None) -> Day:
    wanted, which = _WEEKDAYS.index(parts["weekday"]), parts.get("which", "").strip()
    back = (published.weekday() - wanted) % 7
    if which == "next":
        return Day.on(published + timedelta(days=(7 - back) or 7))
    if which == "last" and back == 0:
        back = 7
    return Day.on(published - timedelta(days=back))


def _weekend(published: date, which: str) -> Day:
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    if which == "last" and published.weekday() >= 5:
        saturday -= timedelta(days=7)
    if which in ("this", "next") and published.weekday() < 5:
        saturday += timedelta(days=7)
    if which == "next" and published.weekday() >= 5:
        saturday += timedelta(days=7)
    return Day.between(saturday, saturday + timedelta(days=1))


def _near(parts: dict[str, str], published: date, earlier: Day | None) -> Day:
    words = parts["near"].split()
    which, unit = words[0], words[-1]
    if unit in ("yesterday", "today", "tonight"):
        return Day.on(published - timedelta(days=unit == "yesterday"))
    if unit == "weekend":
        return _weekend(published, which if which in ("last", "this", "next") else "the")
    step = {"last": -1, "next": 1}.get(which, 0)
    if unit == "week":
        monday = published + timedelta(days=7 * step - published.weekday())
        last = monday + timedelta(days=6)
        return Day.between(monday, last if step else max(monday, min(last, published)))
    if unit == "month":
        number = published.year * 12 + published.month - 1 + step
        return Day.parse(f"{number // 12}-{number % 12 + 1:02d}")
    return Day.parse(str(published.year + step))


def _ago(parts: dict[str, str], published: date, earlier: Day | None) -> Day:
    count = int(_COUNT.get(parts["count"]) or parts["count"])
    if parts["unit"] == "day":
        return Day.on(published - timedelta(days=count))
    if parts["unit"] == "week":
        middle = published - timedelta(days=7 * count)
        return Day.between(middle - timedelta(days=3), middle + timedelta(days=3))
    if parts["unit"] == "month":
        number = published.year * 12 + published.month - 1 - count
        return Day.parse(f"{number // 12}-{number % 12 + 1:02d}")
    return Day.parse(str(published.year - count))


def _later(parts: dict[str, str], published: date, earlier: Day | None) -> Day | None:
    if earlier is None or earlier.first is None:
        return None
    year = earlier.first.year + int(_COUNT.get(parts["count"]) or parts["count"])
    return Day.parse(str(year)) if FIRST_YEAR <= year <= LAST_YEAR else None


_MAKERS: dict[str, Callable[[dict[str, str], date, Day | None], Day | None]] = {
    "iso": _iso, "day_month_year": _full, "month_day_year": _full, "day_month": _day_month, "month_day": _day_month,
    "month_year": _month_year, "season_year": _season_year, "season": _season, "weekday": _weekday, "near": _near, "ago": _ago,
    "later": _later, "month_alone": _month_alone, "year_alone": _year, "year_bare": _year,
}  # fmt: skip
