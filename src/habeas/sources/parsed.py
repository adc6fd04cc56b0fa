"""What came of parsing, and the check of what the child says: the child may have been taken over, so its answer is hostile too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from habeas.kernel.days import Day
from habeas.kernel.errors import DayInvalid
from habeas.sources.passage import Passage
from habeas.sources.plain import CONTROL

MOST_PASSAGES = 20_000
MOST_WARNINGS = 50
_MOST_WORDS = 300
Sandbox = Literal["bubblewrap", "landlock", "none"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """Passages or, where there are none, `because`: why not.

    `warnings` are parts that were not parsed, or doubts about them. `published_hint` is a publication day that the document itself
    states; None = none found. `sandbox` is where it was parsed; none = in process, or not at all.
    """

    passages: tuple[Passage, ...]
    because: str | None = None
    warnings: tuple[str, ...] = ()
    published_hint: Day | None = None
    sandbox: Sandbox = "none"

    @property
    def status(self) -> Literal["parsed", "not_parsed"]:
        """Whether there is text to read."""
        return "parsed" if self.because is None else "not_parsed"


def not_parsed(because: str, sandbox: Sandbox, warnings: tuple[str, ...] = ()) -> Parsed:
    """Stored all the same, with the reason."""
    return Parsed((), f"stored, not parsed: {because}", warnings, None, sandbox)


def parsed_from(said: bytes, sandbox: Sandbox) -> Parsed:
    """The child's answer, if it has the shape of one: else it is not parsed, and nothing of it is kept."""
    try:
        answer = json.loads(said)
        passages = tuple(_passages(answer.get("passages", [])))
        warnings = tuple(_shown(warning) for warning in answer.get("warnings", []))
        hint = _day(answer.get("published_hint"))
        because = _shown(answer.get("because", "the parser gave no reason"))
    except (ValueError, AttributeError, TypeError, KeyError, RecursionError):
        return not_parsed("the parser's answer could not be read", sandbox)
    if len(warnings) > MOST_WARNINGS:
        warnings = (*warnings[:MOST_WARNINGS], f"and {len(warnings) - MOST_WARNINGS} more")
    if not passages:
        return not_parsed(because, sandbox, warnings)
    return Parsed(passages, None, warnings, hint, sandbox)


def _passages(raw: Any) -> Iterator[Passage]:
    if not isinstance(raw, list) or len(raw) > MOST_PASSAGES:
        raise TypeError("passages are a list, and not longer than any document")
    for number, entry in enumerate(raw):
        text, page, title, sheet = entry["text"], entry.get("page"), entry.get("title"), entry.get("sheet")
        if type(page) not in (int, type(None)) or (page is not None and not 1 <= page < 10**6):
            raise TypeError("a page is a number from 1")
        yield Passage(number, _text(text), page, _name(title), _name(sheet))


def _text(raw: Any) -> str:
    if not isinstance(raw, str) or not raw.strip() or CONTROL.search(raw):
        raise TypeError("a text is made of characters, not controls")
    # halves of characters cannot be stored
    raw.encode()
    return raw


def _name(raw: Any) -> str | None:
    return None if raw is None else _shown(raw)


def _shown(raw: Any) -> str:
    """Words that will be printed: one line, nothing that moves a cursor or turns the direction of writing."""
    if not isinstance(raw, str):
        raise TypeError("words are text")
    words = "".join(c if c.isprintable() else " " for c in raw[: _MOST_WORDS + 1])
    return words if len(words) <= _MOST_WORDS else f"{words[: _MOST_WORDS - 1]}…"


def _day(raw: Any) -> Day | None:
    if raw is None:
        return None
    if not isinstance(raw, str) or len(raw) != 10:
        raise TypeError("a day is YYYY-MM-DD")
    try:
        return Day.parse(raw)
    except DayInvalid:
        return None
