"""The earliest day of knowledge that gives the same answer, so that an answer made once is found again on later days.

After the last entry nothing more was known, but for the days to which a claim is dated ahead: on each of them a plan turns into what was
told. These days are few; they are kept beside the register, since to find them the whole ledger has to be opened.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from habeas.claims.ahead import days_ahead
from habeas.kernel.asof import Basis
from habeas.register.kept import cache_file, keep
from habeas.register.opened import Register


def effective_day(register: Register, known_by: date, basis: Basis) -> date:
    """The earliest K that gives the same answer."""
    head = register.store.head()
    if basis.kind != "register" or head.recorded_at is None or known_by <= head.recorded_at.date():
        return known_by
    latest = head.recorded_at.date()
    turned = [date.fromordinal(day) for day in _days_ahead(register, latest) if day <= known_by.toordinal()]
    return max([latest, *turned])


def _days_ahead(register: Register, latest: date) -> list[int]:
    root = register.store.head().root.hex()
    memo = ("ahead", root)
    if memo not in register.memo:
        path = cache_file(register, f"ahead-{root[:32]}.json")
        found = _read(path) if path is not None else None
        if found is None:
            knowledge = register.caught_up()
            found = days_ahead(knowledge.claims, knowledge.sources, latest)
            if path is not None:
                keep(path, json.dumps(found).encode())
        register.memo[memo] = found
    days: list[int] = register.memo[memo]
    return days


def _read(path: Path) -> list[int] | None:
    """The days as they were kept; None when they are missing or damaged, so that they are found again."""
    try:
        found = json.loads(path.read_bytes())
        return [int(day) for day in found]
    except (OSError, ValueError, TypeError):
        return None
