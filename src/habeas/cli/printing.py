"""Answers as JSON or as a screen of text."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from habeas.cli.echoing import echo
from habeas.cli.interrupted import this_call


def print_json(answer: Mapping[str, Any]) -> None:
    """One object, keys sorted."""
    this_call().answered = True
    echo(json.dumps(answer, sort_keys=True, ensure_ascii=False, indent=1))


def print_table(rows: Sequence[Sequence[Any]], header: Sequence[str]) -> None:
    """Columns as wide as they need, the last one wrapped."""
    cells = [[("" if c is None else str(c)) for c in row] for row in rows]
    widths = [max(len(h), *(len(r[i]) for r in cells)) if cells else len(h) for i, h in enumerate(header[:-1])]
    widths = [min(w, 37) for w in widths]
    rest = max(20, 110 - sum(widths) - 2 * len(widths))
    echo("  ".join([*(h.ljust(w) for h, w in zip(header, widths, strict=False)), header[-1]]).rstrip())
    for row in cells:
        lines = textwrap.wrap(row[-1], rest) or [""]
        first = [(c[: w - 1] + "…" if len(c) > w else c).ljust(w) for c, w in zip(row, widths, strict=False)]
        echo("  ".join([*first, lines[0]]).rstrip())
        for line in lines[1:]:
            echo(" " * (sum(widths) + 2 * len(widths)) + line)


def quoted(text: str | None) -> str:
    """The words of a source on one line, in marks that are not those of direct speech."""
    return "" if not text else "⟨" + " ".join(text.split()) + "⟩"


def paragraph(text: str, indent: str = "") -> None:
    """Wrapped text."""
    echo(textwrap.fill(text, 100, initial_indent=indent, subsequent_indent=indent + "  "))


def bullets(items: Iterable[str]) -> None:
    """One line each."""
    for item in items:
        paragraph(item, "  ")


def comparator_words(value: int, comparator: str) -> str:
    """A figure as prose says it."""
    word = {
        "at_least": "at least ",
        "more_than": "more than ",
        "about": "about ",
        "up_to": "up to ",
        "nearly": "nearly ",
    }
    return f"{word.get(comparator, '')}{value:,}"


def population_words(population: str, reality: str) -> str:
    """The people a figure counts, with what is only demanded, planned or denied of them marked."""
    return population if reality == "actual" else f"{population} ({reality})"
