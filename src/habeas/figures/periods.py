"""A stretch of days as people write it: one day, a whole month or year by its name, or from one day to another."""

from __future__ import annotations

import calendar

from habeas.kernel.days import Day


def named(since: Day, until: Day) -> str | None:
    """The one name of a stretch: "2030-06-21", "2030-06", "summer 2030"; None where it needs two."""
    if since == until:
        return since.in_words
    first, last = since.last, until.first
    if not (since.is_exact and until.is_exact) or first is None or last is None or first.day != 1:
        return None
    if (first.month, last.month, last.day) == (1, 12, 31) and first.year == last.year:
        return f"{first:%Y}"
    whole = (first.year, first.month) == (last.year, last.month) and last.day == calendar.monthrange(
        last.year, last.month
    )[1]
    return f"{first:%Y-%m}" if whole else None


def stretch_in_words(since: Day, until: Day) -> str:
    """The stretch without a word before it where it has one name or two days: "2030-06", "2030-06-02 to 2030-06-21"; empty = not known."""
    if since.is_unknown and until.is_unknown:
        return ""
    if until.is_unknown:
        return f"since {since.in_words}"
    if since.is_unknown:
        return f"up to {until.in_words}"
    return named(since, until) or f"{since.in_words} to {until.in_words}"


def told_when(since: Day, until: Day) -> str:
    """The same as a sentence needs it: "on 2030-06-21", "in 2030-06", "from 2030-06-02 to 2030-06-21", "since 2030"; empty = not known."""
    plain = stretch_in_words(since, until)
    if since.is_unknown or until.is_unknown:
        return plain
    if named(since, until) is None:
        return f"from {plain}"
    return f"on {plain}" if since == until and since.is_exact else f"in {plain}"
