"""Stocks as points of a plot: how high and when, with what each leaves open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.drawing import svg
from habeas.drawing.figure_marks import FigureMark
from habeas.drawing.labels import Box, Line, Spot
from habeas.drawing.number_scale import NumberScale
from habeas.drawing.time_axis import TimeAxis

RADIUS = 4.0
#: How far an open beginning, and an open number, are drawn.
_STUB, _OPEN = 16.0, 18.0


@dataclass(frozen=True, slots=True)
class Point:
    """A stock at (x, y); its level whisker from `left` to `right`, its upright one from `top` to `bottom`."""

    number: int
    mark: FigureMark
    x: float
    y: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def at(self) -> Spot:
        """Where it lies."""
        return self.x, self.y

    @property
    def dot(self) -> Box:
        """What its dot covers."""
        return Box(self.x - RADIUS, self.y - RADIUS, 2 * RADIUS, 2 * RADIUS)

    @property
    def whiskers(self) -> list[Line]:
        """What it leaves open, as lines."""
        return [((self.left, self.y), (self.right, self.y)), ((self.x, self.top), (self.x, self.bottom))]


def plotted(marks: Sequence[FigureMark]) -> list[int]:
    """Places of the stocks drawn as points: those of the commonest group that carry a value; none when fewer than two."""
    groups = Counter(mark.group for mark in marks if mark.value is not None and not mark.flow)
    if not groups or groups.most_common(1)[0][1] < 2:
        return []
    group = groups.most_common(1)[0][0]
    return [n for n, mark in enumerate(marks) if mark.value is not None and not mark.flow and mark.group == group]


def placed(number: int, mark: FigureMark, axis: TimeAxis, scale: NumberScale) -> Point:
    """In the middle of its possible days; at the latest where the earliest is not known."""
    right = axis.x_of(mark.last, axis.high)
    left = max(axis.left, right - _STUB) if mark.first is None else axis.x_of(mark.first, axis.low)
    x = right if mark.first is None else round((left + right) / 2, 1)
    y = scale.y(mark.value or 0)
    top = max(scale.top - 6, y - _OPEN) if mark.high is None else scale.y(mark.high)
    bottom = min(scale.bottom + 6, y + _OPEN) if mark.low is None else scale.y(mark.low)
    return Point(number, mark, x, y, left, right, min(top, y), max(bottom, y))


def drawn(point: Point) -> Iterator[str]:
    """Its whiskers (an arrow where there is no bound) and its dot, hollow where the number is not exact."""
    mark, x, y = point.mark, point.x, point.y
    if point.right - point.left >= 3:
        open_left = ' stroke-dasharray="1 3"' if mark.first is None else ""
        yield svg.line((point.left, y), (point.right, y), f'stroke="{svg.INK}" stroke-width="1.5"{open_left}')
    for bound, end in ((mark.high, point.top), (mark.low, point.bottom)):
        if end == y:
            continue
        yield svg.stroked((x, y), (x, end), svg.INK, 1.2)
        if bound is None:
            yield svg.arrow_head(x, end, up=end < y)
        else:
            yield svg.stroked((x - 3, end), (x + 3, end), svg.INK, 1)
    fill = svg.INK if mark.exact else "#fff"
    yield f'<circle cx="{x}" cy="{y}" r="{RADIUS:g}" fill="{fill}" stroke="{svg.INK}" stroke-width="1.3" class="point"/>'
