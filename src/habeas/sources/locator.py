"""Where in a source a quote stands: a character span, a page with a span, or a table cell.

Written as `char=12-40`, `page=3;char=1-9`, `sheet=Data;row=5;column=name`. In sheet and column names whatever is not a letter, digit
or one of `_.-~` is percent-encoded, so that a name may hold `;` or `=`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

from habeas.kernel.errors import InputRefused

# no leading zero and only ASCII digits: one locator has one spelling
_NUMBER = r"(0|[1-9][0-9]{0,17})"
_SPAN = re.compile(rf"(?:page={_NUMBER};)?char={_NUMBER}-{_NUMBER}")
_CELL = re.compile(rf"sheet=([^;=]*);row={_NUMBER};column=([^;=]*)")


@dataclass(frozen=True, slots=True)
class CharSpan:
    """From code point `start` up to, not including, `end` of the frozen text. Raises InputRefused unless 0 <= start <= end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise InputRefused(f"a span needs 0 <= start <= end, not {self.start}-{self.end}")

    def __str__(self) -> str:
        return f"char={self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Page:
    """A span on page `number`, which counts from 1. Raises InputRefused on page 0."""

    number: int
    span: CharSpan

    def __post_init__(self) -> None:
        if self.number < 1:
            raise InputRefused(f"pages count from 1, not from {self.number}")

    def __str__(self) -> str:
        return f"page={self.number};{self.span}"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. `row` counts from 1, the first row of the sheet, as spreadsheets number them.

    `column` is what row 1 calls it or, where row 1 gives no name of its own, its letters. Raises InputRefused on row 0.
    """

    sheet: str
    row: int
    column: str

    def __post_init__(self) -> None:
        if self.row < 1:
            raise InputRefused(f"rows count from 1, not from {self.row}")

    def __str__(self) -> str:
        return cell_of(self.sheet, self.row, self.column)


def cell_of(sheet: str, row: int, column: str) -> str:
    """The locator of a cell as text, for the million cells of a table that was read: their rows are known to count from 1."""
    return f"sheet={_quoted(sheet)};row={row};column={_quoted(column)}"


@lru_cache(maxsize=4096)
def _quoted(name: str) -> str:
    """The same few sheets and columns stand in a million cells."""
    return quote(name, safe="")


Locator = CharSpan | Page | Cell


def parse_locator(text: str) -> Locator:
    """Read a locator back. Raises InputRefused."""
    found = _SPAN.fullmatch(text)
    if found:
        span = CharSpan(int(found[2]), int(found[3]))
        return span if found[1] is None else Page(int(found[1]), span)
    cell = _CELL.fullmatch(text)
    if cell:
        return Cell(unquote(cell[1]), int(cell[2]), unquote(cell[3]))
    raise InputRefused(f"'{text}' is no locator; write char=A-B, page=N;char=A-B or sheet=S;row=N;column=C")
