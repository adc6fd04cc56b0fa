"""Published counts kept as two CSV files: `stock.csv` (how many on a day) and `flows.csv` (how many in a period)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from habeas.figures.published import PublishedFigure
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused

#: What a column `count_kind` or `measure` counts, as (population, kind, comparator or None).
_COUNTED = {
    "current_stock": ("in_custody", "stock", None), "at_least": ("in_custody", "stock", "at_least"),
    "cumulative_since": ("recognised_total", "flow", None), "convicted": ("convicted", "flow", None),
    "released": ("released", "flow", None), "recognised_new": ("recognised_new", "flow", None), "pardoned": ("pardoned", "flow", None),
    "detained": ("arrested", "flow", None), "persecuted": ("other", "flow", None), "deported": ("exiled", "flow", None),
    "transferred": ("other", "flow", None), "arrived": ("other", "flow", None),
}  # fmt: skip


def load_published_counts(folder: Path) -> list[PublishedFigure]:
    """Every row of the two files. Raises InputRefused naming file, row and column."""
    return [*_rows(folder / "stock.csv", _stock), *_rows(folder / "flows.csv", _flow)]


def _rows(path: Path, make) -> Iterator[PublishedFigure]:  # type: ignore[no-untyped-def]
    if not path.exists():
        raise InputRefused(f"{path}: no such file; the folder needs stock.csv and flows.csv")
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            try:
                yield make(f"{path.stem}-{number}", row)
            except (KeyError, ValueError, TypeError) as error:
                raise InputRefused(f"{path.name}, row {number}: {error}; correct that row") from error


def _stock(identity: str, row: Mapping[str, str]) -> PublishedFigure:
    population, kind, comparator = _counted(row["count_kind"])
    value, marked = _number(row["count"])
    comparator = "at_least" if row["count_kind"].endswith("_at_least") else comparator
    day = Day.parse(row["as_of"])
    return PublishedFigure(
        identity, value, marked or comparator or "exact", population, kind, published=day, as_of=day,
        since=Day.unknown(), until=Day.unknown(), said_by=row["attributed_to"] or None, quote=row.get("quote"), source=row["publisher_or_carrier"],
        list_name=row["attributed_to"] or None,
    )  # fmt: skip


def _flow(identity: str, row: Mapping[str, str]) -> PublishedFigure:
    population, kind, _ = _counted(row["measure"])
    value, marked = _number(row["count"])
    comparator = marked or ("at_least" if row["measure"].endswith("at_least") else "exact")
    last = Day.parse(row["period_to"])
    return PublishedFigure(
        identity, value, comparator, population, kind, published=last, as_of=Day.unknown(), since=Day.parse(row["period_from"]), until=last,
        said_by=row["attributed_to"] or None, quote=row.get("quote"), source=row["publisher_or_carrier"], counted=_people(row["measure"]),
    )  # fmt: skip


def _counted(word: str) -> tuple[str, str, str | None]:
    found = next((counted for start, counted in _COUNTED.items() if word.startswith(start)), None)
    if found is None:
        raise ValueError(f"'{word}' is no known count; use one of {', '.join(_COUNTED)}")
    return found


def _number(text: str) -> tuple[int, str | None]:
    match = re.fullmatch(r"([<>~]?)\s*(\d[\d, ]*)", text.strip())
    if match is None:
        raise ValueError(f"'{text}' is no number")
    mark = {"": None, ">": "more_than", "<": "up_to", "~": "about"}[match[1]]
    return int(re.sub(r"[ ,]", "", match[2])), mark


def _people(measure: str) -> str:
    """Who is counted, in the words of the measure, where it says so."""
    _, _, rest = measure.partition("_")
    return (
        rest.replace("_", " ")
        if rest and rest not in ("at least", "new", "total") and len(rest) > 12
        else "political prisoners"
    )
