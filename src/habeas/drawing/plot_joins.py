"""Lines between stocks that follow each other in time, each by its verdict: whole, dashed, or crossed; a letter says where it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from string import ascii_lowercase

from habeas.drawing import svg
from habeas.drawing.labels import Box, Line, Spot, along
from habeas.drawing.plot_points import Point

#: Points nearer to each other across than this are of one time; an arc beside them joins them, this far out.
_ONE_TIME, _OUT = 8.0, 20.0
#: Of two neighbouring times each point is joined with each, up to so many lines.
_MOST = 6
_BADGE = 7.2
#: Where a letter may stand beside the middle of an arc, the nearest first.
_BESIDE_ARC = tuple(
    sorted(((x * 6.0, y * 6.0) for x in range(-4, 5) for y in range(-4, 5)), key=lambda at: (hypot(*at), at))
)
#: As many verdicts as are told in words, the first in time.
LETTERS = ascii_lowercase[:16]


@dataclass(frozen=True, slots=True)
class Join:
    """A line by way of `path` between two points, with its verdict; `letter` is empty where there is nothing to tell."""

    pair: tuple[int, int]
    path: tuple[Spot, ...]
    verdict: str
    letter: str

    @property
    def lines(self) -> list[Line]:
        """Its straight pieces."""
        return along(self.path)


def joins(points: Sequence[Point], verdicts: Mapping[tuple[int, int], str]) -> list[Join]:
    """Between points of one time, and of neighbouring times, in order of time. A number that is a bound only joins nobody it fits."""
    letters = iter(LETTERS)
    found = []
    for one, other in _neighbours(points):
        first, second = sorted((one.number, other.number))
        verdict = verdicts.get((first, second), "compatible")
        if verdict == "compatible" and None in (one.mark.low, one.mark.high, other.mark.low, other.mark.high):
            continue
        letter = "" if verdict == "compatible" else next(letters, "")
        found.append(Join((first, second), _path(one, other, points), verdict, letter))
    return found


def _neighbours(points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    times: list[list[Point]] = []
    for point in sorted(points, key=lambda p: (p.x, -p.y, p.number)):
        if times and point.x - times[-1][0].x < _ONE_TIME:
            times[-1].append(point)
        else:
            times.append([point])
    before: list[Point] = []
    for time in times:
        level = [p for p in time if p.mark.low is not None and p.mark.high is not None] or time
        few = len(before) * len(level) <= _MOST
        yield from ((a, b) for a in before for b in level) if few else [(before[-1], level[0])]
        yield from pairwise(sorted(time, key=lambda p: (-p.y, p.number)))
        before = level


def _path(one: Point, other: Point, points: Sequence[Point]) -> tuple[Spot, ...]:
    """Straight, or an arc beside two points of one time: on the side where fewer others lie."""
    if abs(other.x - one.x) >= _ONE_TIME:
        return one.at, other.at
    x, y = (one.x + other.x) / 2, (one.y + other.y) / 2
    near = [p for p in points if abs(p.y - y) < abs(one.y - other.y) / 2 + 20 and _ONE_TIME <= abs(p.x - x) < 60]
    side = 1 if sum(p.x > x for p in near) <= sum(p.x < x for p in near) else -1
    return one.at, (x + side * _OUT, y), other.at


def drawn(join: Join) -> str:
    """The line alone."""
    dashed = "" if join.verdict == "compatible" else ' stroke-dasharray="4 3"'
    width = 2.0 if join.verdict == "incompatible" else 1.3
    style = f'stroke="#777" stroke-width="{width:g}"{dashed} class="join"'
    if len(join.path) == 2:
        return svg.line(*join.path, style)
    (x1, y1), (x, y), (x2, y2) = join.path
    # the curve's height over its chord is half its control point's
    control = 2 * x - (x1 + x2) / 2
    return f'<path d="M{x1:.1f} {y1:.1f} Q{control:.1f} {y:.1f} {x2:.1f} {y2:.1f}" fill="none" {style}/>'


@dataclass(slots=True)
class Around:
    """Where letters may stand: inside a box, off other boxes and off the lines of labels, at most `beside` their own line."""

    inside: Box
    taken: list[Box]
    leaders: Sequence[Line]
    beside: float

    def free(self, box: Box, stem: Line) -> bool:
        """Whether a box, joined to its line by `stem`, covers nothing."""
        covers = any(box.meets(other) or other.crossed_by(stem) for other in self.taken)
        return box.within(self.inside) and not covers and not any(box.crossed_by(leader) for leader in self.leaders)


def badges(found: Sequence[Join], around: Around) -> Iterator[str]:
    """A cross on each line of figures that do not fit, and its letter; none where there is no room. What stands is added to `around`."""
    for join in sorted(found, key=lambda j: -len(j.path)):  # arcs are short and have little room
        foot = _room(join, 4.5, around) if join.verdict == "incompatible" else None
        if foot is not None:
            yield svg.cross(*foot[1])
        foot = _room(join, _BADGE, around) if join.letter else None
        if foot is not None:
            yield svg.stroked(*foot, svg.SOFT, 0.7)
            yield svg.badge(*foot[1], join.letter)


def _room(join: Join, reach: float, around: Around) -> Line | None:
    """From a point of the line, rather in its middle, to the middle of a free place on it, or beside it."""
    for (x, y), (right, down) in _places(join):
        stem = ((x, y), (x + right, y + down))
        box = Box(x + right - reach, y + down - reach, 2 * reach, 2 * reach)
        if max(abs(right), abs(down)) <= around.beside and around.free(box, stem):
            around.taken.append(box)
            return stem
    return None


def _places(join: Join) -> Iterator[tuple[Spot, Spot]]:
    """Points of the line, and how far beside them."""
    if len(join.path) == 3:
        yield from ((join.path[1], beside) for beside in _BESIDE_ARC)
        return
    (x1, y1), (x2, y2) = join.path
    for off in (0.0, -6.0, 6.0, -12.0, 12.0, -18.0, 18.0, -26.0, 26.0):
        for at in (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9):
            yield (x1 + (x2 - x1) * at, y1 + (y2 - y1) * at), (0.0, off)
