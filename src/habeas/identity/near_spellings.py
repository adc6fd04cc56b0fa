"""Which of many readings are near a given one, without comparing it with each: by consonants, one of them left out.

Vowels are what spellings differ in most, so readings are grouped by their consonants. Two groups are near when leaving out at most one
consonant on either side makes them alike; that finds any one letter dropped, added, exchanged or swapped with its neighbour. Readings of
few consonants, of which too many would be near, are grouped whole as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from habeas.identity.number_lists import NumberLists, Numbers
from habeas.names.readings import skeleton

#: With fewer consonants, leaving one out says too little.
_FEW = 4
#: Marks a group that is a whole reading.
_WHOLE = "="
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


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
        hashes, groups = _hashed(list(members))
        order = np.argsort(hashes, kind="stable")
        return cls(hashes[order], groups[order], NumberLists.of_pairs(lists, values, len(members)))

    def near(self, readings: Iterable[str]) -> Numbers:
        """Places of readings near any of these; some are not, and have to be compared."""
        wanted = np.unique(_hashed(sorted({group for reading in readings for group in _groups_of(reading)}))[0])
        first, last = (np.searchsorted(self.hashes, wanted, side) for side in ("left", "right"))
        found = [self.groups[a:b] for a, b in zip(first, last, strict=True) if a < b]
        if not found:
            return np.zeros(0, np.int32)
        return np.unique(self.readings.many(np.unique(np.concatenate(found))))


def _groups_of(reading: str) -> tuple[str, ...]:
    consonants = skeleton(reading)
    return (consonants,) if len(consonants) >= _FEW else (consonants, _WHOLE + reading)


def _hashed(groups: Sequence[str]) -> tuple[NDArray[np.uint32], Numbers]:
    """A hash for each group as it is and, where it is long enough, without each of its letters; and whose each hash is."""
    hashes, owners = [np.zeros(0, np.uint32)], [np.zeros(0, np.int32)]
    by_length: dict[int, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        by_length[len(group)].append(number)
    for length, numbers in by_length.items():
        text = np.array([groups[n] for n in numbers], f"U{max(length, 1)}")
        letters: NDArray[Any] = text.view(np.uint32).reshape(len(numbers), -1).astype(np.uint64)
        whole = letters[:, 0] == ord(_WHOLE)
        hashes.append(_hash(letters))
        owners.append(np.array(numbers, np.int32))
        shortened = letters if length >= _FEW else letters[whole]
        whose = owners[-1] if length >= _FEW else owners[-1][whole]
        for place in range(length if len(whose) else 0):
            hashes.append(_hash(np.delete(shortened, place, axis=1)))
            owners.append(whose)
    return np.concatenate(hashes), np.concatenate(owners)


def _hash(letters: NDArray[Any]) -> NDArray[Any]:
    value = np.zeros(len(letters), np.uint64)
    for column in letters.T:
        value = (value ^ column) * _FACTOR
        value ^= value >> np.uint64(29)
    return (value >> np.uint64(32)).astype(np.uint32)
