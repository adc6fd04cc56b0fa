"""One file to a capture with its frozen passages: the only door through which files come in."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from habeas.kernel.days import Day
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


def take_in(path: str | Path, about: About, limit: int = LIMIT) -> TakenFile:
    """Read one file of at most `limit` bytes. Raises InputRefused naming the file and the remedy; nothing is stored here."""
    data = read_bytes(path, limit)
    kind = media_type(path, data)
    capture = capture_of(data, kind, Path(path).name, about)
    if kind in TEXT_NAMES.values():
        text, encoding = decode(data, str(path))
        return TakenFile(capture, data, Parsed((Passage(0, text),), warnings=_doubts(encoding)), encoding)
    return TakenFile(capture, data, parse_in_sandbox(data, kind))


def _doubts(encoding: str) -> tuple[str, ...]:
    if not is_guess(encoding):
        return ()
    return (
        f"read as {encoding}, which is a guess: look at the names, and save the file as UTF-8 if they are misspelt",
    )
