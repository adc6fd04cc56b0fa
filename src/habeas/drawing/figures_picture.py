"""A picture of published figures: a row for each with its place in time, and a triangle that marks every pair.

Plain data in, SVG out. Verdicts differ by shape as well as by shade, so that they can be told apart in print and by everybody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

WIDTH = 420
_LEFT, _RIGHT, _ROW, _TOP = 22, 22, 50, 64
_CELL = 20
_LONG = 200
SYMBOLS = {"compatible": "=", "only_if": "?", "incompatible": "x"}
_SHADES = {"compatible": "#ffffff", "only_if": "#c9c9c9", "incompatible": "#3a3a3a"}


@dataclass(frozen=True, slots=True)
class FigureMark:
    """One figure: `title` in bold, `below` in small; from `first` to `last` in time (None = no bound); `flow` is drawn as a bar."""

    title: str
    below: str
    first: date | None
    last: date | None
    flow: bool


def figures_picture(marks: Sequence[FigureMark], verdicts: Mapping[tuple[int, int], str], title: str) -> str:
    """The SVG. `verdicts` maps (i, j), i < j, to compatible, only_if or incompatible."""
    low, high = _span(marks)
    rows = _TOP + _ROW * len(marks)
    size = rows + 40 + _CELL * len(marks) + 56
    body = [*_axis(low, high, rows), *(_row(n, m, low, high) for n, m in enumerate(marks))]
    body += _triangle(len(marks), verdicts, rows + 40)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {size}" width="100%" style="max-width:{WIDTH}px" '
        f'role="img" aria-labelledby="t d" font-family="sans-serif" fill="#111">'
        f'<title id="t">{escape(title)}</title><desc id="d">{escape(_described(marks, verdicts))}</desc>'
        f'<rect width="{WIDTH}" height="{size}" fill="#fff"/><text x="12" y="26" font-size="17" font-weight="bold">{escape(title)}</text>'
        + "".join(body) + "</svg>\n"
    )  # fmt: skip


def _span(marks: Sequence[FigureMark]) -> tuple[int, int]:
    """First and last day drawn. Periods much longer than the rest are cut at the left and marked as open there."""
    ends = [m.last for m in marks if m.last is not None] or [date(2000, 1, 1)]
    short = [m.first for m in marks if m.first is not None and m.last is not None and (m.last - m.first).days <= _LONG]
    low = min([*ends, *short]).toordinal()
    return low - 10, max(*ends, *ends).toordinal() + 1


def _x(day: int, low: int, high: int) -> float:
    return round(_LEFT + (WIDTH - _LEFT - _RIGHT) * (day - low) / (high - low), 1)


def _axis(low: int, high: int, bottom: int) -> list[str]:
    out, last_x = [], -100.0
    for month in _months(low, high):
        x = _x(month.toordinal(), low, high)
        out.append(f'<line x1="{x}" x2="{x}" y1="{_TOP - 8}" y2="{bottom}" stroke="#ddd"/>')
        if x - last_x >= 60:
            out.append(f'<text x="{x}" y="{_TOP - 14}" font-size="11" text-anchor="middle">{month:%b %Y}</text>')
            last_x = x
    return out


def _months(low: int, high: int) -> list[date]:
    first, out = date.fromordinal(low).replace(day=1), []
    while first.toordinal() <= high:
        if first.toordinal() >= low:
            out.append(first)
        first = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    step = max(1, len(out) // 12)
    return out[::step]


def _row(number: int, mark: FigureMark, low: int, high: int) -> str:
    y = _TOP + _ROW * number + _ROW - 8
    cut = mark.first is None or mark.first.toordinal() < low
    start = _x(low if cut or mark.first is None else mark.first.toordinal(), low, high)
    end = _x(high if mark.last is None else mark.last.toordinal(), low, high)
    label = (
        f'<text x="12" y="{y - 24}" font-size="13"><tspan fill="#666">{number + 1}</tspan> <tspan font-weight="bold">{escape(mark.title)}</tspan></text>'
        f'<text x="30" y="{y - 10}" font-size="11" fill="#444">{escape(mark.below[:64])}</text>'
    )
    if mark.flow:
        width = max(3.0, end - start)
        shape = f'<rect x="{start}" y="{y - 5}" width="{width:.1f}" height="10" fill="#8a8a8a"/>'
    else:
        middle = (start + end) / 2 if mark.first is not None else end
        shape = f'<line x1="{start}" x2="{end}" y1="{y}" y2="{y}" stroke="#111" stroke-width="2"/><circle cx="{middle:.1f}" cy="{y}" r="5"/>'
    open_left = f'<text x="{start - 10}" y="{y + 4}" font-size="12">‹</text>' if cut else ""
    return label + shape + open_left


def _triangle(count: int, verdicts: Mapping[tuple[int, int], str], top: int) -> list[str]:
    out = [f'<text x="12" y="{top - 12}" font-size="13" font-weight="bold">Every pair</text>']
    for i in range(count):
        out.append(f'<text x="30" y="{top + _CELL * i + 14}" font-size="11" text-anchor="end">{i + 1}</text>')
        for j in range(i):
            verdict = verdicts.get((j, i), "compatible")
            x, y = 38 + _CELL * j, top + _CELL * i
            ink = "#fff" if verdict == "incompatible" else "#111"
            out.append(
                f'<rect x="{x}" y="{y}" width="{_CELL - 2}" height="{_CELL - 2}" fill="{_SHADES[verdict]}" stroke="#777"/>'
                f'<text x="{x + 9}" y="{y + 13}" font-size="12" text-anchor="middle" fill="{ink}">{SYMBOLS[verdict]}</text>'
            )
        if i < count - 1:
            out.append(
                f'<text x="{47 + _CELL * i}" y="{top + _CELL * count + 12}" font-size="11" text-anchor="middle">{i + 1}</text>'
            )
    key = "   ".join(f"{SYMBOLS[v]} {v.replace('_', ' ')}" for v in SYMBOLS)
    out.append(f'<text x="12" y="{top + _CELL * count + 36}" font-size="12" xml:space="preserve">{escape(key)}</text>')
    return out


def _described(marks: Sequence[FigureMark], verdicts: Mapping[tuple[int, int], str]) -> str:
    found = {v: sum(x == v for x in verdicts.values()) for v in SYMBOLS}
    told = ", ".join(f"{n} pairs {v.replace('_', ' ')}" for v, n in found.items())
    return f"{len(marks)} published figures in time; {told}."
