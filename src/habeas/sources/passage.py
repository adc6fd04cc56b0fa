"""A passage: the frozen text of a source, or of one part of it. It is never typed again; a quote is text[start:end].

A sheet's text is its rows as lines and its cells between tabs, from A1 on, so that the place of a character says its cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from habeas.kernel.errors import InputRefused
from habeas.sources.locator import Cell, CharSpan, Locator, Page


@dataclass(frozen=True, slots=True)
class Passage:
    """`number` counts from 0 within its source; `page` from 1, None where there are none; `title` None = none told.

    `sheet` is the name of the sheet the text lays out; None = not a sheet.
    """

    number: int
    text: str
    page: int | None = None
    title: str | None = None
    sheet: str | None = None

    def quote(self, span: CharSpan) -> str:
        """The words of the span, as they stand. Raises InputRefused when it lies outside the text."""
        if span.end > len(self.text):
            raise InputRefused(f"span {span.start}-{span.end} lies outside a text of {len(self.text)} characters")
        return self.text[span.start : span.end]

    def locate(self, span: CharSpan) -> Locator:
        """Where the span stands: its page, its cell when it lies within one, else the span itself.

        Raises InputRefused when the span lies outside the text.
        """
        words = self.quote(span)
        if self.page is not None:
            return Page(self.page, span)
        if self.sheet is None or "\t" in words or "\n" in words:
            return span
        return self._cell_at(span.start)

    def cells(self) -> Iterator[tuple[Cell, CharSpan]]:
        """The cells of a sheet that hold something, row by row, each with its span in the text. Nothing for other passages."""
        if self.sheet is None:
            return
        names = self._columns()
        start = 0
        for row, line in enumerate(self.text.split("\n"), start=1):
            for column, value in enumerate(line.split("\t")):
                if value:
                    yield Cell(self.sheet, row, names[column]), CharSpan(start, start + len(value))
                start += len(value) + 1

    def to_content(self, source: str) -> dict[str, Any]:
        """What makes its identity, as plain JSON. `source` is the id of its capture or note."""
        content = {
            "source": source, "number": self.number, "text": self.text, "page": self.page, "title": self.title, "sheet": self.sheet,
        }  # fmt: skip
        return {name: value for name, value in content.items() if value is not None}

    @staticmethod
    def from_content(content: Mapping[str, Any]) -> Passage:
        """Back from `to_content()`. Raises InputRefused when a field is missing."""
        try:
            number, text = content["number"], content["text"]
        except KeyError as error:
            raise InputRefused(f"a passage without {error}; take its source in again") from error
        return Passage(number, text, content.get("page"), content.get("title"), content.get("sheet"))

    def _cell_at(self, place: int) -> Cell:
        line_start = self.text.rfind("\n", 0, place) + 1
        row, column = self.text.count("\n", 0, place) + 1, self.text.count("\t", line_start, place)
        return Cell(str(self.sheet), row, self._columns()[column])

    def _columns(self) -> list[str]:
        """What row 1 calls each column; letters where it says nothing, the same twice, or the letters of another column."""
        lines = self.text.split("\n")
        heads = [head.strip() for head in lines[0].split("\t")]
        heads += [""] * (max(line.count("\t") for line in lines) + 1 - len(heads))
        said = Counter(heads)
        letters = {_letters(i) for i in range(len(heads))}
        return [h if h and said[h] == 1 and h not in letters else _letters(i) for i, h in enumerate(heads)]


def _letters(column: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    text = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
