"""The key by which a name is found among many: everything it may be read as, in a form that can be stored and looked up.

A key belongs to a KEY_VERSION; a stored key of another version is made again from the name. Two spellings of one person share a
surname's reading or at least its consonants, and a given name; which person it is, the score and other evidence decide.
"""

from __future__ import annotations

from dataclasses import dataclass

from habeas.names.parsed import parsed
from habeas.names.patronymics import Patronymic
from habeas.names.readings import KEY_VERSION, coarse_readings


@dataclass(frozen=True, slots=True)
class ReadingKey:
    """`surnames`: coarse readings of each word of the surname; `skeletons`: their consonants. `given`: numbers of the given names meant,
    or readings where the name is not in the list; `fathers` the same of the patronymic. `gender`: m, f or "".
    """

    version: int
    surnames: frozenset[str]
    skeletons: frozenset[str]
    given: frozenset[str]
    fathers: frozenset[str]
    gender: str

    def terms(self) -> frozenset[str]:
        """The key as words for an index: the letter before the colon says of what part."""
        parts = (("s", self.surnames), ("k", self.skeletons), ("g", self.given), ("f", self.fathers))
        return frozenset(f"{letter}:{value}" for letter, values in parts for value in values)


def key(name: str) -> ReadingKey:
    """The key of a name as written; without any reading where the name holds no word."""
    found = parsed(name)
    given = frozenset(map(str, found.classes)) or frozenset(r for w in found.given[:1] for r in coarse_readings(w.text))
    return ReadingKey(
        KEY_VERSION,
        frozenset(reading for word in found.surname for reading in word.surname.coarse),
        frozenset(reading for word in found.surname for reading in word.surname.skeletons),
        given,
        fathers_key(found.father),
        found.gender,
    )


def fathers_key(father: Patronymic | None) -> frozenset[str]:
    """`fathers` of a key; empty where no patronymic is told."""
    return frozenset() if father is None else frozenset(map(str, father.fathers)) or father.stems
