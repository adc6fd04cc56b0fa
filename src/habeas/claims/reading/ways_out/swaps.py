"""Prisoner swaps: a release told as part of one is an exchange, and a swap may be told without naming anybody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.told import Told, may_be_same_day
from habeas.claims.reading.whom.groups import is_people_word

if TYPE_CHECKING:
    from spacy.tokens import Token

    from habeas.kernel.days import Day

_SWAPS = frozenset({"exchange", "swap"})
_INTO = frozenset({"in", "under", "through", "during", "via", "by", "of", "after", "following", "with"})
_REACH = 14
_FAR = 34
_CLAUSES = ("relcl", "advcl", "ccomp", "conj")
#: A swap told this near the head of a text is what the text is about.
_OPENING = 900


_CARRY = frozenset({"carry", "complete", "conduct", "effect", "execute", "stage"})
_TRADED = frozenset({"agent", "spy", "hacker", "sailor", "migrant", "deportee", "hitman", "assassin", "smuggler"})
_MEMBERS = ("member", "one of", "among")
#: Ways out that are no swap, or a release told as lying before it.
_OTHERWISE = re.compile(
    r"\b(?:bail|parole|furlough|without charges?|pending|amnesty|pardon\w*|(?:medical|health|humanitarian) (?:grounds|reasons)|(?:her|his|their) (?:full |whole )?(?:terms?|sentences?)"
    r"|after (?:\w+ ){1,2}(?:minutes|hours|days|weeks|months)|had (?:\w+ )?been|had (?:walked|left|come)|previously|earlier|since|when|after being|in a separate)\b",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:remaining|others?|rest)\b", re.IGNORECASE)
_PLAIN = frozenset({"historic", "big", "large", "rare", "first", "second", "third", "major", "new", "complex", "on", "in", "at", "between", "with"})  # fmt: skip


def names_a_swap(noun: Token) -> bool:
    """ "a prisoner exchange", "the swap", but not "in exchange for", "an exchange of views"."""
    if noun.lemma_ not in _SWAPS or noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ == "compound":
        return False
    if any(child.lower_ in ("every", "each") for child in noun.children):
        return False  # "every swap is read in the cells": none in particular
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
    if not any(
        c.lower_ in ("the", "this", "that", "such", "previous", "last", "further", "second", "another", "new", "next")
        for c in noun.children
    ):
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


def is_traded(verb: Token) -> bool:
    """ "freed five journalists and twelve others in exchange for three agents": people for people."""
    for noun in verb.doc[verb.i + 1 : min(verb.i + _FAR, verb.sent.end)]:
        if noun.text in (";", ":", "."):
            return False
        if noun.lower_ in ("exchange", "return") and noun.dep_ == "pobj" and noun.head.lower_ == "in":
            return _is_for_people(noun)
    return False


def _is_for_people(noun: Token) -> bool:
    """ "in exchange for three agents", "in exchange for the return of 40 workers"; not "in exchange for the easing of sanctions"."""
    return given_for(noun) is not None


def given_for(noun: Token) -> Token | None:
    """Those on the other side of "in exchange for two agents"; None where what is given is no people."""
    for child in (*noun.children, *noun.head.children):
        given = next((o for o in child.children if o.dep_ == "pobj"), None) if child.lower_ == "for" else None
        if given is not None and given.lemma_ in ("return", "release", "handover", "freedom"):
            given = next((o for c in given.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), None)
        if given is not None and (
            given.ent_type_ == "PERSON"
            or is_people_word(given.lemma_)
            or lexicon().has("held_people", given.lemma_)
            or given.lemma_ in _TRADED
        ):
            return given
    return None


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
    """In a text that opens with a swap, the releases of that occasion are the exchange: those of its day, of its group, or told without a day."""
    swaps = [o for o in told if o.type == "exchange" and o.reality == "actual" and not o.is_period]
    if not swaps or min(o.span[0] for o in swaps) > _OPENING:
        return
    day = next((o.date for o in swaps if o.date is not None), None)
    named = {o.person for o in swaps if o.person is not None}
    _as_told(told, day, named, swaps)
    named = {o.person for o in told if o.type == "exchange" and o.person is not None and o.reality == "actual"}
    for one in told:
        if (
            one.type == "release"
            and one.of_held
            and one.date is None
            and one.reality == "actual"
            and one.person in named
        ):
            one.type = "exchange"  # "they are out"


def _as_told(told: list[Told], day: Day | None, named: set[str], swaps: list[Told]) -> None:
    """Names as exchanges the releases that are told in words of their own."""
    counts = {o.count for o in swaps if o.count is not None}
    for one in told:
        if one.type != "release" or one.reality != "actual" or one.of_held or one.is_period:
            continue
        if not one.is_group and one.person in named:
            continue
        if one.date is None and one.note == "structural":
            is_same = True  # listed under the heading of a side
        elif one.date is None:
            is_same = (one.person is not None or _is_rest(one)) and _is_told_as_news(one, told)
        else:
            is_same = day is not None and may_be_same_day(one.date, day) and (
                one.date.within(day) or one.count in counts or one.is_member in _MEMBERS
            )  # fmt: skip
        if is_same:
            one.type = "exchange"


def _is_rest(one: Told) -> bool:
    """ "The remaining 34 walked out": the rest of those told of."""
    return one.count is not None and bool(_REST.search(one.words))


def _is_told_as_news(one: Told, told: list[Told]) -> bool:
    """ "B and C also walked free": in a clause of its own, not told of before the occasion, by no other way and after no term of days."""
    if one.is_aside or one.has_open_date or _OTHERWISE.search(one.quote):
        return False
    return not any(o.person == one.person and o.type in ("pardon", "rearrest") for o in told)
