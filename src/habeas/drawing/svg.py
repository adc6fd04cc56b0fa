"""The few SVG elements the pictures are made of, as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from habeas.drawing.labels import Box, Line, Spot, Words

INK, SOFT, PALE = "#111", "#555", "#ddd"


def line(a: Spot, b: Spot, more: str = "") -> str:
    """A straight line; `more` are further attributes, such as its stroke."""
    return f'<line x1="{a[0]:.1f}" y1="{a[1]:.1f}" x2="{b[0]:.1f}" y2="{b[1]:.1f}" {more or _stroke(INK, 1.2)}/>'


def stroked(a: Spot, b: Spot, colour: str, width: float) -> str:
    """A line of one colour and width."""
    return line(a, b, _stroke(colour, width))


def text(x: float, y: float, words: str, size: float, more: str = "") -> str:
    """One line of text whose foot stands at `y`."""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}"{more and " " + more}>{escape(words)}</text>'


def arrow_head(x: float, y: float, *, up: bool) -> str:
    """A small head with its point at (x, y)."""
    back = y + 6 if up else y - 6
    return f'<path d="M{x:.1f} {y:.1f} L{x - 3.5:.1f} {back:.1f} L{x + 3.5:.1f} {back:.1f} Z" fill="{INK}"/>'


def cross(x: float, y: float) -> str:
    """A cross with its middle at (x, y)."""
    return f'<path d="M{x - 4:.1f} {y - 4:.1f} l8 8 m0 -8 l-8 8" stroke="{INK}" stroke-width="2" fill="none"/>'


def badge(x: float, y: float, letter: str) -> str:
    """A letter in a circle: what it stands for is told elsewhere."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="7" fill="#fff" stroke="{INK}"/>' + text(
        x, y + 3.8, letter, 11, 'text-anchor="middle" font-weight="bold" class="badge"'
    )


def label(lines: Sequence[Words], box: Box) -> Iterator[str]:
    """The lines of a label in their box."""
    y = box.y
    for words in lines:
        number = f'<tspan fill="{SOFT}">{escape(words.number)}</tspan> ' if words.number else ""
        weight = ' font-weight="bold"' if words.bold else ""
        foot = y + words.size * 0.92
        yield (
            f'<text x="{box.x:.1f}" y="{foot:.1f}" font-size="{words.size:g}" class="label"'
            f' stroke="#fff" stroke-width="2.5" paint-order="stroke">'
            f"{number}<tspan{weight}>{escape(words.text)}</tspan></text>"
        )
        y += words.height


def leaders(found: Iterable[Line]) -> Iterator[str]:
    """Thin lines from labels to what they belong to."""
    return (stroked(*leader, SOFT, 0.7) for leader in found)


def _stroke(colour: str, width: float) -> str:
    return f'stroke="{colour}" stroke-width="{width:g}"'
