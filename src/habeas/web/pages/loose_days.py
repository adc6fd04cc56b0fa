"""Days that are not known exactly, as a reader expects them."""

from __future__ import annotations

from datetime import date

from habeas.custody.signs import ENDLESS, NEVER
from habeas.kernel.days import in_words


def long_day(day: date) -> str:
    """As "21 June 2025"."""
    return f"{day.day} {day:%B %Y}"


def days_in_words(first: int, last: int) -> str:
    """Some day from `first` to `last` (ordinals; outside the bounds of the calendar = no bound known)."""
    has_first, has_last = first > NEVER, last < ENDLESS
    if not has_first and not has_last:
        return "a day not known"
    if not has_last:
        return f"{long_day(date.fromordinal(first))} or later"
    if not has_first:
        return f"{long_day(date.fromordinal(last))} or earlier"
    one, other = date.fromordinal(first), date.fromordinal(last)
    if one == other:
        return long_day(one)
    if one.day == 1 and (other.toordinal() + 1) == _next_month(one).toordinal():
        return f"{one:%B %Y}"
    return f"a day from {long_day(one)} to {long_day(other)}"


def edtf_in_words(edtf: str) -> str:
    """An EDTF text with full days and months written out: "June 2025", "from 2 March 2021", "summer 2023"."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _part(edtf)
    if first in ("..", ""):
        return f"{_part(last)} or earlier"
    return f"{_part(first)} or later" if last in ("..", "") else f"{_part(first)} to {_part(last)}"


def _part(edtf: str) -> str:
    about = "about " if edtf.endswith(("~", "?", "%")) else ""
    text = edtf.rstrip("~?%")
    try:
        if len(text) == 7:
            return f"{about}{date.fromisoformat(text + '-01'):%B %Y}"
        return about + long_day(date.fromisoformat(text))
    except ValueError:
        return about + in_words(text)


def _next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)
