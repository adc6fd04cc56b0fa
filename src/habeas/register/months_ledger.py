"""A month in the books: who was counted when it opened, who came in and went out and why, and who is counted when it closes.

All of it as known on one day, so that the sum holds: opening, and those in, less those out, is closing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from habeas.figures.definitions import Definition
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.errors import UsageError
from habeas.register.bridging import bridged
from habeas.register.opened import Register
from habeas.register.remembered import remembered

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Month:
    """`opens` is the last day before it, `closes` its last day, or the day asked about where that comes first."""

    text: str
    opens: date
    closes: date

    @property
    def first(self) -> date:
        """Its first day."""
        return self.opens + timedelta(days=1)


def month_of(text: str, today: date) -> Month:
    """Read "2026-10". Raises UsageError for what is no month, and for one that has not begun."""
    found = _MONTH.fullmatch(text.strip())
    if found is None or not 1800 <= int(found[1]) <= 2200:
        raise UsageError(f"month: '{text}' is no month; write it as 2026-10")
    first = date(int(found[1]), int(found[2]), 1)
    if first > today:
        raise UsageError(f"month: {text.strip()} has not begun by {today}")
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return Month(text.strip(), first - timedelta(days=1), min(last, today))


def months_ledger(
    register: Register, month: Month, known_by: date, of: Definition, *, possible: bool = False
) -> dict[str, Any]:
    """The bridge from its opening to its closing, in the shape of `bridged`, with sums of those in and out."""
    from_register = AsOf(month.opens, known_by, Basis.register())
    ends = (from_register, from_register.on(month.closes))

    def made() -> dict[str, Any]:
        found = bridged(register, ends[0], of, ends[1], of, possible=possible)
        moved = {
            way: sum(item["count"] for item in found["items"] if item["direction"] == way) for way in ("in", "out")
        }
        return {**found, **moved}

    return remembered(register, "month", (month, known_by, str(of), possible), made)
