"""Where in a source a quote stands: a character span, a page with a span, or a table cell.

Written as `char=12-40`, `page=3;char=1-9`, `sheet=Data;row=5;column=name`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from habeas.kernel.errors import InputRefused

_SPAN = re.compile(r"(?:page=(\d+);)?char=(\d+)-(\d+)")
_CELL = re.compile(r"sheet=([^;]*);row=(\d+);column=([^;]*)")


@dataclass(frozen=True, slots=True)
class CharSpan:
    """From code point `start` up to `end`; `page` counts from 1, None where the source has no pages."""

    start: int
    end: int
    page: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise InputRefused(f"a span needs 0 <= start <= end, not {self.start}-{self.end}")

    def __str__(self) -> str:
        page = "" if self.page is None else f"page={self.page};"
        return f"{page}char={self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `row` counts from 1 with the header as row 1."""

    sheet: str
    row: int
    column: str

    def __str__(self) -> str:
        return f"sheet={quote(self.sheet, safe='')};row={self.row};column={quote(self.column, safe='')}"


def parse_locator(text: str) -> CharSpan | Cell:
    """Read a locator back. Raises InputRefused."""
    span = _SPAN.fullmatch(text)
    if span:
        return CharSpan(int(span[2]), int(span[3]), None if span[1] is None else int(span[1]))
    cell = _CELL.fullmatch(text)
    if cell:
        return Cell(unquote(cell[1]), int(cell[2]), unquote(cell[3]))
    raise InputRefused(f"'{text}' is no locator; write char=A-B, page=N;char=A-B or sheet=S;row=N;column=C")
