"""Prisoner swaps: a release told as part of one is an exchange, and a swap may be told without naming anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.told import Told, may_be_same_day

if TYPE_CHECKING:
    from spacy.tokens import Token

_SWAPS = frozenset({"exchange", "swap"})
_INTO = frozenset({"in", "under", "through", "during", "via", "by", "of", "after", "following", "with"})
_REACH = 14
_CLAUSES = ("relcl", "advcl", "ccomp", "conj")
#: A swap told this near the head of a text is what the text is about.
_OPENING = 900


_CARRY = frozenset({"carry", "complete", "conduct", "effect", "execute", "stage"})
_PLAIN = frozenset({"historic", "big", "large", "rare", "first", "second", "third", "major", "new", "complex", "on", "in", "at", "between", "with"})  # fmt: skip


def names_a_swap(noun: Token) -> bool:
    """ "a prisoner exchange", "the swap", but not "in exchange for", "an exchange of views"."""
    if noun.lemma_ not in _SWAPS or noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ == "compound":
        return False
    held = any(lexicon().has("held_people", child.lemma_.lower()) for child in noun.children)
    of_whom = [o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    if of_whom:
        return any(lexicon().has("held_people", o.lemma_) for o in of_whom)
    return (
        held
        or (noun.lemma_ == "swap" and not any(c.dep_ == "compound" for c in noun.children))
        or _is_the_same(noun)
        or _is_carried_out(noun)
    )


def _is_carried_out(noun: Token) -> bool:
    """ "carried out an exchange", in a text that speaks of prisoners or a swap; "an exchange of fire", "a cultural exchange" are none."""
    if noun.head.lemma_ not in _CARRY or noun.dep_ not in ("dobj", "nsubjpass"):
        return False
    if any(c.dep_ in ("compound", "amod", "prep") and c.lemma_.lower() not in _PLAIN for c in noun.children):
        return False
    return any(t.lemma_ == "swap" or lexicon().has("held_people", t.lemma_.lower()) for t in noun.doc)


def is_swapping(verb: Token) -> bool:
    """ "exchanged prisoners", "swapped 24 people"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in _SWAPS:
        return False
    given = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return any(lexicon().has("people", c.lemma_) or c.ent_type_ == "PERSON" for c in given)


def _is_the_same(noun: Token) -> bool:
    """ "the exchange", in a text that has told of a prisoner exchange."""
    if not any(c.lower_ in ("the", "this", "that", "such", "previous", "last") for c in noun.children):
        return False
    return any(t.lemma_ in _SWAPS and t.i != noun.i and any(
        lexicon().has("held_people", c.lemma_.lower()) for c in t.children
    ) for t in noun.doc)  # fmt: skip


def is_in_a_swap(verb: Token) -> bool:
    """ "was freed in a prisoner swap", "released as part of an exchange": within the verb's own clause."""
    for noun in verb.doc[verb.i + 1 : min(verb.i + _REACH, verb.sent.end)]:
        if noun.text in (";", ":") or (noun.dep_ in _CLAUSES and noun.head.i <= verb.i and noun.i > verb.i + 1):
            return False
        if noun.lemma_ in _SWAPS and noun.dep_ == "pobj" and noun.head.lower_ in _INTO:
            return names_a_swap(noun) or any(c.lower_ in ("the", "this", "that") for c in noun.children)
    return False


def without_retold_swaps(told: list[Told]) -> list[Told]:
    """ "freed in a prisoner swap", "exchanged prisoners, the first swap since 2019": the swap itself is told already by whom it freed."""
    full = [o for o in told if o.type == "exchange" and not o.is_bare]
    return [
        one
        for one in told
        if not (one.type == "exchange" and one.is_bare)
        or not any(
            (o.span[0] < one.span[1] and one.span[0] < o.span[1])
            or (o.reality == one.reality == "actual" and may_be_same_day(o.date, one.date) and o.span[0] < one.span[0])
            for o in full
        )
    ]  # fmt: skip


def as_exchanges(told: list[Told]) -> None:
    """In a text that opens with a swap, releases of its day are the exchange."""
    swaps = [o for o in told if o.type == "exchange" and o.reality == "actual" and not o.is_period]
    if not swaps or min(o.span[0] for o in swaps) > _OPENING:
        return
    day = next((o.date for o in swaps if o.date is not None), None)
    if day is None:
        return
    named = {o.person for o in swaps if o.person is not None}
    for one in told:
        if one.type != "release" or one.reality != "actual" or one.of_held or one.date is None:
            continue
        if may_be_same_day(one.date, day) and one.date.within(day) and (one.is_group or one.person not in named):
            one.type = "exchange"
