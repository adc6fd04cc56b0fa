"""The question every answer carries: for which day, as known by which day, from whose knowledge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from habeas.kernel.errors import UsageError

_KINDS = ("register", "public", "source")


@dataclass(frozen=True, slots=True)
class Basis:
    """Whose knowledge counts.

    `register`: what this register had recorded by K. `public`: what had been published by K, as read today.
    `source`: what one list (named in `list_name`) held on K, from its dated versions.
    """

    kind: str
    list_name: str | None = None

    @staticmethod
    def register() -> Basis:
        """What this register held: for audit and to reproduce an edition."""
        return Basis("register")

    @staticmethod
    def public() -> Basis:
        """What had been published, in our present reading."""
        return Basis("public")

    @staticmethod
    def source(list_name: str) -> Basis:
        """What the list `list_name` held."""
        return Basis("source", list_name)

    @staticmethod
    def parse(text: str) -> Basis:
        """Read `register`, `public` or `source:LIST`. Raises UsageError."""
        kind, colon, name = text.partition(":")
        if kind not in _KINDS or bool(colon) != (kind == "source") or (colon and not name.strip()):
            raise UsageError(f"'{text}' is no basis; use register, public or source:LIST")
        return Basis(kind, name.strip() or None)

    def __str__(self) -> str:
        return f"{self.kind}:{self.list_name}" if self.list_name else self.kind


@dataclass(frozen=True, slots=True)
class AsOf:
    """Day D (`day`), UTC day K inclusive (`known_by`), and basis. There is no default: every question chooses."""

    day: date
    known_by: date
    basis: Basis

    def on(self, day: date) -> AsOf:
        """The same question about another day."""
        return AsOf(day, self.known_by, self.basis)

    def __str__(self) -> str:
        return f"on {self.day}, as known by {self.known_by} (basis {self.basis})"


def utc_today() -> date:
    """Today's UTC day: what K means when it is not given."""
    return datetime.now(UTC).date()


def parse_calendar_day(text: str, option: str) -> date:
    """An exact day from an option. Raises UsageError naming the option."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option} {text}: not one existing calendar day; write it as YYYY-MM-DD") from error
