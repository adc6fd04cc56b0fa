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
from habeas.identity.word_matches import WordMatches, matches_of
from habeas.names.name_text import every_word

#: More words than this are no name; the rest is left unread.
MOST_WORDS = 8
#: Of so many names at most one word alone is looked through, its best matches first; two together of more.
_ALONE, _TOGETHER = 40_000, 400_000
#: What a word of the name that the search does not hold costs.
_MORE = 0.02
#: From here on, of the most that can be had, names found are good enough not to look further.
_ENOUGH = 0.9
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
    words = every_word(text)[:MOST_WORDS]
    search = _Search.of(index, [matches_of(index, w, unfinished and w is words[-1]) for w in words])
    names, weights = np.zeros(0, np.int32), np.zeros(0, np.float32)
    for candidates in search.rounds():
        if candidates.is_costly and weights.max(initial=0) >= _ENOUGH:
            continue
        found = candidates.names()
        if allowed is not None:
            found = found[allowed[found]]
        names = np.union1d(names, found)
        weights = search.weighed(names)
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
    """`is_costly`: to be asked for `names` only where nothing good was found before."""

    names: Callable[[], Numbers]
    is_costly: bool


@dataclass(frozen=True, slots=True)
class _Search:
    """The matches of each word, the rarest word first, with about how many names hold it and what it counts (`worth`)."""

    index: NameIndex
    matches: Sequence[WordMatches]
    counts: Sequence[float]
    worth: NDArray[np.float32]

    @classmethod
    def of(cls, index: NameIndex, matches: Sequence[WordMatches]) -> _Search:
        counts = [_names_counted(index, found) for found in matches]
        order = [n for n in np.argsort(counts, kind="stable") if len(matches[n].words)]
        worth = np.log(1 + len(index) / np.array([max(1, counts[n]) for n in order], np.float32))
        missing = len(matches) - len(order)
        return cls(
            index,
            [matches[n] for n in order],
            [counts[n] for n in order],
            worth / max(worth.sum() * (1 + missing / 4), 1e-9),
        )

    def rounds(self) -> Iterator[_Candidates]:
        """Names worth weighing, those that hold two words before those that hold one."""
        for (_, one), (count, other) in combinations(zip(self.counts, self.matches, strict=True), 2):
            yield _Candidates(partial(self._together, one, other), count > _ALONE)
        for alone in self.matches:
            yield _Candidates(partial(self._names, alone, _ALONE), True)

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
        for worth, (best, _) in zip(self.worth, self._best_words(names), strict=True):
            total += worth * best
            unmatched -= best > 0
        total -= _MORE * np.maximum(0, unmatched)
        return total

    def _best_words(self, names: NDArray[Any]) -> Iterator[tuple[NDArray[np.float32], Numbers]]:
        """For each word of the search: the weight of the best match in each name, and which word it is."""
        of_name = self.index.of_name
        sizes, starts = of_name.sizes(names), of_name.starts[names]
        columns = []
        for place in range(int(sizes.max()) if len(sizes) else 0):
            there = np.flatnonzero(sizes > place)
            columns.append((there, of_name.values[starts[there] + place]))
        for found in self.matches:
            table = np.zeros(len(self.index.words), np.float32)
            table[found.words] = found.weights
            best, which = np.zeros(len(names), np.float32), np.zeros(len(names), np.int32)
            for there, words in columns:
                weights = table[words]
                better = weights > best[there]
                best[there[better]], which[there[better]] = weights[better], words[better]
            yield best, which

    def spread(self, names: NDArray[Any], weights: NDArray[Any], limit: int) -> NDArray[Any]:
        """Places of the best `limit`, each group of names alike once before any comes again, the largest groups first."""
        if not len(names):
            return np.zeros(0, np.int64)
        key = np.zeros(len(names), np.int64)
        for _, words in self._best_words(names):
            key = key * np.int64(1_000_003) + self.index.senses[words]
        _, first, group, size = np.unique(key, return_index=True, return_inverse=True, return_counts=True)
        again = np.ones(len(names), np.bool_)
        again[first] = False
        order = np.lexsort((names, -size[group], -weights, again))
        return order[:limit]


def _names_counted(index: NameIndex, found: WordMatches) -> float:
    """About how many names hold a word."""
    sizes = index.holding.sizes(found.words)
    itself = found.weights >= _ITSELF
    return float(sizes[itself].sum() if itself.any() else sizes.sum())
