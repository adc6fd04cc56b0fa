"""One word of a name with everything by which it can be compared, made once for each spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from habeas.names.characters import plain
from habeas.names.given import NO_CLASS, Classes, classes, is_surely_given
from habeas.names.patronymics import Patronymic, patronymic
from habeas.names.readings import fine_readings
from habeas.names.surnames import Surname, surname

#: The most that a word of a search counts as a name of whose everyday forms it only resembles one (Ula and Ulia).
LIKE_A_FORM = 0.65
_VOWEL = re.compile("[aeiouy]")


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """`text`: lower case. `ascii`: in plain letters. `given`: the given names it may be; `father`: what it says as a patronymic.
    `unvoiced`: a spelling of it has consonants alone, as a script without vowels leaves it.
    """

    text: str
    ascii: str
    given: Classes
    father: Patronymic | None
    surname: Surname
    initial: bool
    unvoiced: bool


@lru_cache(maxsize=65536)
def word(text: str) -> Word:
    """A lower-case word, looked at from every side."""
    initial = len(text) == 1
    given, father = (NO_CLASS, None) if initial else (classes(text), patronymic(text))
    letters = plain(text)
    unvoiced = len(letters) > 1 and _VOWEL.search(letters) is None
    return Word(text, letters, given, father, surname(text), initial, unvoiced)


def only_like_a_form(one: Word, other: Word) -> bool:
    """Whether the first is no given name as it is spelled, and only resembles an everyday form of one that the other may be."""
    if not one.given or one.text == other.text or is_surely_given(one.text):
        return False
    return fine_readings(one.text)[0] != fine_readings(other.text)[0]


def either(one: Word, other: Word) -> Word:
    """A word of which a second spelling is given beside it."""
    first, second = one.surname, other.surname
    both = replace(
        first,
        fine=first.fine | second.fine,
        coarse=first.coarse | second.coarse,
        skeletons=first.skeletons | second.skeletons,
    )
    unvoiced = one.unvoiced or other.unvoiced
    return replace(one, given=one.given | other.given, surname=both, unvoiced=unvoiced)
