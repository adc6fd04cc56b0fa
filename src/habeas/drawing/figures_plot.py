"""How high and when: stocks as points over time with what each leaves open, flows as arrows below, neighbours in time joined.

A point's upright whisker is its comparator (an arrow where there is no bound), the level one its base day. The line between two
neighbours shows their verdict: whole for compatible, dashed for only if, crossed for incompatible.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from habeas.drawing.figure_marks import FigureMark
from habeas.drawing.flow_arrows import BAND, arrow_head, flow_arrows
from habeas.drawing.labels import Box, free_place
from habeas.drawing.number_scale import NumberScale
from habeas.drawing.time_axis import TimeAxis

_POINTS = 190
HEIGHT = _POINTS + BAND + 18
KEY = "Neighbours in time: — compatible, - - only if, × incompatible; arrows: out, in"
_INK, _SOFT = "#111", "#666"
_LABEL = 11
#: How far an open beginning is drawn.
_STUB = 16


@dataclass(frozen=True, slots=True)
class _Point:
    """A stock at (x, y); its level whisker from `left` to `right`, its upright one from `top` to `bottom`."""

    number: int
    mark: FigureMark
    x: float
    y: float
    left: float
    right: float
    top: float
    bottom: float


def plotted(marks: Sequence[FigureMark]) -> list[int]:
    """Places of the stocks drawn as points: those of the commonest group that carry a value; none when fewer than two."""
    groups = Counter(mark.group for mark in marks if mark.value is not None and not mark.flow)
    if not groups or groups.most_common(1)[0][1] < 2:
        return []
    group = groups.most_common(1)[0][0]
    return [n for n, mark in enumerate(marks) if mark.value is not None and not mark.flow and mark.group == group]


def figures_plot(
    marks: Sequence[FigureMark], verdicts: Mapping[tuple[int, int], str], axis: TimeAxis, top: float
) -> list[str]:
    """SVG elements in a band HEIGHT high below `top`."""
    chosen = plotted(marks)
    values = [v for n in chosen for v in (marks[n].value, marks[n].low, marks[n].high) if v is not None]
    scale = NumberScale(values, top + 8, top + _POINTS - 8)
    points = sorted((_placed(n, marks[n], axis, scale) for n in chosen), key=lambda p: (p.x, p.y, p.number))
    out = [*scale.lines(axis.left, axis.right)]
    for one, other in pairwise(points):
        out.append(_join(one, other, _verdict(one, other, verdicts)))
    for point in points:
        out += _drawn(point)
    crosses = [_cross(a, b) for a, b in pairwise(points) if _verdict(a, b, verdicts) == "incompatible"]
    out += [_crossed(box) for box in crosses]
    out += _labels(points, crosses, Box(axis.left, top, axis.right + 20 - axis.left, _POINTS))
    out += flow_arrows(marks, axis, top + _POINTS)
    return [*out, f'<text x="12" y="{top + HEIGHT - 2}" font-size="10" fill="{_SOFT}">{KEY}</text>']


def _placed(number: int, mark: FigureMark, axis: TimeAxis, scale: NumberScale) -> _Point:
    """In the middle of its possible days; at the latest where the earliest is not known."""
    right = axis.x_of(mark.last, axis.high)
    left = max(axis.left, right - _STUB) if mark.first is None else axis.x_of(mark.first, axis.low)
    x = right if mark.first is None else round((left + right) / 2, 1)
    top = scale.top if mark.high is None else scale.y(mark.high)
    bottom = scale.bottom if mark.low is None else scale.y(mark.low)
    y = scale.y(mark.value or 0)
    return _Point(number, mark, x, y, left, right, min(top, y), max(bottom, y))


def _drawn(point: _Point) -> Iterator[str]:
    mark, x, y = point.mark, point.x, point.y
    if point.right - point.left >= 3:
        open_left = ' stroke-dasharray="1 3"' if mark.first is None else ""
        yield f'<line x1="{point.left}" x2="{point.right}" y1="{y}" y2="{y}" stroke="{_INK}" stroke-width="1.5"{open_left}/>'
    for bound, end in ((mark.high, point.top), (mark.low, point.bottom)):
        if end == y:
            continue
        yield f'<line x1="{x}" x2="{x}" y1="{y}" y2="{end}" stroke="{_INK}" stroke-width="1.2"/>'
        if bound is None:
            yield arrow_head(x, end, up=end < y)
        else:
            yield f'<line x1="{x - 3}" x2="{x + 3}" y1="{end}" y2="{end}" stroke="{_INK}"/>'
    fill = _INK if mark.low == mark.high == mark.value else "#fff"
    yield f'<circle cx="{x}" cy="{y}" r="3.6" fill="{fill}" stroke="{_INK}" stroke-width="1.3"/>'


def _verdict(one: _Point, other: _Point, verdicts: Mapping[tuple[int, int], str]) -> str:
    first, second = sorted((one.number, other.number))
    return verdicts.get((first, second), "compatible")


def _join(one: _Point, other: _Point, verdict: str) -> str:
    dashed = "" if verdict == "compatible" else ' stroke-dasharray="4 3"'
    return f'<line x1="{one.x}" y1="{one.y}" x2="{other.x}" y2="{other.y}" stroke="#999" stroke-width="1.3"{dashed}/>'


def _cross(one: _Point, other: _Point) -> Box:
    """On the line, or beside two points that nearly touch."""
    near = abs(other.x - one.x) + abs(other.y - one.y) < 18
    return Box((one.x + other.x) / 2 - (15 if near else 4), (one.y + other.y) / 2 - 4, 8, 8)


def _crossed(box: Box) -> str:
    return f'<path d="M{box.x:.1f} {box.y:.1f} l8 8 m0 -8 l-8 8" stroke="{_INK}" stroke-width="2" fill="none"/>'


def _labels(points: Sequence[_Point], crosses: Sequence[Box], inside: Box) -> Iterator[str]:
    """Row number and figure beside each point where there is room; the rows below tell the rest anyway."""
    taken = [*crosses, *(Box(p.x - 4, p.y - 4, 8, 8) for p in points)]
    taken += [Box(p.left, p.y - 2, p.right - p.left, 4) for p in points]
    taken += [Box(p.x - 1, p.top, 2, p.bottom - p.top) for p in points]
    for point in points:
        crowded = any(abs(p.x - point.x) < 20 and 0 < point.y - p.y < 40 for p in points)
        box = free_place(
            f"{point.number + 1} {point.mark.shown}", _LABEL, (point.x, point.y), taken, inside, not crowded
        )
        if box is not None:
            taken.append(box)
            yield _leader(point, box) + _label(point, box)


def _leader(point: _Point, box: Box) -> str:
    """A thin line to a label that does not stand right beside its point."""
    x = min(max(point.x, box.x), box.x + box.width)
    y = box.y if box.y > point.y else box.y + box.height
    if box.y <= point.y <= box.y + box.height or (x == point.x and abs(y - point.y) < 8):
        return ""
    return f'<line x1="{point.x}" y1="{point.y}" x2="{x:.1f}" y2="{y:.1f}" stroke="{_SOFT}" stroke-width=".7"/>'


def _label(point: _Point, box: Box) -> str:
    return (
        f'<text x="{box.x:.1f}" y="{box.y + _LABEL * 0.85:.1f}" font-size="{_LABEL}" stroke="#fff" stroke-width="3" paint-order="stroke">'
        f'<tspan fill="{_SOFT}">{point.number + 1}</tspan> <tspan font-weight="bold">{escape(point.mark.shown)}</tspan></text>'
    )
