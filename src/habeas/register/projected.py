"""A register as somebody may see it: every function that reads a register answers from it, and none can tell more.

It holds a projection of the opened ledger, made again when something was appended or a new day has begun. It keeps nothing on disk, shares no
memory with the register behind it, and cannot be written to; nor can whatever is read past the opened ledger be read through it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.knowledge import Knowledge
from habeas.claims.ledger import Body, Entry, Head, NewEntry
from habeas.kernel.errors import RefusedByRule
from habeas.register.circumstances import Kept, circumstances
from habeas.register.opened import NONE_READ, Register, without_collection
from habeas.register.projecting import Projecting
from habeas.register.showing import Sees
from habeas.store.store import Store

_REFUSED = "this is not for everybody: sign in, or ask whoever keeps the register"


class ReadingStore(Store):
    """Where the ledger stands, and nothing that is in it."""

    def __init__(self, behind: Store) -> None:
        self._behind = behind
        self.path = ""
        self.key = b""
        self.invented = behind.invented
        self.in_the_way = _REFUSED
        self.notices = []

    def head(self) -> Head:
        """Where the ledger stands."""
        return self._behind.head()

    def clock(self) -> datetime:
        """Now, as the ledger's clock has it."""
        return self._behind.clock()

    def close(self) -> None:
        """The store behind is not ours to close."""

    def pending_drafts(self) -> list[tuple[str, bytes]]:
        """None: what is not decided is for the desks."""
        return []

    def bodies(self, kinds: Sequence[str] | None = None, after: int = 0) -> Iterator[Body]:
        """Raises RefusedByRule."""
        raise RefusedByRule(_REFUSED)

    def body(self, entry_id: str) -> Body | None:
        """Raises RefusedByRule."""
        raise RefusedByRule(_REFUSED)

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Raises RefusedByRule."""
        raise RefusedByRule(_REFUSED)

    def has(self, ids: Iterable[str]) -> set[str]:
        """Raises RefusedByRule."""
        raise RefusedByRule(_REFUSED)


class _Making:
    """What a projection is made with, kept for the next. Nothing that reads a register knows of it."""

    def __init__(self, behind: Knowledge, sees: Sees) -> None:
        self.behind, self.rewrote = behind, True
        self._kept, self._projecting = Kept(), Projecting(sees)
        self._begun = False

    def made(self, today: date, waiting: Iterable[Mapping[str, Any]]) -> Knowledge:
        """The projection as of now. `rewrote` says from then on whether a claim shown before may be shown otherwise now."""
        found = self._projecting.of(self.behind, circumstances(self.behind, today, self._kept), waiting)
        self.rewrote, self._begun = self._projecting.rewrote or not self._begun, True
        return found


@dataclass(slots=True)
class Projected(Register):
    """`behind` is the whole register. `made_at` is where its ledger stood, and on which day, when this was made."""

    behind: Register = field(kw_only=True)
    sees: Sees = field(kw_only=True)
    made_at: tuple[int, date] | None = None
    _making: _Making | None = None

    def caught_up(self) -> Knowledge:
        """Everything that may be seen; made anew only when there is more to see."""
        behind = self.behind.caught_up()
        at = (self.behind.opened_to, self.behind.store.clock().date())
        if at != self.made_at:
            with without_collection():
                made = self._made(behind, at[1])
            self._take_over(made)
            self.opened_to, self.made_at = at[0], at
        return self.knowledge

    def append(
        self,
        batch: Sequence[NewEntry],
        recorded_at: datetime | None = None,
        *,
        decided: Sequence[str] = (),
        proposed: Sequence[tuple[str, bytes]] = (),
        claims: Mapping[str, Claim] = NONE_READ,
    ) -> int:
        """Raises RefusedByRule."""
        raise RefusedByRule(_REFUSED)

    def _made(self, behind: Knowledge, today: date) -> Knowledge:
        waiting: list[dict[str, Any]] = [json.loads(data)["claim"] for _, data in self.behind.store.pending_drafts()]
        # set only once it is whole: whatever was stopped half-way begins from nothing, and so does a ledger opened again
        making, self._making = self._making, None
        if making is None or making.behind is not behind:
            making = _Making(behind, self.sees)
        made = making.made(today, waiting)
        self._making = making
        return made

    def _take_over(self, made: Knowledge) -> None:
        """What was derived from claims by their ids holds only while every claim that was shown before still reads the same."""
        then = self.knowledge
        same = all(i in made.sources and made.sources[i] == source for i, source in then.sources.items())
        if not same or self._making is None or self._making.rewrote:
            self.folded.clear()
            self.laid.clear()
        if not then.mentions.keys() <= made.mentions.keys():
            told = {str(claim.value.get("text")) for claim in made.claims if claim.predicate == "name"}
            self.names.forget_all_but(told | {mention.name for mention in made.mentions.values()})
        self.memo.clear()
        self.knowledge = made


def projected(register: Register, sees: Sees) -> Projected:
    """`register` as somebody sees it. It follows the register while both are open."""
    return Projected(path="", store=ReadingStore(register.store), actor="nobody", behind=register, sees=sees)
