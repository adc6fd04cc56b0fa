"""Plain paragraphs to the bytes of a document that word processors open: a heading, text and bullets, nothing that runs."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from docx import Document

#: The same text always says that it was made then.
_MADE = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`kind`: title, text or bullet."""

    kind: str
    text: str


def paragraphs_of(text: str) -> list[Paragraph]:
    """A text as people type it: blank lines between paragraphs, "# " before a title, "- " before each line of a list."""
    return list(_paragraphs("".join(filter(_is_written, text))))


def _is_written(char: str) -> bool:
    """Whether a document can hold the character; line ends separate its paragraphs."""
    return char == "\n" or (unicodedata.category(char) not in ("Cc", "Cs") and char not in "\ufffe\uffff")


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for block in text.split("\n\n"):
        plain: list[str] = []
        for line in filter(None, (line.strip() for line in block.split("\n"))):
            kind = {"# ": "title", "- ": "bullet"}.get(line[:2])
            if kind is None:
                plain.append(line)
                continue
            if plain:
                yield Paragraph("text", " ".join(plain))
                plain = []
            yield Paragraph(kind, line[2:].strip())
        if plain:
            yield Paragraph("text", " ".join(plain))


def document(text: str) -> bytes:
    """The text as DOCX."""
    made = Document()
    properties = made.core_properties
    properties.author, properties.created, properties.modified, properties.comments = "", _MADE, _MADE, ""
    for paragraph in paragraphs_of(text):
        if paragraph.kind == "title":
            made.add_heading(paragraph.text, level=1)
        else:
            made.add_paragraph(paragraph.text, style="List Bullet" if paragraph.kind == "bullet" else None)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
