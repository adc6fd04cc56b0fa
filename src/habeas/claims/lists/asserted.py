"""What one row of a list asserts: of whom, which claims, each with the cells it was made from."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from typing import Any

from habeas.kernel.errors import InputRefused

AssertionKey = tuple[str, str, str | None, tuple[tuple[str, Any], ...]]


class CellRefused(InputRefused):
    """A cell that cannot be read as what its column is mapped to."""

    def __init__(self, column: str | None, why: str) -> None:
        super().__init__(why)
        self.column = column


@dataclass(frozen=True, slots=True)
class Asserted:
    """One claim a row makes. `columns` are those it was made from; `quote` their texts.

    `key` is what makes it the same assertion, however its cells are written.
    """

    predicate: str
    value: Map[str, Any]
    when: str = ""
    until: str | None = None
    quote: str = ""
    columns: tuple[str, ...] = ()
    key: AssertionKey = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # asked for several times of each of a large list's claims
        object.__setattr__(self, "key", assertion_key(self.predicate, self.value, self.when, self.until))


@dataclass(frozen=True, slots=True)
class Person:
    """One sound row: the id the list gives them, the name, and what is asserted."""

    row: int
    id: str
    name: str
    asserted: tuple[Asserted, ...]


def assertion_key(predicate: str, value: Map[str, Any], when: str, until: str | None) -> AssertionKey:
    """Equal for claims that say the same of one person."""
    if not value:
        return (predicate, when, until, ())
    said = [(name, tuple(v) if isinstance(v, list) else v) for name, v in value.items()]
    return (predicate, when, until, tuple(sorted(said) if len(said) > 1 else said))
