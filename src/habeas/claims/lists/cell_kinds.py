"""What the cells of one column look like: names, days, pages, ids, or a few words that come again and again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.claims.lists.days_in_cells import day_in
from habeas.kernel.errors import DayInvalid

#: Of a column's cells so many must be of one kind; so many names must be told of one person alone.
_MOST, _DISTINCT = 0.8, 0.8
#: Particles of names have so many letters at most.
_PARTICLE = 3
#: Words that tell a status are few.
_FEW_WORDS = 12
_NAME = re.compile(r"[^\W\d_][^\d_;:/@]*(?: [^\W\d_][^\d_;:/@]*){0,4}")
_ID = re.compile(r"[\w./-]{1,20}")


def are_names(cells: Sequence[str]) -> bool:
    """Whether cells hold two to five words that begin with capitals (particles such as `van` aside), nearly each told once. In a script
    without capitals any words will do, and one is enough.
    """
    said = [cell for cell in cells if _NAME.fullmatch(cell) and _is_name(cell.split())]
    return bool(cells) and len(said) >= _MOST * len(cells) and len(set(said)) >= _DISTINCT * len(said)


def _is_name(words: Sequence[str]) -> bool:
    if words[0].lower() == words[0].upper():
        return True
    return len(words) > 1 and _is_capital(words[0]) and all(_is_capital(w) or len(w) <= _PARTICLE for w in words[1:])


def _is_capital(word: str) -> bool:
    """Whether a word begins as names do; Georgian letters have capitals, but no word begins with one."""
    return word[0] == word[0].title()


def are_days(cells: Sequence[str]) -> bool:
    """Whether cells hold days, months or years."""
    return bool(cells) and sum(map(_is_day, cells)) >= _MOST * len(cells)


def _is_day(cell: str) -> bool:
    try:
        # either order will do: nothing is taken from the cell
        return not day_in(cell, "dmy").is_unknown
    except DayInvalid:
        return False


def are_pages(cells: Sequence[str]) -> bool:
    """Whether cells hold addresses of pages."""
    return bool(cells) and sum(cell.startswith(("http://", "https://")) for cell in cells) >= _MOST * len(cells)


def are_ids(cells: Sequence[str], rows: int) -> bool:
    """Whether every row has a short mark with a digit that no other row has, and which is no day."""
    marks = [cell for cell in cells if _ID.fullmatch(cell) and any(map(str.isdigit, cell))]
    return bool(cells) and len(set(marks)) == rows and not are_days(cells)


def few_words(cells: Sequence[str]) -> list[str]:
    """The different texts of a column in the order met, letter case aside; empty where they are many."""
    words = {cell.casefold(): cell for cell in reversed(cells)}
    return list(reversed(words.values())) if len(words) <= _FEW_WORDS else []
