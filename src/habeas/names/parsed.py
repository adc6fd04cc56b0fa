"""A name as written, taken apart: given name, patronymic, surname and the gender they tell.

`parsed` never fails. A name without letters has no words. Where nothing tells which part is which, `sure` is False and the order
written is kept: given names first, the surname last.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from habeas.names.generations import without_generation
from habeas.names.given import NO_CLASS, Classes, gender_of
from habeas.names.name_text import Part, parts_of, readable
from habeas.names.patronymics import Patronymic
from habeas.names.words import Word


@dataclass(frozen=True, slots=True, eq=False)
class ParsedName:
    """`words`: all in the order written. `given`: names that are neither patronymic nor surname. `surname`: its words, two if double.

    `classes`: the given names that the first of `given` may be. `father`: what the patronymic says. `sure`: whether a known given name,
    a patronymic or a comma tells the parts apart; `whole`: whether then both a given name and a surname are there; `turnable`: whether
    what was taken for the surname may be a given name or a patronymic. `gender`: m, f, or "" where the name tells none.
    `generation`: as `without_generation` tells it, "" = none.
    `native`: the letters as written where the script is neither Latin nor Cyrillic, with the script's name before them; else "".
    `plain`: the words in plain letters.
    """

    written: str
    words: tuple[Word, ...]
    given: tuple[Word, ...]
    patronymic: Word | None
    father: Patronymic | None
    surname: tuple[Word, ...]
    classes: Classes
    sure: bool
    whole: bool
    turnable: bool
    gender: str
    generation: str
    native: str
    plain: str


@lru_cache(maxsize=65536)
def parsed(name: str) -> ParsedName:
    """The parts of a name. Remembered, so a name met again costs a look-up."""
    text, generation = without_generation(readable(name))
    before, comma, after = text.partition(",")
    first, second = parts_of(before), parts_of(after.replace(",", " "))
    turned = bool(comma and first and second) and not any(_tells(p) for p, _ in first if not _tells_in(second))
    parts = second + first if turned else first + second
    surname_at = list(range(len(second), len(parts))) if turned else None
    return _assembled(name, parts, surname_at, generation)


def _tells(part: Part) -> bool:
    return len(part) == 1 and (part[0].father is not None and bool(part[0].father.fathers))


def _tells_in(parts: Sequence[tuple[Part, bool]]) -> bool:
    return any(part[0].given or part[0].initial for part, _ in parts)


def _assembled(
    name: str, parts: Sequence[tuple[Part, bool]], surname_at: Sequence[int] | None, generation: str
) -> ParsedName:
    free = [i for i in range(len(parts)) if surname_at is None or i not in surname_at]
    father_at = _patronymic_place([p for p, _ in parts], free)
    free = [i for i in free if i != father_at]
    given_at = _given_places(parts, free, father_at, surname_at is not None)
    rest = [i for i in range(len(parts)) if i not in given_at and i != father_at]
    given = tuple(w for i in given_at for w in parts[i][0])
    father = parts[father_at][0][0] if father_at is not None else None
    surname = tuple(w for i in rest for w in parts[i][0])
    words = tuple(w for part, _ in parts for w in part)
    classes = given[0].given if given else NO_CLASS
    sure = bool(classes or father or surname_at)
    return ParsedName(
        written=name, words=words, given=given, patronymic=father, father=father.father if father else None, surname=surname,
        classes=classes, sure=sure, whole=bool(sure and given and surname),
        turnable=surname_at is None and father is None and len(surname) == 1 and _may_be_another_part(surname[0]),
        gender=_gender(classes, father, surname), generation=generation, native=_native(name), plain=" ".join(w.ascii for w in words),
    )  # fmt: skip


def _may_be_another_part(word: Word) -> bool:
    return bool(word.given) or bool(word.father and word.father.fathers)


def _patronymic_place(parts: Sequence[Part], free: Sequence[int]) -> int | None:
    """Where the patronymic stands. Of two words alone only a feminine one is taken for it: surnames end like masculine ones."""
    found = [i for i in free if len(parts[i]) == 1 and parts[i][0].father is not None]
    if len(parts) < 3:
        found = [i for i in found if (f := parts[i][0].father) and f.gender == "f" and f.fathers]
        return found[-1] if found and not parts[found[-1]][0].given else None
    found = [i for i in found if i > 0 and not parts[i][0].given] or []
    after_given = [i for i in found if parts[i - 1][0].given]
    known = [i for i in found if (f := parts[i][0].father) and f.fathers]
    for places in (after_given, known, found):
        if places:
            return places[0]
    return None


def _given_places(
    parts: Sequence[tuple[Part, bool]], free: Sequence[int], father_at: int | None, comma: bool
) -> list[int]:
    """Where the given names stand among the places that are free. Never all of two or more parts."""
    if not free:
        return []
    if comma:
        return list(free)
    if father_at is not None and father_at - 1 in free and (father_at > 1 or not _first_is_surname(parts, free)):
        return [father_at - 1]
    known = [i for i in free if parts[i][0][0].given]
    small = [i for i in known if not parts[i][1]]
    if len(small) < len(known) and small:
        known = small
    if known:
        return [known[0]] if len(free) > 1 or father_at is not None or parts[free[0]][0][0].given else []
    initials = [i for i in free if parts[i][0][0].initial]
    if initials and len(initials) < len(free):
        return initials
    return list(free[:-1])


def _first_is_surname(parts: Sequence[tuple[Part, bool]], free: Sequence[int]) -> bool:
    return not parts[0][0][0].given and any(parts[i][0][0].given for i in free[1:])


def _gender(classes: Classes, father: Word | None, surname: Sequence[Word]) -> str:
    """By the patronymic, else the given name, else the surname's ending."""
    if father is not None and father.father is not None:
        return father.father.gender
    told = gender_of(classes)
    if told is not None:
        return told
    endings = {w.surname.gender for w in surname} & {"m", "f"}
    return endings.pop() if len(endings) == 1 else ""


def _native(name: str) -> str:
    letters = [c for c in unicodedata.normalize("NFKC", name) if c.isalpha()]
    if not letters or letters[0] < "\u0530" or unicodedata.name(letters[0], "").startswith("LATIN"):
        return ""
    return unicodedata.name(letters[0], "?").split()[0] + ":" + "".join(letters)
