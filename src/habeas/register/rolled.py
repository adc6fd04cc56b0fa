"""Rolls kept as rows: who stands how, and why, from one day up to another, so that the roll of a day is a choice and no folding.

Like every derived answer it may be deleted at any time. A register that keeps nothing on disk has it in memory.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from habeas.figures.definitions import Definition, definition
from habeas.figures.roll import Standing, roll
from habeas.figures.roll_table import Row, roll_table
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.register.derived import kept_files, key_of, laid_out, throw_away
from habeas.register.everybody import everybody
from habeas.register.kept import cache_file
from habeas.register.known import Known, known
from habeas.register.opened import Register, without_collection
from habeas.register.remembered import remembered

#: So many rolls are kept.
_ROLLS = 4
_MAKE = "CREATE TABLE stands (start INTEGER, until INTEGER, person TEXT, name TEXT, answer TEXT, why TEXT, claims TEXT, unconfirmed INTEGER)"
_PUT = "INSERT INTO stands VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_TAKE = (
    "SELECT person, name, answer, why, claims, unconfirmed FROM stands WHERE start <= ? AND ? < until ORDER BY rowid"
)


def roll_of(register: Register, asked: AsOf, of: Definition) -> list[Standing]:
    """Everybody whom the question is about, ordered by name."""
    of.refuse_unless_answerable([asked.day])
    number = asked.day.toordinal()
    path = cache_file(register, f"roll-{key_of(register, asked.known_by, asked.basis, of)}.db")
    found = _read(path, number) if path is not None else None
    if found is None:
        rows = _rows(register, asked, of)
        found = [stands for start, until, stands in rows if start <= number < until]
        if path is not None:
            _write(path, rows)
    return found


def roll_of_day(register: Register, asked: AsOf, of: Definition) -> Sequence[Standing]:
    """The same for a process that has everybody open: made for this day alone, and the latest few kept in memory."""
    now = known(register, asked.known_by, asked.basis)
    return remembered(register, "roll", (asked, str(of)), lambda: _roll_anew(register, now, asked, of), most=_ROLLS)


def _roll_anew(register: Register, now: Known, asked: AsOf, of: Definition) -> list[Standing]:
    """Whoever stands as before, by the same evidence, is not looked at again."""
    question = (str(of), of.staleness, asked.day, str(asked.basis))
    kept: dict[Any, dict[int, Standing | None]] = register.laid.setdefault("standings", {})
    kept[question] = before = kept.pop(question, {})
    while len(kept) > _ROLLS:
        del kept[next(iter(kept))]
    return roll(now.everyone, now.look_alikes, of, asked.day, before)


def make_ready(register: Register) -> None:
    """Derive today's default count, roll and names now, so that whoever asks next does not wait. Nothing where nothing is kept on disk."""
    if register.keeps_cache:
        today, of = utc_today(), definition()
        with without_collection():
            laid_out(register, today, Basis.register(), of)
            roll_of(register, AsOf(today, today, Basis.register()), of)
            everybody(register, today, Basis.register())


def rebuild(register: Register) -> list[str]:
    """Throw away everything derived and make the default count and the names again. The names of the files made, in order."""
    throw_away(register)
    today = utc_today()
    laid_out(register, today, Basis.register(), definition())
    everybody(register, today, Basis.register())
    return kept_files(register)


def _rows(register: Register, asked: AsOf, of: Definition) -> list[Row]:
    now = known(register, asked.known_by, asked.basis)

    def made() -> list[Row]:
        with without_collection():
            return roll_table(now.everyone, now.look_alikes, of)

    return remembered(register, "roll of all days", key_of(register, asked.known_by, asked.basis, of), made, most=2)


def _read(path: Path, number: int) -> list[Standing] | None:
    """The roll of a day (an ordinal) as it was kept; None when it is missing or damaged, so that it is made again."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as kept:
            rows = kept.execute(_TAKE, (number, number)).fetchall()
        return [
            Standing(person, name, answer, why, tuple(json.loads(claims)), bool(u))
            for person, name, answer, why, claims, u in rows
        ]
    except (sqlite3.Error, ValueError):
        return None


def _write(path: Path, rows: Iterable[Row]) -> None:
    """Best effort: a cache that cannot be written costs time, nothing else."""
    draft = path.with_suffix(".new")
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        draft.unlink(missing_ok=True)
        with closing(sqlite3.connect(draft)) as kept:
            kept.execute("PRAGMA journal_mode = OFF")
            kept.execute(_MAKE)
            kept.executemany(
                _PUT,
                (
                    (a, b, s.person, s.name, s.answer, s.why, json.dumps(s.claims), int(s.unconfirmed))
                    for a, b, s in rows
                ),
            )
            kept.commit()
        draft.rename(path)
    except (OSError, sqlite3.Error):
        return
