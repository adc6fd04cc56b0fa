"""The entries that one version of a list appends: new claims with their cells, and the version's difference from the one before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Any

from habeas.claims.claim import Claim
from habeas.claims.drafts import Draft
from habeas.claims.entries import PREFIX, Stamp, new_claim, new_entry
from habeas.claims.ledger import NewEntry
from habeas.claims.lists.asserted import Asserted
from habeas.claims.lists.collisions import Collision, doubt_in
from habeas.claims.versions import GONE, Version
from habeas.kernel.days import Day
from habeas.kernel.ids import canonical, make_id
from habeas.register.deciding import undecided
from habeas.register.list_difference import Difference
from habeas.register.list_state import ListState, list_content
from habeas.register.opened import Register
from habeas.sources.capture import About, Capture, capture_of
from habeas.sources.locator import cell_of
from habeas.sources.tables import copy_of

if TYPE_CHECKING:
    from habeas.register.listing import ReadFile

_SAY_EVERY = 10_000


@dataclass(slots=True)
class ListBatch:
    """Entries being made from one version, whose kept copy is `capture` with its `kept` bytes."""

    register: Register
    read: ReadFile
    state: ListState
    stamp: Stamp
    capture: Capture
    kept: bytes = field(repr=False)
    capture_id: str
    entries: dict[str, NewEntry] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    current: dict[str, str] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, content: Mapping[str, Any], beside: Mapping[str, Any] | None = None) -> str:
        """Put an entry in the batch; its id."""
        stamp = Stamp(self.stamp.actor, self.stamp.recorded_at, beside)
        entry = new_entry(self.register.store.key, kind, content, stamp)
        self.entries.setdefault(entry.id, entry)
        return entry.id

    def _claim(self, content: Mapping[str, Any], beside: Mapping[str, Any]) -> str:
        entry, claim = new_claim(self.register.store.key, content, self.stamp, beside)
        if entry.id not in self.entries:
            self.entries[entry.id] = entry
            self.claims[entry.id] = claim
        return entry.id

    def mention_of(self, person_id: str, name: str) -> str:
        """The mention under which the list has this person now; another name of the same id is the same person, as the list says."""
        if person_id in self.current:
            return self.current[person_id]
        earlier = self.state.mentions.get(person_id, [])
        made = next((m for m in earlier if self.state.names[m] == name), None)
        if made is None:
            content = {"kind": "person", "name": name, "source": self.state.list_id, "key": person_id}
            made = self.add("mention", content)
            if earlier:
                why = f"the same id {person_id} in the list {self.list_name}"
                self.add("judgement", {"a": earlier[0], "b": made, "verdict": "same", "why": why})
        self.current[person_id] = made
        return made

    @property
    def list_name(self) -> str:
        """The name the list is known by."""
        return self.read.mapping.list_name

    def enter(self, found: Difference) -> None:
        """The claims that are new, those of people no longer listed, and the version."""
        self.add("citation", list_content(self.list_name))
        for number, (person, asserted) in enumerate(found.new):
            if number and number % _SAY_EVERY == 0:
                self.register.heard("claims made", number, len(found.new))
            cells = [cell_of(self.read.table.sheet, person.row, column) for column in asserted.columns]
            beside = {"version": self.capture_id, "row": person.row, "cells": cells}
            content = claim_content_of(asserted, self.mention_of(person.id, person.name), self.state.list_id)
            self.made[self._claim(content, beside)] = person.id
        for person_id in found.left:
            self._note_gone(person_id)
        self._state_versions(found)

    def _note_gone(self, person_id: str) -> None:
        content = {
            "predicate": GONE, "source": self.state.list_id, "subject": self.state.mentions[person_id][-1], "reality": "actual",
            "value": {"list": self.list_name}, "when": self.read.published.isoformat(),
        }  # fmt: skip
        self._claim(content, {"version": self.capture_id})

    def _state_versions(self, found: Difference) -> None:
        """This version and, where one follows it, that one stated again as its difference from this."""
        now = found.held | self.made.keys()
        own = Version(
            self.state.list_id, self.list_name, self.capture_id, self.read.published, self.stamp.recorded_at, self.read.read.rows,
            self.read.file.sha256, kept=tuple(sorted(found.kept)),
        )  # fmt: skip
        self._state(own, now, self.state.standing, self.state.same)
        if self.state.after is not None:
            self._state(self.state.after, self.state.in_next, now, self.state.after)

    def _state(self, version: Version, now: Iterable[str], before: Iterable[str], stated: Version | None) -> None:
        person_of = {c.id: p for p, claims in self.state.claims.items() for c in claims.values()} | self.made
        begun = {c.id for claims in self.state.claims.values() for c in claims.values() if c.told_in == version.capture}
        begun |= self.made.keys() if version.capture == self.capture_id else set()
        now, before = set(now), set(before)
        people = {person_of[i] for i in now}
        lost = before - now
        differs = {
            "again": sorted(now - before - begun), "ended": sorted(i for i in lost if person_of[i] in people),
            "unlisted": sorted(i for i in lost if person_of[i] not in people),
        }  # fmt: skip
        differs |= {"kept": list(version.kept)} if version.kept else {}
        if stated is not None and all(list(getattr(stated, part)) == ids for part, ids in differs.items()):
            return
        content = {
            "list": version.list_id, "list_name": version.list_name, "capture": version.capture, "published": version.published.isoformat(),
            "rows": version.rows, "sha256": version.sha256, "statement": self.state.stated[version.capture] + 1, **differs,
        }  # fmt: skip
        self.add("version", content)

    def proposals(self) -> list[Draft]:
        """Every claim of every row as a draft; drafts have no versions, and their source is this copy."""
        made = []
        for person in self.read.read.persons:
            mention = {"kind": "person", "name": person.name, "source": self.capture_id, "key": person.id}
            subject = make_id(self.register.store.key, PREFIX["mention"], mention)
            for asserted in person.asserted:
                content = claim_content_of(asserted, subject, self.capture_id)
                made.append(Draft(content, {subject: mention}, "check", ("list",), "list"))
        return made

    def doubt(self, collisions: Iterable[Collision]) -> None:
        """Collisions widen the bounds until somebody judges: the list by itself makes two rows neither one person nor surely two."""
        for collision in collisions:
            mentions = sorted({self.mention_of(p.id, p.name) for p in collision.persons})
            why = doubt_in(self.list_name, collision.why)
            for one, other in combinations(mentions, 2):
                self.add("judgement", {"a": one, "b": other, "verdict": "unsure", "why": why})

    def write(self, drafts: list[Draft]) -> None:
        """Append as one batch, so that an interrupted one leaves nothing; what is here already is not appended again."""
        store = self.register.store
        says_something = drafts or any(e.kind == "version" for e in self.entries.values())
        if self.state.same is None or says_something:
            left = undecided(self.register, drafts)
            proposed = [(d.id(store.key), canonical(d.to_content())) for d in left]
            entries = [*self._file_entries(), *self.entries.values()]
            self.register.append(entries, self.stamp.recorded_at, proposed=proposed, claims=self.claims)

    def _file_entries(self) -> list[NewEntry]:
        if self.state.same is not None:
            return []
        key = self.register.store.key
        stamp = Stamp(self.stamp.actor, self.stamp.recorded_at, self.capture.beside() or None)
        entry = new_entry(key, "capture", self.capture.to_content(), stamp)
        return [entry, NewEntry(make_id(key, PREFIX["bytes"], {"source": entry.id}), "bytes", self.kept)]


def new_batch(register: Register, read: ReadFile, about: About, state: ListState) -> ListBatch:
    """An empty batch for this version. Of a file with columns left out only the rest is kept, under its own hash."""
    file = read.file
    kept, media = (
        copy_of(read.table, read.read.kept, file.media_type) if read.read.left_out else (file.data, file.media_type)
    )
    known = About(
        Day.on(read.published), about.publisher or read.mapping.speaker, about.url, read.mapping.list_name, about.derived_from,
        about.captured_at, about.archive_url,
    )  # fmt: skip
    capture = capture_of(kept, media, file.file_name, known)
    made = make_id(register.store.key, PREFIX["capture"], capture.to_content())
    return ListBatch(register, read, state, register.stamp(), capture, kept, state.same.capture if state.same else made)


def claim_content_of(asserted: Asserted, mention: str, source: str) -> dict[str, Any]:
    """The content of a claim, absent parts left out, as every claim has it."""
    content: dict[str, Any] = {
        "predicate": asserted.predicate, "source": source, "subject": mention, "reality": "actual",
    }  # fmt: skip
    if value := asserted.value:
        # in their order, as they come out of the ledger again
        content["value"] = dict(sorted(value.items())) if len(value) > 1 else dict(value)
    if asserted.when:
        content["when"] = asserted.when
    if asserted.until:
        content["until"] = asserted.until
    if asserted.quote:
        content["quote"] = asserted.quote
    return content
