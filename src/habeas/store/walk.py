"""One walk along a ledger, entry by entry, and what does not fit on the way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from habeas.claims.entries import PREFIX
from habeas.claims.ledger import Body, Entry, Problem, Tree, commit
from habeas.kernel.ids import make_id
from habeas.store.appending import moment_of

#: The nearest places are tried for every misplaced entry that is not large; how many bytes are hashed at most in search of
#: places further off, for all entries together: some seconds' work.
_NEAR, _LARGE, _SEARCH = 64, 1_000_000, 300_000_000
#: How many missing entries in a row are named one by one.
_NAMED = 100_000


@dataclass(frozen=True, slots=True)
class RecordedHead:
    """What a batch left behind: the root and peaks of the tree after it, and its instant as text."""

    root: bytes
    peaks: bytes
    recorded_at: object


@dataclass(slots=True)
class Walk:
    """`key`: the register's own; `heads` by size; `remembered`: size and root that the accounts file kept, None = nothing;
    `expunged`: ids that may lack a body.

    `expected` is the next place; `whole` is false once an entry is missing, because the tree then says nothing any more.
    """

    key: bytes
    heads: dict[int, RecordedHead] = field(default_factory=dict)
    remembered: tuple[int, bytes] | None = None
    expunged: set[str] = field(default_factory=set)
    tree: Tree = field(default_factory=Tree)
    problems: dict[tuple[str, int], Problem] = field(default_factory=dict)
    expected: int = 1
    whole: bool = True
    agreed: int = 0
    newest: datetime | None = None
    uncovered: list[int] = field(default_factory=list)
    search: int = _SEARCH

    def found(self, kind: str, entry: int, why: str) -> None:
        """Note a problem; of the same kind at the same entry only the first."""
        self.problems.setdefault((kind, entry), Problem(kind, entry, why))

    @property
    def covered(self) -> int:
        """The size of the last recorded head."""
        return max(self.heads, default=0)

    @property
    def longest(self) -> int:
        """The longest ledger that anything recorded speaks of."""
        return max(self.covered, self.remembered[0] if self.remembered else 0)

    def see(self, entry: Entry, body: Body) -> None:
        """The next entry in order."""
        if entry.sequence > self.expected:
            self._missing("dropped", self.expected, min(entry.sequence, self.longest + 1), "the entry is gone")
        self.whole = self.whole and entry.sequence == self.expected
        self.expected = max(entry.sequence, 0) + 1
        self.tree.append(entry.commitment)
        self._hold_against_commitment(entry, body)
        self._hold_against_clock(entry, body)
        if self.whole:
            self._hold_against_heads(entry.sequence)
        if entry.sequence > self.covered:
            self.uncovered.append(entry.sequence)

    def pass_over(self, why: str) -> None:
        """The next entry cannot be read."""
        self.found("changed", self.expected, f"it cannot be read: {why}")
        self.expected += 1
        self.whole = False

    def end(self) -> None:
        """After the last entry: was there more, and do the heads follow one another in time?"""
        self._missing("cut_off", self.expected, self.covered + 1, "the ledger once went on")
        self._end_uncovered()
        latest = None
        for size, head in sorted(self.heads.items()):
            moment = moment_of(head.recorded_at)
            if moment is None or (latest is not None and moment < latest):
                self.found(
                    "changed", size, "its recorded head states no instant, or one before that of the head before it"
                )
            latest = moment or latest

    def _end_uncovered(self) -> None:
        """Entries later than the last head. Where more was there once, the head that covered them went with it: that accuses none of
        them. Else they were put in, or a head taken out.
        """
        start, why = max(self.expected, self.covered + 1), "the accounts file remembers a longer ledger"
        if self.uncovered and start <= self.longest:
            why += f", and its heads from entry {self.uncovered[0]} on are gone too"
        else:
            for place in self.uncovered:
                if ("reordered", place) not in self.problems:
                    self.found(
                        "changed",
                        place,
                        "no recorded head covers it: it was put in, or a head taken out, past the ledger",
                    )
        self._missing("cut_off", start, self.longest + 1, why)

    def _missing(self, kind: str, start: int, stop: int, why: str) -> None:
        for place in islice(range(start, stop), _NAMED):
            self.found(kind, place, why)
        if stop - start > _NAMED:
            self.found(kind, stop - 1, f"{why}, like every one from {start} to here")

    def _hold_against_commitment(self, entry: Entry, body: Body) -> None:
        if not isinstance(entry.kind, str):
            self.found("changed", entry.sequence, "its kind is not a word")
        elif body.data is None:
            if entry.id not in self.expunged:
                self.found("dropped", entry.sequence, "its body is gone and no entry says that it was expunged")
        elif not _fits(entry, body.salt, body.data, entry.sequence):
            self._misfit(entry, body.salt, body.data)
        else:
            self._hold_against_content(entry, body.data)

    def _hold_against_clock(self, entry: Entry, body: Body) -> None:
        """A head states when its batch was recorded: not before anything in it, or answers as known by a day would lose it."""
        told = _recorded(body.data)
        if told is not None and (self.newest is None or told > self.newest):
            self.newest = told
        head = self.heads.get(entry.sequence)
        moment = moment_of(head.recorded_at) if head is not None else None
        if moment is not None and self.newest is not None and moment < self.newest:
            self.found(
                "changed", entry.sequence, "its recorded head states an instant before what was recorded with it"
            )

    def _hold_against_content(self, entry: Entry, data: bytes) -> None:
        """No commitment covers `id` and `names`, but both follow from the content: an id is made from it under the register's key."""
        told = _told(self.key, entry, data)
        if told is None:
            if entry.kind != "expunged" and entry.names is not None:
                self.found("changed", entry.sequence, "it names an entry, which only an expunging does")
            return
        content, made = told
        said = content.get("entry") if entry.kind == "expunged" and isinstance(content, dict) else None
        if made != entry.id:
            self.found("changed", entry.sequence, "its id does not belong to its content")
        elif entry.names != said:
            self.found("changed", entry.sequence, "it names another entry than its content does")

    def _misfit(self, entry: Entry, salt: bytes, data: bytes) -> None:
        for tried, place in enumerate(_nearest_first(entry.sequence, self.longest)):
            if tried >= _NEAR or len(data) > _LARGE:
                self.search -= len(data) + 100
            if self.search < 0:
                break
            if _fits(entry, salt, data, place):
                self.found("reordered", entry.sequence, f"it was entered as number {place}")
                return
        self.found("changed", entry.sequence, "its content, kind or place is not what was entered")

    def _hold_against_heads(self, size: int) -> None:
        """Where everything up to `size` should give a recorded root. The first difference is named, at the batch it lies in."""
        head = self.heads.get(size)
        wrong = head is not None and (head.root, head.peaks) != (self.tree.root(), self.tree.packed())
        forgotten = (
            self.remembered is not None and self.remembered[0] == size and self.remembered[1] != self.tree.root()
        )
        if not wrong and not forgotten:
            self.agreed = size if head is not None else self.agreed
            return
        self.whole = False
        explained = any(entry > self.agreed and kind != "dropped" for kind, entry in self.problems)
        if not explained:
            first = self.agreed + 1
            said = "the root recorded when they were entered" if wrong else "the root that the accounts file remembers"
            self.found("changed", first, f"entries {first} to {size} do not give {said}")


def _fits(entry: Entry, salt: bytes, data: bytes, place: int) -> bool:
    return place > 0 and commit(salt, place, entry.kind, data) == entry.commitment


def _nearest_first(place: int, last: int) -> Iterator[int]:
    """Every place from 1 to `last` but this one, the nearest first: what moved mostly moved little."""
    centre = min(max(place, 0), last + 1)  # a forged number may lie anywhere
    for distance in range(1, last + 2):
        for other in (centre - distance, centre + distance):
            if 1 <= other <= last:
                yield other


def _recorded(data: bytes | None) -> datetime | None:
    """The instant that an envelope states; None where there is no envelope."""
    if data is None or not data.startswith(b'{"actor"'):
        return None
    try:
        return moment_of(json.loads(data)["recorded_at"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _told(key: bytes, entry: Entry, data: bytes) -> tuple[object, str] | None:
    """What the envelope holds, and the id that it gives. None for bytes as they came, which may be JSON of another make, and where
    there is no envelope.
    """
    if entry.kind not in PREFIX or entry.kind == "bytes" or not data.startswith(b"{"):
        return None
    try:
        content = json.loads(data)["content"]
        return content, make_id(key, PREFIX[entry.kind], content)
    except (ValueError, KeyError, RecursionError):
        return None
