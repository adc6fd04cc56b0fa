"""Many lists of numbers kept as two arrays: where each list starts, and all their values one after another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class NumberLists:
    """List `i` is `values[starts[i]:starts[i + 1]]`."""

    starts: Numbers
    values: Numbers

    @classmethod
    def of_pairs(cls, lists: NDArray[Any], values: NDArray[Any], number: int) -> NumberLists:
        """`number` lists; each pair says into which list a value goes. Values keep their order."""
        order = np.argsort(lists, kind="stable")
        return cls.of_sizes(np.bincount(lists, minlength=number), np.asarray(values)[order].astype(np.int32))

    @classmethod
    def of_sizes(cls, sizes: NDArray[Any], values: Numbers) -> NumberLists:
        """Lists that stand one after another, of these lengths."""
        starts = np.zeros(len(sizes) + 1, np.int32)
        np.cumsum(sizes, out=starts[1:])
        return cls(starts, values)

    def one(self, number: int) -> Numbers:
        """One list."""
        found: Numbers = self.values[self.starts[number] : self.starts[number + 1]]
        return found

    def sizes(self, numbers: NDArray[Any]) -> Numbers:
        """How long each of these lists is."""
        found: Numbers = self.starts[numbers + 1] - self.starts[numbers]
        return found

    def many(self, numbers: NDArray[Any]) -> Numbers:
        """The values of these lists, one list after another."""
        sizes = self.sizes(numbers)
        ends = np.cumsum(sizes)
        places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(self.starts[numbers] - (ends - sizes), sizes)
        found: Numbers = self.values[places]
        return found
