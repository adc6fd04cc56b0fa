"""The tables of an HTML page, cell by cell: one passage for each table, its rows as lines and its cells between tabs.

A cell over several rows or columns is marked in all that it covers but the first. Where cells of a column hold links, the addresses
stand in a column of their own after the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from habeas.sources.child.confined import Answer, clean
from habeas.sources.child.workbook import laid_out
from habeas.sources.child.workbook_marks import MERGED

#: A cell that claims to cover more is a trap, or no table.
MOST_COVERED = 1000


def read_html_tables(data: bytes) -> Answer:
    """One passage for each table that has two rows or more; its caption, or its number on the page, stands for a sheet's name."""
    # trusted only with what is left after the confinement
    from trafilatura.utils import load_html

    tree = load_html(data)
    if tree is None:
        return {"because": "it is no HTML that can be read"}
    passages = []
    for number, table in enumerate(tree.iter("table"), start=1):
        rows = [list(row) for row in _grid(table)]
        if len(rows) > 1:
            caption = table.findtext("caption")
            text = laid_out(_with_links(rows))
            if text.strip():
                passages.append({"text": text, "sheet": clean((caption or "").strip() or f"table {number}")})
    return {"passages": passages} if passages else {"because": "no table of two rows or more in the page"}


def _grid(table: Any) -> Iterator[Iterator[tuple[str, str]]]:
    """Rows of cells, each with its address; "" where it links to nothing."""
    covered: dict[int, int] = {}
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is table:
            yield iter(list(_cells(row, covered)))


def _cells(row: Any, covered: dict[int, int]) -> Iterator[tuple[str, str]]:
    """`covered` says of each column how many more rows a cell above still covers."""
    column = 0
    for cell in row.iterchildren("td", "th"):
        while covered.get(column, 0):
            covered[column] -= 1
            column += 1
            yield MERGED, ""
        down, across = _covers(cell, "rowspan"), _covers(cell, "colspan")
        yield _text(cell), _address(cell)
        yield from [(MERGED, "")] * (across - 1)
        for place in range(column, column + across):
            covered[place] = down - 1
        column += across
    while covered.get(column, 0):
        covered[column] -= 1
        column += 1
        yield MERGED, ""


def _text(cell: Any) -> str:
    """A cell's words; what begins on a new line is a word of its own."""
    for apart in cell.iter("br", "p", "div", "li"):
        apart.text, apart.tail = f" {apart.text or ''}", f" {apart.tail or ''}"
    return " ".join("".join(cell.itertext()).split())


def _covers(cell: Any, how: str) -> int:
    said = cell.get(how, "1").strip()
    return min(int(said), MOST_COVERED) if said.isascii() and said.isdigit() and int(said) > 0 else 1


def _address(cell: Any) -> str:
    found = {link.get("href", "").strip() for link in cell.iter("a")} - {""}
    return found.pop() if len(found) == 1 else ""


def _with_links(rows: list[list[tuple[str, str]]]) -> Iterator[list[str]]:
    width = max(map(len, rows))
    linking = [c for c in range(width) if any(len(row) > c and row[c][1] for row in rows[1:])]
    for number, row in enumerate(rows):
        cells = [text for text, _ in row] + [""] * (width - len(row))
        links = [row[c][1] if len(row) > c else "" for c in linking]
        yield cells + ([f"{cells[c]} (link)" if cells[c] else "" for c in linking] if number == 0 else links)
