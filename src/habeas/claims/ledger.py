"""The ledger: append-only entries, each a salted commitment to a body, under one Merkle tree.

Two tables. `entries` says in which order things entered and commits to each; it holds no readable value. `bodies` holds a
salt and the bytes. A body can be expunged, the commitment stays: verifiable and forgettable. A bare hash of a guessable
claim ("X was arrested on D") would confirm a guess, so every commitment is salted with 32 random bytes.

    commitment = SHA-256(salt || sequence as 8 bytes big-endian || kind || 0x00 || data)
    leaf       = SHA-256(0x00 || commitment)                       RFC 9162, section 2.1.1
    node       = SHA-256(0x01 || left || right)

The sequence number is inside the commitment, so an entry that was moved can be told from one that was changed.
Storage is not decided here: `Ledger` is what a store must offer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

SALT_BYTES = 32

#: Kinds of entries, in the order in which a reader should learn of them.
KINDS = (
    "capture", "bytes", "passage", "note", "citation", "mention", "claim", "draft", "review", "retract", "reinstate",
    "ruling", "judgement", "policy", "definition", "version", "sealed", "expunged",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NewEntry:
    """Something to append. `id` is made by `entries.py` from the content alone; `data` is what the commitment covers.

    `names` is the id of the entry that an `expunged` entry removes the body of; None for every other kind.
    """

    id: str
    kind: str
    data: bytes
    names: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of `entries`: its place in the order (from 1), id, kind and commitment."""

    sequence: int
    id: str
    kind: str
    commitment: bytes
    names: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """One row of `bodies` with its entry's place and kind. `data` None = expunged."""

    sequence: int
    id: str
    kind: str
    salt: bytes
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Head:
    """Size and root of the tree; `recorded_at` is the latest clock reading in the ledger, None while it is empty."""

    size: int
    root: bytes
    recorded_at: datetime | None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a check found: `changed`, `dropped`, `reordered` or `cut_off`, at which entry, and in words."""

    kind: str
    entry: int
    why: str


class Ledger(Protocol):
    """What a store offers. Appending is all or nothing; an id already present is skipped, never written twice."""

    @property
    def key(self) -> bytes:
        """The register's own key, from which ids are made."""

    @property
    def invented(self) -> bool:
        """Whether this register was made for invented people and so accepts another clock."""

    def head(self) -> Head:
        """Where the ledger stands now."""

    def append(self, batch: Sequence[NewEntry]) -> int:
        """Append those not yet present as one act; how many were added. Raises CannotOpen on a full or read-only disk."""

    def has(self, ids: Iterable[str]) -> set[str]:
        """Those of `ids` that are present."""

    def bodies(self, kinds: Sequence[str] | None = None, after: int = 0) -> Iterator[Body]:
        """Bodies in ledger order, of these kinds, later than sequence `after`."""

    def body(self, entry_id: str) -> Body | None:
        """One body; None = no such entry."""


def commit(salt: bytes, sequence: int, kind: str, data: bytes) -> bytes:
    """The commitment of one entry."""
    return hashlib.sha256(salt + sequence.to_bytes(8, "big") + kind.encode() + b"\0" + data).digest()


class Tree:
    """A Merkle tree that only grows: keeps the roots of its complete subtrees, so appending costs O(log n)."""

    def __init__(self) -> None:
        self.size = 0
        self._peaks: list[tuple[int, bytes]] = []

    def append(self, commitment: bytes) -> None:
        """Add one leaf."""
        height, node = 0, hashlib.sha256(b"\0" + commitment).digest()
        while self._peaks and self._peaks[-1][0] == height:
            node = hashlib.sha256(b"\1" + self._peaks.pop()[1] + node).digest()
            height += 1
        self._peaks.append((height, node))
        self.size += 1

    def root(self) -> bytes:
        """Root hash; SHA-256 of nothing for the empty tree (RFC 9162)."""
        if not self._peaks:
            return hashlib.sha256(b"").digest()
        node = self._peaks[-1][1]
        for _, left in reversed(self._peaks[:-1]):
            node = hashlib.sha256(b"\1" + left + node).digest()
        return node

    def packed(self) -> bytes:
        """The kept roots as bytes, so that appending later need not read every leaf again."""
        return b"".join(bytes([height]) + node for height, node in self._peaks)

    @staticmethod
    def unpacked(size: int, packed: bytes) -> Tree:
        """A tree from its size and packed roots."""
        tree = Tree()
        tree.size = size
        tree._peaks = [(packed[i], packed[i + 1 : i + 33]) for i in range(0, len(packed), 33)]
        return tree
