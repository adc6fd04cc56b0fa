"""What is known beside the records about two of them: what a person judged, and whom the register tells apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def nobody_apart(_a: str, _b: str) -> bool:
    """Where nothing is known beside the records."""
    return False


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of rows that a person looked at, the lower row first: found to be two people, or not to be told. `apart`: whether the register
    tells two records (by id) apart, so that no automatic link joins them.
    """

    different: frozenset[tuple[int, int]] = frozenset()
    unsure: frozenset[tuple[int, int]] = frozenset()
    apart: Callable[[str, str], bool] = nobody_apart
