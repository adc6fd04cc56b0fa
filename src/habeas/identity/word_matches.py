"""Which words of an index answer one word of a search, and how well: read alike, meaning one given name, near, begun, or an initial."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from habeas.identity.name_index import NameIndex, classes_of, opening_letters, opening_of
from habeas.identity.number_lists import Numbers
from habeas.names.agreement import FOLDED, surnames_agree
from habeas.names.given import classes_begun, is_surely_given
from habeas.names.readings import GLIDED, SHORT, begun_readings, glides_begun, open_readings
from habeas.names.words import LIKE_A_FORM, Word, only_like_a_form, word

#: One given name, or one father, in two forms.
_ONE_NAME = 0.98
#: What a reading that is near counts of its likeness, and from which likeness on it is near.
_NEAR, _NEAR_FROM = 0.9, 0.65
#: A word that is only begun: this, and more the less is left to write.
_BEGUN, _MORE_WRITTEN = 0.6, 0.25
#: In a word still being typed.
_TYPED = 0.95
_INITIAL = 0.5
#: While typing: what it costs that the vowels are others than those written, as they often are in another language.
_OTHER_VOWELS = 0.05
#: While typing: what it costs that only another form of a given name begins so.
_OTHER_FORM = 0.1
#: While typing: how much the weight counts beside the logarithm of how many bear the name.
SURENESS = 40.0
#: Compared one by one; there are seldom more words of one reading.
_COMPARED = 60


@dataclass(frozen=True, slots=True)
class WordMatches:
    """`words` of the index with their `weights` from 0 to 1. The best stand first; while typing, the best of those that many bear."""

    words: Numbers
    weights: NDArray[np.float32]

    def table(self, number: int) -> NDArray[np.float32]:
        """The weight of each of the `number` words of the index; 0 = it does not match."""
        weights = np.zeros(number, np.float32)
        weights[self.words] = self.weights
        return weights


def matches_of(index: NameIndex, text: str, unfinished: bool) -> WordMatches:
    """The words that answer a lower-case word of a search. `unfinished`: it is still being typed."""
    wanted = word(text)
    found = [] if wanted.initial else [*_alike(index, wanted), *_near(index, wanted), *_initials(index, wanted)]
    best = _best([*_begun(index, wanted, unfinished), *found])
    return _borne_by_many(index, best) if unfinished else best


def _borne_by_many(index: NameIndex, found: WordMatches) -> WordMatches:
    _, sense = np.unique(index.senses[found.words], return_inverse=True)
    bearers = np.bincount(sense, weights=index.holding.sizes(found.words))[sense]
    order = np.argsort(-(SURENESS * found.weights + np.log(bearers)), kind="stable")
    return WordMatches(found.words[order], found.weights[order])


def _best(found: Iterable[tuple[NDArray[Any], Any]]) -> WordMatches:
    """Each word once, with its best weight."""
    some = [(words, np.broadcast_to(np.float32(weights), len(words))) for words, weights in found if len(words)]
    if not some:
        return WordMatches(np.zeros(0, np.int32), np.zeros(0, np.float32))
    words, weights = (np.concatenate(parts) for parts in zip(*some, strict=True))
    order = np.lexsort((words, -weights))
    _, first = np.unique(words[order], return_index=True)
    kept = order[np.sort(first)]
    return WordMatches(words[kept], weights[kept])


def _alike(index: NameIndex, wanted: Word) -> Iterable[tuple[NDArray[Any], Any]]:
    """Words with a reading in common, compared in full; words that mean one given name or father."""
    read = np.unique(np.concatenate([index.words_read(reading) for reading in wanted.surname.coarse]))
    some, rest = read[:_COMPARED], read[_COMPARED:]
    yield some, np.array([_agreement(wanted, index.words[n]) for n in some], np.float32)
    yield rest, FOLDED
    sure = is_surely_given(wanted.text)
    for name in classes_of(wanted):
        yield index.words_meaning(name), _ONE_NAME if sure else LIKE_A_FORM


def _agreement(wanted: Word, text: str) -> float:
    if text == wanted.text:
        return 1.0
    other = word(text)
    return LIKE_A_FORM if only_like_a_form(wanted, other) else surnames_agree(wanted.surname, other.surname) * 0.999


def _near(index: NameIndex, wanted: Word) -> Iterable[tuple[NDArray[Any], Any]]:
    readings = sorted(wanted.surname.coarse)
    places = index.near.near(readings)
    if not len(places):
        return
    likeness = process.cdist(
        readings,
        [index.readings[place] for place in places],
        scorer=OSA.normalized_similarity,
        score_cutoff=_NEAR_FROM,
        dtype=np.float32,
    ).max(axis=0)
    near = np.flatnonzero((likeness > 0) & (likeness < 1))  # the others are read alike
    yield index.read.many(places[near]), np.repeat(likeness[near] * _NEAR, index.read.sizes(places[near]))


def _begun(index: NameIndex, wanted: Word, unfinished: bool) -> Iterable[tuple[NDArray[Any], Any]]:
    """Words of which this is the beginning. A word that is known as it is, is not held open."""
    if not wanted.given and (unfinished or len(wanted.text) <= SHORT):
        for number in sorted(classes_begun(wanted.text)):
            yield (
                index.words_meaning(f"given{number}"),
                _TYPED - _OTHER_FORM if unfinished else _INITIAL if wanted.initial else _BEGUN,
            )
    known = wanted.given or wanted.father or any(len(index.words_read(r)) for r in wanted.surname.coarse)
    whole = bool(known) and not unfinished
    for reading in sorted(wanted.surname.coarse) if whole else begun_readings(wanted.text, unfinished):
        found = _glided_alike(index, wanted, index.words_beginning(reading))
        if unfinished:
            yield found, _TYPED - _OTHER_VOWELS * ~_opens(index, wanted, found)
        elif len(found):
            written = np.minimum(1, len(wanted.text) / index.lengths[found])
            yield found, _INITIAL if wanted.initial else _BEGUN + _MORE_WRITTEN * written


def _glided_alike(index: NameIndex, wanted: Word, words: Numbers) -> Numbers:
    """The words that may begin so as to a glide before u."""
    glides = glides_begun(wanted.text)
    if len(glides) > 1:
        return words
    glided = (index.openings[words] & 0xFF) == ord(GLIDED[0])
    alike: Numbers = words[glided if True in glides else ~glided]
    return alike


def _opens(index: NameIndex, wanted: Word, words: Numbers) -> NDArray[np.bool_]:
    """Which of the words begin with the very vowels written so far."""
    openings = index.openings[words]
    found = np.zeros(len(words), np.bool_)
    for fine in open_readings(wanted.text):
        mask = np.uint32((1 << (8 * opening_letters(fine))) - 1)
        found |= (openings & mask) == opening_of(fine)
    return found


def _initials(index: NameIndex, wanted: Word) -> Iterable[tuple[NDArray[Any], Any]]:
    """Words of one letter that this word begins with."""
    for first in sorted({reading[:1] for reading in wanted.surname.coarse} - {""}):
        alone = index.words_read(first)
        yield alone[index.lengths[alone] == 1], _INITIAL
