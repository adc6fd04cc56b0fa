"""Flows of a month or less as arrows under a plot: people who leave go down, people who come go up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from habeas.drawing.figure_marks import FigureMark
from habeas.drawing.labels import Box, width_of
from habeas.drawing.time_axis import TimeAxis

#: Height of the band they are drawn in, and the days beyond which a flow has no one place.
BAND, SHORT = 66, 35
_SIZE, _ROWS = 11, 3


def arrow_head(x: float, y: float, *, up: bool) -> str:
    """A small head with its point at (x, y)."""
    back = y + 6 if up else y - 6
    return f'<path d="M{x} {y} L{x - 3.5} {back} L{x + 3.5} {back} Z" fill="#111"/>'


def flow_arrows(marks: Sequence[FigureMark], axis: TimeAxis, top: float) -> Iterator[str]:
    """SVG elements below `top`. Flows told of one day share an arrow; a number that finds no room is left to the rows."""
    yield f'<line x1="{axis.left}" x2="{axis.right}" y1="{top + 4}" y2="{top + 4}" stroke="#bbb"/>'
    taken: list[Box] = []
    for (x, inward), shown in sorted(_moved(marks, axis).items()):
        start, end = (top + 26, top + 5) if inward else (top + 4, top + 26)
        yield f'<line x1="{x}" x2="{x}" y1="{start}" y2="{end}" stroke="#111" stroke-width="2"/>'
        yield arrow_head(x, end, up=inward)
        text = ("+" if inward else "−") + " / ".join(sorted(shown))
        box = _room(text, x, axis, top + 28, taken)
        if box is not None:
            taken.append(box)
            yield (
                f'<text x="{box.x + box.width / 2:.1f}" y="{box.y + 9}" font-size="{_SIZE}" text-anchor="middle">'
                f"{escape(text)}</text>"
            )


def _room(text: str, x: float, axis: TimeAxis, top: float, taken: Sequence[Box]) -> Box | None:
    """The highest of a few rows in which the text is clear of others."""
    width = width_of(text, _SIZE)
    left = min(max(x - width / 2, axis.left), axis.right + 20 - width)
    boxes = (Box(left, top + 12 * row, width, _SIZE) for row in range(_ROWS))
    return next((box for box in boxes if not any(box.meets(other) for other in taken)), None)


def _moved(marks: Sequence[FigureMark], axis: TimeAxis) -> dict[tuple[float, bool], set[str]]:
    """The numbers to show at each place, and whether people come in there."""
    places: dict[tuple[float, bool], set[str]] = {}
    for mark in marks:
        if mark.flow and mark.moves and mark.first and mark.last and (mark.last - mark.first).days <= SHORT:
            x = (axis.x(mark.first.toordinal()) + axis.x(mark.last.toordinal())) / 2
            places.setdefault((round(x, 1), mark.moves > 0), set()).add(mark.shown)
    return places
