"""Published counts kept as two CSV files: `stock.csv` (how many on a day) and `flows.csv` (how many in a period).

    stock.csv   as_of, as_of_basis, publisher_or_carrier, attributed_to, count, count_kind, quote
    flows.csv   period_from, period_to, publisher_or_carrier, attributed_to, measure, count, quote

Days are EDTF; a count may begin with >, < or ~. `attributed_to` names whose count it is. Where `as_of_basis` begins with "published" or
"page date" the day is the day of publication, and the base day is not stated. A day of publication stands there, in a column `published`,
or plainly in the address (`url`: /2030/06/26/); where none of them says it, it is not known. Further columns are left alone.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from habeas.figures.published import PublishedFigure
from habeas.kernel.days import Day
from habeas.kernel.errors import DayInvalid, InputRefused

#: What a `count_kind` or `measure` that begins so counts, as (population, kind).
_COUNTED = {
    "current_stock": ("in_custody", "stock"), "at_least": ("in_custody", "stock"), "cumulative": ("recognised_total", "flow"),
    "recognised_new": ("recognised_new", "flow"), "convicted": ("convicted", "flow"), "released": ("released", "flow"),
    "pardoned": ("pardoned", "flow"), "deported": ("exiled", "flow"), "transferred": ("exiled", "flow"), "arrived": ("exiled", "flow"),
    "died": ("died_in_custody", "flow"), "detained": ("arrested", "flow"), "persecuted": ("other", "flow"),
}  # fmt: skip
#: Words of a measure that say how, not whom, it counts.
_NOT_PEOPLE = {"at", "least", "new", "total", "full", "term", "since", "politically"}
_NOT_SAID = ("", "not stated", "unknown")
_COLUMNS = {
    "stock.csv": ("as_of", "as_of_basis", "publisher_or_carrier", "attributed_to", "count", "count_kind"),
    "flows.csv": ("period_from", "period_to", "publisher_or_carrier", "attributed_to", "measure", "count"),
}

#: Year, month and perhaps day as folders of an address.
_IN_ADDRESS = re.compile(r"/(20\d\d)/(0?[1-9]|1[0-2])(?:/(0?[1-9]|[12]\d|3[01]))?/")

Row = Mapping[str, str]


def columns_in_words() -> str:
    """Which columns each kind of file needs."""
    return "; ".join(f"{name}: {', '.join(columns)}" for name, columns in _COLUMNS.items())


def load_published_counts(folder: Path, counted: str = "political prisoners") -> list[PublishedFigure]:
    """Every row of the two files, stocks first; ids are file and row. `counted` = whom a row counts that does not say so itself.

    Raises InputRefused naming file, row and remedy.
    """
    return [*_rows(folder / "stock.csv", counted), *_rows(folder / "flows.csv", counted)]


def kind_of_counts(header: str) -> str | None:
    """stock.csv or flows.csv, by the names in a header line; None when it is neither."""
    columns = {name.strip() for name in next(csv.reader([header.removeprefix("\ufeff")]), [])}
    return next((kind for kind, wanted in _COLUMNS.items() if set(wanted) <= columns), None)


def counts_in(
    text: str, kind: str, counted: str = "political prisoners"
) -> Iterator[tuple[int, Row, PublishedFigure | str]]:
    """Each row with its number as a spreadsheet counts it (the header is row 1): the figure, or what is wrong and how to mend it."""
    make = {"stock.csv": _stock, "flows.csv": _flow}[kind]
    for number, row in enumerate(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")), start=2):
        missing = [column for column in _COLUMNS[kind] if row.get(column) is None]
        if missing:
            yield number, row, f"no {', '.join(missing)}; give every column of the header"
            continue
        try:
            yield number, row, make(f"{kind.removesuffix('.csv')}-{number}", row, counted)
        except (ValueError, DayInvalid) as error:
            yield number, row, f"{error}; correct that row"


def _rows(path: Path, counted: str) -> Iterator[PublishedFigure]:
    if not path.is_file():
        raise InputRefused(f"{path}: no such file; the folder needs stock.csv and flows.csv")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputRefused(f"{path.name}: not UTF-8 ({error.reason}); save it as UTF-8") from error
    for number, _, found in counts_in(text, path.name, counted):
        if isinstance(found, str):
            raise InputRefused(f"{path.name}, row {number}: {found}")
        yield found


def day_in_address(row: Row) -> Day:
    """The day or month that the row's address plainly holds; unknown where it holds none."""
    found = _IN_ADDRESS.search(row.get("url") or "")
    if found is None:
        return Day.unknown()
    try:
        return Day.parse("-".join(part.zfill(2) for part in found.groups() if part))
    except DayInvalid:
        return Day.unknown()


def _published(row: Row, told: Day, counted: Day) -> Day:
    """`told` where the row says it, else the address's, if that is not before the days `counted`; else unknown."""
    given = (row.get("published") or "").strip()
    if given:
        return Day.parse(given)
    if not told.is_unknown:
        return told
    day = day_in_address(row)
    too_early = day.hi is not None and counted.lo is not None and day.hi < counted.lo
    return Day.unknown() if too_early else day


def _stock(identity: str, row: Row, counted: str) -> PublishedFigure:
    population, kind = _population(row["count_kind"])
    value, comparator = _number(row["count"], row["count_kind"])
    day = Day.parse(row["as_of"])
    stated = not row["as_of_basis"].strip().lower().startswith(("published", "page date"))
    published = _published(row, Day.unknown() if stated else day, day)
    return PublishedFigure(
        identity, value, comparator, population, kind, published=published, as_of=day if stated or kind == "flow" else Day.unknown(),
        since=Day.unknown(), until=Day.unknown(), said_by=_name(row["attributed_to"]), counted=counted,
        list_name=_name(row["attributed_to"]), quote=row.get("quote"), source=row["publisher_or_carrier"] or None,
    )  # fmt: skip


def _flow(identity: str, row: Row, counted: str) -> PublishedFigure:
    population, kind = _population(row["measure"])
    value, comparator = _number(row["count"], row["measure"])
    last = Day.parse(row["period_to"])
    return PublishedFigure(
        identity, value, comparator, population, kind, published=_published(row, Day.unknown(), last), as_of=Day.unknown(),
        since=Day.parse(row["period_from"]), until=last, said_by=_name(row["attributed_to"]),
        counted=_people(row["measure"], population) or counted, list_name=_name(row["attributed_to"]), quote=row.get("quote"),
        source=row["publisher_or_carrier"] or None,
    )  # fmt: skip


def _population(word: str) -> tuple[str, str]:
    found = next((counted for start, counted in _COUNTED.items() if word.startswith(start)), None)
    if found is None:
        raise ValueError(f"'{word}' is no known count; begin it with one of {', '.join(_COUNTED)}")
    return found


def _number(text: str, measure: str) -> tuple[int, str]:
    match = re.fullmatch(r"([<>~]?)\s*(\d[\d,\s]*)", text.strip())
    if match is None:
        raise ValueError(f"'{text}' is no number; write digits, or >, < or ~ before them")
    plain = "at_least" if measure.endswith("at_least") else "exact"
    mark = {"": plain, ">": "more_than", "<": "up_to", "~": "about"}[match[1]]
    return int(re.sub(r"[,\s]", "", match[2])), mark


def _people(measure: str, population: str) -> str | None:
    """Who is counted, in the measure's own words; None where it says no more than the population does."""
    verb, *rest = measure.split("_")
    words = [word for word in rest if word not in _NOT_PEOPLE]
    if not words or population in ("in_custody", "recognised_total"):
        return None
    # what happened to them and where to ("deported to Orsk") is part of the description; of a plain verb only the people are
    return " ".join((verb, *words) if population == "exiled" else words)


def _name(text: str) -> str | None:
    return None if text.strip().lower() in _NOT_SAID else text.strip()
