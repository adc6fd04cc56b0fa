"""Patronymics: who somebody's father was, in whatever spelling, and the gender the ending tells.

Built from the given names: every masculine form takes the endings that Belarusian, Russian and Ukrainian give it, and the results are
looked up by their coarse reading. A patronymic of a father not in the list is known by its ending and its place.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from habeas.names.given import NO_CLASS, Classes, given_names
from habeas.names.readings import coarse, coarse_readings

_MASCULINE = ("avic", "ivic", "ic")
_FEMININE = ("avna", "ivna", "inicna", "icna")


@dataclass(frozen=True, slots=True)
class Patronymic:
    """`fathers`: the given names the father may have had (empty = not in the list); `stems`: readings before the ending. `gender`: m, f,
    or "" where the father is told by his own name.
    """

    written: str
    fathers: Classes
    stems: frozenset[str]
    gender: str


@cache
def _fathers() -> dict[str, Classes]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, name in enumerate(given_names()):
        if name.gender == "m":
            for form in name.full:
                for stem in _stems(coarse_readings(form)[0]):
                    for ending in (*_MASCULINE, *_FEMININE):
                        found[coarse(stem + ending)].add(number)
    return {reading: frozenset(numbers) for reading, numbers in found.items()}


def _stems(reading: str) -> set[str]:
    """A father's name without its last vowel; with the vowel that drops out (Pavel, Lev) and the l that comes in (Yakov)."""
    bare = reading.rstrip("i")
    stems = {bare, bare.rstrip("a")}
    if len(bare) > 2 and bare[-2] == "a" and bare[-1] in "lv":
        stems.add(bare[:-2] + bare[-1])
    return stems | {stem + "l" for stem in stems if stem.endswith("v")}


@lru_cache(maxsize=65536)
def patronymic(word: str) -> Patronymic | None:
    """What a lower-case word is as a patronymic; None when it has no such ending."""
    readings = [r for r in coarse_readings(word) if r.endswith(("ic", "na")) and len(r) > 3]
    if not readings:
        return None
    known = _fathers()
    fathers = frozenset().union(*(known.get(reading, NO_CLASS) for reading in readings))
    endings = [(reading, ending) for reading in readings for ending in _endings(reading)]
    if not endings or not (fathers or any(len(ending) > 2 for _, ending in endings)):
        return None
    stems = frozenset(reading[: -len(ending)].rstrip("ai") for reading, ending in endings)
    return Patronymic(word, fathers, stems, "m" if endings[0][0].endswith("ic") else "f")


def _endings(reading: str) -> list[str]:
    return [e for e in (*_MASCULINE, *_FEMININE) if reading.endswith(e) and len(reading) > len(e)][:1]
