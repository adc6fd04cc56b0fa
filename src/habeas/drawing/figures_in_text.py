"""The same picture for a terminal: a numbered table, a triangle of verdicts, and what each conditional pair asks for."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from habeas.drawing.figures_picture import SYMBOLS, FigureMark


def figures_in_text(
    marks: Sequence[FigureMark], verdicts: Mapping[tuple[int, int], str], conditions: Mapping[tuple[int, int], str]
) -> str:
    """At most 100 columns wide. `conditions` gives the words for pairs that hold only under conditions, or not at all."""
    lines = [f"{n:3}  {m.title:<34} {m.below}"[:118] for n, m in enumerate(marks, start=1)]
    lines += ["", "Every pair: " + ", ".join(f"{s} {v.replace('_', ' ')}" for v, s in SYMBOLS.items())]
    for i in range(1, len(marks)):
        lines.append(f"{i + 1:3}  " + " ".join(f"{SYMBOLS[verdicts.get((j, i), 'compatible')]:>2}" for j in range(i)))
    lines.append("     " + " ".join(f"{j + 1:>2}" for j in range(max(0, len(marks) - 1))))
    told = [f"{i + 1} and {j + 1}: {words}" for (i, j), words in sorted(conditions.items())]
    for line in told:
        lines += textwrap.wrap(line, 100, subsequent_indent="     ")
    return "\n".join(lines)
