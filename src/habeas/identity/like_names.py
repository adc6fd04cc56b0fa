"""Which of the names met so far may be the same name: an index that only grows.

A new name is compared with the few that share two of its words with it, by a reading or as one given name, and with nobody else. In
which order names are added changes nothing. A slip that no reading explains (a letter left out) is not looked for here, and neither is
a name of which one word is simply another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations, product

from habeas.names.keys import identical_key
from habeas.names.parsed import ParsedName, parsed
from habeas.names.score import SAME, score_of
from habeas.names.words import Word


class LikeNames:
    """Names as written, and for each those that may be the same, with the score of the two."""

    def __init__(self) -> None:
        self._sharing: dict[str, list[str]] = defaultdict(list)
        self._like: dict[str, dict[str, float]] = {}

    def like(self, name: str) -> Mapping[str, float]:
        """Other names added so far whose score with this one is SAME, or that are this one to the letter but for case and hyphens.

        Adds the name. The answer grows as names are added.
        """
        found = self._like.get(name)
        if found is None:
            found = self._like[name] = {}
            for other in self._sharing_a_term(name):
                if identical_key(name) == identical_key(other):
                    found[other] = self._like[other][name] = name_score(name, other)
                elif _every_word_meets(name, other) and (score := name_score(name, other)) >= SAME:
                    found[other] = self._like[other][name] = score
        return found

    @staticmethod
    def says_something(name: str) -> bool:
        """Whether a name holds a letter or digit: two question marks are no namesakes."""
        return bool(identical_key(name))

    def _sharing_a_term(self, name: str) -> set[str]:
        near: set[str] = set()
        for term in set(_terms(name)):
            sharing = self._sharing[term]
            near.update(sharing)
            sharing.append(name)
        return near


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


def _terms(name: str) -> Iterator[str]:
    """Under what a name is filed: each two of its words by what they may be; a given name with a surname where it tells which is which."""
    if letters := identical_key(name):
        yield "=" + letters
    found = parsed(name)
    for one, other in _pairs(found):
        for a, b in product(_of_word(one), _of_word(other)):
            yield f"{a}|{b}" if a <= b else f"{b}|{a}"


def _pairs(found: ParsedName) -> Iterator[tuple[Word, Word]]:
    if found.whole:
        yield from product(found.given[:1], found.surname)
    else:
        yield from combinations(found.words, 2)


@lru_cache(maxsize=65536)
def _of_word(word: Word) -> frozenset[str]:
    """The given names a word may be, its coarse readings, and its plain letters."""
    surname = word.surname
    return frozenset((*(f"#{number}" for number in word.given), *surname.coarse, "." + surname.ascii))
