"""One number for how likely two names are one person's, and the three outcomes at printed thresholds.

Where both names tell their parts (given name, patronymic, surname) each part is compared with its like; else the words are paired as
they fit best. What is missing lowers a score a little; what contradicts lowers it below SAME, whatever else agrees.
"""

from __future__ import annotations

from itertools import product

from habeas.names.agreement import (
    CONTRADICTED,
    double_surnames_agree,
    given_names_agree,
    patronymics_agree,
    surnames_agree,
)
from habeas.names.alignment import native_agree, words_agree, words_agree_across_scripts
from habeas.names.genders import differ_by_feminine_ending, genders_contradict, is_case_form
from habeas.names.generations import generations_contradict
from habeas.names.other_scripts import latin_variants
from habeas.names.parsed import ParsedName, parsed

#: From here on two names are "same": by spelling they may be one person's.
SAME = 0.83
#: From here on they are for a person to look at; below they are "different".
REVIEW = 0.6
#: The most that a pair can score whose patronymics or genders contradict each other.
CONTRADICTION = 0.5
#: The most that a pair can score that shares too little: no surname, an order that may be the other one.
TOO_LITTLE = 0.8
#: A patronymic that only one of the names gives.
_NO_PATRONYMIC = 0.98
#: Of what a patronymic's spelling says this much counts.
_PATRONYMIC_WEIGHS = 0.2
_OTHER_GIVEN_NAME = 0.5


def score(one: str, other: str) -> float:
    """0 to 1: how likely two names as written are one person's, by spelling alone."""
    return score_of(parsed(one), parsed(other))


def score_of(one: ParsedName, other: ParsedName) -> float:
    """The same for names already taken apart."""
    if (parts := by_parts(one, other)) is not None:
        return parts
    if one.whole and other.whole and not (one.native or other.native):
        # what was taken for the surname may be a given name or a patronymic: for a person to look at
        total = min(words_agree(one, other), TOO_LITTLE)
    elif (native := native_agree(one, other)) is not None:
        return native
    elif one.native or other.native:
        total = _across_scripts(one, other)
    else:
        total = words_agree(one, other)
        if one.sure and other.sure and (not one.surname or not other.surname):
            total = min(total, TOO_LITTLE)
    if total > CONTRADICTION and _two_fathers(one, other):
        return CONTRADICTION
    return _held_down(total, one, other)


def by_parts(one: ParsedName, other: ParsedName) -> float | None:
    """The score part by part. None where it is not by parts that they are scored: one does not tell them, may tell them wrongly, or is in another script."""
    if not (one.whole and other.whole) or one.native or other.native:
        return None
    value = _by_parts(one, other)
    return value if value >= REVIEW or not (one.turnable or other.turnable) else None


def _across_scripts(one: ParsedName, other: ParsedName) -> float:
    first, second = best_renderings(one, other)
    return words_agree(first, second, words_agree_across_scripts)


def best_renderings(one: ParsedName, other: ParsedName) -> tuple[ParsedName, ParsedName]:
    """The renderings in Latin letters, of names of which one is in another script, that agree best."""
    pairs = product(renderings(one), renderings(other))
    return max(pairs, key=lambda two: words_agree(two[0], two[1], words_agree_across_scripts))


def renderings(name: ParsedName) -> list[ParsedName]:
    """The name in Latin letters in every way that its script may be read; a Latin or Cyrillic name as it is."""
    return [parsed(text) for text in latin_variants(name.written)] or [name] if name.native else [name]


def _by_parts(one: ParsedName, other: ParsedName) -> float:
    first, second = one.surname, other.surname
    if len(first) == 1 and len(second) == 1:
        total = surnames_agree(first[0].surname, second[0].surname)
    else:
        total = double_surnames_agree(first, second)
    if total == 0.0:
        return 0.0
    if one.classes.isdisjoint(other.classes):
        given = given_names_agree(one, other)
        if given > CONTRADICTED:
            total *= given
        elif total <= CONTRADICTION or not is_case_form(one, other):
            total *= _OTHER_GIVEN_NAME
    if one.father is not None and other.father is not None:
        father = patronymics_agree(one.father, other.father)
        if father <= CONTRADICTED:
            return min(total, CONTRADICTION)
        total *= 1 - _PATRONYMIC_WEIGHS * (1 - father)
    elif one.father is not other.father:
        total *= _NO_PATRONYMIC
    return _held_down(total, one, other)


def _held_down(total: float, one: ParsedName, other: ParsedName) -> float:
    """The score, at most what generation and gender leave of it."""
    if total <= CONTRADICTION:
        return total
    if one.generation != other.generation and generations_contradict(one.generation, other.generation):
        return CONTRADICTION
    if one.gender == other.gender and one.gender:
        return total
    if genders_contradict(one, other):
        return CONTRADICTION
    return TOO_LITTLE if total >= SAME and differ_by_feminine_ending(one, other) else total


def contradicted(one: ParsedName, other: ParsedName) -> bool:
    """Whether the patronymics name two fathers, the generations are two, or the genders are."""
    if one.father is not None and other.father is not None:
        return _two_fathers(one, other)
    return generations_contradict(one.generation, other.generation) or genders_contradict(one, other)


def _two_fathers(one: ParsedName, other: ParsedName) -> bool:
    if one.father is None or other.father is None:
        return False
    return patronymics_agree(one.father, other.father) <= CONTRADICTED


def outcome(value: float) -> str:
    """same, review or different."""
    return "same" if value >= SAME else "review" if value >= REVIEW else "different"
