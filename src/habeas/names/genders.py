"""Whether two names are a man's and a woman's, as far as endings tell: Ruslan and Ruslana, with a surname that has one form for both.

A given name known from the list tells its gender by itself. Of any other only the pair tells: one word is the other with the ending of a
woman's name. Where the surname has grown by the same letter, both stand in another case (Руслана Козака), which is no other person.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from itertools import product

from habeas.kernel.country_files import read_yaml
from habeas.names.given import gender_of
from habeas.names.parsed import ParsedName
from habeas.names.readings import fine_readings
from habeas.names.words import Word


def genders_contradict(one: ParsedName, other: ParsedName) -> bool:
    """Whether each name tells a gender, and not the same."""
    return bool(one.gender and other.gender and one.gender != other.gender) and not is_case_form(one, other)


def differ_by_feminine_ending(one: ParsedName, other: ParsedName) -> bool:
    """Whether a given name or a surname, or both, differ by the ending of a woman's name."""
    if len(one.words) != len(other.words) or not one.classes.isdisjoint(other.classes):
        return False
    return bool(_feminine_of(one, other) or _feminine_of(other, one)) and not is_case_form(one, other)


def is_case_form(one: ParsedName, other: ParsedName) -> bool:
    """Whether given name and surname have both grown by the ending, the surname being none that women bear so."""
    return _is_grown(one, other) or _is_grown(other, one)


def _is_grown(nominative: ParsedName, other: ParsedName) -> bool:
    grown = _feminine_of(nominative, other)
    return len(grown) > 1 and any(word in other.surname and not word.surname.gender for word in grown)


def _feminine_of(man: ParsedName, woman: ParsedName) -> list[Word]:
    """The words of the second that are words of the first with a feminine ending."""
    return [b for b in woman.words if any(_is_feminine_of(a, b) for a in man.words)]


def _is_feminine_of(one: Word, other: Word) -> bool:
    if one.initial or other.initial or _is_mans(other) or not one.given.isdisjoint(other.given):
        return False
    pairs = product(fine_readings(one.text)[:1], fine_readings(other.text)[:1])
    return any(_stem(a) + "a" == b for a, b in pairs)


def _is_mans(word: Word) -> bool:
    return gender_of(word.given) == "m" or word.text in _mens_names_in_a()


@cache
def _mens_names_in_a() -> frozenset[str]:
    text = (resources.files("habeas.names") / "mens_names_in_a.yml").read_text("utf-8")
    lists = read_yaml(text, "mens_names_in_a.yml").values()
    return frozenset(str(name) for names in lists for name in names)


def _stem(reading: str) -> str:
    return reading.rstrip("i")
