"""How far two given names, two surnames or two patronymics agree, from 0 to 1. Below CONTRADICTED they contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from habeas.names.parsed import ParsedName
from habeas.names.patronymics import Patronymic
from habeas.names.surnames import Surname
from habeas.names.words import Word

#: At or under this, two parts cannot both be right.
CONTRADICTED = 0.5
#: One reading in common once a, e and o are folded.
FOLDED = 0.985
#: The same but for an o where the other has e, which Belarusian and Russian seldom change for each other.
OTHER_VOWEL = 0.9
#: A vowel more on one side (Belov, Belyaev), or the same consonants with other vowels.
ANOTHER_SYLLABLE = 0.8
SAME_CONSONANTS = 0.78
#: One surname is a part of the other, double one.
PART_OF_DOUBLE = 0.93
#: An initial that fits.
INITIAL = 0.8
#: Two initials that fit given name and patronymic.
BOTH_INITIALS = 0.88
#: What Belarusian writes as heard and Russian does not; yo is written with e as often as not.
_FOLDED_VOWELS = frozenset(["ao", "oa", "ae", "ea", "öe", "eö", "öo", "oö", "öa", "aö"])
_similarity = OSA.normalized_similarity


def surnames_agree(one: Surname, other: Surname) -> float:
    """1 = a fine reading in common; FOLDED = a coarse one; SAME_CONSONANTS; else by the letters that differ, never above 0.8."""
    if not one.fine.isdisjoint(other.fine):
        return 1.0
    if not one.coarse.isdisjoint(other.coarse):
        return max(_folded(a, b) for a in one.fine for b in other.fine)
    if one.ascii == other.ascii:
        return FOLDED
    near = max(_similarity(one.main, other.main), _similarity(one.ascii, other.ascii))
    if near < 0.5:
        return 0.0
    if not one.skeletons.isdisjoint(other.skeletons) and min(map(len, one.skeletons)) > 2:
        return SAME_CONSONANTS
    return near * 0.9 if near >= 0.75 else near * 0.6


def _folded(one: str, other: str) -> float:
    """How well two fine readings agree whose coarse ones may be one."""
    one, other = one.lstrip("j"), other.lstrip("j")
    if len(one) != len(other):
        return ANOTHER_SYLLABLE
    worst = FOLDED
    for a, b in zip(one, other, strict=True):
        if a != b and a + b not in _FOLDED_VOWELS:
            if a + b not in ("oe", "eo"):
                return ANOTHER_SYLLABLE
            worst = OTHER_VOWEL
    return worst


def double_surnames_agree(ones: Sequence[Word], others: Sequence[Word]) -> float:
    """Word by word in either order when both are double; a single one that is part of a double one agrees less."""
    if len(ones) > len(others):
        ones, others = others, ones
    best = [max(surnames_agree(a.surname, b.surname) for b in others) for a in ones]
    if len(ones) == len(others):
        return min(best)
    return min(best) * PART_OF_DOUBLE


def given_names_agree(one: ParsedName, other: ParsedName) -> float:
    """1 = one name; INITIAL or BOTH_INITIALS; 0 = two known names that are not one; else by readings and letters."""
    if one.classes and other.classes:
        return 1.0 if not one.classes.isdisjoint(other.classes) else 0.0
    first, second = one.given[0], other.given[0]
    if first.initial or second.initial:
        return _initials_agree(one, other) if initials_meet(first, second) else 0.0
    agree = surnames_agree(first.surname, second.surname)
    return agree if agree > 0.7 else agree * 0.5


def _initials_agree(one: ParsedName, other: ParsedName) -> float:
    """INITIAL where the first ones fit; BOTH_INITIALS or 0 by the second one, where it meets a patronymic."""
    for short, whole in ((one, other), (other, one)):
        if len(short.given) == 2 and short.given[1].initial and whole.patronymic is not None:
            return BOTH_INITIALS if initials_meet(short.given[1], whole.patronymic) else 0.0
    return INITIAL


def initials_meet(one: Word, other: Word) -> bool:
    """Whether a reading of one begins as a reading of the other does; a glide at the beginning may be left out."""
    return not _beginnings(one).isdisjoint(_beginnings(other))


def _beginnings(word: Word) -> set[str]:
    return {reading[:1] for reading in word.surname.fine} | {reading.lstrip("j")[:1] for reading in word.surname.fine}


def patronymics_agree(one: Patronymic, other: Patronymic) -> float:
    """1 = one father's name; 0 = two known names that are not one, or two genders; else by the letters before the ending."""
    if one.gender != other.gender and one.gender and other.gender:
        return 0.0
    if one.fathers and other.fathers:
        return 1.0 if not one.fathers.isdisjoint(other.fathers) else 0.0
    if not one.stems.isdisjoint(other.stems):
        return 1.0
    return max(_similarity(a, b) for a in one.stems for b in other.stems)
