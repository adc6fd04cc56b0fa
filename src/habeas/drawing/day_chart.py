"""A count day by day: a line for those held for certain, and a band above it up to those possibly held. Without colour it reads the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import pairwise

from habeas.drawing.number_scale import NumberScale
from habeas.drawing.time_axis import TimeAxis


@dataclass(frozen=True, slots=True)
class ChartDay:
    """One day's count of persons: at least `certain`, at most `possible`."""

    day: date
    certain: int
    possible: int


@dataclass(frozen=True, slots=True)
class _Size:
    """User units; `name` tells a style sheet for which screens the drawing is meant. `points`: how many days are drawn at most."""

    name: str
    width: int
    height: int
    points: int


_SIZES = (_Size("wide", 860, 300, 420), _Size("narrow", 360, 250, 170))
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 6, 26, 6


def day_chart(days: Sequence[ChartDay]) -> str:
    """The chart as two SVG drawings of one thing, one for wide screens and one for narrow; empty where there is no day.

    Of many days every n-th is drawn, and the last.
    """
    return "".join(_drawn(_sampled(days, size.points), size) for size in _SIZES) if days else ""


def _sampled(days: Sequence[ChartDay], points: int) -> list[ChartDay]:
    step = max(1, -(-len(days) // points))
    return [*days[:-1:step], days[-1]]


def _drawn(days: Sequence[ChartDay], size: _Size) -> str:
    axis = TimeAxis(
        days[0].day.toordinal(), max(days[-1].day.toordinal(), days[0].day.toordinal() + 1), _LEFT, size.width - _RIGHT
    )
    scale = NumberScale([0, *(d.certain for d in days), *(d.possible for d in days)], _TOP, size.height - _BOTTOM)
    last = days[-1]
    told = (
        f"Persons in custody day by day from {days[0].day} to {last.day}: "
        f"on the last day at least {last.certain:,} and at most {last.possible:,}."
    )
    body = "".join(
        (*axis.lines(_TOP, size.height - _BOTTOM), *scale.lines(_LEFT, size.width - _RIGHT), *_band(days, axis, scale))
    )
    return (
        f'<svg class="chart {size.name}" viewBox="0 0 {size.width} {size.height}" role="img" aria-label="{escape(told)}"'
        f' xmlns="http://www.w3.org/2000/svg">{body}</svg>'
    )


def _band(days: Sequence[ChartDay], axis: TimeAxis, scale: NumberScale) -> Iterator[str]:
    low = _steps([(axis.x(d.day.toordinal()), scale.y(d.certain)) for d in days])
    high = _steps([(axis.x(d.day.toordinal()), scale.y(d.possible)) for d in days])
    back = _steps([(axis.x(d.day.toordinal()), scale.y(d.certain)) for d in days], backwards=True)
    yield f'<path class="band" d="M{high} L{back} Z"/>'
    yield f'<path class="edge" d="M{high}" fill="none"/>'
    yield f'<path class="certain" d="M{low}" fill="none"/>'


def _steps(spots: Sequence[tuple[float, float]], *, backwards: bool = False) -> str:
    """Level from one day to the next, then up or down: a count does not slide."""
    corners = [spots[0]]
    for (_, before), (x, y) in pairwise(spots):
        if y != before:
            corners += [(x, before), (x, y)]
    corners.append(spots[-1])
    ordered = corners[::-1] if backwards else corners
    return " ".join(f"{x:g},{y:g}" for x, y in ordered)
