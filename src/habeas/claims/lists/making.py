"""The claims that the cells of one row make. Cells that go to one predicate make one claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from habeas.claims.claims_checks import check_amounts
from habeas.claims.lists.asserted import Asserted, CellRefused
from habeas.claims.lists.days_in_cells import AmbiguousDay, day_in
from habeas.claims.lists.mapping import Column, Mapping
from habeas.claims.lists.terms_in_cells import term_fields
from habeas.claims.sexes import sex_in
from habeas.claims.vocabulary import Predicate, vocabulary
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused

#: Where a row names a place of custody of somebody whom another cell tells to be held no longer.
_PLACE_ON_RECORD = "last_held_at"
_YES, _NO = ("true", "yes", "1"), ("false", "no", "0")


@dataclass(frozen=True, slots=True)
class _Aim:
    """What a mapping writes as PREDICATE.FIELD, looked up. `is_sex`: the field is a person's sex; `is_text`: any text will do for it."""

    name: str
    predicate: Predicate
    part: str
    is_sex: bool
    is_text: bool


@dataclass(slots=True)
class _Making:
    """A claim being made from several cells. `placing` are the columns that told its place; `is_checked`: each field was, as it came in."""

    value: dict[str, Any] = field(default_factory=dict)
    placing: tuple[str, ...] = ()
    when: str = ""
    until: str | None = None
    columns: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    is_checked: bool = True

    def add(self, fields: Map[str, Any]) -> None:
        """Take in fields as the mapping, or a table of words, gives them; they are checked once the claim is whole."""
        if fields:
            self.value.update(fields)
            self.is_checked = False


def asserted_in(cells: Map[str, str], mapping: Mapping, published: date) -> tuple[Asserted, ...]:
    """Claims in the order of the columns. Raises CellRefused naming the column; AmbiguousDay when no order of days is declared."""
    return tuple(_Reading(cells, mapping, published).asserted())


class _Reading:
    """One row being read: claims under the making, and the predicates that some column rules out."""

    __slots__ = ("cells", "made", "mapping", "published", "ruled_out")

    def __init__(self, cells: Map[str, str], mapping: Mapping, published: date) -> None:
        self.cells, self.mapping, self.published = cells, mapping, published
        self.made: dict[str, _Making] = {}
        self.ruled_out: set[str] = set()

    def asserted(self) -> Iterator[Asserted]:
        """Claims in the order of the columns, then what is kept of those that another column rules out."""
        for column, cell in self.cells.items():
            how = self.mapping.column(column)
            if how is None or not how.makes_claims:
                continue
            try:
                self._read(column, cell, how)
            except AmbiguousDay:
                raise
            except InputRefused as error:
                raise CellRefused(column, str(error)) from error
        out, ruled = [], []
        for key, making in self.made.items():
            name = key.partition("#")[0]
            if name in self.ruled_out:
                ruled.append(making)
            else:
                out.append(_finished(_predicate(name), making))
        yield from out
        if ruled:
            yield from _kept_of(ruled, {column for one in out for column in one.columns})

    def _read(self, column: str, cell: str, how: Column) -> None:
        coded = how.values.get(cell.casefold()) if how.values else None
        if how.to == "claims" and coded is None:
            raise InputRefused(
                f"'{cell}' is not one of {', '.join(how.values)}; correct it, or add it to the mapping's values"
            )
        if coded is not None and (how.to == "claims" or not coded or _are_effects(coded)):
            self._apply(coded, column, cell)
            return
        self._apply(how.also, column, cell)
        aim = _aim(self._target(cell, how))
        if how.split is None:
            self._tell(aim, how, column, cell, coded, 0)
            return
        for number, text in enumerate(text for text in how.split.split(cell) if text.strip()):
            self._tell(aim, how, column, text, coded, number)

    def _tell(self, aim: _Aim, how: Column, column: str, text: str, coded: tuple[Any, ...] | None, number: int) -> None:
        """Put what a cell says, or the part of one with this number, into the claim that is made of it."""
        given = coded[0] if coded else text
        if aim.is_sex and sex_in(str(given)) is None:
            # no sex is named where one is wanted: it is kept as text, and nobody is counted by it
            self._making(f"description#{column}", column, text).add({"text": f"{column}: {text}"})
            return
        making = self._making(f"{aim.name}#{column}#{number}" if how.apart else aim.name, column, text)
        _put(making, aim, given, self.mapping.dates)
        if aim.part == "place":
            making.placing += (column,)
        making.add(how.fixed)
        for pattern, fields in how.words:
            if pattern.search(text):
                making.add({f: v for f, v in fields.items() if f not in making.value})

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
            self._making(str(name), column, cell).add(fields)

    def _making(self, key: str, column: str, text: str) -> _Making:
        making = self.made.get(key)
        if making is None:
            making = self.made[key] = _Making()
        if column not in making.columns:
            making.columns += (column,)
            making.texts += (text,)
        return making


@lru_cache(maxsize=4096)
def _aim(target: str) -> _Aim:
    """Looked up once for each of a mapping's few targets: a list has a million cells."""
    name, _, part = target.partition(".")
    predicate = vocabulary().predicate(name)
    kind = predicate.fields.get(part)
    return _Aim(name, predicate, part, is_sex=name == kind == "sex", is_text=kind == "text")


@lru_cache(maxsize=4096)
def _predicate(name: str) -> Predicate:
    return vocabulary().predicate(name)


def _kept_of(ruled_out: Sequence[_Making], used: Set[str]) -> Iterator[Asserted]:
    """What claims that do not hold were told by: a place of custody as such, any other cell that nothing else is made of as it is written."""
    kept = set(used)
    for making in ruled_out:
        if making.placing:
            fields = vocabulary().predicate(_PLACE_ON_RECORD).fields
            value = {name: told for name, told in making.value.items() if name in fields}
            texts = [t for c, t in zip(making.columns, making.texts, strict=True) if c in making.placing]
            yield Asserted(_PLACE_ON_RECORD, value, quote=" | ".join(texts), columns=making.placing)
            kept.update(making.placing)
        for column, text in zip(making.columns, making.texts, strict=True):
            if column not in kept:
                kept.add(column)
                yield Asserted("description", {"text": f"{column}: {text}"}, quote=text, columns=(column,))


def _are_effects(coded: tuple[Any, ...]) -> bool:
    """Whether a coded cell stands for claims, not for one value."""
    first = coded[0]
    return isinstance(first, dict) or first in vocabulary().predicates


def _put(making: _Making, aim: _Aim, given: Any, order: str | None) -> None:
    text, part = str(given), aim.part
    if part == "when":
        making.when = day_in(text, order).text
    elif part == "until":
        making.until = day_in(text, order).text
    elif part == "term":
        # a term not understood stays as it is written: nobody is reckoned by it
        making.add(term_fields(text) or {"told_term": text})
    elif aim.is_text and isinstance(given, str):
        making.value[part] = given
    else:
        typed = _typed(aim.predicate.fields[part], given, order)
        # checked while the column is known, so that a word out of no code list refuses its row and names the cell
        making.value.update(vocabulary().checked(aim.predicate, {part: typed}))


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
    try:
        value = making.value if making.is_checked else vocabulary().checked(predicate, making.value)
        check_amounts(value)
    except InputRefused as error:
        # what no single cell is to blame for still refuses its row alone, never the file
        raise CellRefused(making.columns[0] if making.columns else None, str(error)) from error
    when, until = making.when, making.until
    if (
        until is not None
        and when
        and (start := Day.parse(when)).lo
        and (end := Day.parse(until)).hi
        and start.lo > end.hi
    ):
        raise CellRefused(making.columns[0], f"{when} to {until} ends before it begins; swap or correct its two days")
    return Asserted(predicate.name, value, when, until, " | ".join(making.texts), making.columns)
