"""The question a page answers, read from its address: D, K, basis and definition, each with what it is when left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from habeas.figures.definitions import Definition, definition
from habeas.kernel.asof import AsOf, Basis, parse_calendar_day, utc_today
from habeas.kernel.errors import InputRefused


class NotHere(InputRefused):
    """What an address names is not in the register, or was not as known by the day asked about."""


@dataclass(frozen=True, slots=True)
class Question:
    """`asked` and `of` as the register takes them. `given` holds only what the address said, for links that keep the question."""

    asked: AsOf
    of: Definition
    given: Mapping[str, str]

    @property
    def is_of_now(self) -> bool:
        """Whether nothing but today, as known today, is asked."""
        return not self.given.keys() & {"on", "known_by", "basis"}

    def address(self, **changed: str) -> str:
        """The question as the end of an address, with its leading "?"; empty where everything is left out."""
        words = {name: value for name, value in {**self.given, **changed}.items() if value}
        return f"?{urlencode(words)}" if words else ""

    @property
    def permanent(self) -> str:
        """The question with every part said, so that the address means the same tomorrow."""
        parts = {
            "on": self.asked.day.isoformat(), "known_by": self.asked.known_by.isoformat(), "basis": str(self.asked.basis),
            "definition": str(self.of),
        }  # fmt: skip
        return f"?{urlencode(parts)}"


def question_of(sent: Mapping[str, str], today: date | None = None) -> Question:
    """Read the question. K is `today` (None = the UTC day) unless given, and D is K. Raises UsageError naming the field that is off."""
    given = {
        name: sent[name].strip() for name in ("on", "known_by", "basis", "definition") if sent.get(name, "").strip()
    }
    known_by = parse_calendar_day(given["known_by"], "known by") if "known_by" in given else today or utc_today()
    day: date = parse_calendar_day(given["on"], "day") if "on" in given else known_by
    asked = AsOf(day, known_by, Basis.parse(given.get("basis", "register")))
    return Question(asked, definition(given["definition"]) if "definition" in given else definition(), given)
