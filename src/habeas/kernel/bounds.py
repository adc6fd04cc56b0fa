"""A count that says how sure it is: at least `certain`, at most `possible` of the persons known here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """`certain` persons in every reading of the evidence, `possible` in at least one. Raises ValueError if crossed."""

    certain: int
    possible: int

    def __post_init__(self) -> None:
        if not 0 <= self.certain <= self.possible:
            raise ValueError(f"bounds need 0 <= certain <= possible, not {self.certain} and {self.possible}")

    def __add__(self, other: Bounds) -> Bounds:
        return Bounds(self.certain + other.certain, self.possible + other.possible)

    @property
    def is_exact(self) -> bool:
        """Whether nothing is left open."""
        return self.certain == self.possible

    def __str__(self) -> str:
        return str(self.certain) if self.is_exact else f"{self.certain} to {self.possible}"
