"""Running text in a picture: wrapped to a width, from a height down."""

from __future__ import annotations

import textwrap

from habeas.drawing import svg
from habeas.drawing.labels import width_of


def wrapped(words: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Its lines, none wider than `width` in user units."""
    return textwrap.wrap(words, max(8, int(width / (width_of("n", size, bold=bold) * 0.95)))) or [""]


def paragraph(
    words: str, at: tuple[float, float], width: float, size: float = 12, *, bold: bool = False, colour: str = svg.INK
) -> tuple[list[str], float]:
    """Its elements from the point `at` (left, top) down, and where it ends below."""
    x, y = at
    out = []
    for line in wrapped(words, size, width, bold=bold):
        y += size * 1.25
        out.append(
            svg.text(x, y - size * 0.3, line, size, f'fill="{colour}"' + (' font-weight="bold"' if bold else ""))
        )
    return out, y
