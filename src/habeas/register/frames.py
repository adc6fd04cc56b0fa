"""Answers as data frames, for notebooks.

with open_register("r.habeas") as register:
    frame = counts(register, "2025-06-01", "2025-06-30")
"""

from __future__ import annotations

from datetime import date

import pandas as pd

from habeas.figures.definitions import DEFAULT, definition
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.register.answering import roll_on, series
from habeas.register.opened import Register
from habeas.register.published import figures


def counts(
    register: Register,
    first: str,
    last: str,
    *,
    known_by: str | None = None,
    basis: str = "register",
    of: str = DEFAULT,
) -> pd.DataFrame:
    """One row a day from `first` to `last`: certain, possible, unconfirmed, not_assessed (persons). `known_by` None = today."""
    asked = _asked(first, known_by, basis)
    rows = series(register, asked, definition(of), date.fromisoformat(last))["series"]
    frame = pd.DataFrame(rows)
    frame["on"] = pd.to_datetime(frame["on"])
    return frame.set_index("on")[["certain", "possible", "unconfirmed", "not_assessed"]]


def everybody(
    register: Register, on: str, *, known_by: str | None = None, basis: str = "register", of: str = DEFAULT
) -> pd.DataFrame:
    """One row a person of the roll: id, name, in, why, claims (ids), unconfirmed."""
    rows = roll_on(register, _asked(on, known_by, basis), definition(of))["persons"]
    return pd.DataFrame(rows, columns=["id", "name", "in", "why", "claims", "unconfirmed"])


def published(register: Register, *, known_by: str | None = None, basis: str = "register") -> pd.DataFrame:
    """One row a published figure, with its quote."""
    return pd.DataFrame(figures(register, _asked(utc_today().isoformat(), known_by, basis))["figures"])


def _asked(on: str, known_by: str | None, basis: str) -> AsOf:
    known = date.fromisoformat(known_by) if known_by else utc_today()
    return AsOf(date.fromisoformat(on), known, Basis.parse(basis))
