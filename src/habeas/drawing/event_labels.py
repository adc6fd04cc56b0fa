"""Short labels below ticks on an axis, in as few rows as keep them from covering each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

_ROW, _SIZE, _LETTER, _GAP = 16, 12, 6.4, 8


@dataclass(frozen=True, slots=True)
class Tick:
    """A happening on the axis: where it may begin, `until` where it may have been at last, and what it is called. `times` > 1: so many of
    one name lie too close to be named one by one.
    """

    x: float
    until: float
    label: str
    times: int = 1

    @property
    def words(self) -> str:
        """The label as it is written."""
        return self.label if self.times == 1 else f"{self.label} ×{self.times}"

    @property
    def width(self) -> float:
        """Roughly how much room the words take (user units)."""
        return len(self.words) * _LETTER + _GAP


def tick_labels(ticks: Sequence[Tick], top: float, most_rows: int, right: float) -> tuple[list[str], int]:
    """Elements of the labels below `top`, none beyond `right`, and the height that they take. What finds no room has no label."""
    ends: list[float] = []
    lines: list[str] = []
    words: list[str] = []
    for tick in _near_ones_together(ticks):
        left = min(tick.x, right - tick.width)
        row = next((n for n, end in enumerate(ends) if end <= left), len(ends))
        if row == most_rows:
            continue
        ends[row:] = [left + tick.width, *ends[row + 1 :]]
        foot = top + (row + 1) * _ROW
        if tick.until > tick.x:
            lines.append(f'<path class="loosely" d="M{tick.x:g} {top:g} H{tick.until:g}"/>')
        lines.append(f'<path class="leader" d="M{tick.x:g} {top:g} V{foot - 4:g}"/>')
        words.append(f'<text x="{left + 4:g}" y="{foot:g}" font-size="{_SIZE}">{escape(tick.words)}</text>')
    return [*lines, *words], len(ends) * _ROW


def _near_ones_together(ticks: Sequence[Tick]) -> list[Tick]:
    """In order; neighbours of one name are one where the second would begin within the words of the first."""
    out: list[Tick] = []
    for _, named in groupby(sorted(ticks, key=lambda t: (t.label, t.x)), key=lambda t: t.label):
        kept: list[Tick] = []
        for tick in named:
            if kept and tick.x < kept[-1].x + kept[-1].width:
                kept[-1] = replace(kept[-1], times=kept[-1].times + 1, until=max(kept[-1].until, tick.until))
            else:
                kept.append(tick)
        out += kept
    return sorted(out, key=lambda t: (t.x, t.label))
