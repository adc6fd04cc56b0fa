"""What an edited value of a working sheet asks for: a claim of the edited cells alone, and which claims it stands in place of.

A value of several columns (a sentence: its day, term, penalty, court) may be told by several claims. Only those that told an edited cell
are replaced; what these say in other cells is carried over when the entries are made. The day says which sentence or release is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from habeas.claims.claim import Claim
from habeas.claims.lists.asserted import Asserted, CellRefused
from habeas.claims.lists.days_in_cells import AmbiguousDay
from habeas.claims.lists.sheet_columns import SheetColumn, SheetColumns
from habeas.register.sheet_rows import Item, is_of_sheet, texts_of

Values = Sequence[str]


@dataclass(frozen=True, slots=True)
class Change:
    """One value of a group of columns: `new` what is claimed now (None = only taken away), `old` what it stands in place of. `columns`
    are those edited.
    """

    group: str
    new: Asserted | None
    old: Item | None
    columns: tuple[SheetColumn, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Group:
    """The columns of one predicate, by the name of the group; `day` is that of the sheet."""

    columns: SheetColumns
    name: str
    group: Sequence[SheetColumn]
    day: date

    def form(self, values: Values) -> tuple[tuple[str, ...], ...]:
        """Values in one form, however they are written."""
        return tuple(self.columns.canonical(c, text) for c, text in zip(self.group, values, strict=True))

    def edited(self, values: Values, before: Values | None) -> tuple[SheetColumn, ...]:
        """The columns in which a value differs from what it was; None = there was none."""
        old = self.form(before if before is not None else [""] * len(self.group))
        return tuple(c for c, one, other in zip(self.group, self.form(values), old, strict=True) if one != other)

    def told(self, values: Values, edited: Sequence[SheetColumn]) -> tuple[Asserted, ...]:
        """What the edited columns of a value claim, of the day that the value has; () = nothing. Raises CellRefused naming the column."""
        by_name = {c.name: text for c, text in zip(self.group, values, strict=True) if text}
        cells = {c.name: by_name[c.name] for c in edited if c.name in by_name}
        if not cells:
            return ()
        dated = next((c.name for c in self.group if c.part == "when" and c.name in by_name), None)
        anchor = {dated: by_name[dated]} if dated is not None else {}
        try:
            made = self.columns.asserted({**anchor, **cells}, self.day)
        except AmbiguousDay as error:
            raise CellRefused(dated, f"{str(error).partition(';')[0]}; write it as YYYY-MM-DD") from error
        if len(self.group) == 1:
            return made
        return tuple(replace(one, quote=" | ".join(cells.values()), columns=tuple(cells)) for one in made)

    def changes(self, values: Values, before: Item | None) -> Iterator[Change]:
        """What one value asks for that stands where `before` stood; None = where nothing stood. Raises CellRefused."""
        edited = self.edited(values, None if before is None else before.texts)
        for column, text in zip(self.group, values, strict=True):
            if column in edited and text:
                self.columns.refuse_unread(column, text)
        replaced = None if before is None else self._replaced(before, edited)
        made = self.told(values, edited)
        for asserted in made:
            yield Change(self.name, asserted, replaced, edited)
        if not made and replaced is not None:
            yield self._emptied(values, replaced, edited)

    def _replaced(self, before: Item, edited: Sequence[SheetColumn]) -> Item | None:
        """The claims that told an edited cell: all of them where the day was edited, since it is the day of each."""
        if len(self.group) == 1 or any(c.part == "when" for c in edited):
            return before
        places = [n for n, c in enumerate(self.group) if c in edited]
        claims = [c for c in before.claims if any(texts_of(c, self.group)[n] for n in places)]
        return Item(before.texts, tuple(claims)) if claims else None

    def _emptied(self, values: Values, replaced: Item, edited: Sequence[SheetColumn]) -> Change:
        """Cells only emptied: taken back, where an editor's claims said so; what these said in other cells is said again."""
        first = next(iter(replaced.claims), None)
        says_more = any(text for c in replaced.claims for text in self._beside_day(c, edited))
        if first is None or not says_more or not all(map(is_of_sheet, replaced.claims)):
            texts = tuple(text for column, text in zip(self.group, replaced.texts, strict=True) if column in edited)
            return Change(self.name, None, Item(texts, replaced.claims), tuple(edited))
        dated = next((text for c, text in zip(self.group, values, strict=True) if c.part == "when"), "")
        again = Asserted(first.predicate, {}, dated, columns=tuple(c.name for c in edited))
        return Change(self.name, again, replaced, tuple(edited))

    def _beside_day(self, claim: Claim, edited: Sequence[SheetColumn]) -> list[str]:
        texts = zip(self.group, texts_of(claim, self.group), strict=True)
        return [text for column, text in texts if column not in edited and column.part != "when"]
