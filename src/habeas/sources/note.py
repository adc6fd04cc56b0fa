"""A note: a source without a file. What a member of staff was told, typed once and frozen.

The informant is a pseudonym at most, and sealed: the gate never lets it out. Consent says how far the content may go.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.kernel.ids import sha256_hex

CHANNELS = ("call", "letter", "visit", "lawyer", "chat", "broadcast", "other")
CONSENTS = ("public", "count_only", "staff_only")


@dataclass(frozen=True, slots=True)
class Note:
    """`day` is when it was told; `informant` None = not recorded.

    Raises InputRefused on a channel or consent that is not in the lists, on an empty text, and on one that is no Unicode text.
    """

    channel: str
    day: Day
    text: str
    consent: str = "staff_only"
    # left out of repr, so that it never lands in a log
    informant: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if self.channel not in CHANNELS:
            raise InputRefused(f"note: channel '{self.channel}' is not one of {', '.join(CHANNELS)}")
        if self.consent not in CONSENTS:
            raise InputRefused(f"note: consent '{self.consent}' is not one of {', '.join(CONSENTS)}")
        if not self.text.strip():
            raise InputRefused("note: it is empty; type or pipe in what was told")
        try:
            f"{self.text}{self.informant}".encode()
        except UnicodeEncodeError as error:
            raise InputRefused(
                f"note: character {error.start + 1} is half of one; type it in a terminal that speaks UTF-8"
            ) from error

    @property
    def sha256(self) -> str:
        """SHA-256 of the text as typed, in hex."""
        return sha256_hex(self.text.encode())

    def to_content(self) -> dict[str, Any]:
        """What makes its identity, as plain JSON."""
        content = {
            "channel": self.channel, "day": self.day.text, "text": self.text, "consent": self.consent, "informant": self.informant,
        }  # fmt: skip
        return {name: value for name, value in content.items() if value is not None}

    @staticmethod
    def from_content(content: Mapping[str, Any]) -> Note:
        """Back from `to_content()`. Raises InputRefused when a field is missing or says what no note says."""
        try:
            channel, day, text, consent = (content[name] for name in ("channel", "day", "text", "consent"))
        except KeyError as error:
            raise InputRefused(f"a note without {error}; write the note again") from error
        return Note(channel, Day.parse(day), text, consent, content.get("informant"))
