"""The entries that an edited working sheet appends: the edits as a source, claims with their cells, rulings and retractions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.entries import PREFIX, Stamp, new_entry
from habeas.claims.ledger import NewEntry
from habeas.claims.lists.asserted import Asserted
from habeas.claims.lists.sheet_columns import sheet_columns
from habeas.claims.vocabulary import vocabulary
from habeas.kernel.days import Day
from habeas.kernel.ids import make_id
from habeas.register.list_entries import claim_content_of
from habeas.register.opened import Register
from habeas.register.sheet import PEOPLE, ExportedSheet
from habeas.register.sheet_changes import Change
from habeas.register.sheet_edits import RowEdits
from habeas.register.sheet_rows import Item, fields_of, is_of_sheet
from habeas.sources.capture import About, capture_of
from habeas.sources.locator import Cell
from habeas.sources.tables import TableFile

_NAME = "working sheet"
_WHY = "replaced in the working sheet"


def sheet_source(register: Register) -> str:
    """The id of the citation that stands for the working sheet as a whole: what its rows are mentions in."""
    return make_id(register.store.key, PREFIX["citation"], {"name": _NAME})


def new_person_key(seal: str, name: str, number: int) -> str:
    """What tells the `number`-th new row of this name in one export from any other row."""
    return f"{seal.partition('_')[2][:16]} {name} {number}"


class SheetBatch:
    """Entries made of the edits of one sheet. `claims` are ids of claims made; `set_aside` and `retracted` those that no longer count;
    `rows` those whose edits had any effect.
    """

    def __init__(
        self, register: Register, sheet: ExportedSheet, file: TableFile, about: About, edits: Sequence[RowEdits]
    ) -> None:
        self._register, self._sheet, self._stamp = register, sheet, register.stamp()
        self.entries: dict[str, NewEntry] = {}
        self.claims: set[str] = set()
        self.set_aside: set[str] = set()
        self.retracted: set[str] = set()
        self.rows: set[int] = set()
        self.notices: list[str] = []
        if edits:
            self._capture = self._keep(file, about, edits)
            self._add("citation", {"name": _NAME})
        for one in edits:
            self._row(one)
        if not self.rows:
            # taken out was only what others say
            self.entries.clear()

    def write(self) -> None:
        """Append as one batch."""
        if self.entries:
            self._register.append(list(self.entries.values()), self._stamp.recorded_at)

    def _add(self, kind: str, content: Mapping[str, Any], beside: Mapping[str, Any] | None = None) -> str:
        entry = new_entry(
            self._register.store.key, kind, content, Stamp(self._stamp.actor, self._stamp.recorded_at, beside)
        )
        self.entries.setdefault(entry.id, entry)
        return entry.id

    def _keep(self, file: TableFile, about: About, edits: Sequence[RowEdits]) -> str:
        """The source of the claims: of the file, which holds everybody, only what was edited."""
        cells = [
            {"row": e.row, "id": e.person, "name": e.name, "column": column, "before": before, "after": after}
            for e in edits
            for column, (before, after) in e.cells.items()
        ]
        # the ledger's size tells the same edit made again, after it was taken back, from the first one
        told = {
            "sheet": file.sha256,
            "exported": self._sheet.seal,
            "entered_after": self._register.store.head().size,
            "edits": cells,
        }
        kept = json.dumps(told, ensure_ascii=False, indent=1).encode()
        day = self._stamp.recorded_at.date()
        known = replace(
            about, published=Day.on(day) if about.published.is_unknown else about.published, publisher=_NAME
        )
        capture = capture_of(kept, "application/json", file.file_name, known)
        made = self._add("capture", capture.to_content(), capture.beside() or None)
        raw = NewEntry(make_id(self._register.store.key, PREFIX["bytes"], {"source": made}), "bytes", kept)
        self.entries[raw.id] = raw
        return made

    def _row(self, edits: RowEdits) -> None:
        before = self._size()
        for change in edits.changes:
            made = None if change.new is None else self._claim(change, change.new, self._mention(edits), edits.row)
            if change.old is not None:
                self._take_back(change, change.old, made, edits)
        if self._size() != before:
            self.rows.add(edits.row)

    def _size(self) -> tuple[int, int, int]:
        return len(self.claims), len(self.set_aside), len(self.retracted)

    def _mention(self, edits: RowEdits) -> str:
        source = sheet_source(self._register)
        content = {"kind": "person", "name": edits.name, "source": source, "key": edits.person or edits.new_key}
        made = self._add("mention", content)
        if edits.person is not None:
            why = "the row of this person in the working sheet"
            self._add("judgement", {"a": edits.person, "b": made, "verdict": "same", "why": why})
        return made

    def _claim(self, change: Change, new: Asserted, mention: str, row: int) -> str:
        value = dict(new.value)
        if change.old is not None and not _only_adds(change.group):
            # what the claims set aside say beside the edited cells is still meant
            value = {**_beside(change, change.old, new), **value}
        cells = [str(Cell(PEOPLE, row, column)) for column in new.columns]
        content = claim_content_of(replace(new, value=value), mention, self._capture)
        made = self._add("claim", content, {"row": row, "cells": cells})
        self.claims.add(made)
        return made

    def _take_back(self, change: Change, old: Item, made: str | None, edits: RowEdits) -> None:
        own = [c for c in old.claims if is_of_sheet(c) and c.actor == self._register.actor]
        if is_state(change.group) or change.group == "name":
            self._retract(c for c in own if c.when.text == self._sheet.day.isoformat())
            return
        upheld = None if _only_adds(change.group) else made or _left_standing(change, edits)
        if upheld is None:
            self._retract(own)
            self._say_that_it_stands([c for c in old.claims if c not in own], old, edits)
            return
        aside = sorted(c.id for c in old.claims if c.subject is not None and c.id != upheld)
        if aside:
            at = self._stamp.recorded_at.isoformat()
            self._add("ruling", {"upheld": upheld, "set_aside": aside, "why": _WHY, "at": at})
            self.set_aside |= set(aside)
        self._say_that_it_stands([c for c in old.claims if c.subject is None], old, edits)

    def _retract(self, claims: Iterable[Claim]) -> None:
        for claim in claims:
            why, at = "taken out of the working sheet by whoever entered it", self._stamp.recorded_at.isoformat()
            self._add("retract", {"claim": claim.id, "why": why, "at": at})
            self.retracted.add(claim.id)

    def _say_that_it_stands(self, claims: Sequence[Claim], old: Item, edits: RowEdits) -> None:
        if claims:
            sources = self._register.caught_up().sources
            who = ", ".join(sorted({sources[c.source].name for c in claims if c.source in sources}))
            text = ", ".join(text for text in old.texts if text)
            ids = " ".join(c.id for c in claims)
            self.notices.append(
                f"row {edits.row}, {edits.name}: '{text}' was taken out, and stands all the same, since {who} says so; if that is wrong:"
                f" habeas retract REG {ids}"
            )


def _only_adds(group: str) -> bool:
    column = sheet_columns().groups[group][0]
    return column.adds or column.state


def is_state(group: str) -> bool:
    """Whether a group of columns tells how it is on the day of the sheet."""
    return sheet_columns().groups[group][0].state


def _left_standing(change: Change, edits: RowEdits) -> str | None:
    """Where only one value can be right, taking out the others upholds the one that stays; its claim."""
    stays = edits.stays.get(change.group, [])
    column = sheet_columns().groups[change.group][0]
    is_one = bool(column.shown) and vocabulary().predicate(column.shown[0]).cardinality == "one"
    return stays[0].claims[0].id if is_one and len(stays) == 1 and stays[0].claims else None


def _beside(change: Change, old: Item, new: Asserted) -> Mapping[str, Any]:
    edited = fields_of(change.columns)
    told = [c.value for c in reversed(old.claims) if c.predicate == new.predicate]
    return {name: said for value in told for name, said in value.items() if name not in edited}
