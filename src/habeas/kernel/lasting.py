"""What has become lasting so far, so that the truth can be said when a command is interrupted.

An interrupt (Ctrl-C) may come at any moment. The one moment in which something becomes lasting, and is noted, is held free of it: what
is noted has happened, and what is not noted has not.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from types import FrameType


@dataclass(frozen=True, slots=True)
class Lasting:
    """`place`: a register, file or folder, as it may be printed. `entries`: how many entered the register; None = `place` itself was written."""

    place: str
    entries: int | None = None


_noted: ContextVar[list[Lasting] | None] = ContextVar("noted", default=None)


@contextmanager
def noting() -> Iterator[list[Lasting]]:
    """Everything that becomes lasting meanwhile, in order; what is noted inside another noting is not told of outside it."""
    found: list[Lasting] = []
    before = _noted.set(found)
    try:
        yield found
    finally:
        _noted.reset(before)


@contextmanager
def becoming(lasting: Lasting | None) -> Iterator[None]:
    """Do the one step after which it lasts, and note it; an interrupt waits until both are done. None = the step changes nothing."""
    with undisturbed():
        yield
        noted = _noted.get()
        if lasting is not None and noted is not None:
            noted.append(lasting)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold an interrupt back until the end. For short work only: meanwhile nobody can stop it."""
    handler = signal.getsignal(signal.SIGINT)
    # Python tells the main thread alone; where no Python function is told, an interrupt is ignored or ends the process
    if not callable(handler) or threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[tuple[int, FrameType | None]] = []
    signal.signal(signal.SIGINT, lambda number, frame: came.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
    if came:
        handler(*came[-1])
