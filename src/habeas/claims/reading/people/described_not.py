"""Whether a text says that somebody is no political prisoner: "NAME is not a political prisoner", "denied that NAME is one".

Only a negation of the calling itself counts: "did not release political prisoner NAME" denies the release, and "denied political prisoner
NAME care" denies care.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_DENY = frozenset({"deny", "dispute", "reject", "refute", "dismiss", "refuse"})
_CALL = frozenset({"call", "consider", "regard", "recognise", "recognize", "describe", "see", "view", "treat", "class", "classify", "count", "label"})  # fmt: skip
_NO_LONGER = re.compile(r"\b(?:no|not any) longer\b", re.IGNORECASE)


def is_denied(token: Token | None) -> bool:
    """`token` = the first word of the phrase that calls them so; None = outside the parse."""
    if token is None:
        return False
    noun = next((t for t in (token, *token.ancestors) if t.pos_ in ("NOUN", "PROPN")), token)
    if _has_negation(noun) and noun.dep_ in ("attr", "appos", "oprd", "acomp", "dobj", "pobj"):
        return True  # "NAME is no political prisoner", "NAME, not a political prisoner"
    verb = _calling_verb(noun)
    if verb is None:
        return False
    if any(c.dep_ == "neg" for c in verb.children):
        return True
    here = verb
    for _ in range(4):
        above = here.head
        if above == here or here.dep_ not in ("ccomp", "xcomp", "pcomp", "acl", "prep", "pobj", "dobj"):
            return False
        if above.lemma_ in _DENY:
            return not any(c.dep_ == "neg" for c in above.children)
        if any(c.dep_ == "neg" for c in above.children) and above.lemma_ in _CALL | {
            "think",
            "believe",
            "accept",
            "agree",
            "say",
        }:
            return above.lemma_ != "say"
        here = above
    return False


def _calling_verb(noun: Token) -> Token | None:
    """The verb that calls somebody so: "is a political prisoner", "consider NAME a political prisoner", "recognised as a political prisoner"."""
    here = noun
    if here.dep_ in ("attr", "acomp"):
        return here.head if here.head.lemma_ in ("be", "become", "remain") else None
    if here.dep_ in ("oprd", "dobj", "ccomp") and here.head.lemma_ in _CALL:
        return here.head
    if here.dep_ == "pobj" and here.head.lower_ in ("as", "among") and here.head.head.lemma_ in _CALL:
        return here.head.head
    return None


def _has_negation(noun: Token) -> bool:
    """A "no" or "not" of the phrase itself."""
    return any(
        (c.lower_ == "no" and c.dep_ == "det")
        or (c.dep_ == "neg" and c.i < noun.i)
        or (c.lower_ == "not" and c.i < noun.i)
        for c in noun.children
    ) and not _NO_LONGER.search(noun.doc[max(noun.sent.start, noun.i - 6) : noun.i].text)
