"""Flows of a month or less as arrows under a plot: people who leave go down, people who come go up, each with its number and what it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from habeas.drawing import svg
from habeas.drawing.figure_marks import FigureMark
from habeas.drawing.labels import Box, Line, Words
from habeas.drawing.time_axis import TimeAxis

#: Days beyond which a flow has no one place.
SHORT = 35
_ARROW, _ROW, _SIZE = 22, 15, 11

#: Where a flow lies across, its place among the marks, and the flow.
Moved = tuple[float, int, FigureMark]


@dataclass(frozen=True, slots=True)
class Arrows:
    """Their elements, and where they end below."""

    elements: tuple[str, ...]
    bottom: float


@dataclass(slots=True)
class _Rows:
    """Labels in rows below `top`, each hanging on a line from its arrow; as many rows as are needed."""

    axis: TimeAxis
    top: float
    leftwards: bool
    boxes: list[Box] = field(default_factory=list)
    hung: list[Line] = field(default_factory=list)

    def place(self, x: float, words: Words) -> Box:
        """The highest row in which the label covers nothing, and its own line no other label; else the first that has room."""
        room = None
        for row in count():
            box = self._box(x, words.width, row)
            line = ((x, self.top), (x, box.y + _ROW - 3))
            if any(box.meets(other) for other in self.boxes):
                continue
            room = room or (box, line)
            clear = not any(other.crossed_by(line) for other in self.boxes) and not any(
                box.crossed_by(other) for other in self.hung
            )
            if clear or row > len(self.boxes):
                box, line = (box, line) if clear else room
                self.boxes.append(box)
                self.hung.append(line)
                return box
        raise AssertionError("rows have no end")

    def _box(self, x: float, width: float, row: int) -> Box:
        """On the side where most labels have room, unless this one has none there."""
        left = _left(x, width, self.axis, leftwards=self.leftwards)
        if left is None:
            left = _left(x, width, self.axis, leftwards=not self.leftwards)
        return Box(4.0 if left is None else left, self.top + _ROW * row, width, _ROW - 2)


def _left(x: float, width: float, axis: TimeAxis, *, leftwards: bool) -> float | None:
    """Where a label begins that hangs to one side of its line; None where the picture ends before it does."""
    left = x - 4 - width if leftwards else x + 4
    return left if left >= 4 and left + width <= axis.right + 18 else None


def flow_arrows(marks: Sequence[FigureMark], axis: TimeAxis, top: float) -> Arrows:
    """Arrows hung on a level line at `top`. Those of one place and direction share an arrow, each with its own label."""
    moved = list(_moved(marks, axis))
    if not moved:
        return Arrows((), top)
    leftwards = _misfits(moved, axis, leftwards=True) <= _misfits(moved, axis, leftwards=False)
    rows = _Rows(axis, top + _ARROW + 4, leftwards)
    # hung to the left the first comes first, so that no line runs through a label above its own
    order = sorted(moved, key=lambda m: (m[0] if leftwards else -m[0], m[1]))
    boxes = {number: rows.place(x, _words(number, mark)) for x, number, mark in order}
    out = [svg.stroked((axis.left, top), (axis.right, top), "#999", 1)]
    out += svg.leaders(rows.hung)
    for x, inward in sorted({(x, mark.moves > 0) for x, _, mark in moved}):
        start, end = (top + _ARROW, top + 1) if inward else (top, top + _ARROW)
        out += [svg.stroked((x, start), (x, end), svg.INK, 2), svg.arrow_head(x, end, up=inward)]
    out += [e for x, n, mark in moved for e in svg.label((_words(n, mark),), boxes[n])]
    return Arrows(tuple(out), max(box.y + box.height for box in rows.boxes))


def _words(number: int, mark: FigureMark) -> Words:
    """Signed where the number is one number; the arrow shows the way in any case."""
    sign = "" if not mark.exact else "+" if mark.moves > 0 else "−"
    return Words(f"{sign}{mark.shown} {mark.group.replace('_', ' ')}", _SIZE, number=str(number + 1))


def _misfits(moved: Sequence[Moved], axis: TimeAxis, *, leftwards: bool) -> int:
    return sum(_left(x, _words(n, mark).width, axis, leftwards=leftwards) is None for x, n, mark in moved)


def _moved(marks: Sequence[FigureMark], axis: TimeAxis) -> Iterator[Moved]:
    """Where each flow that has one place lies, with its place among the marks."""
    for number, mark in enumerate(marks):
        if mark.flow and mark.moves and mark.first and mark.last and (mark.last - mark.first).days <= SHORT:
            x = (axis.x(mark.first.toordinal()) + axis.x(mark.last.toordinal())) / 2
            yield round(x, 1), number, mark
