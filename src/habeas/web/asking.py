"""The question a page answers, read from its address: D, K, basis and definition, each with what it is when left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from habeas.figures.definitions import Definition, definition, definition_files
from habeas.kernel.asof import AsOf, Basis, parse_calendar_day, utc_today
from habeas.kernel.errors import InputRefused

#: What an address says of a question. `body` goes with a definition about one body that is not named in it.
PARTS = ("on", "known_by", "basis", "definition", "body")


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

    @property
    def plain_definition(self) -> str:
        """The definition as choices name it: without its version."""
        return self.of.id + (f":{self.of.parameter}" if self.of.parameter else "")

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
    given = _given(sent)
    known_by = parse_calendar_day(given["known_by"], "known by") if "known_by" in given else today or utc_today()
    day: date = parse_calendar_day(given["on"], "day") if "on" in given else known_by
    asked = AsOf(day, known_by, Basis.parse(given.get("basis", "register")))
    return Question(asked, definition(given["definition"]) if "definition" in given else definition(), given)


def _given(sent: Mapping[str, str]) -> dict[str, str]:
    """What the address says, with a body named apart put where the definition wants it; it stays away where none is wanted."""
    given = {name: sent[name].strip() for name in PARTS if sent.get(name, "").strip()}
    body, wanted = given.pop("body", ""), given.get("definition", "").partition(":")[0].partition("@")[0]
    if body and ":" not in given.get("definition", "") and wanted in _about_one_body():
        given["definition"] += f":{body}"
    return given


def _about_one_body() -> set[str]:
    return {str(content["id"]) for content in definition_files() if "parameter" in content}
