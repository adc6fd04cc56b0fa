"""A mapping proposed for a header that no known format has: a draft that a person edits before anything is imported with it."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

import yaml

from habeas.claims.lists.mapping import NAME_PARTS, NAMING
from habeas.claims.lists.never_held import held_if_mapped, never_held
from habeas.kernel.country_files import read_yaml
from habeas.sources.tables import Table

_HEAD = """\
# A mapping proposed from the header alone. Correct each line, then: habeas import REG FILE --mapping THIS_FILE
# Right of each column: id, name (or surname, given, patronymic), ignore (kept in the copy, claimed of nobody), or PREDICATE.FIELD (`when` is the day).
# See docs/lists.md and the vocabulary. What each column holds, as an example, stands behind it.
list: NAME_OF_THE_LIST
# the order of days such as 05.08.2020: dmy or mdy
# dates: dmy
columns:
"""


def proposed(table: Table) -> str:
    """A mapping as YAML. Columns that must never be held are named in comments, without an example of their cells."""
    lines, used = [], set()
    in_parts = {"surname", "given"} <= {_guess(column) for column in table.columns}
    for column in table.columns:
        name = yaml.safe_dump(column, allow_unicode=True, default_style=None).splitlines()[0]
        if what := never_held(column) or held_if_mapped(column):
            lines.append(f"  # {name}: left out ({what})\n")
            continue
        target = _guess(column)
        if target in NAME_PARTS and not in_parts:
            target = "name"
        plain = target if target in NAMING else None
        if plain is not None and plain in used:
            target = "ignore"
        used.add(plain)
        lines.append(f"  {name}: {target}{_example(table, column)}\n")
    missing = [role for role in ("id", "name") if role not in used and not (role == "name" and in_parts)]
    hints = [f"# no column looks like the {role}: write '{role}' behind the right one\n" for role in missing]
    return _HEAD + "".join([*lines, *hints])


def names_people(table: Table) -> bool:
    """Whether a list of people can be meant: by its header, or because one column mostly holds what looks like names."""
    if any(_guess(column) in ("name", *NAME_PARTS) for column in table.columns):
        return True
    cells = [[row.cells[c] for row in table.rows if c in row.cells] for c in table.columns]
    return any(column and 2 * sum(map(_looks_like_a_name, column)) > len(column) for column in cells)


def _looks_like_a_name(cell: str) -> bool:
    """Up to five words without digits, none begun with a small letter where the script has capitals; one word only where it has none."""
    words = cell.replace(",", " ").split()
    plain = all(w[0].isalpha() and w[0] == w[0].title() and not any(c.isdigit() for c in w) for w in words)
    return plain and (2 <= len(words) <= 5 or (len(words) == 1 and cell[0].lower() == cell[0].upper()))


def _guess(column: str) -> str:
    low = column.casefold()
    return next((target for pattern, target in _words() if pattern.search(low)), "ignore")


def _example(table: Table, column: str) -> str:
    """One cell, shortened, on one line."""
    cell = next((row.cells[column] for row in table.rows[:50] if column in row.cells), "")
    shown = " ".join("".join(c if c.isprintable() else " " for c in cell).split())[:40]
    return f"    # {shown}" if shown else ""


@lru_cache(maxsize=1)
def _words() -> tuple[tuple[re.Pattern[str], str], ...]:
    text = resources.files("habeas.claims.lists").joinpath("header_words.yml").read_text("utf-8")
    return tuple((re.compile(pattern), target) for pattern, target in read_yaml(text, "header_words.yml")["headers"])
