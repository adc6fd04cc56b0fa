"""How high and when: stocks as points over time with what each leaves open and what it is called, flows as arrows below.

A point's upright whisker is its comparator (an arrow where there is no bound), the level one its base day. Lines between neighbours in
time show their verdict; their letters are those of the list of what would have to be true.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from habeas.drawing import plot_joins, plot_points, svg
from habeas.drawing.figure_marks import FigureMark
from habeas.drawing.flow_arrows import flow_arrows
from habeas.drawing.label_layout import Wish, placed_labels
from habeas.drawing.labels import Box, Words, width_of
from habeas.drawing.number_scale import NumberScale
from habeas.drawing.plot_points import Point, plotted
from habeas.drawing.time_axis import TimeAxis

#: How high the points' part is: for few points, more for each beyond these, and at most.
_POINTS, _MORE, _MOST = 340, 6, 480
#: With more points than these their speakers, and then their values, stand in the list only.
_NAMED, _VALUED = 12, 18
#: How far a letter may stand beside its line, where there are few points.
_STEM = 26.0
#: Points of nearly one place share a label.
_ONE_PLACE = 3.0


@dataclass(frozen=True, slots=True)
class Plot:
    """Its elements, where it ends below, and the letters of the pairs whose verdict is told elsewhere."""

    elements: tuple[str, ...]
    bottom: float
    letters: Mapping[tuple[int, int], str]


def figures_plot(
    marks: Sequence[FigureMark], verdicts: Mapping[tuple[int, int], str], axis: TimeAxis, top: float
) -> Plot:
    """The plot below `top`, as high as its labels need."""
    chosen = plotted(marks)
    height = min(_MOST, _POINTS + _MORE * max(0, len(chosen) - _NAMED))
    values = [v for n in chosen for v in (marks[n].value, marks[n].low, marks[n].high) if v is not None]
    scale = NumberScale(values, top + 14, top + height - 12)
    points = [plot_points.placed(n, marks[n], axis, scale) for n in chosen]
    joins = plot_joins.joins(points, verdicts)
    inside = Box(axis.left + 2, top, axis.right + 16 - axis.left, height)
    boxes = [p.dot for p in points]
    out = [*scale.lines(axis.left, axis.right), *(plot_joins.drawn(join) for join in joins)]
    lines = [line for join in joins for line in join.lines] + [whisker for p in points for whisker in p.whiskers]
    placed = placed_labels(_wishes(points), inside, boxes, lines)
    leaders = [label.leader for label in placed if label.leader is not None]
    out += svg.leaders(leaders)
    out += [element for point in points for element in plot_points.drawn(point)]
    around = plot_joins.Around(
        inside, [*boxes, *(label.box for label in placed)], leaders, _STEM if len(points) <= _VALUED else 0.0
    )
    out += plot_joins.badges(joins, around)
    out += [element for label in placed for element in svg.label(label.lines, label.box)]
    bottom = max([top + height, *(label.box.y + label.box.height for label in placed)])
    arrows = flow_arrows(marks, axis, bottom + 6)
    return Plot((*out, *arrows.elements), arrows.bottom, {j.pair: j.letter for j in joins if j.letter})


def _wishes(points: Sequence[Point]) -> list[Wish]:
    """One for all points of nearly one place: their numbers, their value, who says so; or less, where there is no room."""
    together: list[list[Point]] = []
    for point in points:
        near = (t for t in together if abs(t[0].x - point.x) < _ONE_PLACE and abs(t[0].y - point.y) < _ONE_PLACE)
        found = next(near, None)
        if found is None:
            together.append([point])
        else:
            found.append(point)
    return [Wish(same[0].at, tuple(_wordings(same, len(points)))) for same in together]


def _wordings(same: Sequence[Point], among: int) -> Iterator[tuple[Words, ...]]:
    lines = tuple(Words(p.mark.shown, 12, bold=True, number=str(p.number + 1)) for p in same)
    if among <= _NAMED:
        yield tuple(words for line, p in zip(lines, same, strict=True) for words in (line, *_says(p.mark.speaker)))
    if among <= _VALUED:
        yield lines
    yield tuple(Words(line) for line in _wrapped(", ".join(str(p.number + 1) for p in same)))


def _says(speaker: str) -> tuple[Words, ...]:
    return (Words(speaker),) if speaker else ()


def _wrapped(numbers: str) -> Iterator[str]:
    """Numbers in lines of no great width."""
    line = ""
    for number in numbers.split(" "):
        if line and width_of(f"{line} {number}", 11) > 90:
            yield line
            line = ""
        line = f"{line} {number}".strip()
    yield line
