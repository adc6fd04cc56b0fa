"""Which of the names met so far may be the same name: an index that only grows.

A new name is compared with the few that share two of its words with it, by a reading or as one given name, and with nobody else. In
which order names are added changes nothing. A slip that no reading explains (a letter left out) is not looked for here, and neither is
a name of which one word is simply another.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, product

from habeas.names.keys import identical_key
from habeas.names.parsed import ParsedName, parsed
from habeas.names.score import SAME, score_of
from habeas.names.words import Word

_NUMBER = re.compile(r"\d+")
#: Whether parts are told apart, and how many words there are to agree in: those of the surname, else all.
_Shape = tuple[bool, int]


class LikeNames:
    """Names as written, and for each those that may be the same, with the score of the two."""

    def __init__(self) -> None:
        self._like: dict[str, dict[str, float]] = {}
        self._to_the_letter: dict[str, list[str]] = defaultdict(list)
        self._filed: dict[_Shape, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._awaited: Callable[[], bytes | None] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no name was added yet."""
        return not self._like

    def await_from(self, awaited: Callable[[], bytes | None] | None) -> None:
        """Before the next name, take over an index that is being made elsewhere, as `to_bytes` gives it; `awaited` waits for it, and
        answers None where it was not made. None = nothing is awaited any more.
        """
        self._awaited = awaited

    def to_bytes(self) -> bytes:
        """Everything added, for an index in another process."""
        filed = [(shape, by_words) for shape, by_words in self._filed.items()]
        return json.dumps((self._like, self._to_the_letter, filed), separators=(",", ":")).encode()

    def _take_over(self, awaited: Callable[[], bytes | None]) -> None:
        self._awaited = None
        if (made := awaited()) is None or not self.is_empty:
            return
        self._like, letters, filed = json.loads(made)
        self._to_the_letter.update(letters)
        for (told_apart, words), by_words in filed:
            self._filed[told_apart, words].update(by_words)

    def like(self, name: str) -> Mapping[str, float]:
        """Other names added so far whose score with this one is SAME, or that are this one to the letter but for case and hyphens.

        Adds the name. The answer grows as names are added.
        """
        if self._awaited is not None:
            self._take_over(self._awaited)
        found = self._like.get(name)
        if found is None:
            found = self._like[name] = {}
            for other in self._candidates(name):
                if identical_key(name) == identical_key(other):
                    found[other] = self._like[other][name] = name_score(name, other)
                elif (
                    _every_word_meets(name, other)
                    and not _numbers_differ(name, other)
                    and (score := name_score(name, other)) >= SAME
                ):
                    found[other] = self._like[other][name] = score
        return found

    def forget_all_but(self, names: Collection[str]) -> None:
        """Keep only these of the names added, as if no other had been."""
        for name in [name for name in self._like if name not in names]:
            for other in self._like.pop(name):
                if other in self._like:
                    del self._like[other][name]
            if letters := identical_key(name):
                self._to_the_letter[letters].remove(name)
            shape, pairs = _filing(parsed(name))
            for term in {term for pair in pairs for term in pair}:
                self._filed[shape][term].remove(name)

    @staticmethod
    def says_something(name: str) -> bool:
        """Whether a name holds a letter or digit: two question marks are no namesakes."""
        return bool(identical_key(name))

    def _candidates(self, name: str) -> set[str]:
        """Names filed before under two words of this one; the name is filed too."""
        near: set[str] = set()
        if letters := identical_key(name):
            near.update(self._to_the_letter[letters])
            self._to_the_letter[letters].append(name)
        shape, pairs = _filing(parsed(name))
        for other, filed in self._filed.items():
            near.update(*self._under(filed, pairs, fewest=other[0] == shape[0] and other[1] >= shape[1]))
        for term in {term for pair in pairs for term in pair}:
            self._filed[shape][term].append(name)
        return near

    @staticmethod
    def _under(filed: Mapping[str, list[str]], pairs: Sequence[list[str]], *, fewest: bool) -> list[list[str]]:
        """Lists of names by two words. A name with as many words or more has to agree in every two: then those that fewest share will do."""
        found = [[filed[term] for term in pair if term in filed] for pair in pairs]
        if fewest and found:
            return min(found, key=lambda lists: sum(map(len, lists)))
        return [names for lists in found for names in lists]


@lru_cache(maxsize=65536)
def name_score(one: str, other: str) -> float:
    """The score of two names, the same in either order."""
    first, second = (one, other) if one <= other else (other, one)
    return score_of(parsed(first), parsed(second))


def _every_word_meets(one: str, other: str) -> bool:
    """Where parts are told apart the score compares each with its like; else each word of the shorter name needs one of the other's."""
    first, second = parsed(one), parsed(other)
    if first.whole and second.whole:
        return True
    fewer, more = sorted((first.words, second.words), key=len)
    return all(a.initial or any(not _of_word(a).isdisjoint(_of_word(b)) for b in more) for a in fewer)


def _numbers_differ(one: str, other: str) -> bool:
    """Whether both hold numbers, and not the same: "detainee 1" is not "detainee 11", though a digit may be typed for a letter."""
    first, second = _NUMBER.findall(one), _NUMBER.findall(other)
    return bool(first and second and first != second)


def _filing(found: ParsedName) -> tuple[_Shape, list[list[str]]]:
    """Under what a name is filed: each two of its words, by what they may be; the given name with the surname where it tells which is which."""
    if found.whole:
        shape, pairs = (True, len(found.surname)), list(product(found.given[:1], found.surname))
    else:
        shape, pairs = (False, len(found.words)), list(combinations(found.words, 2))
    return shape, [[f"{min(a, b)}|{max(a, b)}" for a, b in product(_of_word(x), _of_word(y))] for x, y in pairs]


@lru_cache(maxsize=65536)
def _of_word(word: Word) -> frozenset[str]:
    """The given names a word may be, its coarse readings, and its plain letters."""
    surname = word.surname
    return frozenset((*(f"#{number}" for number in word.given), *surname.coarse, "." + surname.ascii))
