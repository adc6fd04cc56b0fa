"""An answer that carries its question, its coverage and what it had to leave out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from habeas.kernel.asof import AsOf

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """`value` for the question `as_of`. `coverage` says what population the register speaks of; `notes` what is open."""

    value: T
    as_of: AsOf
    coverage: str
    notes: tuple[str, ...] = ()
