"""A note: a source without a file. What a member of staff was told, typed once and frozen.

The informant is a pseudonym at most, and sealed: the gate never lets it out. Consent says how far the content may go.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused

CHANNELS = ("call", "letter", "visit", "lawyer", "chat", "broadcast", "other")
CONSENTS = ("public", "count_only", "staff_only")


@dataclass(frozen=True, slots=True)
class Note:
    """`day` is when it was told; `informant` None = not recorded. Raises InputRefused on a word that is not in the lists."""

    channel: str
    day: Day
    text: str
    consent: str = "staff_only"
    informant: str | None = None

    def __post_init__(self) -> None:
        if self.channel not in CHANNELS:
            raise InputRefused(f"note: channel '{self.channel}' is not one of {', '.join(CHANNELS)}")
        if self.consent not in CONSENTS:
            raise InputRefused(f"note: consent '{self.consent}' is not one of {', '.join(CONSENTS)}")
        if not self.text.strip():
            raise InputRefused("note: it is empty; type or pipe in what was told")

    def to_content(self) -> dict[str, Any]:
        """What makes its identity."""
        content = {
            "channel": self.channel, "day": self.day.text, "text": self.text, "consent": self.consent, "informant": self.informant,
        }  # fmt: skip
        return {name: value for name, value in content.items() if value is not None}
