"""The list of figures: each with its number, its words, the figures it does not simply fit, and a bar for its days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from habeas.drawing import svg
from habeas.drawing.figure_marks import FigureMark
from habeas.drawing.picture_text import paragraph
from habeas.drawing.time_axis import TimeAxis

_LEFT, _STRIP = 34, 14


def figure_rows(
    marks: Sequence[FigureMark], verdicts: Mapping[tuple[int, int], str], axis: TimeAxis, top: float, width: float
) -> tuple[list[str], float]:
    """Their elements below `top`, and where they end."""
    out, y = [], top
    for number, mark in enumerate(marks):
        out.append(svg.text(_LEFT - 8, y + 12.5, str(number + 1), 12, f'fill="{svg.SOFT}" text-anchor="end"'))
        title = f"{mark.title}: {mark.counted}" if mark.counted else mark.title
        for words, size, bold in ((title, 13, True), (mark.below, 11.5, False), (_fits(number, verdicts), 11.5, False)):
            more, y = paragraph(
                words, (_LEFT, y), width - _LEFT - 12, size, bold=bold, colour=svg.INK if bold else "#333"
            )
            out += more
        out += _bar(mark, axis, y + 3)
        y += _STRIP + 8
    return out, y


def _fits(number: int, verdicts: Mapping[tuple[int, int], str]) -> str:
    """Which others it fits only if something more is true, and which not at all."""
    with_others = {n: v for pair, v in sorted(verdicts.items()) if number in pair for n in pair if n != number}
    told = [
        f"{sign} {words} " + ", ".join(str(n + 1) for n in sorted(with_others) if with_others[n] == verdict)
        for verdict, sign, words in (("only_if", "?", "only if, with"), ("incompatible", "×", "does not fit"))
        if verdict in with_others.values()
    ]
    return "; ".join(told) or "= fits all the others"


def _bar(mark: FigureMark, axis: TimeAxis, y: float) -> list[str]:
    """Its days: a bar for a flow, a dot for a stock, on the axis of the plot."""
    start, end = axis.x_of(mark.first, axis.low), axis.x_of(mark.last, axis.high)
    cut = mark.first is None or mark.first.toordinal() < axis.low
    out = [svg.stroked((axis.left, y + 5), (axis.right, y + 5), svg.PALE, 1)]
    if mark.flow:
        out.append(f'<rect x="{start}" y="{y}" width="{max(3.0, end - start):.1f}" height="10" fill="#8a8a8a"/>')
    else:
        middle = (start + end) / 2 if mark.first is not None else end
        out += [svg.stroked((start, y + 5), (end, y + 5), svg.INK, 2)]
        out += [f'<circle cx="{middle:.1f}" cy="{y + 5:.1f}" r="4.5"/>']
    return [*out, *([svg.text(start - 8, y + 9, "‹", 13)] if cut else [])]
