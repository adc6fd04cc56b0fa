"""Days that no calendar has, such as 31 April: said in a note, since what they date stays undated."""

from __future__ import annotations

import calendar
import re

_ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_RUSSIAN = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
_NUMBER = {name.lower(): n for names in (_ENGLISH, _RUSSIAN) for n, name in enumerate(names, start=1)}
_MONTHS = "|".join(_NUMBER)
_DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTHS})\b(?:,? (?P<year>\d{{4}})\b)?", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTHS}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?=[,.;)]|$| \d{{4}}\b)(?:,? (?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)
_LEAP = 2000


def impossible_days(text: str) -> tuple[str, ...]:
    """A note for each such day, in the order of the text, each once."""
    found = sorted(
        (m.start(), m.group())
        for pattern in (_DAY_FIRST, _MONTH_FIRST)
        for m in pattern.finditer(text)
        if not _is_day(m)
    )
    return tuple(
        dict.fromkeys(f"'{words}' is no day of the calendar; what it dates is left undated" for _, words in found)
    )


def _is_day(match: re.Match[str]) -> bool:
    year = int(match["year"] or _LEAP)
    if not 1 <= year <= 9999:
        return True
    return 1 <= int(match["day"]) <= calendar.monthrange(year, _NUMBER[match["month"].lower()])[1]
