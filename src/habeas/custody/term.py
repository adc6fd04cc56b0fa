"""When somebody would have been due out: the day custody began plus the term, later sentences added.

No credit for time before the verdict is reckoned here, since its rate differs by country and law; the day is therefore the latest
that the known sentences allow. Without a known arrest day or term there is no due day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from habeas.claims.claim import Claim
from habeas.custody.periods import Period

DAYS_IN_YEAR = 365.25


def due_day(period: Period, claims: Iterable[Claim], known_before: date) -> date | None:
    """The due day of one period by sentences passed before `known_before`; None = not to be had."""
    if period.start.implied or period.start.disputed or period.start.lo != period.start.hi:
        return None
    begun = date.fromordinal(period.start.lo)
    passed = [
        c for c in claims if c.reality == "actual" and c.when.first is not None and begun <= c.when.first < known_before
    ]
    first = [float(c.value["term_years"]) for c in passed if c.predicate == "sentence" and c.value.get("term_years")]
    added = [
        float(c.value["term_years"]) for c in passed if c.predicate == "term_prolonged" and c.value.get("term_years")
    ]
    if not first:
        return None
    return begun + timedelta(days=round((max(first) + sum(added)) * DAYS_IN_YEAR))
