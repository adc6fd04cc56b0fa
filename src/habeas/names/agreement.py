"""How far two given names, two surnames or two patronymics agree, from 0 to 1. Below CONTRADICTED they contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from habeas.names.parsed import ParsedName
from habeas.names.patronymics import Patronymic
from habeas.names.surnames import Surname
from habeas.names.words import Word

#: At or under this, two parts cannot both be right.
CONTRADICTED = 0.5
#: One reading in common once a, e and o are folded.
FOLDED = 0.985
#: The same consonants, other vowels.
SAME_CONSONANTS = 0.86
#: One surname is a part of the other, double one.
PART_OF_DOUBLE = 0.93
#: An initial that fits.
INITIAL = 0.84
_similarity = Levenshtein.normalized_similarity


def surnames_agree(one: Surname, other: Surname) -> float:
    """1 = a fine reading in common; FOLDED = a coarse one; SAME_CONSONANTS; else by the letters that differ, never above 0.8."""
    if not one.fine.isdisjoint(other.fine):
        return 1.0
    if not one.coarse.isdisjoint(other.coarse):
        return FOLDED
    near = _similarity(one.main, other.main)
    if near < 0.5:
        return 0.0
    if not one.skeletons.isdisjoint(other.skeletons) and min(map(len, one.skeletons)) > 2:
        return SAME_CONSONANTS
    return near * 0.9 if near >= 0.75 else near * 0.6


def double_surnames_agree(ones: Sequence[Word], others: Sequence[Word]) -> float:
    """Word by word in either order when both are double; a single one that is part of a double one agrees less."""
    if len(ones) > len(others):
        ones, others = others, ones
    best = [max(surnames_agree(a.surname, b.surname) for b in others) for a in ones]
    if len(ones) == len(others):
        return min(best)
    return min(best) * PART_OF_DOUBLE


def given_names_agree(one: ParsedName, other: ParsedName) -> float:
    """1 = one name; INITIAL; 0 = two known names that are not one; else by readings and letters."""
    if one.classes and other.classes:
        return 1.0 if not one.classes.isdisjoint(other.classes) else 0.0
    first, second = one.given[0], other.given[0]
    if first.initial or second.initial:
        return INITIAL if initials_meet(first, second) else 0.0
    agree = surnames_agree(first.surname, second.surname)
    return agree if agree > 0.7 else agree * 0.5


def initials_meet(one: Word, other: Word) -> bool:
    """Whether a reading of one begins as a reading of the other does; a glide at the beginning may be left out."""
    return not _beginnings(one).isdisjoint(_beginnings(other))


def _beginnings(word: Word) -> set[str]:
    return {reading[:1] for reading in word.surname.fine} | {reading.lstrip("j")[:1] for reading in word.surname.fine}


def patronymics_agree(one: Patronymic, other: Patronymic) -> float:
    """1 = one father's name; 0 = two known names that are not one, or two genders; else by the letters before the ending."""
    if one.gender != other.gender:
        return 0.0
    if one.fathers and other.fathers:
        return 1.0 if not one.fathers.isdisjoint(other.fathers) else 0.0
    if not one.stems.isdisjoint(other.stems):
        return 1.0
    return max(_similarity(a, b) for a in one.stems for b in other.stems)
