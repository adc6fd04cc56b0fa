"""The register that this process serves: opened once, asked by one request at a time, and shown to each as far as they may see it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from threading import Event, RLock

from habeas.kernel.asof import utc_today
from habeas.register.opened import Register
from habeas.register.projected import Projected, projected
from habeas.register.showing import Sees
from habeas.web.permissions import Deed, Who


@dataclass(slots=True)
class Shelf:
    """`everybody_sees_all`: whoever asks is taken for the operator and sees the whole register, because nobody else can ask.
    `signs_in`: tables for accounts are here and can be written, so that people can sign in. `grown`: a desk has entered something since it
    was last cleared.

    Requests run on several threads; what a register keeps in memory is not made for that, so that they take turns.
    """

    register: Register
    everybody_sees_all: bool = True
    signs_in: bool = False
    grown: Event = field(default_factory=Event)
    _turn: RLock = field(default_factory=RLock)
    _projected: dict[Sees, Projected] = field(default_factory=dict)

    @contextmanager
    def asked(self, who: Who) -> Iterator[Register]:
        """The register as `who` may see it, for the length of one request, with what others appended meanwhile."""
        with self._turn:
            yield self.seen_by(who)

    @contextmanager
    def worked_on(self) -> Iterator[Register]:
        """The whole register, for a desk: what is entered there has to meet everything that is here."""
        with self._turn:
            self.register.caught_up()
            before = self.register.opened_to
            try:
                yield self.register
            finally:
                if self.register.opened_to != before:
                    self.grown.set()

    def seen_by(self, who: Who) -> Register:
        """The register as `who` may see it; only for whoever has the turn."""
        seen = self.register
        if not (who.may(Deed.READ_ALL) and who.may(Deed.READ_STAFF)):
            sees = Sees.ALL_BUT_STAFF if who.may(Deed.READ_ALL) else Sees.PUBLISHED
            if sees not in self._projected:
                self._projected[sees] = projected(self.register, sees)
            seen = self._projected[sees]
        seen.caught_up()
        return seen


def today_of(register: Register) -> date:
    """The day that a page means by now: an invented register has its own clock, which stands at its last entry."""
    latest = register.store.head().recorded_at
    return latest.date() if register.store.invented and latest is not None else utc_today()


_on: list[Shelf] = []


def put_on(shelf: Shelf) -> None:
    """Serve this register from now on."""
    _on[:] = [shelf]


def the_shelf() -> Shelf:
    """What is served. Raises LookupError when nothing is."""
    if not _on:
        raise LookupError("no register is being served")
    return _on[0]
