"""A surname taken to one form: feminine and adjectival endings folded, and the gender they tell.

"Hryboŭskaja", "Gribowskaja" and "Грибовский" differ by gender and spelling only. The gender is kept apart, because husband and wife share
everything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from habeas.names.characters import plain
from habeas.names.readings import coarse, fine_readings, skeleton

#: Pattern at the end of a lower-case word, what it becomes, the gender it tells ("" = none), in the order tried.
_ENDINGS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern + "$"), becomes, gender)
    for pattern, becomes, gender in (
        ("(?<=.{2})(?:ая|яя)", "ый", "f"),
        ("(?<=.{2})(?:aya|aia|aja|aïa|aiia|aâ)", "i", "f"),
        ("(?:(?<=[сц])|(?<=[^д]з))ька", "кий", "f"),
        ("(?<=[a-zŭúó][sct])ka", "ki", "?"),
        ("(?<=.{2}[оеёаэў]в)а", "", "f"),
        ("(?<=.{2}[оеёаэ]ў)а", "", "f"),
        ("(?<=.{2}[oaeë][vw])a", "", "f"),
        ("(?<=.{2}[иыі]н)а", "", "?"),
        ("(?<=.{2}[iy]n)a", "", "?"),
        ("(?<=.[vnktszrldbmhjgpu]in)e", "", ""),
        ("(?<=.{2}[оеё]в)ас", "", "m"),
        ("(?<=.{2}ov|.{2}ev|.{2}av|.{2}in|.{2}yn)as", "", "m"),
        ("(?<=.{2}[sc]k)(?:is|as)", "i", "m"),
        ("(?<=.{2}ič)ius", "", "m"),
        ("(?<=.{2}ov|.{2}ev|.{2}in|.{2}ič)s", "", "m"),
        ("(?<=.{2}[сцз])ький", "кий", "m"),
        ("(?:[сц]кий|[сц]кі|[sc]k[iyj]+|tsk[iyj]+)", "\\g<0>", "m"),
        ("(?<=.{2})(?:ый|ий|ой)", "\\g<0>", "m"),
        ("(?<=.{2})(?:[оеёа][вў]|[oaeë][vuwŭ]|[oe]ff)", "\\g<0>", "m"),
    )
)


@dataclass(frozen=True, slots=True)
class Surname:
    """Readings of a surname in its masculine form; `ascii`: that form in plain letters. `gender`: m, f, "?" (feminine, or a surname in -ina or -ska that men bear too), or "" where it tells none."""

    written: str
    ascii: str
    fine: frozenset[str]
    coarse: frozenset[str]
    skeletons: frozenset[str]
    main: str
    gender: str


@lru_cache(maxsize=65536)
def surname(word: str) -> Surname:
    """The readings of a lower-case word taken as a surname."""
    form, gender = _masculine(word)
    fine = fine_readings(form)
    folded = tuple(dict.fromkeys(map(coarse, fine)))
    return Surname(
        word, plain(form), frozenset(fine), frozenset(folded), frozenset(map(skeleton, folded)), folded[0], gender
    )


def _masculine(word: str) -> tuple[str, str]:
    for pattern, becomes, gender in _ENDINGS:
        if pattern.search(word):
            return pattern.sub(becomes, word), gender
    return word, ""
