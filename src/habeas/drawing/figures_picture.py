"""A picture of published figures: how high and when, a row for each with its words, and a triangle that marks every pair.

Plain data in, SVG out. Verdicts differ by shape as well as by shade, so that they can be told apart in print and by everybody. It is
drawn for a telephone's width and holds no script, no link and no font of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from habeas.drawing.figure_marks import SYMBOLS, FigureMark
from habeas.drawing.figures_plot import HEIGHT, figures_plot, plotted
from habeas.drawing.labels import width_of
from habeas.drawing.time_axis import TimeAxis, axis_over

__all__ = ["SYMBOLS", "WIDTH", "FigureMark", "figures_picture"]

WIDTH = 420
_LEFT, _RIGHT, _ROW, _TOP = 22, 22, 50, 64
_SCALE_LEFT = 44
_CELLS, _CELL = 360, 20
#: Below this cells carry their shade only, and every fifth number is told.
_READABLE = 12
_SHADES = {"compatible": "#ffffff", "only_if": "#c9c9c9", "incompatible": "#3a3a3a"}


def figures_picture(marks: Sequence[FigureMark], verdicts: Mapping[tuple[int, int], str], title: str) -> str:
    """The SVG. `verdicts` maps (i, j), i < j, to compatible, only_if or incompatible; a pair left out is compatible."""
    plot = bool(plotted(marks))
    axis = axis_over([(m.first, m.last) for m in marks], _SCALE_LEFT if plot else _LEFT, WIDTH - _RIGHT)
    rows = _TOP + (HEIGHT + 4 if plot else 0)
    triangle = rows + _ROW * len(marks) + 40
    size = round(triangle + _cell(len(marks)) * len(marks) + 56)
    body = axis.lines(_TOP - 8, triangle - 40)
    body += figures_plot(marks, verdicts, axis, _TOP) if plot else []
    body += [_row(n, mark, axis, rows) for n, mark in enumerate(marks)]
    body += _triangle(len(marks), verdicts, triangle)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {size}" width="100%" style="max-width:{WIDTH}px" '
        f'role="img" aria-labelledby="t d" font-family="sans-serif" fill="#111">'
        f'<title id="t">{escape(title)}</title><desc id="d">{escape(_described(marks, verdicts))}</desc>'
        f'<rect width="{WIDTH}" height="{size}" fill="#fff"/><text x="12" y="26" font-size="17" font-weight="bold">{escape(title)}</text>'
        + "".join(body) + "</svg>\n"
    )  # fmt: skip


def _row(number: int, mark: FigureMark, axis: TimeAxis, top: float) -> str:
    y = top + _ROW * number + _ROW - 8
    start, end = axis.x_of(mark.first, axis.low), axis.x_of(mark.last, axis.high)
    cut = mark.first is None or mark.first.toordinal() < axis.low
    label = (
        f'<text x="12" y="{y - 24}" font-size="13"><tspan fill="#666">{number + 1}</tspan> '
        f'<tspan font-weight="bold">{escape(_fitted(mark.title, 13))}</tspan></text>'
        f'<text x="30" y="{y - 10}" font-size="11" fill="#444">{escape(_fitted(mark.below, 11))}</text>'
    )
    if mark.flow:
        shape = f'<rect x="{start}" y="{y - 5}" width="{max(3.0, end - start):.1f}" height="10" fill="#8a8a8a"/>'
    else:
        middle = (start + end) / 2 if mark.first is not None else end
        shape = f'<line x1="{start}" x2="{end}" y1="{y}" y2="{y}" stroke="#111" stroke-width="2"/><circle cx="{middle:.1f}" cy="{y}" r="5"/>'
    return label + shape + (f'<text x="{start - 10}" y="{y + 4}" font-size="12">‹</text>' if cut else "")


def _fitted(text: str, size: float) -> str:
    """Cut, and marked as cut, where it would run out of the picture."""
    most = int((WIDTH - 36) / width_of("n", size) * 1.08)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _cell(count: int) -> float:
    """As wide as the page allows: many figures get small cells."""
    return round(min(_CELL, _CELLS / max(1, count)), 1)


def _triangle(count: int, verdicts: Mapping[tuple[int, int], str], top: float) -> list[str]:
    cell = _cell(count)
    size = min(12.0, cell * 0.6)
    out = [f'<text x="12" y="{top - 12}" font-size="13" font-weight="bold">Every pair</text>']
    for i in range(count):
        y = top + cell * i
        told = cell >= _READABLE or i % 5 == 4
        out += [_small(30, y + cell * 0.68, size, "end", str(i + 1))] if told else []
        out += [_square(38 + cell * j, y, cell, verdicts.get((j, i), "compatible")) for j in range(i)]
        if told and i < count - 1:
            out.append(_small(38 + cell * (i + 0.45), top + cell * count + 12, size, "middle", str(i + 1)))
    key = "   ".join(f"{sign} {verdict.replace('_', ' ')}" for verdict, sign in SYMBOLS.items())
    out.append(f'<text x="12" y="{top + cell * count + 36}" font-size="12" xml:space="preserve">{escape(key)}</text>')
    return out


def _small(x: float, y: float, size: float, anchor: str, text: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{min(11.0, max(8.0, size)):.1f}" text-anchor="{anchor}">{text}</text>'


def _square(x: float, y: float, cell: float, verdict: str) -> str:
    ink, side = "#fff" if verdict == "incompatible" else "#111", cell * 0.9
    square = f'<rect x="{x:.1f}" y="{y:.1f}" width="{side:.1f}" height="{side:.1f}" fill="{_SHADES[verdict]}" stroke="#777" stroke-width=".6"/>'
    if cell < _READABLE:
        return square
    return square + (
        f'<text x="{x + side / 2:.1f}" y="{y + side * 0.72:.1f}" font-size="{cell * 0.6:.1f}" text-anchor="middle" fill="{ink}">'
        f"{SYMBOLS[verdict]}</text>"
    )


def _described(marks: Sequence[FigureMark], verdicts: Mapping[tuple[int, int], str]) -> str:
    found = {v: sum(x == v for x in verdicts.values()) for v in SYMBOLS}
    told = ", ".join(f"{n} pairs {v.replace('_', ' ')}" for v, n in found.items())
    return f"{len(marks)} published figures in time; {told}. " + "; ".join(f"{m.title} ({m.below})" for m in marks)
