"""Putting labels where they cover nothing: the cheapest free place around each point, with a line to it where it stands off.

The same points always get the same places. A label that finds no room in its full words is shortened; one that finds none at all goes
to rows below, which grow as they must, so that nothing stays without a label and no two labels meet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import cos, hypot, pi, sin

from habeas.drawing.labels import Box, Line, Spot, Words, block_of, lines_cross

#: A label this near to its point needs no line to it.
_BESIDE = 9.0
_DISTANCES = (8.0, 12.0, 17.0, 23.0, 30.0, 38.0, 48.0, 60.0, 75.0, 95.0, 120.0)
_DIRECTIONS = tuple((cos(pi * n / 12), -sin(pi * n / 12)) for n in (0, 12, 6, 18, *range(1, 24)))
#: What it costs, in user units of distance, to cover a line of the plot, to cross another label's line, and to cross one of the plot.
_OVER_LINE, _OVER_LEADER, _LEADER_OVER_LINE = 300.0, 90.0, 25.0
#: What it costs to shorten a label once, and to put it below the plot.
_SHORTENED, _OUTSIDE = 400.0, 900.0
#: For so few labels more orders are tried.
_FEW = 14
#: Room between two labels.
_GAP = 1.5


@dataclass(frozen=True, slots=True)
class Wish:
    """A point and what should stand beside it: several wordings, the fullest first."""

    at: Spot
    wordings: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A label in its place; `leader` joins it to its point, None where it stands right beside it."""

    lines: tuple[Words, ...]
    box: Box
    leader: Line | None


def placed_labels(wishes: Sequence[Wish], inside: Box, boxes: Sequence[Box], lines: Sequence[Line]) -> list[Placed]:
    """A label for every wish, in their order, within `inside`. No label may cover `boxes`; none should cover `lines`.

    Who chooses first takes room from others, so several orders are tried and the one that costs least is kept.
    """
    by_crowd = sorted(range(len(wishes)), key=lambda n: (-_crowd(wishes[n], wishes), wishes[n].at, n))
    across, down = (sorted(by_crowd, key=lambda n: wishes[n].at[0]), sorted(by_crowd, key=lambda n: wishes[n].at[1]))
    orders = [by_crowd, across, down]
    if len(wishes) <= _FEW:
        orders += [by_crowd[n:] + by_crowd[:n] for n in range(1, len(wishes))]
    tries = [_Layout(inside, list(boxes), lines).place(wishes, order) for one in orders for order in (one, one[::-1])]
    return min(tries, key=lambda t: t[0])[1]


@dataclass(slots=True)
class _Layout:
    """What stands in a plot already; labels are added as they are placed."""

    inside: Box
    boxes: list[Box]
    lines: Sequence[Line]
    leaders: list[Line] = field(default_factory=list)

    def place(self, wishes: Sequence[Wish], order: Sequence[int]) -> tuple[float, list[Placed]]:
        """What it costs in all, and the labels in the order of the wishes."""
        found = {n: self._near(wishes[n]) for n in order}
        for n in (*reversed(order), *order):
            # whoever chose early may do better, or let others do better, now that all have chosen
            self._free(found[n])
            found[n] = self._near(wishes[n])
        labels = [found[n] or self._below(wishes[n]) for n in range(len(wishes))]
        short = sum(w.wordings.index(p.lines) for w, p in zip(wishes, labels, strict=True))
        costs = [self._cost(p, w.at, among=_without(self.boxes, p)) or 0 for w, p in zip(wishes, labels, strict=True)]
        return sum(costs) + _SHORTENED * short + _OUTSIDE * sum(p is None for p in found.values()), labels

    def _near(self, wish: Wish) -> Placed | None:
        for lines in wish.wordings:
            best: tuple[float, Placed] | None = None
            for placed in _places(wish.at, lines):
                # places come the nearest first, and none costs less than its distance
                if best is not None and best[0] <= _far(placed.box, wish.at):
                    break
                cost = self._cost(placed, wish.at, self.boxes)
                if cost is not None and (best is None or cost < best[0]):
                    best = cost, placed
            if best is not None:
                return self._taken(best[1])
        return None

    def _cost(self, placed: Placed, at: Spot, among: Sequence[Box]) -> float | None:
        """None = it would cover something or run out of the plot."""
        box, leader = placed.box, placed.leader
        if not box.within(self.inside) or any(box.meets(other) for other in among):
            return None
        if any(box.crossed_by(line) for line in self.leaders):
            return None
        if leader is not None and any(other.crossed_by(leader) for other in among if not _holds(other, at)):
            return None
        over = _OVER_LINE * sum(box.crossed_by(line) for line in self.lines)
        if leader is not None:
            over += _OVER_LEADER * sum(lines_cross(leader, line) for line in self.leaders)
            over += _LEADER_OVER_LINE * sum(lines_cross(leader, line) for line in self.lines)
        return _far(box, at) + over

    def _below(self, wish: Wish) -> Placed:
        """The first free place in rows below the plot."""
        lines = wish.wordings[-1]
        width, height = block_of(lines)
        left = min(max(wish.at[0] - width / 2, self.inside.x), self.inside.x + self.inside.width - width)
        y = self.inside.y + self.inside.height
        while any((box := Box(left, y, width, height)).meets(other) for other in self.boxes):
            y += height + _GAP
        return self._taken(Placed(lines, box, (wish.at, box.nearest(wish.at))))

    def _free(self, placed: Placed | None) -> None:
        if placed is None:
            return
        self.boxes.remove(_with_room(placed.box))
        if placed.leader is not None:
            self.leaders.remove(placed.leader)

    def _taken(self, placed: Placed) -> Placed:
        self.boxes.append(_with_room(placed.box))
        if placed.leader is not None:
            self.leaders.append(placed.leader)
        return placed


def _places(at: Spot, lines: tuple[Words, ...]) -> Iterator[Placed]:
    """Around the point, the nearest first."""
    width, height = block_of(lines)
    for distance in _DISTANCES:
        for right, down in _DIRECTIONS:
            x, y = at[0] + distance * right, at[1] + distance * down
            box = Box(x - width * (1 - right) / 2, y - height * (1 - down) / 2, width, height)
            end = box.nearest(at)
            far = hypot(end[0] - at[0], end[1] - at[1])
            yield Placed(lines, box, None if far <= _BESIDE else (at, end))


def _far(box: Box, at: Spot) -> float:
    """What its distance costs; far off is worse than twice as near."""
    x, y = box.nearest(at)
    far = hypot(x - at[0], y - at[1])
    return far + far * far / 40


def _without(boxes: Sequence[Box], placed: Placed) -> list[Box]:
    own = _with_room(placed.box)
    return [box for box in boxes if box != own]


def _with_room(box: Box) -> Box:
    return Box(box.x - _GAP, box.y - _GAP, box.width + 2 * _GAP, box.height + 2 * _GAP)


def _holds(box: Box, spot: Spot) -> bool:
    return box.x <= spot[0] <= box.x + box.width and box.y <= spot[1] <= box.y + box.height


def _crowd(wish: Wish, wishes: Sequence[Wish]) -> int:
    return sum(abs(o.at[0] - wish.at[0]) < 40 and abs(o.at[1] - wish.at[1]) < 30 for o in wishes)
