"""Names that may answer a search, the likeliest first: a rough order by whole words, to be compared in full by whoever asks.

Each word of the search has its matching words. Names that hold matches of the two rarest are weighed first; pairs of frequent
ones, and names with one of the words alone, only where nothing better was found. A word counts the more, the fewer names hold what it matches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from habeas.identity.name_index import NameIndex
from habeas.identity.number_lists import Numbers
from habeas.identity.word_matches import SURENESS, WordMatches, matches_of
from habeas.names.name_text import every_word

#: More words than this are no name; the rest is left unread.
MOST_WORDS = 8
#: Names that hold one word are all weighed where they are so few.
_FEW = 5_000
#: Of so many names at most one word alone is looked through, its best matches first; two together of more.
_ALONE, _TOGETHER = 20_000, 400_000
#: Where two words other than the rarest probably stand together in more names than this, they say too little.
_TOO_MANY = 2_000
#: What a word of the name that the search does not hold costs.
_MORE = 0.02
#: From here on, of the most that can be had, names found are good enough not to look further.
_ENOUGH = 0.9
_ALWAYS = 2.0
#: Below this nothing to speak of was found.
_NOTHING = 0.3
#: From here on a matching word counts as the word itself, when its names are counted.
_ITSELF = 0.85


@dataclass(frozen=True, slots=True)
class Rough:
    """`names`, the likeliest first, with their `weights` (1 = every word of the search is there)."""

    names: Numbers
    weights: NDArray[np.float32]


def look_up(
    index: NameIndex, text: str, limit: int, *, unfinished: bool = False, allowed: NDArray[np.bool_] | None = None
) -> Rough:
    """At most `limit` names. `unfinished`: the last word is still being typed; of names that match by words alike one stands for all,
    those that many bear first, and the others follow. `allowed`: names that may answer; None = any.
    """
    words = every_word(text, unfinished)[:MOST_WORDS]
    search = _Search.of(index, [matches_of(index, w, unfinished and w is words[-1]) for w in words])
    names, weights = np.zeros(0, np.int32), np.zeros(0, np.float32)
    for candidates in search.rounds():
        if weights.max(initial=0) < candidates.unless:
            found = np.unique(candidates.names())
            found = found if allowed is None else found[allowed[found]]
            names, weights = np.append(names, found), np.append(weights, search.weighed(found))
    names, first = np.unique(names, return_index=True)
    weights = weights[first]
    best = search.spread(names, weights, limit) if unfinished else _first(names, weights, limit)
    return Rough(names[best].astype(np.int32), weights[best])


def _first(names: NDArray[Any], weights: NDArray[Any], limit: int) -> NDArray[Any]:
    """Places of the best `limit`, the best first; of equal ones the lower number."""
    if len(weights) > 4 * limit:
        least = np.partition(weights, len(weights) - limit)[len(weights) - limit]
        better, equal = np.flatnonzero(weights > least), np.flatnonzero(weights == least)
        some = np.concatenate([better, equal[: limit - len(better)]])
    else:
        some = np.arange(len(weights))
    return some[np.lexsort((names[some], -weights[some]))][:limit]


@dataclass(frozen=True, slots=True)
class _Candidates:
    """`unless`: not to be asked for, where a name of at least this weight was found before."""

    names: Callable[[], Numbers]
    unless: float


@dataclass(frozen=True, slots=True)
class _Search:
    """The matches of each word, the rarest word first, with about how many names hold it, what it counts
    (`worth`), and the weight of every word of the index (`tables`).
    """

    index: NameIndex
    matches: Sequence[WordMatches]
    counts: Sequence[float]
    worth: NDArray[np.float32]
    tables: Sequence[NDArray[np.float32]]

    @classmethod
    def of(cls, index: NameIndex, matches: Sequence[WordMatches]) -> _Search:
        counted = sorted(((_names_counted(index, m), n) for n, m in enumerate(matches) if len(m.words)))
        found, counts = [matches[n] for _, n in counted], [count for count, _ in counted]
        worth = np.log(1 + len(index) / np.maximum(1, np.array(counts, np.float32)))
        missing = len(matches) - len(found)
        tables = [m.table(len(index.words)) for m in found]
        return cls(index, found, counts, worth / max(worth.sum() * (1 + missing / 4), 1e-9), tables)

    def rounds(self) -> Iterator[_Candidates]:
        """Names worth weighing, the likeliest first."""
        if not self.matches:
            return
        rarest, *others = self.matches
        holding = [int(self.index.holding.sizes(found.words).sum()) for found in self.matches]
        if sum(holding) <= _ALONE:
            yield from (_Candidates(partial(self._names, found, _ALONE), _ALWAYS) for found in self.matches)
            return
        few = holding[0] <= _FEW
        if few or not others:
            yield _Candidates(partial(self._names, rarest, _ALONE), _ALWAYS)
        for other in () if few else others:
            yield _Candidates(partial(self._together, rarest, other), _ALWAYS if other is others[0] else _ENOUGH)
        for (one, a), (other, b) in combinations(zip(others, self.counts[1:], strict=True), 2):
            if a * b / len(self.index) <= _TOO_MANY:
                yield _Candidates(partial(self._together, one, other), _ENOUGH)
        if not few:
            yield _Candidates(partial(self._names, rarest, _ALONE), _ENOUGH)
        for other in others:
            yield _Candidates(partial(self._names, other, _ALONE), _NOTHING)

    def _together(self, one: WordMatches, other: WordMatches) -> Numbers:
        marked = np.zeros(len(self.index), np.bool_)
        marked[self._names(other, _TOGETHER)] = True
        names = self._names(one, _TOGETHER)
        return names[marked[names]]

    def _names(self, matches: WordMatches, most: int) -> Numbers:
        """Names that hold a matching word, those of the best matches first, until there are enough."""
        reached = np.cumsum(self.index.holding.sizes(matches.words))
        enough = int(np.searchsorted(reached, most)) + 1
        return self.index.holding.many(matches.words[:enough])

    def weighed(self, names: NDArray[Any]) -> NDArray[np.float32]:
        """How well each name answers: each word of the search by its best match in the name."""
        total = np.zeros(len(names), np.float32)
        unmatched = self.index.of_name.sizes(names).astype(np.float32)
        columns = self._columns(names)
        for worth, table in zip(self.worth, self.tables, strict=True):
            best = np.zeros(len(names), np.float32)
            for there, words in columns:
                best[there] = np.maximum(best[there], table[words])
            total += worth * best
            unmatched -= best > 0
        total -= _MORE * np.maximum(0, unmatched)
        return total

    def _columns(self, names: NDArray[Any]) -> list[tuple[NDArray[Any], Numbers]]:
        """The first words of the names that have one, then the second ones, and so on: places of the names, and the words."""
        of_name = self.index.of_name
        sizes, starts = of_name.sizes(names), of_name.starts[names]
        places = (np.flatnonzero(sizes > place) for place in range(sizes.max(initial=0)))
        return [(there, of_name.values[starts[there] + place]) for place, there in enumerate(places)]

    def spread(self, names: NDArray[Any], weights: NDArray[Any], limit: int) -> NDArray[Any]:
        """Places of the best `limit`, each group of names alike once before any comes again, the largest groups first."""
        if not len(names):
            return np.zeros(0, np.int64)
        key = np.zeros(len(names), np.int64)
        columns = self._columns(names)
        for table in self.tables:
            best, sense = np.zeros(len(names), np.float32), np.zeros(len(names), np.int64)
            for there, words in columns:
                better = table[words] > best[there]
                best[there[better]] = table[words[better]]
                sense[there[better]] = self.index.senses[words[better]]
            key = key * np.int64(1_000_003) + sense
        order = np.lexsort((names, -weights))
        _, first, group, size = np.unique(key[order], return_index=True, return_inverse=True, return_counts=True)
        again = np.ones(len(names), np.bool_)
        again[first] = False
        likely = np.log(size)[group] + SURENESS * weights[order]
        return order[np.lexsort((-likely, again))[:limit]]


def _names_counted(index: NameIndex, found: WordMatches) -> float:
    """About how many names hold a word."""
    sizes = index.holding.sizes(found.words)
    itself = found.weights >= _ITSELF
    return float(sizes[itself].sum() if itself.any() else sizes.sum())
