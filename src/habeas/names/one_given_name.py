"""Whether two names give one given name: written alike, read alike in whatever script, or two forms of one name. A slip of a letter is not enough.

Brothers and sisters, twins among them, often bear names that differ by a letter (Fariz, Farid), and share the surname and sometimes the day
of birth. Where nothing tells which word is the given name, every word has to be one word.
"""

from __future__ import annotations

from itertools import product

from habeas.names.agreement import FOLDED, initials_meet, surnames_agree
from habeas.names.parsed import ParsedName
from habeas.names.score import renderings
from habeas.names.words import Word

#: Endings that women's surnames bear, and men's seldom or never.
_FEMININE = ("f", "?")


def have_one_given_name(one: ParsedName, other: ParsedName) -> bool:
    """False where either is only near the other, or has no word."""
    if one.native and other.native:
        return one.native == other.native
    return any(_have(a, b) for a, b in product(renderings(one), renderings(other)))


def _have(one: ParsedName, other: ParsedName) -> bool:
    if all(name.whole and not name.turnable for name in (one, other)):
        if one.classes and other.classes:
            return not one.classes.isdisjoint(other.classes)
        return _all_meet(one.given, other.given)
    return _all_meet(_but_patronymic(one), _but_patronymic(other))


def _but_patronymic(name: ParsedName) -> tuple[Word, ...]:
    return tuple(word for word in name.words if word is not name.patronymic)


def _all_meet(ones: tuple[Word, ...], others: tuple[Word, ...]) -> bool:
    """Whether every word of the shorter has its like in the longer."""
    shorter, longer = sorted((ones, others), key=len)
    return bool(shorter) and all(any(_is_one(a, b) for b in longer) for a in shorter)


def _is_one(one: Word, other: Word) -> bool:
    if one.initial or other.initial:
        return initials_meet(one, other)
    if not one.given.isdisjoint(other.given):
        return True
    if (one.surname.gender in _FEMININE) != (other.surname.gender in _FEMININE):
        return False
    return surnames_agree(one.surname, other.surname) >= FOLDED
