"""Clemency in other words: a sentence commuted, prisoners forgiven, an amnesty ruled out, rumoured or hoped for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.lexicon import lexicon
from habeas.claims.reading.reality import reality_of
from habeas.claims.reading.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

    from habeas.claims.reading.parser import Sentence

_TALK = frozenset(
    {
        "rumour",
        "rumor",
        "talk",
        "speculation",
        "hope",
        "prospect",
        "possibility",
        "idea",
        "promise",
        "hint",
        "question",
        "call",
        "demand",
        "appeal",
    }
)
_ASKED = frozenset({"call", "demand", "appeal", "campaign", "plea"})
_POSSIBLE = frozenset(
    {
        "possible",
        "planned",
        "promised",
        "expected",
        "rumoured",
        "rumored",
        "upcoming",
        "proposed",
        "future",
        "likely",
        "eventual",
        "impending",
        "hoped-for",
    }
)
_RULE_OUT = frozenset({"rule", "exclude", "reject", "refuse", "dismiss", "deny", "oppose"})
_HEARD_OF = frozenset(
    {"discuss", "consider", "promise", "prepare", "plan", "expect", "propose", "debate", "mull", "announce", "suggest"}
)


def mercy_told(sentence: Sentence) -> Iterator[Trigger]:
    """Every such trigger, left to right."""
    for token in sentence.tokens:
        for trigger in (_commuted(token), _forgiven(token), _amnesty(token)):
            if trigger is not None:
                yield trigger


def _commuted(verb: Token) -> Trigger | None:
    """ "commuted her sentence", "his term was cut to four years by decree"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in ("commute", "remit"):
        return None
    term = next(
        (
            c
            for c in verb.children
            if c.dep_ in ("dobj", "nsubjpass", "nsubj") and c.lemma_ in ("sentence", "term", "penalty")
        ),
        None,
    )
    if term is None:
        return None
    whose = next((c for c in term.children if c.dep_ == "poss"), None) or next(
        (
            o
            for c in (*term.children, *verb.children)
            if c.lower_ in ("of", "for")
            for o in c.children
            if o.dep_ == "pobj"
        ),
        None,
    )
    if whose is not None:
        return Trigger("pardon", verb, "given", False, None, "commutation", given=whose)
    return (
        Trigger("pardon", verb, "given", False, None, "commutation", is_bare=True, given=term)
        if term.tag_ == "NNS"
        else None
    )


def _forgiven(verb: Token) -> Trigger | None:
    if verb.lemma_ != "forgive" or verb.pos_ != "VERB":
        return None
    whom = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    is_held = whom is not None and any(lexicon().has("held_people", t.lemma_) for t in whom.subtree)
    return Trigger("pardon", verb, "given", False, None, None, given=whom) if is_held else None


def _amnesty(noun: Token) -> Trigger | None:
    """An amnesty that is only talked of, hoped for or ruled out; one that was granted is told of those it freed."""
    if noun.lemma_.lower() != "amnesty" or noun.pos_ != "NOUN" or any(c.lower_ in ("for", "of") for c in noun.children):
        return None
    reality, _ = reality_of(noun, "pardon")
    up = noun.head.head if noun.dep_ == "pobj" else noun.head
    if any(c.lower_ == "no" for c in noun.children) or (up.lemma_ in _RULE_OUT and up.pos_ == "VERB"):
        reality = "denied"
    elif reality == "actual" and up.lemma_ in _TALK:
        reality = "demanded" if up.lemma_ in _ASKED else "planned"
    elif reality == "actual" and (
        any(c.lower_ in _POSSIBLE for c in noun.children)
        or (up.lemma_ in _HEARD_OF and noun.dep_ in ("dobj", "nsubjpass"))
    ):
        reality = "planned"
    if reality == "actual":
        return None
    return Trigger("pardon", noun, "noun", False, None, "amnesty", is_bare=True, reality=reality)
