"""Boxes, lines and the estimated size of text: what is needed to keep labels off everything else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

#: Widths of the characters of a wide sans-serif face as shares of its size: narrow, wide, capital, the rest; and how much wider bold is.
_NARROW, _WIDE, _CAPITAL, _OTHER, _BOLD = 0.4, 1.0, 0.72, 0.63, 1.12
#: From one line of a text to the next, as a share of its size.
_LEADING = 1.2

Spot = tuple[float, float]
Line = tuple[Spot, Spot]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in user units."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Whether the two cover a common point."""
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height

    def within(self, other: Box) -> bool:
        """Whether it lies wholly inside the other."""
        across = self.x >= other.x and self.x + self.width <= other.x + other.width
        return across and self.y >= other.y and self.y + self.height <= other.y + other.height

    def crossed_by(self, line: Line) -> bool:
        """Whether a straight line runs through it."""
        (x1, y1), (x2, y2) = line
        enter, leave = 0.0, 1.0
        for start, step, low, high in (
            (x1, x2 - x1, self.x, self.x + self.width),
            (y1, y2 - y1, self.y, self.y + self.height),
        ):
            if step == 0:
                if not low < start < high:
                    return False
                continue
            one, other = sorted(((low - start) / step, (high - start) / step))
            enter, leave = max(enter, one), min(leave, other)
        return enter < leave

    def nearest(self, spot: Spot) -> Spot:
        """The point of it that lies nearest to `spot`."""
        x, y = spot
        return min(max(x, self.x), self.x + self.width), min(max(y, self.y), self.y + self.height)


@dataclass(frozen=True, slots=True)
class Words:
    """One line of a label: `number` in grey before it (empty = none), its size in user units, bold or plain."""

    text: str
    size: float = 11
    bold: bool = False
    number: str = ""

    @property
    def width(self) -> float:
        """At most, in user units."""
        before = width_of(f"{self.number} ", self.size) if self.number else 0
        return before + width_of(self.text, self.size, bold=self.bold)

    @property
    def height(self) -> float:
        """With the room to the next line."""
        return self.size * _LEADING


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is at most, in user units."""
    return sum(map(_width, text)) * size * (_BOLD if bold else 1)


def _width(character: str) -> float:
    if character in "iljtfrI.,;:'|()! ":
        return _NARROW
    if character in "mwMW@%—…":
        return _WIDE
    return _CAPITAL if character.isupper() else _OTHER


def block_of(lines: Sequence[Words]) -> tuple[float, float]:
    """Width and height of lines below each other."""
    return max(line.width for line in lines), sum(line.height for line in lines)


def lines_cross(one: Line, other: Line) -> bool:
    """Whether two straight lines cross between their ends."""
    (a, b), (c, d) = one, other
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def along(spots: Sequence[Spot]) -> list[Line]:
    """The straight pieces of a path."""
    return list(pairwise(spots))


def _side(a: Spot, b: Spot, c: Spot) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
