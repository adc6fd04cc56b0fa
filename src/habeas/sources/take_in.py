"""One file to a capture with its frozen passages: the only door through which files come in."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.sources.capture import About, Capture, capture_of
from habeas.sources.media import LIMIT, TEXT_NAMES, media_type, read_bytes
from habeas.sources.parsed import Parsed
from habeas.sources.passage import Passage
from habeas.sources.plain import decode, is_guess
from habeas.sources.sandbox import parse_in_sandbox


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A capture, its bytes, and what was read from it. `encoding` None = the file is no plain text."""

    capture: Capture
    data: bytes = field(repr=False)
    parsed: Parsed = field(repr=False)
    encoding: str | None = None

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The frozen texts; empty where nothing could be read."""
        return self.parsed.passages

    @property
    def not_parsed(self) -> str | None:
        """Why there are no passages, though the file is stored; None = there are."""
        return self.parsed.because

    @property
    def warnings(self) -> tuple[str, ...]:
        """Parts that were not parsed, and a guessed encoding."""
        return self.parsed.warnings

    @property
    def published_hint(self) -> Day | None:
        """A publication day that the document itself states; None = none found. Never taken for the day without a person's word."""
        return self.parsed.published_hint


def take_in(
    path: str | Path, about: About, limit: int = LIMIT, *, encoding: str | None = None, is_list: bool = False
) -> TakenFile:
    """Read one file of at most `limit` bytes. Raises InputRefused naming the file and the remedy; nothing is stored here.

    `encoding` None = UTF-8, what a byte order mark says, or a guess that is stated. `is_list`: its rows are read one by one by the
    caller, so that a broken one is a fault of that row.
    """
    data = read_bytes(path, limit)
    kind = media_type(path, data)
    capture = capture_of(data, kind, Path(path).name, about)
    if kind in TEXT_NAMES.values():
        text, used = decode(data, str(path), encoding)
        if kind == TEXT_NAMES[".json"] and not is_list:
            _refuse_broken_json(text, path)
        doubts = _doubts(used) if encoding is None else ()
        return TakenFile(capture, data, Parsed((Passage(0, text),), warnings=doubts), used)
    return TakenFile(capture, data, parse_in_sandbox(data, kind))


def _refuse_broken_json(text: str, path: str | Path) -> None:
    try:
        json.loads(text.removeprefix("\ufeff"))
    except ValueError as error:
        where = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "its beginning"
        raise InputRefused(
            f"{path}: no whole JSON ({error}); it breaks at {where}: check that the download or copy was complete"
        ) from error
    except RecursionError as error:
        raise InputRefused(f"{path}: JSON nested too deeply to be read; save what matters as text") from error


def _doubts(encoding: str) -> tuple[str, ...]:
    if not is_guess(encoding):
        return ()
    return (
        f"read as {encoding}, which is a guess: look at the names, and if they are misspelt, save the file as UTF-8 or name its encoding (--encoding)",
    )
