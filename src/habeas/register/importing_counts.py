"""Importing published counts: each row of `stock.csv` or `flows.csv` becomes one figure, said by whom the row names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from habeas.claims.claims_file import Line, Refused, line_of
from habeas.figures.published import PublishedFigure
from habeas.figures.published_csv import Row, columns_in_words, counts_in, day_in_address, kind_of_counts
from habeas.kernel.errors import InputRefused
from habeas.register.importing import Wish, import_lines
from habeas.register.opened import Register
from habeas.sources.capture import About
from habeas.sources.media import first_line
from habeas.sources.take_in import take_in


def is_counts(path: str) -> bool:
    """Whether a file begins with the header of published counts. One that cannot be read does not: whoever takes it in says why."""
    try:
        return kind_of_counts(first_line(path, 4096).decode("utf-8-sig")) is not None
    except UnicodeDecodeError:
        return False


def no_list_of_people(path: str) -> InputRefused:
    """The refusal of a file that names nobody, with what to do about counts."""
    return InputRefused(
        f"{path}: no list of people: nothing in it looks like names, so no mapping is proposed. Published counts are imported from a CSV file"
        f" with a row for each count and these columns ({columns_in_words()}). If it is a list of people, say which column holds the name in a"
        " mapping of your own (--mapping YML, see docs/lists.md)"
    )


def import_counts(register: Register, path: str, about: About, wish: Wish) -> dict[str, Any]:
    """Import one file of published counts. Raises InputRefused when its header is none, or `strict` finds a faulty row."""
    taken = take_in(path, about, is_list=True)
    text = taken.passages[0].text if taken.passages else ""
    kind = kind_of_counts(text.partition("\n")[0])
    if kind is None:
        raise InputRefused(
            f"{path}: no published counts: row 1 has to name the columns of stock.csv or flows.csv; see habeas import -h"
        )
    read = list(counts_in(text, kind))
    lines = [_line(number, row, found) for number, row, found in read]
    return {**import_lines(register, taken, lines, wish, "counts"), "notices": _notices(read)}


def _notices(read: Sequence[tuple[int, Row, PublishedFigure | str]]) -> list[str]:
    """From which rows' addresses the day of publication was taken, and which rows have none."""
    found = [(number, row, figure.published) for number, row, figure in read if isinstance(figure, PublishedFigure)]
    taken = [number for number, row, day in found if not day.is_unknown and day == day_in_address(row)]
    none = [number for number, _, day in found if day.is_unknown]
    said = []
    if taken:
        said.append(f"{_list(taken)}: the day of publication is the one in the address")
    if none:
        said.append(
            f"{_list(none)}: no day of publication is told, so --basis public leaves them out; a column `published` can tell it"
        )
    return said


def _list(rows: Sequence[int]) -> str:
    return f"row{'s' if len(rows) > 1 else ''} {', '.join(map(str, rows))}"


def _line(number: int, row: Row, found: PublishedFigure | str) -> Line | Refused:
    if isinstance(found, str):
        return Refused(number, None, found)
    if found.source is None:
        return Refused(number, "publisher_or_carrier", "names no source; write who published the count")
    raw = {
        "predicate": "figure", "source": found.source, "published_on": found.published.text, "speaker": found.said_by,
        "quote": found.quote or None, "url": (row.get("url") or "").strip() or None, "value": _value(found),
    }  # fmt: skip
    return line_of(number, {name: value for name, value in raw.items() if value is not None})


def _value(found: PublishedFigure) -> dict[str, Any]:
    value = {
        "value": found.value, "comparator": found.comparator, "population": found.population, "kind": found.kind,
        "as_of": found.as_of.text, "since": found.since.text, "until": found.until.text, "scope": found.counted,
        "list": found.list_name,
    }  # fmt: skip
    return {name: given for name, given in value.items() if given not in (None, "")}
