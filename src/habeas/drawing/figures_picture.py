"""A picture of published figures: how high and when, what would have to be true for them to hold, each in its words, and every pair.

Plain data in, SVG out. Verdicts differ by shape as well as by shade, so that they can be told apart in print and by everybody. It is
drawn for a telephone's width, grows downwards with what there is to tell, and holds no script, no link and no font of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from habeas.drawing import svg
from habeas.drawing.figure_marks import SYMBOLS, FigureMark
from habeas.drawing.figure_rows import figure_rows
from habeas.drawing.figures_plot import Plot, figures_plot
from habeas.drawing.picture_key import picture_key
from habeas.drawing.picture_text import paragraph
from habeas.drawing.plot_points import plotted
from habeas.drawing.time_axis import TimeAxis, axis_over
from habeas.drawing.verdict_cards import cards
from habeas.drawing.verdict_matrix import matrix

__all__ = ["SYMBOLS", "WIDTH", "FigureMark", "figures_picture"]

WIDTH = 390
_LEFT, _RIGHT = 46, 24

Pairs = Mapping[tuple[int, int], str]


def figures_picture(marks: Sequence[FigureMark], verdicts: Pairs, title: str, conditions: Pairs | None = None) -> str:
    """The SVG. `verdicts` maps (i, j), i < j, to compatible, only_if or incompatible; a pair left out is compatible.

    `conditions` tells in words what the others ask for; None = that is left out.
    """
    axis = axis_over([(m.first, m.last) for m in marks], _LEFT, WIDTH - _RIGHT)
    body, y = paragraph(title, (12, 8), WIDTH - 24, 18, bold=True)
    plot = _plot(marks, verdicts, axis, y)
    body += plot.elements
    more, y = _told(marks, verdicts, conditions, plot)
    body += more
    rows, y = figure_rows(marks, verdicts, axis, y, WIDTH)
    body += rows
    pairs, y = _every_pair(len(marks), verdicts, y + 8)
    body += pairs
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {round(y)}" width="100%" style="max-width:{WIDTH}px" '
        f'role="img" aria-labelledby="t d" font-family="sans-serif" fill="{svg.INK}">'
        f'<title id="t">{escape(title)}</title><desc id="d">{escape(_described(marks, verdicts))}</desc>'
        f'<rect width="{WIDTH}" height="{round(y)}" fill="#fff"/>' + "".join(body) + "</svg>\n"
    )  # fmt: skip


def _plot(marks: Sequence[FigureMark], verdicts: Pairs, axis: TimeAxis, top: float) -> Plot:
    """The plot with its heading, its axis and its key; nothing where there is no row of stocks to draw."""
    chosen = plotted(marks)
    if not chosen:
        return Plot((), top, {})
    group = marks[chosen[0]].group.replace("_", " ")
    said = f"How many {group}: each figure over the day it speaks of, numbered as in the list below"
    heading, y = paragraph(said, (12, top), WIDTH - 24, 12, colour=svg.SOFT)
    top = y + 28
    plot = figures_plot(marks, verdicts, axis, top)
    key, bottom = picture_key(marks, bool(plot.letters), plot.bottom + 8)
    return Plot((*heading, *axis.lines(top - 6, plot.bottom), *plot.elements, *key), bottom, plot.letters)


def _told(
    marks: Sequence[FigureMark], verdicts: Pairs, conditions: Pairs | None, plot: Plot
) -> tuple[list[str], float]:
    """What would have to be true, and the heading of the list."""
    out, y = (
        ([], plot.bottom) if conditions is None else cards(marks, conditions, plot.letters, plot.bottom + 10, WIDTH)
    )
    more, y = paragraph("The figures", (12, y + 14), WIDTH - 24, 14, bold=True)
    return out + more, y + 8


def _every_pair(count: int, verdicts: Pairs, top: float) -> tuple[list[str], float]:
    if count < 2:
        return [], top
    heading, y = paragraph("Every pair", (12, top), WIDTH - 24, 14, bold=True)
    cells, y = matrix(count, verdicts, y + 4, WIDTH - 12)
    return heading + cells, y


def _described(marks: Sequence[FigureMark], verdicts: Pairs) -> str:
    found = {v: sum(x == v for x in verdicts.values()) for v in SYMBOLS}
    told = ", ".join(f"{n} pairs {v.replace('_', ' ')}" for v, n in found.items())
    return f"{len(marks)} published figures in time; {told}. " + "; ".join(f"{m.title} ({m.below})" for m in marks)
