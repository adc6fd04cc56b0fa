"""Aid, arms or money that one state keeps from another: "held back $75 million of military aid", "suspended budget support", "stopped arms sales"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.text.clause_parts import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_CUT = frozenset({"suspend", "cut", "freeze", "halt", "withhold", "stop", "end", "slash", "pause", "block", "hold"})
_AID = frozenset({"aid", "assistance", "funding", "cooperation", "licence", "license", "support", "loan", "sale", "export", "delivery", "shipment"})  # fmt: skip
#: What goes from state to state, by the word beside it.
_KINDS = frozenset(
    {"military", "development", "budget", "budgetary", "financial", "economic", "security", "foreign", "bilateral", "direct", "humanitarian", "arms", "arm", "weapon", "weapons"}
)  # fmt: skip
_LOOSE = frozenset({"support", "loan", "sale", "export", "delivery", "shipment"})
_STATE = re.compile(
    r"\b(?:department|congress|senate|parliament|treasury|commission|government|administration|ministry|union|cabinet|council|world bank|minister|lawmakers?|white house|capitol)\b",
    re.IGNORECASE,
)


def is_aid_withheld(verb: Token) -> bool:
    """Whether the verb keeps such aid back, by a state's doing."""
    if verb.lemma_ not in _CUT or (verb.lemma_ == "hold" and not any(c.lower_ == "back" for c in verb.children)):
        return False
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return any(map(_is_aid, things)) and is_by_a_state(verb)


def _is_aid(thing: Token) -> bool:
    for token in (thing, *(t for t in thing.subtree if t.dep_ == "pobj" and t.i - thing.i < 8)):
        lemma = token.lemma_.lower()
        beside = {c.lemma_.lower() for c in token.children} | {c.lower_ for c in token.children}
        if lemma in _AID and (beside & _KINDS or (token != thing and lemma not in _LOOSE)):
            return True
        if lemma in _AID - _LOOSE and (
            beside & {"to", "of", "for"} or any(c.dep_ in ("poss", "amod", "compound") for c in token.children)
        ):
            return True
    return any(c.lower_ == "to" for c in thing.head.children) and thing.lemma_.lower() in _AID - _LOOSE


def is_by_a_state(verb: Token) -> bool:
    """Whether a country, or one of its capitals or bodies, is the one that does it."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"] + [
        o for c in verb.children if c.dep_ == "agent" for o in c.children
    ]
    own = subject_of(verb)
    subjects += [own] if own is not None and not any(c.dep_ == "nsubjpass" for c in verb.children) else []
    return any(
        t.ent_type_ in ("GPE", "NORP")
        or t.lower_ in ("union", "eu", "it", "they")
        or _STATE.fullmatch(t.text) is not None
        for s in subjects
        for t in s.subtree
    )
