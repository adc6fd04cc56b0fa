"""Putting labels where they cover nothing: the first free place around a mark, by estimated width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: Width of a character of sans-serif text, as a share of its size; on the wide side.
_CHARACTER = 0.6


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


def width_of(text: str, size: float) -> float:
    """How wide a text is at most, in user units."""
    return len(text) * size * _CHARACTER


def free_place(
    text: str, size: float, at: tuple[float, float], taken: Sequence[Box], inside: Box, up: bool = True
) -> Box | None:
    """A box for `text` near the point `at`, clear of `taken` and inside `inside`, rather above it when `up`. None when none is free."""
    width, (x, y) = width_of(text, size), at
    beside = [(x + 7, y), (x - 7 - width, y)]
    first = -1 if up else 1
    centred = min(max(x - width / 2, inside.x), inside.x + inside.width - width)
    above = [(centred, y + first * size), (centred, y - first * size)]
    slant = [
        (left, y + down * far)
        for down in (first, -first)
        for far in (0.9 * size, 1.6 * size, 2.3 * size)
        for left in (x + 5, x - 5 - width, x - width / 2)
    ]
    places = [Box(left, middle - size / 2, width, size) for left, middle in (*beside, *above, *slant)]
    return next((box for box in places if box.within(inside) and not any(box.meets(other) for other in taken)), None)
