"""The same picture for a terminal of 80 columns: a numbered table, a triangle of verdicts, and what each conditional pair asks for."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from habeas.drawing.figure_marks import IN_WORDS, SYMBOLS, FigureMark

WIDTH = 80
#: Widths of the columns figure, base day, speaker; after three figures and two spaces for the number.
_COLUMNS = (28, 23, 20)
#: Three columns a figure.
_MOST_IN_TRIANGLE = (WIDTH - 5) // 3


def terminal_picture(
    marks: Sequence[FigureMark], verdicts: Mapping[tuple[int, int], str], conditions: Mapping[tuple[int, int], str]
) -> str:
    """No line longer than 80 columns. `conditions` gives the words for pairs that hold only under conditions, or not at all."""
    lines = _line(0, ("figure", "as of, or period", "who says so"))
    for number, mark in enumerate(marks, start=1):
        base, _, speaker = mark.below.partition("; ")
        title = f"{mark.title}: {mark.counted}" if mark.counted else mark.title
        lines += _line(number, (title, base, speaker))
    lines += ["", "Every pair: " + ", ".join(f"{s} {IN_WORDS[v]}" for v, s in SYMBOLS.items())]
    lines += _triangle(len(marks), verdicts)
    for (i, j), words in sorted(conditions.items()):
        lines += textwrap.wrap(f"{i + 1} and {j + 1}: {words}", WIDTH, subsequent_indent="     ")
    return "\n".join(line.rstrip() for line in lines)


def _line(number: int, texts: tuple[str, str, str]) -> list[str]:
    """One row of the table, as many lines high as its longest cell needs."""
    cells = [textwrap.wrap(text, width) or [""] for text, width in zip(texts, _COLUMNS, strict=True)]
    lines = []
    for place, parts in enumerate(zip_longest(*cells, fillvalue="")):
        told = "  ".join(part.ljust(width) for part, width in zip(parts, _COLUMNS, strict=True))
        lines.append(f"{number if number and place == 0 else '':>3}  {told}")
    return lines


def _triangle(count: int, verdicts: Mapping[tuple[int, int], str]) -> list[str]:
    """Columns that find no room go into a further block below."""
    lines: list[str] = []
    for first in range(0, max(1, count - 1), _MOST_IN_TRIANGLE):
        columns = range(first, min(first + _MOST_IN_TRIANGLE, count - 1))
        lines += [""] if lines else []
        lines += [
            f"{i + 1:3}  " + " ".join(f"{SYMBOLS[verdicts.get((j, i), 'compatible')]:>2}" for j in columns if j < i)
            for i in range(first + 1, count)
        ]
        lines.append("     " + " ".join(f"{j + 1:>2}" for j in columns))
    return lines
