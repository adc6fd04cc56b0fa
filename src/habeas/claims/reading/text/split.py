"""Cuts a text into pieces a parser can take: headings and paragraphs, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: A paragraph longer than this many code points is cut at a sentence end, a space, or as a last resort anywhere.
LONGEST = 8000
_DATELINE = re.compile(
    r"(?P<line>(?:[A-Z][A-Z'./-]+(?:[ /][A-Z][A-Z'./-]+){0,3}(?:, [A-Z][\w. ]{1,25}){0,2}|\([A-Z][\w ,]{2,30}\)|[A-Z][a-z]+(?: [A-Z][a-z]+)?,(?: [A-Z][\w.]+,)? [A-Z][a-z]+ \d{1,2}, \d{4})"
    r"(?: ?\([^)\n]{2,40}\))?)\s*(?:[-–—]|--)\s*(?=\S)"
)
#: Blanks, and the bullet before "Immediately release ..." in a list of demands: with it a parser sees no imperative.
_BULLET = re.compile(r"^\s*(?:[-*•·–—]\s+(?=[A-Z]\w+ly\b))?")
_SENTENCE_ENDS = (". ", "! ", "? ", '." ', '" ')


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph or heading; `start` is where it begins in the text."""

    start: int
    text: str
    is_heading: bool


def pieces(shadow: str) -> Iterator[Piece]:
    """Every line that holds a letter or digit, cut where it is too long."""
    start = 0
    for line in shadow.split("\n"):
        for offset, part in _cut(line):
            left = len(part) - len(_BULLET.sub("", part, count=1))
            body = part[left:].strip()
            if any(char.isalnum() for char in body):
                yield from _without_dateline(Piece(start + offset + left, body, _looks_like_heading(body)))
        start += len(line) + 1


def _without_dateline(piece: Piece) -> Iterator[Piece]:
    """ "HAVANA (Agency) - ..." and "(Geneva) – ...": where and when it was written is a piece of its own, no part of the first sentence."""
    match = _DATELINE.match(piece.text)
    if match is None:
        yield piece
        return
    yield Piece(piece.start, match["line"], False)
    yield Piece(piece.start + match.end(), piece.text[match.end() :], False)


def _looks_like_heading(line: str) -> bool:
    return len(line) < 120 and line[-1] not in ".!?\"':;,)" and len(line.split()) < 18


def _cut(line: str) -> Iterator[tuple[int, str]]:
    offset = 0
    while len(line) - offset > LONGEST:
        window = line[offset : offset + LONGEST]
        end = max((window.rfind(mark) + len(mark) for mark in _SENTENCE_ENDS if mark in window), default=0)
        end = end or window.rfind(" ") + 1 or LONGEST
        yield offset, line[offset : offset + end]
        offset += end
    yield offset, line[offset:]
