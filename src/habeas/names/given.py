"""Given names: which spellings are one name in several languages, whose gender it is, and what it is short for (`given_names.csv`)."""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from habeas.names.characters import is_cyrillic, plain
from habeas.names.readings import coarse_readings, fine_readings, open_readings

#: The numbers of the given names that a spelling may stand for.
Classes = frozenset[int]
NO_CLASS: Classes = frozenset()
#: Words of so few letters resemble an everyday form by chance (Ula, Ulia).
_LONGEST_BY_CHANCE = 4


@dataclass(frozen=True, slots=True)
class GivenName:
    """One name with all its forms, lower case. `gender` is m or f; `short` forms are everyday ones."""

    gender: str
    full: tuple[str, ...]
    short: tuple[str, ...]


@cache
def given_names() -> tuple[GivenName, ...]:
    """Every name of the data file; its place in the tuple is its number."""
    text = (resources.files("habeas.names") / "given_names.csv").read_text("utf-8").lower().replace("'", "")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    names = []
    for row in rows:
        gender, short = row.pop("gender"), row.pop("short")
        names.append(GivenName(gender, tuple(" ".join(row.values()).split()), tuple(short.split())))
    return tuple(names)


@cache
def _tables() -> tuple[dict[str, Classes], ...]:
    """By spelling, by fine reading, by coarse reading; each for full forms, then for short ones.

    Only Cyrillic forms are looked up by reading: "Jan" is written for Ivan in Polish, but what reads like it is not Ivan.
    """
    tables: list[dict[str, set[int]]] = [defaultdict(set) for _ in range(5)]
    full, short, fine_full, fine_short, folded = tables
    for number, name in enumerate(given_names()):
        for form in name.full:
            for spelling in {form, plain(form) if not is_cyrillic(form) else form}:
                full[spelling].add(number)
            if is_cyrillic(form):
                fine_full[fine_readings(form)[0]].add(number)
                folded[coarse_readings(form)[0]].add(number)
        for form in name.short:
            short[form].add(number)
            fine_short[fine_readings(form)[0]].add(number)
    return tuple({key: frozenset(numbers) for key, numbers in table.items()} for table in tables)


@lru_cache(maxsize=65536)
def classes(word: str) -> Classes:
    """The given names that a lower-case word may be; empty when none is known. As written, else as read, else with vowels folded."""
    full, short, fine_full, fine_short, folded = _tables()
    fine = fine_readings(word)
    return (
        full.get(word)
        or short.get(word)
        or _union(fine_full, fine)
        or _union(fine_short, fine)
        or _union(folded, coarse_readings(word))
    )


@lru_cache(maxsize=65536)
def is_surely_given(word: str) -> bool:
    """Whether a lower-case word is a given name as written or as read, or too long to be like an everyday form by chance."""
    full, short, fine_full, *_ = _tables()
    return (
        len(word) > _LONGEST_BY_CHANCE or word in full or word in short or bool(_union(fine_full, fine_readings(word)))
    )


@cache
def _beginnings() -> tuple[tuple[tuple[str, int], ...], ...]:
    """In order, each with the number of its name: the fine readings of the Cyrillic forms, and the others in plain letters."""
    forms = [(form, number) for number, name in enumerate(given_names()) for form in (*name.full, *name.short)]
    read = {(reading, number) for form, number in forms if is_cyrillic(form) for reading in fine_readings(form)}
    spelled = {(plain(form), number) for form, number in forms if not is_cyrillic(form)}
    return tuple(sorted(read)), tuple(sorted(spelled))


@lru_cache(maxsize=4096)
def classes_begun(beginning: str) -> Classes:
    """The given names of which some form, full or short, may begin with these lower-case letters.

    Forms in Latin letters have to begin so as they are written: of "Helena" an h is no kh.
    """
    read, spelled = _beginnings()
    ways = [(spelled, plain(beginning)), *((read, reading) for reading in open_readings(beginning))]
    return NO_CLASS.union(*(_begin_with(table, letters) for table, letters in ways))


def _begin_with(table: tuple[tuple[str, int], ...], letters: str) -> set[int]:
    found: set[int] = set()
    for form, number in table[bisect_left(table, (letters, -1)) :]:
        if not form.startswith(letters):
            break
        found.add(number)
    return found


def _union(table: dict[str, Classes], readings: Iterable[str]) -> Classes:
    return NO_CLASS.union(*(table[reading] for reading in readings if reading in table))


def gender_of(numbers: Classes) -> str | None:
    """m or f where all the names agree; None where they do not, or there is none."""
    genders = {given_names()[number].gender for number in numbers}
    return genders.pop() if len(genders) == 1 else None
