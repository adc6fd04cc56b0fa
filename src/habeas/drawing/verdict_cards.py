"""What would have to be true: each pair that holds only under conditions, or not at all, in words, with the letter it has in the plot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from habeas.drawing import svg
from habeas.drawing.figure_marks import FigureMark
from habeas.drawing.picture_text import paragraph
from habeas.drawing.plot_joins import LETTERS

#: More than these, and some without a letter, are left to the table of pairs, the nearest in time first.
MOST = len(LETTERS) + 4


def told_pairs(
    marks: Sequence[FigureMark], conditions: Mapping[tuple[int, int], str], letters: Mapping[tuple[int, int], str]
) -> list[tuple[int, int]]:
    """The pairs to tell: those with a letter in its order, then the others by how near they are in time."""
    order = {pair: n for n, pair in enumerate(letters)}
    return sorted(conditions, key=lambda p: (order.get(p, len(order)), _apart(marks[p[0]], marks[p[1]]), p))[:MOST]


def cards(
    marks: Sequence[FigureMark], conditions: Mapping[tuple[int, int], str], letters: Mapping[tuple[int, int], str],
    top: float, width: float,
) -> tuple[list[str], float]:  # fmt: skip
    """Their elements below `top`, and where they end."""
    told = told_pairs(marks, conditions, letters)
    out, y = paragraph(
        "What would have to be true" if told else "All of them fit together", (12, top), width - 24, 14, bold=True
    )
    for pair in told:
        y += 8
        if letters.get(pair):
            out.append(svg.badge(19, y + 8, letters[pair]))
        one, other = (f"{marks[n].shown or marks[n].title} ({_named(n, marks[n])})" for n in pair)
        for words, bold in ((f"{one} and {other}", True), (conditions[pair], False)):
            more, y = paragraph(words, (34, y), width - 46, 12, bold=bold)
            out += more
    if len(conditions) > len(told):
        rest = f"{len(conditions) - len(told):,} further pairs hold only under conditions, or not at all: see the table of pairs."
        more, y = paragraph(rest, (12, y + 8), width - 24, 12)
        out += more
    return out, y


def _named(number: int, mark: FigureMark) -> str:
    return f"{number + 1}, {mark.speaker}" if mark.speaker else str(number + 1)


def _apart(one: FigureMark, other: FigureMark) -> int:
    ends = [mark.last or mark.first for mark in (one, other)]
    return abs((ends[0] - ends[1]).days) if ends[0] and ends[1] else 0
