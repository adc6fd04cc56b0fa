"""How much a name in common says, among these people: a rare surname much, Ivan Ivanov little.

The chance that two people taken at random have a name that can be read alike is reckoned from how often its parts stand in the two lists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from habeas.identity.listed import Listed

#: How rare a part is where the lists are too short to tell, and how many people that guess weighs as much as.
_TYPICAL = {"s": 1 / 2000, "k": 1 / 800, "g": 1 / 40, "f": 1 / 40}
_GUESS_WEIGHS = 500
#: By the score of two names: what their spellings being that far apart takes away.
_SPELLINGS = ((0.97, 0.0), (0.9, -0.6), (0.83, -1.6), (0.75, -3.0), (0.6, -4.5))
#: From here on all parts of two names are near, also those that share no reading.
_NEAR = 0.75
#: The same as in `_SPELLINGS` below the last of them.
_FAR_APART = -7.0


class Rarity:
    """Counted over both lists."""

    def __init__(self, people: Iterable[Listed]) -> None:
        self._times: Counter[str] = Counter()
        self._all = 0
        for person in people:
            self._all += 1
            self._times.update(person.terms)

    def times(self, term: str) -> int:
        """How many people have this term."""
        return self._times[term]

    def weight(self, one: Listed, other: Listed, value: float) -> float:
        """The natural logarithm of how many times likelier this name in common, scored `value`, is of one person than of two."""
        shared = one.terms & other.terms
        surname = (
            self._rarest(shared, "s") or self._rarest(shared, "k") or max(self._own(one, "s"), self._own(other, "s"))
        )
        near = value >= _NEAR
        given = self._rarest(shared, "g") or (max(self._own(one, "g"), self._own(other, "g")) if near else 0.0)
        father = self._rarest(shared, "f") if near else 0.0
        return surname + given + father + next((away for least, away in _SPELLINGS if value >= least), _FAR_APART)

    def _rarest(self, terms: Iterable[str], part: str) -> float:
        return max((self._surprise(term, 2) for term in terms if term.startswith(f"{part}:")), default=0.0)

    def _own(self, one: Listed, part: str) -> float:
        """Where no reading is shared, as after a slip of the pen: how rare the one's own is."""
        found: Sequence[float] = [self._surprise(term, 0) for term in one.terms if term.startswith(f"{part}:")]
        return sum(found) / len(found) if found else 0.0

    def _surprise(self, term: str, others: int) -> float:
        typical = _TYPICAL[term[0]]
        often = (max(self._times[term] - others, 0) + _GUESS_WEIGHS * typical) / (self._all + _GUESS_WEIGHS)
        return -log(min(often, 1.0))
