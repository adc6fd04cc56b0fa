"""A mapping proposed for a header that no known format has: a draft that a person edits before anything is imported with it."""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from habeas.claims.lists.cell_kinds import are_days, are_ids, are_names, are_pages, few_words
from habeas.claims.lists.mapping import NAME_PARTS, PLACEHOLDER
from habeas.claims.lists.never_held import held_if_mapped, never_held
from habeas.kernel.country_files import read_yaml
from habeas.sources.tables import Table

_HEAD = """\
# A mapping proposed from the header and what stands below it. Correct each line, then: habeas import REG FILE --mapping THIS_FILE
# Right of each column: id, name (or surname, given, patronymic), ignore (kept in the copy, claimed of nobody), or PREDICATE.FIELD (`when` is the day).
# A column behind # is left out: its cells are neither claimed nor kept in the copy. See docs/lists.md and the vocabulary.
# What each column that is taken holds, as an example, stands behind it.
list: {name}
# the order of days such as 05.08.2020: dmy or mdy
# dates: dmy
columns:
"""
_PAGE = "{to: reference.value, with: {kind: page}, apart: true}"


def proposed(table: Table, list_name: str | None = None) -> str:
    """A mapping as YAML. Columns that must never be held, and those not understood, are named in comments, without an example of their cells."""
    targets = _targets(table)
    lines = [_line(table, column, targets) for column in table.columns]
    used = set(targets.values())
    is_named = "name" in used or {"surname", "given"} <= used
    missing = [role for role, is_there in (("id", "id" in used), ("name", is_named)) if not is_there]
    hints = [f"# no column looks like the {role}: write '{role}' behind the right one\n" for role in missing]
    return _HEAD.format(name=_plain_yaml(list_name or PLACEHOLDER)) + "".join([*lines, *hints])


def names_people(table: Table) -> bool:
    """Whether a list of people can be meant: by its header, or because one column holds what looks like names."""
    if any(_guess(column) in ("name", *NAME_PARTS) for column in table.columns):
        return True
    return any(are_names([row.cells[c] for row in table.rows if c in row.cells]) for c in table.columns)


def _targets(table: Table) -> dict[str, str]:
    """What each column that may be held is proposed for: by its header, else by its cells; nothing twice that can only be once."""
    open_to = [column for column in table.columns if _left_out(column) is None]
    guessed = {column: _guess(column) for column in open_to}
    if not {"surname", "given"} <= set(guessed.values()):
        whole = {"surname": "name", "given": "name", "patronymic": "patronymic.text"}
        guessed = {column: whole.get(target or "", target) for column, target in guessed.items()}
    targets: dict[str, str] = {}
    for column in open_to:
        target = guessed[column] or _by_cells(table, column, {t for t in guessed.values() if t} | set(targets.values()))
        once = target in ("id", *NAME_PARTS, "name") or not target.startswith("{")
        targets[column] = "ignore" if once and target in targets.values() else target
    return targets


def _by_cells(table: Table, column: str, taken: set[str]) -> str:
    cells = [row.cells[column] for row in table.rows if column in row.cells]
    if "name" not in taken and not {"surname", "given"} <= taken and are_names(cells):
        return "name"
    if "id" not in taken and are_ids(cells, len(table.rows)):
        return "id"
    return _PAGE if are_pages(cells) else "ignore"


def _line(table: Table, column: str, targets: Map[str, str]) -> str:
    name = _plain_yaml(column)
    if what := _left_out(column):
        return f"  # {name}: left out ({what})\n"
    target = targets[column]
    if target == "claims":
        return _statuses(table, column, name)
    if target != "ignore":
        return f"  {name}: {target}{_example(table, column)}\n"
    # it could hold anything: whether it is kept, and shown, is for a person to say
    days = are_days([row.cells[column] for row in table.rows if column in row.cells])
    hint = "; holds days: of what? Write arrest.when, release.when ..." if days else ""
    return f"  # {name}: left out (not known what it holds); ignore keeps it in the copy{hint}\n"


def _statuses(table: Table, column: str, name: str) -> str:
    """A column of few words: what each claims, where it is known; the others are told, since a row with one of them would be refused."""
    words = few_words([row.cells[column] for row in table.rows if column in row.cells])
    known = {word: _data()["statuses"].get(word.casefold()) for word in words}
    values = ", ".join(f"{_plain_yaml(word, quoted=True)}: {claims}" for word, claims in known.items() if claims)
    unknown = ", ".join(_plain_yaml(word, quoted=True) for word, claims in known.items() if not claims)
    if not values:
        return f"  # {name}: left out; tells a status? {{to: claims, values: {{WORD: [in_custody], WORD: [at_liberty]}}}}; words: {unknown or 'many'}\n"
    said = f"    # say what these claim: {unknown}" if unknown else ""
    return f"  {name}: {{to: claims, values: {{{values}}}}}{said}\n"


def _left_out(column: str) -> str | None:
    return never_held(column) or held_if_mapped(column)


def _plain_yaml(text: str, *, quoted: bool = False) -> str:
    """A text as a scalar of YAML on one line."""
    style = '"' if quoted else None
    dumped: str = yaml.safe_dump(text, allow_unicode=True, default_style=style, width=10_000)
    return dumped.splitlines()[0]


def _guess(column: str) -> str | None:
    """What the words of a header say; None = nothing."""
    low = column.casefold()
    return next((target for pattern, target in _data()["headers"] if pattern.search(low)), None)


def _example(table: Table, column: str) -> str:
    """One cell, shortened, on one line."""
    cell = next((row.cells[column] for row in table.rows[:50] if column in row.cells), "")
    shown = " ".join("".join(c if c.isprintable() else " " for c in cell).split())[:40]
    return f"    # {shown}" if shown else ""


@lru_cache(maxsize=1)
def _data() -> Map[str, Any]:
    raw = read_yaml(
        resources.files("habeas.claims.lists").joinpath("header_words.yml").read_text("utf-8"), "header_words.yml"
    )
    return {
        "headers": tuple((re.compile(pattern), target) for pattern, target in raw["headers"]),
        "statuses": {str(word): claims for claims, words in raw["statuses"].items() for word in words},
    }
