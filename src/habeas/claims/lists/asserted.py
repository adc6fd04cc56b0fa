"""What one row of a list asserts: of whom, which claims, each with the cells it was made from.

A row with a faulty cell is refused as a whole, so that nobody is held by half. Cells that go to one predicate make one claim.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from habeas.claims.claims_checks import check_amounts
from habeas.claims.lists.days_in_cells import AmbiguousDay, day_in
from habeas.claims.lists.mapping import Column, Mapping
from habeas.claims.reading.terms import is_endless, term_in
from habeas.claims.vocabulary import Predicate, vocabulary
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.sources.tables import Row

#: Invisible characters that turn the direction of writing or make two equal-looking ids differ. Joiners that scripts need may stay.
_UNSEEN = re.compile("[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_FORMULA = re.compile(r"=\s*[\w+\-@(\"'{$]")
_YES, _NO = ("true", "yes", "1"), ("false", "no", "0")
_DAYS_A_YEAR = 365
AssertionKey = tuple[str, str, str | None, tuple[tuple[str, Any], ...]]
#: Longest term that a court gives in days; a longer one is reckoned in years.
_MOST_DAYS = 60


class CellRefused(InputRefused):
    """A cell that cannot be read as what its column is mapped to."""

    def __init__(self, column: str | None, why: str) -> None:
        super().__init__(why)
        self.column = column


@dataclass(frozen=True, slots=True)
class Asserted:
    """One claim a row makes. `columns` are those it was made from; `quote` their texts."""

    predicate: str
    value: Map[str, Any]
    when: str = ""
    until: str | None = None
    quote: str = ""
    columns: tuple[str, ...] = ()

    @property
    def key(self) -> AssertionKey:
        """What makes it the same assertion, however its cells are written."""
        return assertion_key(self.predicate, self.value, self.when, self.until)


@dataclass(frozen=True, slots=True)
class Person:
    """One sound row: the id the list gives them, the name, and what is asserted."""

    row: int
    id: str
    name: str
    asserted: tuple[Asserted, ...]


@dataclass(slots=True)
class _Making:
    """A claim being made from several cells."""

    value: dict[str, Any] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)
    columns: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def assertion_key(predicate: str, value: Map[str, Any], when: str, until: str | None) -> AssertionKey:
    """Equal for claims that say the same of one person."""
    said = tuple(sorted((name, tuple(v) if isinstance(v, list) else v) for name, v in value.items()))
    return (predicate, when, until, said)


def cells_of(row: Row, mapping: Mapping) -> dict[str, str]:
    """A row's cells without those that only look filled. A name is a name, whatever it is: people are called Null."""
    if not mapping.empty:
        return dict(row.cells)
    return {
        column: cell
        for column, cell in row.cells.items()
        if cell.casefold() not in mapping.empty or _names_somebody(column, mapping)
    }


def _names_somebody(column: str, mapping: Mapping) -> bool:
    how = mapping.column(column)
    return how is not None and how.to in ("id", "name")


def id_in(row: Row, mapping: Mapping) -> str | None:
    """The id the list gives this row's person; None = it gives none, or it is unreadable."""
    cells = cells_of(row, mapping)
    parts = [cells.get(column, "") for column, how in mapping.columns.items() if how.to == "id"]
    if not parts:
        parts = [cells.get(column, "") for column, how in mapping.columns.items() if how.to == "name"]
    said = "|".join(parts)
    return None if not any(parts) or _UNSEEN.search(said) else said


def person_in(row: Row, mapping: Mapping, published: date) -> Person:
    """What the row of a list of the day `published` asserts. Raises CellRefused naming the column; AmbiguousDay when the whole list lacks a declared order of days."""
    if row.fault is not None:
        raise CellRefused(None, row.fault)
    cells = cells_of(row, mapping)
    for column, cell in cells.items():
        _refuse_unseen(column, cell)
    names = [cell for column, cell in cells.items() if (how := mapping.column(column)) and how.to == "name"]
    if not names or not any(unicodedata.category(char)[0] == "L" for char in names[0]):
        raise CellRefused(_column_of("name", mapping), "the name is empty; write it, or remove the row")
    person_id = id_in(row, mapping)
    if person_id is None:
        raise CellRefused(
            _column_of("id", mapping),
            "the id is empty; without it the next version would not know whom this row is about",
        )
    asserted = tuple(_Reading(cells, mapping, published).asserted())
    return Person(row.number, person_id, names[0], (*_names(names, mapping, cells), *asserted))


def _column_of(role: str, mapping: Mapping) -> str | None:
    return next((column for column, how in mapping.columns.items() if how.to == role), None)


def _names(names: list[str], mapping: Mapping, cells: Map[str, str]) -> Iterator[Asserted]:
    columns = [column for column in cells if (how := mapping.column(column)) and how.to == "name"]
    for column, name in zip(columns, names, strict=True):
        yield Asserted("name", {"text": name}, quote=name, columns=(column,))


def _refuse_unseen(column: str, cell: str) -> None:
    if cell.isascii() and "=" not in cell[:1]:
        return
    unseen = _UNSEEN.search(cell)
    if unseen:
        raise CellRefused(
            column, f"holds an invisible character (U+{ord(unseen[0]):04X}); type the cell again without it"
        )
    if _FORMULA.match(cell):
        raise CellRefused(column, "holds a formula; put its value in its place")


class _Reading:
    """One row being read: claims under the making, and the predicates that some column rules out."""

    def __init__(self, cells: Map[str, str], mapping: Mapping, published: date) -> None:
        self.cells, self.mapping, self.published = cells, mapping, published
        self.made: dict[str, _Making] = {}
        self.ruled_out: set[str] = set()

    def asserted(self) -> Iterator[Asserted]:
        """Claims in the order of the columns; those that another column rules out are left away."""
        for column, cell in self.cells.items():
            how = self.mapping.column(column)
            if how is None or how.to in ("id", "name", "ignore"):
                continue
            try:
                self._read(column, cell, how)
            except AmbiguousDay:
                raise
            except InputRefused as error:
                raise CellRefused(column, str(error)) from error
        for key, making in self.made.items():
            name = key.partition("#")[0]
            if name not in self.ruled_out:
                yield _finished(vocabulary().predicate(name), making)

    def _read(self, column: str, cell: str, how: Column) -> None:
        coded = how.values.get(cell.casefold())
        if how.to == "claims" and coded is None:
            raise InputRefused(
                f"'{cell}' is not one of {', '.join(how.values)}; correct it, or add it to the mapping's values"
            )
        if coded is not None and (how.to == "claims" or not coded or _are_effects(coded)):
            self._apply(coded, column, cell)
            return
        self._apply(how.also, column, cell)
        name, _, part = self._target(cell, how).partition(".")
        texts = [cell] if how.split is None else [text for text in how.split.split(cell) if text.strip()]
        for number, text in enumerate(texts):
            making = self._making(f"{name}#{column}#{number}" if how.apart else name, column, text)
            _put(making, vocabulary().predicate(name), part, coded[0] if coded else text, self.mapping.dates)
            making.value.update(how.fixed)
            for pattern, fields in how.words:
                if pattern.search(text):
                    making.value.update({f: v for f, v in fields.items() if f not in making.value})

    def _target(self, cell: str, how: Column) -> str:
        if how.then and any(self.cells.get(other) for other in how.if_filled):
            return how.then
        if how.if_ahead is not None:
            lo = day_in(cell, self.mapping.dates).lo
            if lo is not None and lo > self.published.toordinal():
                return how.if_ahead
        return how.to

    def _apply(self, effects: tuple[Any, ...], column: str, cell: str) -> None:
        for effect in effects:
            if isinstance(effect, dict) and "not" in effect:
                self.ruled_out.add(str(effect["not"]))
                continue
            name, fields = (effect, {}) if isinstance(effect, str) else next(iter(effect.items()))
            self._making(str(name), column, cell).value.update(fields)

    def _making(self, key: str, column: str, text: str) -> _Making:
        making = self.made.setdefault(key, _Making())
        if column not in making.columns:
            making.columns.append(column)
            making.texts.append(text)
        return making


def _are_effects(coded: tuple[Any, ...]) -> bool:
    """Whether a coded cell stands for claims, not for one value."""
    first = coded[0]
    return isinstance(first, dict) or first in vocabulary().predicates


def _put(making: _Making, predicate: Predicate, part: str, given: Any, order: str | None) -> None:
    text = str(given)
    if part in ("when", "until"):
        making.days[part] = day_in(text, order).text
    elif part == "term":
        making.value.update(_term(text))
    else:
        making.value[part] = _typed(predicate.fields[part], given, order)


def _term(text: str) -> dict[str, Any]:
    """The term in the register's units; a text in which none is found stays a text in the quote."""
    years = term_in(text)
    if years is None:
        return {"life": True} if is_endless(text) == "life" else {"told_term": text}
    if years * _DAYS_A_YEAR <= _MOST_DAYS:
        return {"term_days": round(years * _DAYS_A_YEAR)}
    return {"term_years": years}


def _typed(kind: str, given: Any, order: str | None) -> Any:
    text = str(given)
    if kind == "day":
        return day_in(text, order).text
    if kind == "number":
        try:
            number = float(text.replace(",", "."))
        except ValueError as error:
            raise InputRefused(f"'{text}' is no number; write digits alone") from error
        return int(number) if number.is_integer() else number
    if kind == "boolean" and not isinstance(given, bool):
        if text.casefold() not in (*_YES, *_NO):
            raise InputRefused(f"'{text}' is neither yes nor no")
        return text.casefold() in _YES
    return given


def _finished(predicate: Predicate, making: _Making) -> Asserted:
    value = vocabulary().checked(predicate, making.value) if making.value else {}
    check_amounts(value)
    when, until = making.days.get("when", ""), making.days.get("until")
    if (
        until is not None
        and when
        and (start := Day.parse(when)).lo
        and (end := Day.parse(until)).hi
        and start.lo > end.hi
    ):
        raise CellRefused(making.columns[0], f"{when} to {until} ends before it begins; swap or correct its two days")
    return Asserted(predicate.name, value, when, until, " | ".join(making.texts), tuple(making.columns))
