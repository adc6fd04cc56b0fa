"""The register that this process serves: opened once, asked by one request at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from threading import RLock

from habeas.kernel.asof import utc_today
from habeas.register.opened import Register


@dataclass(slots=True)
class Shelf:
    """`everybody_sees_all`: whoever asks is taken for the operator and sees the whole register, because nobody else can ask.

    Requests run on several threads; what a register keeps in memory is not made for that, so that they take turns.
    """

    register: Register
    everybody_sees_all: bool = True
    _turn: RLock = field(default_factory=RLock)

    @contextmanager
    def asked(self) -> Iterator[Register]:
        """The register, for the length of one request, with what others appended meanwhile."""
        with self._turn:
            self.register.caught_up()
            yield self.register


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
