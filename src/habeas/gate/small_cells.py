"""Small cells: a published "1 in colony X" names somebody. Hide small counts, and enough others that sums do not give them away.

The threshold is our convention (STATISTICS: counts below five with place and date can identify people), not a law of nature.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

THRESHOLD = 5
K = TypeVar("K", bound=Hashable)


def without_small_cells(cells: Mapping[K, int], threshold: int = THRESHOLD) -> dict[K, int | None]:
    """The same cells with None for those hidden. Zero is shown: it names nobody.

    Where the hidden cells could still be got by subtraction from a published total, because there is only one or because they sum
    to less than the threshold, the smallest shown cells are hidden too, until that is no longer so.
    """
    hidden = {key for key, count in cells.items() if 0 < count < threshold}
    shown = sorted((key for key, count in cells.items() if count >= threshold), key=lambda key: (cells[key], str(key)))
    while hidden and shown and (len(hidden) == 1 or sum(cells[key] for key in hidden) < threshold):
        hidden.add(shown.pop(0))
    return {key: None if key in hidden else count for key, count in cells.items()}
