"""Two names whose parts are not told apart: their words are paired as they fit best.

For names of any language, in any order: each word of the shorter name takes its best partner, initials fit, words run together count
as the words they are, small words (bin, van, al) weigh less. Names in one script that is neither Latin nor Cyrillic are compared by
their own letters, since a romanisation would make different ones alike.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from rapidfuzz.distance import OSA

from habeas.names.agreement import initials_meet
from habeas.names.characters import is_cyrillic
from habeas.names.name_text import word_list
from habeas.names.parsed import ParsedName
from habeas.names.words import Word

#: How far two words agree, from 0 to 1.
Agreement = Callable[[Word, Word], float]
_similarity = OSA.normalized_similarity
_SMALL_WORD = 0.3
_INITIAL_WEIGHS = 0.5
_INITIAL_FITS = 0.8
#: From here on a word agrees in full; where only one does, the names share too little to be one person's by themselves.
_FULLY = 0.7
_ONE_WORD_ALONE = 0.8
#: Across scripts: the same consonants where one side writes no short vowels, with its long vowels, or without; vowels folded, where one side
#: is Cyrillic, which writes foreign vowels as heard; letters that are near, or far.
_CONSONANTS, _CONSONANTS_ALONE, _FOLDED_ACROSS = 0.86, 0.72, 0.9
_NEAR_ACROSS, _FAR_ACROSS = 0.85, 0.6
_ONE_GIVEN_NAME = 0.98
#: One word and two initials that fit, as officials write: surname, given name, patronymic.
_ONE_WORD_AND_INITIALS = 0.86
#: The same words in another order than "surname first" explains.
_OTHER_ORDER = 0.85
#: What a word more on one side costs.
_EXTRA_WORD = 0.04
#: A lone word beside a name of several.
_LONE_WORD = 0.65
#: Words run together, or parted elsewhere, from this likeness of the letters on.
_RUN_TOGETHER = 0.92


def words_agree(one: ParsedName, other: ParsedName, agrees: Agreement | None = None) -> float:
    """0 to 1: half by all words, half by the worst pair, because one wrong word makes another person. `agrees`: how two words do; None = `word_agrees`."""
    agrees = agrees or word_agrees
    if not one.words or not other.words:
        return 0.0
    return max(_run_together(one, other), _paired(one.words, other.words, agrees))


def are_run_together(one: ParsedName, other: ParsedName, agrees: Agreement) -> bool:
    """Whether the names agree by their letters in a row, since one parts its words otherwise, more than by the words."""
    joined = _run_together(one, other) if one.words and other.words else 0.0
    return joined > 0.0 and joined > _paired(one.words, other.words, agrees)


def _run_together(one: ParsedName, other: ParsedName) -> float:
    """Likeness of the letters; 0 where it is too little, or both have as many words."""
    if len(one.words) == len(other.words):
        return 0.0
    joined = _similarity(one.plain.replace(" ", ""), other.plain.replace(" ", ""))
    return joined if joined >= _RUN_TOGETHER else 0.0


def native_agree(one: ParsedName, other: ParsedName) -> float | None:
    """Likeness of the letters of two names in one script of their own; None where they are not."""
    script, _, letters = one.native.partition(":")
    if not script or not other.native.startswith(script + ":"):
        return None
    return _similarity(letters, other.native[len(script) + 1 :])


def _paired(ones: tuple[Word, ...], others: tuple[Word, ...], agrees: Agreement) -> float:
    if len(ones) > len(others):
        ones, others = others, ones
    pairs = _best_pairs(ones, others, agrees)
    weighed = [(_pair_weight(ones[i], others[j], agree), agree) for agree, i, j in pairs]
    total = sum(weight * agree for weight, agree in weighed) / sum(weight for weight, _ in weighed)
    worst = min((agree for weight, agree in weighed if weight == 1.0), default=total)
    partners = {j for _, _, j in pairs}
    extra = sum(_weight(word) for j, word in enumerate(others) if j not in partners)
    full = sum(weight == 1.0 and agree >= _FULLY for weight, agree in weighed)
    lone = extra > 0 and sum(weight == 1.0 for weight, _ in weighed) < 2
    order = 1.0 if _is_turned(pairs) else _OTHER_ORDER
    value = (total + worst) / 2 * (1 - _EXTRA_WORD * extra) * (_LONE_WORD if lone else 1.0) * order
    if full > 1:
        return value
    initials = sum(weight == _INITIAL_WEIGHS for weight, _ in weighed)
    return min(value, _ONE_WORD_AND_INITIALS if full and initials > 1 else _ONE_WORD_ALONE)


def _is_turned(pairs: list[tuple[float, int, int]]) -> bool:
    """Whether the partners stand in the same order, but for the end that may be put first, as in Surname Given."""
    places = [j for _, _, j in sorted(pairs, key=lambda pair: pair[1])]
    return sum(a > b for a, b in itertools.pairwise(places)) <= 1 and (
        places == sorted(places) or places[-1] < places[0]
    )


def _best_pairs(ones: tuple[Word, ...], others: tuple[Word, ...], agrees: Agreement) -> list[tuple[float, int, int]]:
    """Each word of `ones` with its partner in `others`, the best pairs first."""
    free = {(i, j): agrees(a, b) for i, a in enumerate(ones) for j, b in enumerate(others)}
    pairs = []
    while free:
        i, j = max(free, key=free.__getitem__)
        pairs.append((free[i, j], i, j))
        free = {place: agree for place, agree in free.items() if place[0] != i and place[1] != j}
    return pairs


def word_agrees(one: Word, other: Word) -> float:
    """1 = the same word; a little less for one given name in two forms or one reading; else by the letters that differ."""
    if one is other:
        return 1.0
    if one.initial or other.initial:
        return _INITIAL_FITS if one.ascii[:1] == other.ascii[:1] or initials_meet(one, other) else 0.0
    if not one.surname.fine.isdisjoint(other.surname.fine):
        return 0.99
    if not one.given.isdisjoint(other.given):
        return _ONE_GIVEN_NAME
    if not one.surname.coarse.isdisjoint(other.surname.coarse):
        return 0.95
    if one.given and other.given:
        return 0.5
    near = max(_similarity(one.ascii, other.ascii), _similarity(one.surname.main, other.surname.main))
    return near if near >= 0.7 else near * 0.6


def words_agree_across_scripts(one: Word, other: Word) -> float:
    """The same for a word written in another script: every spelling it may have is at hand, so vowels are not folded and a slip counts more."""
    if one.initial or other.initial or not one.surname.fine.isdisjoint(other.surname.fine):
        return word_agrees(one, other)
    if not one.given.isdisjoint(other.given):
        return _ONE_GIVEN_NAME
    if one.surname.coarse & other.surname.coarse and (is_cyrillic(one.text) or is_cyrillic(other.text)):
        return _FOLDED_ACROSS
    if one.unvoiced or other.unvoiced:
        shared = one.surname.skeletons & other.surname.skeletons
        if any(len(skeleton) > 1 for skeleton in shared):
            filled = _is_filled(one, other) if one.unvoiced else _is_filled(other, one)
            return _CONSONANTS if filled else _CONSONANTS_ALONE
    near = max(_similarity(one.ascii, other.ascii), _similarity(one.surname.main, other.surname.main))
    return near * (_NEAR_ACROSS if near >= _FULLY else _FAR_ACROSS)


def _is_filled(unvoiced: Word, other: Word) -> bool:
    """Whether short vowels between the letters that are written make it the other word: the long ones, which are written, have to be there."""
    letters = unvoiced.surname.fine
    most = max(map(len, letters))
    patterns = [re.compile("[aeo]?".join(("", *f, ""))) for f in letters if len(f) == most]
    return any(pattern.fullmatch(fine) for pattern in patterns for fine in other.surname.fine)


def _pair_weight(one: Word, other: Word, agree: float) -> float:
    """An initial that fits says little, one that does not says as much as a word."""
    if one.initial or other.initial:
        return _INITIAL_WEIGHS if agree else 1.0
    return max(_weight(one), _weight(other))


def _weight(word: Word) -> float:
    if word.text in word_list("particles"):
        return _SMALL_WORD
    return _INITIAL_WEIGHS if word.initial else 1.0
