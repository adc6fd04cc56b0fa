"""Days in Russian prose: "22 июня", "в июне 2020 года", "летом 2020-го", "в субботу", resolved against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.claims.reading.model import Span
from habeas.kernel.days import Day
from habeas.kernel.errors import DayInvalid

_MONTHS = ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"]
_MONTH = r"(?P<month>январ[яеь]|феврал[яеь]|март[ае]?|апрел[яеь]|ма[йяе]|июн[яеь]|июл[яеь]|август[ае]?|сентябр[яеь]|октябр[яеь]|ноябр[яеь]|декабр[яеь])"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:-го|-м|-й)?(?: год[ау]?| г\.)?"
_WEEKDAYS = ["понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень"]
_SEASONS = {"весной": 21, "летом": 22, "осенью": 23, "зимой": 24}
_RULES = (
    ("full", rf"(?P<day>\d{{1,2}}) {_MONTH} {_YEAR}"),
    ("numeric", r"(?P<day>\d{1,2})\.(?P<m>\d{2})\.(?P<year>(?:19|20)\d\d)"),
    ("day_month", rf"(?P<day>\d{{1,2}}) {_MONTH}"),
    ("month_year", rf"{_MONTH} {_YEAR}"),
    ("season_year", rf"(?P<season>весной|летом|осенью|зимой) {_YEAR}"),
    ("month", rf"(?:в|с|до|на|прошлом|этого) (?:начале |конце |середине )?{_MONTH}"),
    ("weekday", r"в(?:о)? (?P<weekday>понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)"),
    ("near", r"(?P<near>вчера|сегодня|накануне|позавчера)"),
    ("year", rf"(?:в|с|до|после|конце|начале|по) {_YEAR}"),
)  # fmt: skip
_ANY = [(name, re.compile(rf"\b{pattern}\b", re.IGNORECASE)) for name, pattern in _RULES]
_NEEDS_PUBLICATION = frozenset({"day_month", "month", "weekday", "near"})


@dataclass(frozen=True, slots=True)
class RuDate:
    """A date in the text. `day` None = it needs a publication day, or names no possible day."""

    span: Span
    words: str
    day: Day | None
    is_since: bool


def dates_in(shadow: str, published: date | None) -> Iterator[RuDate]:
    """Every date expression, left to right, the longest rule first."""
    taken: list[tuple[int, int, str, re.Match[str]]] = []
    for name, pattern in _ANY:
        for match in pattern.finditer(shadow):
            if not any(match.start() < end and start < match.end() for start, end, _, _ in taken):
                taken.append((match.start(), match.end(), name, match))
    for start, end, name, match in sorted(taken, key=lambda one: one[0]):
        since = bool(
            re.search(r"(?:^|\s)(?:с|начиная с)\s*$", shadow[max(0, start - 12) : start])
            or match.group().lower().startswith("с ")
        )
        yield RuDate((start, end), match.group(), _day(name, match.groupdict(), published), since)


def _day(name: str, parts: dict[str, str], published: date | None) -> Day | None:
    if name in _NEEDS_PUBLICATION and published is None:
        return None
    try:
        return _resolved(name, {k: v.lower() for k, v in parts.items() if v}, published or date.max)
    except (DayInvalid, ValueError, OverflowError):
        return None


def _resolved(name: str, parts: dict[str, str], published: date) -> Day | None:
    if name == "near":
        back = {"вчера": 1, "накануне": 1, "сегодня": 0, "позавчера": 2}[parts["near"]]
        return Day.on(published - timedelta(days=back))
    if name == "weekday":
        weekday = next(n for n, stem in enumerate(_WEEKDAYS) if parts["weekday"].startswith(stem))
        return Day.on(published - timedelta(days=(published.weekday() - weekday) % 7))
    if name == "numeric":
        return Day.parse(f"{parts['year']}-{parts['m']}-{int(parts['day']):02d}")
    if name == "season_year":
        return Day.parse(f"{parts['year']}-{_SEASONS[parts['season']]}")
    if name == "year":
        return Day.parse(parts["year"])
    month = _month(parts["month"])
    if name == "full":
        return Day.parse(f"{parts['year']}-{month:02d}-{int(parts['day']):02d}")
    if name == "month_year":
        return Day.parse(f"{parts['year']}-{month:02d}")
    year = published.year - (month > published.month)
    return (
        Day.parse(f"{year}-{month:02d}-{int(parts['day']):02d}")
        if name == "day_month"
        else Day.parse(f"{year}-{month:02d}")
    )


def _month(words: str) -> int:
    if words.startswith("март"):
        return 3
    return next(
        number for number, stem in enumerate(_MONTHS, 1) if words.startswith(stem) and (stem != "ма" or len(words) == 3)
    )
