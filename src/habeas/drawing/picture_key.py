"""What the signs of the plot mean, each drawn beside its words."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.drawing import svg
from habeas.drawing.figure_marks import FigureMark

_ROW = 17


def picture_key(marks: Sequence[FigureMark], lettered: bool, top: float) -> tuple[list[str], float]:
    """Its elements below `top`, and where it ends. A sign that the plot has not is left out."""
    y, out = top, []
    stocks = [m for m in marks if not m.flow and m.value is not None]
    signs = [(svg.stroked((12, 0), (38, 0), "#777", 1.3), "two figures that fit together")]
    if lettered:
        dashed = svg.line((12, 0), (38, 0), 'stroke="#777" stroke-width="1.3" stroke-dasharray="4 3"')
        signs.append((dashed + svg.badge(25, 0, "a"), "only if something more is true (× not at all): see a below"))
    if any(m.low is None or m.high is None for m in stocks):
        point = '<circle cx="20" cy="0" r="4" fill="#fff" stroke="#111"/>'
        signs.append(
            (
                point + svg.stroked((20, -4), (20, -8), svg.INK, 1.2),
                "hollow, with an arrow: that many or more (or fewer)",
            )
        )
    if any(m.flow and m.moves for m in marks):
        down = svg.stroked((16, -7), (16, 3), svg.INK, 2) + svg.arrow_head(16, 6, up=False)
        signs.append(
            (
                down + svg.stroked((32, -3), (32, 6), svg.INK, 2) + svg.arrow_head(32, -7, up=True),
                "people who left; people who came",
            )
        )
    for drawn, words in signs:
        out.append(f'<g transform="translate(0 {y + _ROW / 2:.1f})">{drawn}</g>')
        out.append(svg.text(48, y + _ROW / 2 + 4, words, 11.5, f'fill="{svg.SOFT}"'))
        y += _ROW
    return out, y
