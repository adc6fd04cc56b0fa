"""Who somebody's father was, as told beside the name: a patronymic in a column of its own, or the father's name."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from habeas.names.given import NO_CLASS, given_names
from habeas.names.parsed import ParsedName, parsed
from habeas.names.patronymics import Patronymic
from habeas.names.words import Word, word


@lru_cache(maxsize=65536)
def father_told(text: str) -> Patronymic | None:
    """What a patronymic ("Иванович"), the father's given name ("Ivan") or his whole name says; None where it tells no name.

    A father's own name says nothing of the child's gender.
    """
    name = parsed(text)
    words = [one for one in name.words if not one.initial and any(map(str.isalpha, one.text))]
    if not words:
        return None
    told = [one.father for one in words if one.father is not None]
    known = [father for father in told if father.fathers]
    if len(words) > 1:
        return _of_his_name(name.given[0]) if name.classes else next(iter(known or told), None)
    return next(iter(known), None) or (_of_his_name(words[0]) if words[0].given or not told else told[0])


def _of_his_name(his: Word) -> Patronymic | None:
    men = NO_CLASS.union(number for number in his.given if given_names()[number].gender == "m")
    if his.given and not men:
        return None
    stems = frozenset(reading.rstrip("ai") or reading for reading in his.surname.coarse)
    return Patronymic(his.text, men, stems, "")


def with_father(name: ParsedName, father: Patronymic | None) -> ParsedName:
    """The name as if it gave this patronymic; as it is where none is told."""
    return name if father is None else replace(name, patronymic=word(father.written), father=father)
