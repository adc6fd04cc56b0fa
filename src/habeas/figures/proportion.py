"""A share with its interval."""

from __future__ import annotations

from math import sqrt

_Z = 1.959964  # two-sided 95 %


def wilson(part: int, whole: int) -> tuple[float, float] | None:
    """The 95 % score interval of a share (Wilson 1927, J. Am. Stat. Assoc. 22:209-212, without continuity correction); None of nothing."""
    if whole == 0:
        return None
    share, square = part / whole, _Z * _Z
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    half = _Z * sqrt(share * (1 - share) / whole + square / (4 * whole * whole)) / (1 + square / whole)
    return max(0.0, middle - half), min(1.0, middle + half)
