"""A passage: the frozen text of a source, or of one part of it. It is never typed again; a quote is text[start:end]."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from habeas.kernel.errors import InputRefused


@dataclass(frozen=True, slots=True)
class Passage:
    """`number` counts from 0 within its source; `page` from 1, None where there are none; `title` None = none told."""

    number: int
    text: str
    page: int | None = None
    title: str | None = None
    sheet: str | None = None

    def quote(self, start: int, end: int) -> str:
        """The words from code point `start` up to `end`. Raises InputRefused when the span lies outside."""
        if not 0 <= start <= end <= len(self.text):
            raise InputRefused(f"span {start}-{end} lies outside a text of {len(self.text)} characters")
        return self.text[start:end]

    def to_content(self, source: str) -> dict[str, Any]:
        """What makes its identity."""
        content = {
            "source": source, "number": self.number, "text": self.text, "page": self.page, "title": self.title, "sheet": self.sheet,
        }  # fmt: skip
        return {name: value for name, value in content.items() if value is not None}
