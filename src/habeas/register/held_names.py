"""Names, addresses and illnesses that are held back, found in a text however they are written there.

A surname by itself tells of whom a text speaks, in any case, script and order. Where somebody who is shown has it too, only with the given name
or its first letter beside it. An address is found by its number beside its street, what somebody is ill with in what is told of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields
from functools import lru_cache

from habeas.names.parsed import parsed
from habeas.names.trunks import trunk

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+\w?")
#: A trunk so short is found only beside a given name; so many words may stand between the two, or between a street and its number.
_TELLING, _APART = 4, 1
#: Words about an illness that are so short tell nothing.
_SHORT = 4
Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class HeldNames:
    """Trunks of surnames; pairs of a given name, or its first letter, and a surname; of a number and a street; of a surname and an illness."""

    surnames: frozenset[str] = frozenset()
    pairs: Pairs = frozenset()
    streets: Pairs = frozenset()
    ill: Pairs = frozenset()

    def unlike(self, other: HeldNames) -> HeldNames:
        """What is held back in one of the two and not in the other."""
        return HeldNames(*(getattr(self, part.name) ^ getattr(other, part.name) for part in fields(self)))

    @property
    def are_none(self) -> bool:
        """Whether nothing is held back."""
        return not (self.surnames or self.pairs or self.streets or self.ill)

    def are_in(self, text: str, about: str = "") -> bool:
        """Whether a text names any of these; `about`: the names of those of whom it is told."""
        if self.are_none:
            return False
        told = [(word, trunk(word)) for word in _WORD.findall(text)]
        named = {found for word, found in told if not word.islower()}
        if not self.surnames.isdisjoint(named) or (self.ill and self._tells_illness(told, named, about)):
            return True
        return bool(self.pairs or self.streets) and any(
            (one in self.pairs or one in self.streets) for one in _beside_each_other(told)
        )

    def _tells_illness(self, told: list[tuple[str, str]], named: set[str], about: str) -> bool:
        people = named | {trunk(word) for word in _WORD.findall(about)}
        said = {found for _, found in told}
        return any(surname in people and illness in said for surname, illness in self.ill)


def _beside_each_other(told: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs of trunks near each other, in both orders; a single letter as itself."""
    for place, (word, found) in enumerate(told):
        for other, then in told[place + 1 : place + 2 + _APART]:
            yield (_first(word) if len(word) == 1 else found, then)
            yield (_first(other) if len(other) == 1 else then, found)


def _first(word: str) -> str:
    """A first letter, as initials have it."""
    return f"{trunk(word)[:1]}."


class ShownNames:
    """The names that are shown, to see which of those held back are none of them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()
        for name in names:
            words, pairs = _shown_as(name)
            self._words |= words
            self._pairs |= pairs

    def have(self, name: str) -> bool:
        """Whether a name is shown anyway, be it written otherwise."""
        pairs = _named_so(*_parts(name))
        return bool(pairs) and pairs <= self._pairs

    def hold(self, name: str) -> tuple[Collection[str], Collection[tuple[str, str]]]:
        """The surnames and the pairs by which a name held back is found."""
        given, surnames = _parts(name)
        alone = {trunk(word) for word in surnames} - self._words
        alone = {found for found in alone if len(found) >= _TELLING}
        others = [word for word in surnames if trunk(word) not in alone]
        return alone, _named_so(given, others) - self._pairs


def _named_so(given: Iterable[str], surnames: Iterable[str]) -> set[tuple[str, str]]:
    return {
        (said, trunk(surname))
        for surname in surnames
        for one in given
        if one != surname
        for said in (trunk(one), _first(one))
    }


@lru_cache(maxsize=262144)
def _shown_as(name: str) -> tuple[frozenset[str], Pairs]:
    words = words_of(name)
    return frozenset(map(trunk, words)), frozenset(_named_so(words, words))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, as written."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=65536)
def _parts(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Given names and surnames; nothing of a name of one word, which may be anybody's."""
    found = parsed(name)
    if len(found.words) < 2:
        return (), ()
    return tuple(w.text for w in found.given), tuple(w.text for w in found.surname if not w.initial)


def street_pairs(address: str) -> Pairs:
    """Each number of an address with the longer words of the part between commas where it stands, or of the part before it."""
    found: set[tuple[str, str]] = set()
    before: tuple[str, ...] = ()
    for part in address.split(","):
        words = words_of(part)
        numbers = [word for word in words if _NUMBER.fullmatch(word)]
        streets = tuple(word for word in words if word not in numbers and len(word) >= _SHORT)
        found |= {(trunk(number), trunk(street)) for number in numbers for street in streets or before}
        before = streets
    return frozenset(found)


def illness_pairs(name: str, illness: str) -> Pairs:
    """The surnames of somebody with what they are ill with."""
    said = {trunk(word) for word in words_of(illness) if len(word) >= _SHORT and not word.isdigit()}
    _, surnames = _parts(name)
    return frozenset((trunk(surname), word) for surname in surnames or words_of(name) for word in said)
