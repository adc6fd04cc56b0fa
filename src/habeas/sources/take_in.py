"""One file to a capture with its frozen passages: the only door through which files come in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from habeas.sources.capture import About, Capture, capture_of
from habeas.sources.media import LIMIT, TEXT_NAMES, media_type, read_bytes
from habeas.sources.passage import Passage
from habeas.sources.plain import decode
from habeas.sources.sandbox import parse_in_sandbox


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A capture, its bytes, and the passages read from it. `not_parsed` None = parsed; else why not: stored all the same.

    `published_hint` is a publication day the document itself states, as EDTF text; None = none found. `encoding` None = no text.
    """

    capture: Capture
    data: bytes
    passages: tuple[Passage, ...]
    not_parsed: str | None = None
    warnings: tuple[str, ...] = ()
    published_hint: str | None = None
    encoding: str | None = None


def take_in(path: str | Path, about: About, limit: int = LIMIT) -> TakenFile:
    """Read one file. Raises InputRefused naming the file and the remedy; nothing is stored here."""
    data = read_bytes(path, limit)
    kind = media_type(path, data)
    capture = capture_of(data, kind, Path(path).name, about)
    if kind in TEXT_NAMES.values():
        text, encoding = decode(data, str(path))
        return TakenFile(capture, data, (Passage(0, text),), encoding=encoding)
    parsed = parse_in_sandbox(data, kind)
    return TakenFile(capture, data, parsed.passages, parsed.because, parsed.warnings, parsed.published_hint)
