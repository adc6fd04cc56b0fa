"""How fast a list has been growing, from the recorded counts of new recognitions: a yardstick, not a limit."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.figures.published import PublishedFigure

_WEEK, _MONTH = 8, 32


def pace_in_words(figures: Sequence[PublishedFigure]) -> str:
    """Such as "recorded: 18 to 71 recognitions a month, 25 in one week"; empty when nothing is recorded.

    Only exact counts of new recognitions over whole weeks or months count; a month is 9 to 32 days, a week at most 8.
    """
    grown = [
        (f.value, f.period[1] - f.period[0] + 1)
        for f in figures
        if f.population == "recognised_new"
        and f.comparator == "exact"
        and f.period[0] is not None
        and f.period[1] is not None
    ]
    monthly = sorted(value for value, days in grown if _WEEK < days <= _MONTH)
    weekly = sorted(value for value, days in grown if days <= _WEEK)
    said = []
    if monthly:
        low, high = monthly[0], monthly[-1]
        said.append(f"{low} to {high} recognitions a month" if low != high else f"{low} recognitions in a month")
    if weekly:
        said.append(f"{weekly[-1]} in one week")
    return f"recorded: {', '.join(said)}" if said else ""
