"""Importing a folder of a list's old versions, in the order of their days, each as its difference from the one before.

Every file is read and set beside the one before it, ahead of the first one's entering, so that a faulty file is told while nothing has been
written. Each version is a batch of its own: after an interruption the same command goes on, since a version that is here already changes nothing.
"""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from habeas.claims.versions import in_order
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused, UsageError
from habeas.register.importing import Wish
from habeas.register.intake import before_intake, take_up
from habeas.register.list_faults import ListedAs, listed_as, listed_before, refuse_slipped
from habeas.register.list_state import list_state
from habeas.register.listing import (
    HowList,
    ReadFile,
    day_in_name,
    enter_list,
    is_list,
    read_file,
    refuse_shrunk,
)
from habeas.register.opened import Register, without_collection
from habeas.sources.capture import About

MANIFEST = "manifest.csv"
_SUMMED = ("rows", "added", "changed", "gone", "unchanged", "claims")
_LISTED = ("refused", "quarantined", "notices")


def import_history(register: Register, folder: str, about: About, wish: Wish, how: HowList) -> dict[str, Any]:
    """Import every version of the folder; sums over all, each version's own answer under `versions`.

    Raises UsageError for a folder or wish that has no history, InputRefused where a file is at fault; then nothing was written.
    """
    if wish.dry_run or wish.as_drafts:
        raise UsageError(
            "--history enters versions, each compared with the one before; --dry-run and --as-drafts take one file"
        )
    if not about.published.is_unknown:
        raise UsageError("--history takes the days from the files' names or manifest.csv; leave out --published")
    versions = versions_in(folder)
    today = register.store.clock().date()
    sequence = _Sequence(register)
    for number, (day, path) in enumerate(versions):
        register.heard("versions read", number, len(versions))
        sequence.check(read_file(path, replace(about, published=Day.on(day)), wish, how, today), how)
    answers = []
    before = before_intake(register)
    for number, (day, path) in enumerate(versions):
        register.heard("versions entered", number, len(versions))
        with without_collection():
            read = read_file(path, replace(about, published=Day.on(day)), wish, how, today)
            answer, _ = enter_list(register, read, replace(about, published=Day.on(day)), wish, how)
        answers.append({**answer, "file": Path(path).name})
    together = _together(answers)
    notices = [*together["notices"], *_not_taken(folder, versions)]
    return {**together, "notices": notices, **take_up(register, before)}


class _Sequence:
    """How many rows each version has, those in the register and those of the folder seen so far, in order, and how each list last gave its people."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._here = register.caught_up().versions
        self._seen: dict[str, list[tuple[date, str, int]]] = {}
        self._listed: dict[str, dict[str, ListedAs]] = {}

    def check(self, read: ReadFile, how: HowList) -> None:
        """Raises InputRefused where the version has lost half of the rows of the one before it, or most people have another name or birth date."""
        name, day, own = read.mapping.list_name, read.published, read.file.sha256
        if name not in self._seen:
            self._begin(read)
        seen = self._seen[name]
        place = next((n for n, (when, sha256, _) in enumerate(seen) if (when, sha256) == (day, own)), None)
        is_here = place is not None
        if place is None:
            place = sum(when <= day for when, _, _ in seen)
        before = (seen[place - 1][0], seen[place - 1][2]) if place else None
        refuse_shrunk(read.file.file_name, read.read.rows, before, how)
        if not is_here:
            refuse_slipped(read.file.file_name, read.read.persons, self._listed[name])
            seen.insert(place, (day, own, read.read.rows))
        self._remember(read)

    def _begin(self, read: ReadFile) -> None:
        name = read.mapping.list_name
        held = in_order(v for v in self._here if v.list_name == name)
        self._seen[name] = [(v.published, v.sha256, v.rows) for v in held]
        state = list_state(self._register, name, read.published, read.file.sha256)
        self._listed[name] = listed_before(state, self._register.knowledge.retracted())

    def _remember(self, read: ReadFile) -> None:
        listed = self._listed[read.mapping.list_name]
        now = {person.id: listed_as(person) for person in read.read.persons}
        names = {i: one.names | listed[i].names if i in listed else one.names for i, one in now.items()}
        self._listed[read.mapping.list_name] = {i: ListedAs(names[i], one.born) for i, one in now.items()}


def versions_in(folder: str) -> list[tuple[date, str]]:
    """The list's files by day, as the manifest says or else as their names do. Raises InputRefused naming a file without one day of its own."""
    place = Path(folder)
    if not place.is_dir():
        raise UsageError(f"{folder}: --history takes a folder of dated files; leave it out for one file")
    dated = _by_manifest(place) if (place / MANIFEST).is_file() else _by_name(place)
    if not dated:
        raise InputRefused(f"{folder}: no list in it; put the dated files there (CSV, XLSX, JSON or HTML)")
    seen: dict[date, Path] = {}
    for day, path in dated:
        if day in seen:
            raise InputRefused(
                f"{folder}: {seen[day].name} and {path.name} are both of {day}; give each its own day in {MANIFEST}"
            )
        seen[day] = path
    return sorted((day, str(path)) for day, path in dated)


def _not_taken(folder: str, versions: list[tuple[date, str]]) -> list[str]:
    """What else lies in the folder: nobody should think that it was taken in."""
    taken = {Path(path).name for _, path in versions} | {MANIFEST}
    others = sorted(path for path in Path(folder).iterdir() if path.name not in taken and not path.name.startswith("."))
    return [f"{path}: not taken in, {_why_not(path)}" for path in others]


def _why_not(path: Path) -> str:
    if path.is_dir():
        return "a folder in the folder; import it by itself"
    return f"not named in {MANIFEST}" if is_list(str(path)) else "not a list (CSV, XLSX, JSON or HTML)"


def _by_name(place: Path) -> list[tuple[date, Path]]:
    found = []
    for path in sorted(place.iterdir()):
        if path.name.startswith(".") or not path.is_file() or not is_list(str(path)):
            continue
        day = day_in_name(str(path))
        if day is None:
            raise InputRefused(
                f"{path}: no one day in its name; name it as in list-2026-08-30.csv, or write {MANIFEST} (columns file, published)"
            )
        found.append((day, path))
    return found


def _by_manifest(place: Path) -> list[tuple[date, Path]]:
    manifest = place / MANIFEST
    try:
        reader = csv.DictReader(io.StringIO(manifest.read_text("utf-8-sig"), newline=""))
        rows = list(reader)
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputRefused(f"{manifest}: cannot be read ({error}); save it as CSV in UTF-8") from error
    if not {"file", "published"} <= set(reader.fieldnames or ()):
        raise InputRefused(f"{manifest}: its columns are file and published; write them in the first row")
    return [_of_row(place, number, row) for number, row in enumerate(rows, start=2)]


def _of_row(place: Path, number: int, row: dict[str, str]) -> tuple[date, Path]:
    where = f"{place / MANIFEST}, row {number}"
    path = place / (row["file"] or "")
    if Path(row["file"] or "/").name != row["file"] or not path.is_file():
        raise InputRefused(f"{where}: no file '{row['file']}' in the folder; correct its name")
    try:
        return date.fromisoformat(row["published"] or ""), path
    except ValueError as error:
        raise InputRefused(f"{where}: '{row['published']}' is no day; write YYYY-MM-DD") from error


def _together(answers: list[dict[str, Any]]) -> dict[str, Any]:
    """The last version's answer with the sums of all; what was refused or quarantined names its file."""
    sums: dict[str, Any] = {name: sum(answer[name] for answer in answers) for name in _SUMMED}
    for name in ("refused", "quarantined"):
        sums[name] = [{**one, "file": answer["file"]} for answer in answers for one in answer[name]]
    sums["notices"] = list(dict.fromkeys(notice for answer in answers for notice in answer["notices"]))
    return {**answers[-1], **sums, "versions": [{k: v for k, v in a.items() if k not in _LISTED} for a in answers]}
