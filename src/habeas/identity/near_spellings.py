"""Which of many readings are near a given one, without comparing it with each: by consonants, one of them left out.

Vowels are what spellings differ in most, so readings are grouped by their consonants. Two groups are near when leaving out at most one
consonant on either side makes them alike; that finds any one letter dropped, added, exchanged or swapped with its neighbour. Readings of
few consonants, of which too many would be near, are grouped whole as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from habeas.identity.number_lists import NumberLists, Numbers
from habeas.names.readings import skeleton

#: With fewer consonants, leaving one out says too little: in the index, in what is looked up.
_FEWEST, _FEW = 3, 4
#: Marks a group that is a whole reading.
_WHOLE = "="


@dataclass(frozen=True, slots=True)
class NearSpellings:
    """`hashes`, sorted: of every group, with and without one letter; `groups`: which group each is of; `readings` of each group."""

    hashes: NDArray[np.uint32]
    groups: Numbers
    readings: NumberLists

    @classmethod
    def of(cls, readings: Sequence[str]) -> NearSpellings:
        """Made from all readings; a reading is known by its place."""
        members: dict[str, list[int]] = defaultdict(list)
        for number, reading in enumerate(readings):
            for group in _groups_of(reading):
                members[group].append(number)
        lists = np.repeat(np.arange(len(members)), [len(found) for found in members.values()])
        values = np.array([number for found in members.values() for number in found], np.int32)
        hashed = np.fromiter(_hashed(members, _FEWEST), np.dtype([("hash", np.uint32), ("group", np.int32)]))
        hashed = hashed[np.argsort(hashed["hash"], kind="stable")]
        groups = NumberLists.of_pairs(lists, values, len(members))
        return cls(np.ascontiguousarray(hashed["hash"]), np.ascontiguousarray(hashed["group"]), groups)

    def near(self, readings: Iterable[str]) -> Numbers:
        """Places of readings near any of these; some are not, and have to be compared."""
        groups = {group for reading in readings for group in _groups_of(reading)}
        wanted = np.array(sorted({value for value, _ in _hashed(groups, _FEW)}), np.uint32)
        first, last = (np.searchsorted(self.hashes, wanted, side) for side in ("left", "right"))
        found = [self.groups[a:b] for a, b in zip(first, last, strict=True) if a < b]
        if not found:
            return np.zeros(0, np.int32)
        return np.unique(self.readings.many(np.unique(np.concatenate(found))))


def _groups_of(reading: str) -> tuple[str, ...]:
    consonants = skeleton(reading)
    return (consonants,) if len(consonants) >= _FEW else (consonants, _WHOLE + reading)


def _hashed(groups: Iterable[str], least: int) -> Iterator[tuple[int, int]]:
    """A hash of each group as it is and, where it has at least `least` letters, without each of its letters; with the group's place."""
    for number, group in enumerate(groups):
        yield crc32(group.encode()), number
        if len(group) >= least or group.startswith(_WHOLE):
            for place in range(len(group)):
                yield crc32((group[:place] + group[place + 1 :]).encode()), number
