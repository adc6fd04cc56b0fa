"""How well a name answers a search, from 0 to 1, and why. A search may be a part of a name: some of its words, or their beginnings.

Whole against whole it is the score of two names. Where the search has no more words than the name, each of its words may also agree with
one word of the name or begin it; what the name has more costs little, since nobody types everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from habeas.names.agreement import initials_meet
from habeas.names.alignment import word_agrees
from habeas.names.explained import explained
from habeas.names.given import classes_begun
from habeas.names.name_text import every_word
from habeas.names.parsed import parsed
from habeas.names.readings import SHORT, begun_readings
from habeas.names.score import contradicted, score_of
from habeas.names.words import Word, word

#: A beginning: this much, and more the more of the word is written.
_BEGUN, _MORE_WRITTEN = 0.7, 0.2
#: A beginning that is still being typed.
_TYPED = 0.95
#: The most that part of a name scores, so that the whole name comes first.
_PART = 0.97
_EXTRA_WORD = 0.02
#: Letters from which on the beginning of another form of a given name (Sash) is taken for the name.
_SHORT_FORM_FROM = 3
#: A part of a name that tells another gender than the search.
_OTHER_GENDER = 0.9
#: From here on a word agrees; below a word is only near, under the second it finds no like.
_AGREES, _NEAR = 0.95, 0.5


@dataclass(frozen=True, slots=True)
class _Pair:
    wanted: Word
    found: Word | None
    agree: float
    begun: bool


def found_score(search: str, name: str, *, unfinished: bool = False) -> float:
    """0 to 1. `unfinished`: the last word of the search is still being typed."""
    return max(_as_whole(search, name), _as_part(search, name, unfinished))


def found_because(search: str, name: str, *, unfinished: bool = False) -> list[str]:
    """Why, in sentences: those of the comparison of two names, or of each word where the search is a part of the name."""
    if _as_whole(search, name) >= _as_part(search, name, unfinished):
        return [reason.sentence for reason in explained(search, name).reasons]
    return [_sentence(pair) for pair in _pairs(_words(search, unfinished), _words(name), unfinished)]


def _as_whole(search: str, name: str) -> float:
    return score_of(parsed(search), parsed(name))


def _as_part(search: str, name: str, unfinished: bool) -> float:
    wanted, there = _words(search, unfinished), _words(name)
    if not 0 < len(wanted) <= len(there):
        return 0.0
    agree = [pair.agree for pair in _pairs(wanted, there, unfinished)]
    value = (sum(agree) / len(agree) + min(agree)) / 2 * (1 - _EXTRA_WORD * (len(there) - len(wanted)))
    if contradicted(parsed(search), parsed(name)):
        value *= _OTHER_GENDER
    return min(value, _PART)


@lru_cache(maxsize=65536)
def _words(name: str, unfinished: bool = False) -> tuple[Word, ...]:
    return tuple(word(text) for text in every_word(name, unfinished))


def _pairs(wanted: tuple[Word, ...], there: tuple[Word, ...], unfinished: bool) -> list[_Pair]:
    """Each word of the search with its best partner, the surest first; no word of the name serves twice."""
    free = {
        (i, j): _agreement(one, other, unfinished and i == len(wanted) - 1)
        for i, one in enumerate(wanted)
        for j, other in enumerate(there)
    }
    pairs: dict[int, _Pair] = {}
    while free:
        i, j = max(free, key=lambda place: free[place][0])
        pairs[i] = _Pair(wanted[i], there[j], *free[i, j])
        free = {place: agree for place, agree in free.items() if place[0] != i and place[1] != j}
    return [pairs.get(i, _Pair(one, None, 0.0, False)) for i, one in enumerate(wanted)]


def _agreement(one: Word, other: Word, typed: bool) -> tuple[float, bool]:
    """How far the words agree, and whether by the beginning alone."""
    whole = word_agrees(one, other)
    begun = 0.0
    if whole < _TYPED and _begins(one, other, typed):
        share = min(1.0, len(one.text) / len(other.text))
        begun = _TYPED if typed else _BEGUN + _MORE_WRITTEN * share
    return max(whole, begun), begun > whole


def _begins(one: Word, other: Word, typed: bool) -> bool:
    if one.initial:
        return initials_meet(one, other) or not other.given.isdisjoint(classes_begun(one.text))
    if other.text.startswith(one.text):
        return True
    short_form = typed or _SHORT_FORM_FROM <= len(one.text) <= SHORT
    if short_form and not one.given and not other.given.isdisjoint(classes_begun(one.text)):
        return True
    begun = begun_readings(one.text, typed)
    return any(reading.startswith(begun) for reading in other.surname.coarse)


def _sentence(pair: _Pair) -> str:
    wanted = pair.wanted.text.title()
    if pair.found is None or pair.agree <= _NEAR:
        return f"{wanted} finds no like."
    there = pair.found.text.title()
    if pair.begun or pair.wanted.initial:
        return f"{wanted} begins {there}."
    return f"{wanted} {'agrees with' if pair.agree >= _AGREES else 'is near to'} {there}."
