"""Every pair of figures as a cell with the sign of its verdict; too many columns for the width go into a further block below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from habeas.drawing import svg
from habeas.drawing.figure_marks import IN_WORDS

CELL = 16
_SIZE, _LEFT, _SHOWN = 12, 34, {"compatible": "=", "only_if": "?", "incompatible": "×"}
_SHADES = {"compatible": "#ffffff", "only_if": "#cccccc", "incompatible": "#222222"}


def matrix(count: int, verdicts: Mapping[tuple[int, int], str], top: float, right: float) -> tuple[list[str], float]:
    """Its elements below `top` and left of `right`, and where it ends below."""
    most = max(1, int((right - _LEFT) // CELL))
    out, y = [], top
    for words, sign in ((IN_WORDS[v], s) for v, s in _SHOWN.items()):
        out.append(svg.text(12, y + 12, f"{sign}  {words}", _SIZE))
        y += 17
    y += 10
    for first in range(0, count - 1, most):
        columns = range(first, min(first + most, count - 1))
        out += _block(count, columns, verdicts, y)
        y += CELL * (count - first - 1) + 34
    return out, y


def _block(count: int, columns: range, verdicts: Mapping[tuple[int, int], str], top: float) -> Iterator[str]:
    """The rows that have a cell in these columns, each with its number, and the numbers of the columns below."""
    for i in range(columns.start + 1, count):
        y = top + CELL * (i - columns.start - 1)
        yield svg.text(_LEFT - 5, y + CELL * 0.75, str(i + 1), 11, 'text-anchor="end"')
        for j in columns:
            if j < i:
                yield from _cell(_LEFT + CELL * (j - columns.start), y, verdicts.get((j, i), "compatible"))
    foot = top + CELL * (count - columns.start - 1) + 12
    for j in columns:
        yield svg.text(_LEFT + CELL * (j - columns.start + 0.5), foot, str(j + 1), 11, 'text-anchor="middle"')


def _cell(x: float, y: float, verdict: str) -> Iterator[str]:
    ink = "#fff" if verdict == "incompatible" else svg.INK
    yield (
        f'<rect x="{x + 0.5:.1f}" y="{y + 0.5:.1f}" width="{CELL - 1}" height="{CELL - 1}" fill="{_SHADES[verdict]}"'
        f' stroke="#999" stroke-width=".6"/>'
    )
    yield svg.text(x + CELL / 2, y + CELL * 0.76, _SHOWN[verdict], _SIZE, f'text-anchor="middle" fill="{ink}"')
