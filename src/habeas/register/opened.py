"""An open register: its store, who is at work, and what has been opened of it so far."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.entries import Stamp, open_bodies
from habeas.claims.knowledge import Knowledge
from habeas.claims.ledger import Body, NewEntry
from habeas.identity.like_names import LikeNames
from habeas.store.open import create, open_store
from habeas.store.store import Store

#: Told what is counted, how many are done, and of how many (None = not known), now and then during long work.
Heard = Callable[[str, int, int | None], None]


def nobody(_what: str, _done: int, _of: int | None = None) -> None:
    """Nobody listens."""


_JSON_KINDS = (
    "capture", "passage", "note", "citation", "mention", "claim", "review", "retract", "reinstate", "ruling", "judgement",
    "policy", "version",
)  # fmt: skip
_SAY_EVERY = 2000
#: No claim of a batch is at hand.
NONE_READ: Mapping[str, Claim] = {}


@dataclass(slots=True)
class Register:
    """A register in use. `actor` is the opaque id under which entries are made. Derived answers are kept in `memo` until something
    is appended, `folded` and `laid` (by what they were made from) and the index `names` for as long as the register is open;
    `people_due`: people may have come in whom the policy on links has not looked at; `heard` is told how far long work has come. `keeps_cache` lets them be kept on disk too, which a register with a passphrase never does.
    """

    path: str
    store: Store
    actor: str
    knowledge: Knowledge = field(default_factory=Knowledge)
    opened_to: int = 0
    keeps_cache: bool = False
    heard: Heard = nobody
    people_due: bool = False
    memo: dict[Any, Any] = field(default_factory=dict)
    folded: dict[Any, Any] = field(default_factory=dict)
    laid: dict[Any, Any] = field(default_factory=dict)
    names: LikeNames = field(default_factory=LikeNames)

    def stamp(self, recorded_at: datetime | None = None, **beside: Any) -> Stamp:
        """Who and when, for a new entry; the clock never runs backwards."""
        return Stamp(self.actor, recorded_at or self.store.clock(), {k: v for k, v in beside.items() if v} or None)

    def append(
        self,
        batch: Sequence[NewEntry],
        recorded_at: datetime | None = None,
        *,
        decided: Sequence[str] = (),
        proposed: Sequence[tuple[str, bytes]] = (),
        claims: Mapping[str, Claim] = NONE_READ,
    ) -> int:
        """Append those not yet present, take the drafts `decided` off the desk and put those `proposed` on it, as one act; how many
        entries were added. `recorded_at` None = the clock's reading.

        Where everything before was opened and all of the batch is new, it is opened from memory: no need to read back a whole list.
        `claims`: by id what the batch claims, where whoever made it has it at hand; then all of them.
        """
        before = self.opened_to
        added = self.store.settle(batch, decided, recorded_at, proposed)
        new: dict[str, NewEntry] = {}
        for entry in batch:
            new.setdefault(entry.id, entry)
        if added and added == len(new) and self.store.head().size == before + added:
            unread = (
                Body(before + place, entry.id, entry.kind, b"", entry.data)
                for place, entry in enumerate(new.values(), start=1)
                if entry.kind in _JSON_KINDS and entry.id not in claims
            )
            self._take_in(unread, claims.values())
            self.opened_to = before + added
        return added

    def caught_up(self) -> Knowledge:
        """Everything in the ledger, opened; reads only what was appended since last time."""
        if self.store.head().size > self.opened_to:
            self._open_further()
        return self.knowledge

    def _open_further(self) -> None:
        size = self.store.head().size
        self._take_in(self._read(size - self.opened_to))
        self.opened_to = self.store.head().size

    def _read(self, of: int) -> Iterator[Body]:
        for number, body in enumerate(self.store.bodies(_JSON_KINDS, after=self.opened_to)):
            if number and number % _SAY_EVERY == 0:
                self.heard("entries opened", number, of)
            yield body

    def _take_in(self, bodies: Iterable[Body], claims: Iterable[Claim] = ()) -> None:
        try:
            with without_collection():
                for one in open_bodies(bodies):
                    self.knowledge.add(one)
                self.knowledge.claims += claims
        except BaseException:  # half of it would be taken in twice
            self.knowledge, self.opened_to = Knowledge(), 0
            raise
        finally:
            self.memo.clear()


@contextmanager
def without_collection(*, lasting: bool = False) -> Iterator[None]:
    """Hold off the garbage collector while hundreds of thousands of lasting objects are made: it would only walk over them.

    `lasting`: nor does it walk over what is there at the end before a register is closed. What nothing refers to goes all the same.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        if lasting:
            gc.freeze()
    finally:
        if enabled:
            gc.enable()


@contextmanager
def open_register(path: str, *, passphrase: str | None = None, actor: str = "operator") -> Iterator[Register]:
    """Open an existing register. Raises CannotOpen with what is in the way."""
    store = open_store(path, passphrase=passphrase)
    try:
        yield Register(path, store, store.actor_id(actor), keeps_cache=passphrase is None)
    finally:
        store.close()
        gc.unfreeze()


@contextmanager
def new_register(path: str, *, passphrase: str | None = None, invented: bool = False) -> Iterator[Register]:
    """Create a register. Raises CannotOpen when something is already there, or the disk refuses."""
    store = create(path, passphrase=passphrase, invented=invented)
    try:
        yield Register(path, store, store.actor_id("operator"), keeps_cache=passphrase is None)
    finally:
        store.close()
        gc.unfreeze()
