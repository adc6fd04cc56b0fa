"""One person's custody over time: a lane for each kind of place with its bars, and below them what happened as ticks with short labels.

Lanes are told apart by their labels and by the pattern of their bars, so that nothing hangs on colour. An end of which the day is not
known exactly is hatched over the days on which it may lie; a bar that has not ended has an arrow head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from habeas.drawing.event_labels import Tick, tick_labels
from habeas.drawing.time_axis import TimeAxis

#: The days on which something may have been: first and last, None = no bound known.
Span = tuple[date | None, date | None]
#: How a bar is filled.
PATTERNS = ("solid", "diagonal", "dots", "rows", "cross", "columns")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in one kind of place, which `lane` names. `end` None = it goes on as far as is known. `pattern` is one of PATTERNS."""

    lane: str
    pattern: str
    start: Span
    end: Span | None


@dataclass(frozen=True, slots=True)
class Happening:
    """Something told of a day, in a word or two."""

    day: Span
    label: str


@dataclass(frozen=True, slots=True)
class _Size:
    """User units; `name` tells a style sheet for which screens the drawing is meant. `rows` of labels at most."""

    name: str
    width: int
    rows: int


_SIZES = (_Size("wide", 860, 6), _Size("narrow", 360, 9))
_LEFT, _RIGHT, _TOP = 22, 22, 28
_LANE, _BAR_TOP, _BAR = 44, 20, 16
_THINNEST = 2.5


def person_timeline(stretches: Sequence[Stretch], happenings: Sequence[Happening], asked: date) -> str:
    """The timeline as two SVG drawings of one thing, one for wide screens and one for narrow; empty where no day is known.

    `asked` is the day to which what goes on is drawn.
    """
    spans = [*(s.start for s in stretches), *(s.end for s in stretches if s.end), *(h.day for h in happenings)]
    days = [day.toordinal() for span in spans for day in span if day is not None]
    if not days or not (stretches or happenings):
        return ""
    low, high = min(*days, asked.toordinal()), max(*days, asked.toordinal())
    margin = max(10, (high - low) // 40)
    return "".join(_drawn(stretches, happenings, (max(1, low - margin), high + margin), asked, size) for size in _SIZES)


def _drawn(
    stretches: Sequence[Stretch], happenings: Sequence[Happening], days: tuple[int, int], asked: date, size: _Size
) -> str:
    axis = TimeAxis(*days, _LEFT, size.width - _RIGHT)
    lanes = list(dict.fromkeys(s.lane for s in stretches))
    foot = _TOP + _LANE * len(lanes) + 8
    ticks = [_tick(h, axis) for h in happenings if h.day != (None, None)]
    labels, rows = tick_labels(ticks, foot, size.rows, size.width - _RIGHT)
    height = foot + rows + 8
    body = [*axis.lines(_TOP - 6, foot), *_patterns(size.name)]
    x = axis.x(asked.toordinal())
    body.append(f'<line class="asked" x1="{x}" x2="{x}" y1="{_TOP - 6}" y2="{foot}"/>')
    body += [f'<path class="tick" d="M{t.x:g} {_TOP - 2} V{foot}"/>' for t in ticks]
    for number, lane in enumerate(lanes):
        top = _TOP + number * _LANE
        body.append(f'<text class="lane" x="{_LEFT}" y="{top + 13}" font-size="12">{escape(lane)}</text>')
        for stretch in stretches:
            if stretch.lane == lane:
                body += _bar(stretch, axis, asked, top + _BAR_TOP, size.name)
    return (
        f'<svg class="chart timeline {size.name}" viewBox="0 0 {size.width} {height}" role="img"'
        f' aria-label="{escape(_in_words(stretches, happenings))}" xmlns="http://www.w3.org/2000/svg">'
        f"{''.join((*body, *labels))}</svg>"
    )


def _tick(happening: Happening, axis: TimeAxis) -> Tick:
    first, last = happening.day
    x = axis.x_of(first or last, axis.low)
    return Tick(x, axis.x_of(last or first, axis.high), happening.label)


def _bar(stretch: Stretch, axis: TimeAxis, asked: date, y: int, name: str) -> Iterator[str]:
    """From its beginning to its end: hatched where either may lie, filled between."""
    begun, surely = axis.x_of(stretch.start[0], axis.low), axis.x_of(stretch.start[1], asked.toordinal())
    now = max(asked.toordinal(), (stretch.start[1] or asked).toordinal())
    first, last = stretch.end or (date.fromordinal(now),) * 2
    ended, gone = (
        axis.x(now if first is None and last is None else (first or date.min).toordinal()),
        axis.x_of(last, now),
    )
    if stretch.end is not None and stretch.end[0] is None:
        ended = begun
    if surely > ended:
        yield _box("loose", begun, max(gone, begun + _THINNEST), y, f"url(#{name}-loose)")
    else:
        if surely > begun:
            yield _box("loose", begun, surely, y, f"url(#{name}-loose)")
        yield _box("held", surely, max(ended, surely + _THINNEST), y, f"url(#{name}-{stretch.pattern})")
        if gone > ended:
            yield _box("loose", ended, gone, y, f"url(#{name}-loose)")
    if stretch.end is None:
        yield f'<path class="onward" d="M{max(gone, ended) + 1:g} {y - 2} l8 {_BAR / 2 + 2:g} l-8 {_BAR / 2 + 2:g} Z"/>'


def _box(kind: str, left: float, right: float, y: int, fill: str) -> str:
    return f'<rect class="{kind}" x="{left:g}" y="{y}" width="{right - left:.1f}" height="{_BAR}" fill="{fill}"/>'


_TILES = {
    "solid": '<rect class="ground full" width="8" height="8"/>',
    "diagonal": '<rect class="ground" width="8" height="8"/><path class="stroke" d="M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6"/>',
    "dots": '<rect class="ground" width="8" height="8"/><circle class="dot" cx="2" cy="2" r="1.6"/><circle class="dot" cx="6" cy="6" r="1.6"/>',
    "rows": '<rect class="ground" width="8" height="8"/><path class="stroke" d="M0 2 H8 M0 6 H8"/>',
    "cross": '<rect class="ground" width="8" height="8"/><path class="stroke" d="M0 0 L8 8 M8 0 L0 8"/>',
    "columns": '<rect class="ground" width="8" height="8"/><path class="stroke" d="M2 0 V8 M6 0 V8"/>',
    "loose": '<path class="thin" d="M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6"/>',
}  # fmt: skip


def _patterns(name: str) -> Iterator[str]:
    """Fills by name; the ids of the two drawings differ, since both stand on one page."""
    yield "<defs>"
    for pattern, tile in _TILES.items():
        yield f'<pattern id="{name}-{pattern}" width="8" height="8" patternUnits="userSpaceOnUse">{tile}</pattern>'
    yield "</defs>"


def _in_words(stretches: Sequence[Stretch], happenings: Sequence[Happening]) -> str:
    told = [f"{s.lane}, from {_span(s.start)} {'on' if s.end is None else 'to ' + _span(s.end)}" for s in stretches]
    told += [f"{h.label}, {_span(h.day)}" for h in happenings]
    return "Custody over time: " + "; ".join(told) + "."


def _span(span: Span) -> str:
    first, last = span
    if first is None and last is None:
        return "a day not known"
    if first == last:
        return f"{first}"
    if first is None:
        return f"{last} or earlier"
    return f"{first} or later" if last is None else f"a day from {first} to {last}"
