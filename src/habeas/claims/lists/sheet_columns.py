"""The columns of the working sheet: which claims each shows, and what an edited cell claims. The columns are data (`sheet.yml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from importlib import resources
from typing import Any

from habeas.claims.lists.asserted import Asserted, CellRefused
from habeas.claims.lists.days_in_cells import day_in
from habeas.claims.lists.making import asserted_in
from habeas.claims.lists.mapping import Mapping, mapping_of
from habeas.claims.lists.terms_in_cells import term_fields
from habeas.claims.sexes import sex_in, sexes
from habeas.claims.vocabulary import vocabulary
from habeas.kernel.country_files import read_yaml
from habeas.kernel.errors import DayInvalid

#: Between several values of one cell, and in the place of one that is not known.
BETWEEN, ABSENT = "; ", "—"
_BETWEEN = re.compile(r"\s*;\s*")
_OWN = ("about", "several", "shown", "state", "adds")
_ABSENT = frozenset((ABSENT, "-", "–"))
_DAY_NUMBER = re.compile(r"[1-5]\d{4}")
#: Day 0 as workbooks count.
_FIRST_DAY = date(1899, 12, 30)
_NUMBER = re.compile(r"0*(\d+)(?:[.,]0+)?")


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """`group` is shared by the columns whose cells make one claim. `shown`: the predicates whose claims it shows; `fixed`: fields that
    these must have. `part` is a field, when or term; empty for computed columns, roles and whole cells that stand for claims.
    """

    name: str
    to: str
    about: str
    group: str
    part: str
    shown: tuple[str, ...]
    fixed: Map[str, Any]
    several: bool
    state: bool
    adds: bool

    @property
    def is_read(self) -> bool:
        """Whether an edited cell claims something."""
        return self.to not in ("id", "computed")


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """All columns in the order shown, the groups they make, and the mapping that reads their cells."""

    version: str
    columns: tuple[SheetColumn, ...]
    groups: Map[str, tuple[SheetColumn, ...]]
    mapping: Mapping

    @property
    def names(self) -> tuple[str, ...]:
        """The header."""
        return tuple(column.name for column in self.columns)

    def asserted(self, item: Map[str, str], day: date) -> tuple[Asserted, ...]:
        """What one value of each column of a group claims; a state is told of `day`. Raises CellRefused; AmbiguousDay."""
        if "name" in item:
            return (Asserted("name", {"text": item["name"]}, quote=item["name"], columns=("name",)),)
        told = {column: text for column, text in item.items() if text}
        return tuple(_told_on(asserted, day) for asserted in asserted_in(told, self.mapping, day))

    def refuse_unread(self, column: SheetColumn, text: str) -> None:
        """Raises CellRefused for a value typed by an editor that a list would keep as mere text: no sex, or no term."""
        if column.to == "sex.value" and sex_in(text) is None:
            raise CellRefused(column.name, f"'{text}' is no sex known here; write {', '.join(sexes())}")
        if column.part == "term" and term_fields(text) is None:
            raise CellRefused(
                column.name,
                f"'{text}' is no term that is understood; write it as 4 years, 2 years 6 months, 15 days or life",
            )

    def canonical(self, column: SheetColumn, text: str) -> tuple[str, ...]:
        """The values of a cell, each in one form, however it is written."""
        return tuple(self._one_form(column, value) for value in values_in(column, text))

    def same(self, column: SheetColumn, one: str, other: str) -> bool:
        """Whether two cells say the same."""
        return one == other or self.canonical(column, one) == self.canonical(column, other)

    def _one_form(self, column: SheetColumn, value: str) -> str:
        said = " ".join(value.split())
        if column.to == "claims":
            coded = self.mapping.columns[column.name].values.get(said.casefold())
            return said.casefold() if coded is None else str(coded)
        if column.part == "when" and said:
            try:
                return day_in(said, self.mapping.dates).text
            except DayInvalid:
                return said
        if column.part == "term":
            return str(term_fields(said) or said)
        return (sex_in(said) or said) if column.to == "sex.value" else said


def values_in(column: SheetColumn, text: str) -> list[str]:
    """The values of a cell in their places; "" where one is not known."""
    if not text.strip():
        return []
    values = _BETWEEN.split(text.strip()) if column.several else [text.strip()]
    if column.part == "when":
        values = [numbered_day(value) or value for value in values]
    return ["" if value in _ABSENT else value for value in values]


def numbered_day(text: str) -> str | None:
    """The day that a spreadsheet has put down as its number, since a cell was typed as a day and is shown as text; None = no such number."""
    if not _DAY_NUMBER.fullmatch(text):
        return None
    return (_FIRST_DAY + timedelta(days=int(text))).isoformat()


def converted(before: str, after: str) -> bool:
    """Whether a spreadsheet, not a person, wrote `after` for `before`: a number without its zeros, or a day for a month or year."""
    one, other = _NUMBER.fullmatch(before), _NUMBER.fullmatch(after)
    if one and other and one[1] == other[1]:
        return True
    is_part = re.fullmatch(r"\d{4}(-\d{2})?", before) is not None
    return is_part and after in (f"{before}-01", f"{before}-01-01")


def _told_on(asserted: Asserted, day: date) -> Asserted:
    is_state = vocabulary().predicate(asserted.predicate).time == "stretch" and not asserted.when
    return replace(asserted, when=day.isoformat()) if is_state else asserted


@lru_cache(maxsize=1)
def sheet_columns() -> SheetColumns:
    """The packaged columns."""
    raw = read_yaml(resources.files("habeas.claims.lists").joinpath("sheet.yml").read_text("utf-8"), "sheet.yml")
    columns = tuple(_column(name, said) for name, said in raw["columns"].items())
    mapped = {
        name: {key: value for key, value in said.items() if key not in _OWN}
        for name, said in raw["columns"].items()
        if said["to"] != "computed"
    }
    groups: dict[str, tuple[SheetColumn, ...]] = {}
    for column in columns:
        if column.is_read:
            groups[column.group] = (*groups.get(column.group, ()), column)
    return SheetColumns(str(raw["version"]), columns, groups, mapping_of({"columns": mapped}, "sheet", packaged=True))


def _column(name: str, said: Map[str, Any]) -> SheetColumn:
    predicate, dot, part = said["to"].partition(".")
    about = str(said["about"]).replace("{ways_out}", ", ".join(vocabulary().codes["way_out"]))
    group = name if not dot or predicate == "name" else predicate
    return SheetColumn(
        name, said["to"], about, group, part, (predicate, *said.get("shown", ())) if dot else (), dict(said.get("with") or {}),
        bool(said.get("several")), bool(said.get("state")), bool(said.get("adds")),
    )  # fmt: skip


def shown_by(group: Sequence[SheetColumn]) -> tuple[str, ...]:
    """Predicates that a group of columns shows."""
    return tuple(dict.fromkeys(predicate for column in group for predicate in column.shown))
