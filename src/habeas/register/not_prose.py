"""What is no text to be read: tables of counts, lists of people and claims files are imported, each by its columns or lines."""

from __future__ import annotations

import json
from pathlib import Path

from habeas.claims.lists.mapping import format_of
from habeas.claims.lists.proposing import names_people
from habeas.kernel.errors import InputRefused
from habeas.register.importing_counts import is_counts
from habeas.register.listing import is_list
from habeas.sources.media import first_line
from habeas.sources.tables import read_tables

_TABLES = (".csv", ".tsv")
_LINES = (".jsonl", ".ndjson", ".ftm")


def refuse_unless_prose(path: str) -> None:
    """Raises InputRefused for a file that is to be imported; a table that is neither counts nor a list of people is read as text."""
    what = _what(path)
    if what is not None:
        raise InputRefused(f"{path}: {what}, which is not read as a text; take it in with: habeas import REG {path}")


def _what(path: str) -> str | None:
    if is_counts(path):
        return "a table of published counts"
    suffix = Path(path).suffix.lower()
    if suffix in _TABLES and _is_of_people(path):
        return "a list of people"
    if suffix in _LINES and _are_objects(path):
        return "a list" if is_list(path) else "a claims file"
    return None


def _is_of_people(path: str) -> bool:
    try:
        tables = read_tables(path).tables
    except InputRefused:
        return False  # whoever takes it in says what is wrong with it
    return any(format_of(table.columns, None) is not None or names_people(table) for table in tables)


def _are_objects(path: str) -> bool:
    try:
        return isinstance(json.loads(first_line(path, 1 << 20).decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False
