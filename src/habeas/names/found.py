"""How well a name answers a search, from 0 to 1, and why. A search may be a part of a name: some of its words, or their beginnings.

Whole against whole it is the score of two names. Where the search has no more words than the name, each of its words may also agree with
one word of the name or begin it; what the name has more costs little, since nobody types everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from habeas.names.agreement import initials_meet
from habeas.names.alignment import word_agrees
from habeas.names.explained import explained
from habeas.names.given import classes_begun, is_surely_given
from habeas.names.name_text import every_word
from habeas.names.parsed import parsed
from habeas.names.readings import SHORT, begun_readings, fine_readings, glides_alike
from habeas.names.score import contradicted, score_of
from habeas.names.words import LIKE_A_FORM, Word, only_like_a_form, word

#: A beginning: this much, and more the more of the word is written.
_BEGUN, _MORE_WRITTEN = 0.7, 0.2
#: A beginning that is still being typed.
_TYPED = 0.95
#: What it costs that a beginning is not spelled so: it is a less likely reading, or another form of a given name begins so.
_OTHER_READING, _OTHER_FORM = 0.05, 0.1
#: The most that part of a name scores, so that the whole name comes first.
_PART = 0.97
_EXTRA_WORD = 0.02
#: Letters from which on the beginning of another form of a given name (Sash) is taken for the name.
_SHORT_FORM_FROM = 3
#: A part of a name that tells another gender than the search.
_OTHER_GENDER = 0.9
#: From here on a word agrees; below a word is only near, under the second it finds no like.
_AGREES, _NEAR = 0.95, 0.5


class _Begins(Enum):
    """How a word of the search begins a word of the name, with what that costs."""

    SPELLED = 0.0
    READ = _OTHER_READING
    ANOTHER_FORM = _OTHER_FORM


@dataclass(frozen=True, slots=True)
class _Pair:
    """`begun`: how the word of the search begins that of the name; None = they agree, or do not, as whole words."""

    wanted: Word
    found: Word | None
    agree: float
    begun: _Begins | None


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
    surely = all(is_surely_given(one.text) for one in wanted if one.given)
    if surely and contradicted(parsed(search), parsed(name)):
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
    return [pairs.get(i, _Pair(one, None, 0.0, None)) for i, one in enumerate(wanted)]


def _agreement(one: Word, other: Word, typed: bool) -> tuple[float, _Begins | None]:
    """How far the words agree, and how the first begins the second where that says more."""
    whole = word_agrees(one, other)
    if only_like_a_form(one, other):
        whole = min(whole, LIKE_A_FORM)
    if whole >= _TYPED or (begins := _begins(one, other, typed)) is None:
        return whole, None
    share = min(1.0, len(one.text) / len(other.text))
    begun = (_TYPED if typed else _BEGUN + _MORE_WRITTEN * share) - begins.value
    return (begun, begins) if begun > whole else (whole, None)


def _begins(one: Word, other: Word, typed: bool) -> _Begins | None:
    if other.text.startswith(one.text) or (one.initial and initials_meet(one, other)):
        return _Begins.SPELLED
    if one.initial:
        return None if other.given.isdisjoint(classes_begun(one.text)) else _Begins.ANOTHER_FORM
    begun = begun_readings(one.text, typed)
    if any(reading.startswith(begun) for reading in other.surname.coarse) and glides_alike(one.text, other.text):
        likeliest = fine_readings(other.text)[0].startswith(fine_readings(one.text)[0])
        return _Begins.SPELLED if likeliest else _Begins.READ
    short_form = typed or _SHORT_FORM_FROM <= len(one.text) <= SHORT
    if short_form and not one.given and not other.given.isdisjoint(classes_begun(one.text)):
        return _Begins.ANOTHER_FORM
    return None


def _sentence(pair: _Pair) -> str:
    wanted = pair.wanted.text.title()
    if pair.found is None or pair.agree <= _NEAR:
        return f"{wanted} finds no like."
    there = pair.found.text.title()
    if pair.begun is _Begins.ANOTHER_FORM:
        return f"{wanted} begins a form of {there}."
    if pair.begun or pair.wanted.initial:
        return f"{wanted} begins {there}."
    return f"{wanted} {'agrees with' if pair.agree >= _AGREES else 'is near to'} {there}."
