"""How far long work has come, on stderr: after two seconds, and seldom where nobody watches."""

from __future__ import annotations

import sys
import time

_PATIENCE, _WATCHED, _LOGGED = 2.0, 0.2, 5.0


class Progress:
    """Called as work goes on with what is counted, how many are done, and of how many (None = not known)."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._last = self._began - _LOGGED
        self._is_watched = sys.stderr.isatty()
        self._width = 0

    def __call__(self, what: str, done: int, of: int | None = None) -> None:
        """Say it, unless the work is young or it was said just now."""
        now = time.monotonic()
        if now - self._began < _PATIENCE or now - self._last < (_WATCHED if self._is_watched else _LOGGED):
            return
        self._last = now
        said = f"habeas: {done:,} of {of:,} {what}" if of is not None else f"habeas: {done:,} {what}"
        if self._is_watched:
            sys.stderr.write(f"\r{said.ljust(self._width)}")
            self._width = len(said)
        else:
            sys.stderr.write(f"{said}\n")
        sys.stderr.flush()

    def done(self) -> None:
        """Leave a clean line behind."""
        if self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            self._width = 0
