"""Who is told to be ill, by the grammar: the subject, the noun an illness hangs on, the owner of a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

    from habeas.claims.reading.model import Span

_BODY = (
    "arm",
    "leg",
    "rib",
    "nose",
    "jaw",
    "skull",
    "spine",
    "hand",
    "wrist",
    "finger",
    "tooth",
    "eye",
    "sight",
    "hip",
)
_OF_COURT = frozenset(
    {"lawyer", "judge", "prosecutor", "minister", "officer", "official", "president", "attorney", "guard"}
)


def bearer_of(token: Token, span: Span, sentence: Sentence) -> Token | None:
    """Who is told to be ill by the grammar: the owner of "health", else the subject of the clause or the noun it hangs on."""
    for word in sentence.tokens:
        place = sentence.place(word)
        if (
            span[0] - 12 <= place[0] < span[1]
            and word.dep_ == "poss"
            and word.head.lemma_.lower() in ("health", "condition", "state", *_BODY)
        ):
            return word
    here = token
    for _ in range(5):
        child = next((c for c in here.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if child is not None:
            return here.head if child.tag_ in ("WP", "WDT") else _owner_of_body(child)
        if here.dep_ in ("acl", "relcl", "appos") or (here.dep_ == "prep" and here.head.pos_ in ("NOUN", "PROPN")):
            return here.head
        if here.head == here:
            return None
        here = here.head
    return None


def _owner_of_body(subject: Token) -> Token:
    """ "his arm was broken": he."""
    if subject.lemma_.lower() in _BODY or subject.lemma_.lower() in ("health", "condition", "doctor"):
        of = next((o for c in subject.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), subject)
        return next((c for c in subject.children if c.dep_ == "poss"), of)
    return subject


def is_other(subject: Token) -> bool:
    """A relative's illness, a ministry's statement."""
    return lexicon().has("kin", subject.lemma_) or subject.lower_ in ("i", "we", "you", "who")


def is_of_court(subject: Token) -> bool:
    """ "the judge fell ill", "the lawyer, who has cancer"."""
    return subject.lemma_.lower() in _OF_COURT
