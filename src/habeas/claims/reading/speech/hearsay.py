"""Doubt and hearsay over a happening: "reportedly", "is believed to have", "unconfirmed reports", "could not be verified"; and who says no.

What is told so is possible, never told as having happened. Read from the word that tells the happening up to the top of its own clause, so
that what is said by the way of the same person ("NAME, arrested in 2021, was reportedly freed") keeps its own certainty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_ADVERBS = frozenset({"reportedly", "allegedly", "supposedly", "purportedly", "apparently", "presumably", "seemingly", "possibly", "probably", "perhaps", "maybe", "conceivably"})  # fmt: skip
_SEEMING = frozenset({"appear", "seem"})
_HELD_TRUE = frozenset({"believe", "think", "say", "report", "rumor", "rumour", "allege", "understand", "presume", "assume", "suppose", "fear", "suspect", "claim"})  # fmt: skip
_ASIDE = frozenset({"relcl", "acl", "appos"})
_CONFIRM = frozenset({"confirm", "verify", "corroborate", "ascertain", "establish"})
_NEWS = r"(?:reports?|claims?|news|information|rumou?rs?|accounts?|death|deaths|release|arrest|it|that|this)"
_UNCONFIRMED = re.compile(
    r"\b(?:unconfirmed|unverified|unsubstantiated|uncorroborated|conflicting|contradictory) (?:[\w-]+ ){0,3}?(?:reports?|information|rumou?rs?|claims?|accounts?|news|posts?|sources?)\b"
    r"|\b(?:according to|amid|there (?:are|were|have been)) rumou?rs\b",
    re.IGNORECASE,
)
_NOT_CONFIRMED = re.compile(
    rf"\b{_NEWS}(?: of [^.;,]{{2,40}})? (?:could not|cannot|can not|has not|have not|had not|was not|is not)(?: yet| so far| immediately| independently)* (?:be |been )?(?:\w+ly )?(?:confirmed|verified|corroborated)\b"
    rf"|\bwhich (?:could not|cannot|has not)(?: \w+)? (?:be|been) (?:\w+ly )?(?:confirmed|verified|corroborated)\b"
    rf"|\b(?:could not|was unable to|were unable to|has been unable to)(?: \w+ly)? (?:confirm|verify|corroborate) (?:the |this |that |these |those |his |her )?{_NEWS}\b",
    re.IGNORECASE,
)


def hearsay(token: Token) -> str | None:
    """The construction that makes the happening doubtful; None where nothing does."""
    for here in _up_the_clause(token):
        if here.dep_ == "amod" and here.head.pos_ in ("NOUN", "PROPN"):
            return None
        if any(c.lower_ in _ADVERBS and c.dep_ == "advmod" for c in here.children) and _is_deed(here):
            return "reportedly"
        above = here.head
        if above != here and here.dep_ in ("xcomp", "ccomp") and _is_believed(here, above):
            return "is believed to have"
    return "unconfirmed" if _is_main(token) and _is_unconfirmed(token) else None


def is_neither(token: Token) -> bool:
    """ "Neither A nor B was freed", "freed neither A nor B", "nor was he freed", "neither of them has been"."""
    for child in token.children:
        if child.lower_ == "nor" and child.i < token.i:
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            first = child.doc[child.left_edge.i]
            if first.lower_ == "neither" and first.head in (child, token):
                return True
            if child.lower_ == "neither":
                return True
    return False


def is_what_is_confirmed(verb: Token) -> bool:
    """ "said it could confirm the release", "is able to confirm": done, so what is confirmed happened; not "could not", nor "may"."""
    if verb.lemma_ not in _CONFIRM or any(c.dep_ == "neg" for c in verb.children):
        return False
    modals = [c.lower_ for c in verb.children if c.tag_ == "MD"]
    if modals:
        return set(modals) <= {"can", "could"}
    return verb.dep_ == "xcomp" and verb.head.lower_ == "able" and not any(
        c.dep_ == "neg" for c in (*verb.head.children, *verb.head.head.children)
    )  # fmt: skip


def _up_the_clause(token: Token) -> Iterator[Token]:
    here = token
    for _ in range(4):
        yield here
        is_finite_aside = here.dep_ in _ASIDE or here.dep_ in ("ROOT", "advcl", "conj", "parataxis")
        if is_finite_aside or here.head == here:
            return
        here = here.head


def _is_deed(verb: Token) -> bool:
    return verb.pos_ in ("VERB", "AUX")


def _is_believed(here: Token, above: Token) -> bool:
    """ "is believed to have died", "appears to have", "it is thought that he died", "it seems that"."""
    if any(c.dep_ == "neg" for c in above.children):
        return False
    is_infinitive = any(c.tag_ == "TO" for c in here.children)
    has_it = any(c.lower_ == "it" and c.dep_ in ("nsubj", "nsubjpass", "expl") for c in above.children)
    if above.lemma_ in _SEEMING:
        return is_infinitive or has_it
    is_passive = any(c.dep_ == "auxpass" for c in above.children)
    is_by_itself = above.dep_ == "acl" and above.tag_ == "VBN"  # "a doctor reported to have been moved"
    return above.lemma_ in _HELD_TRUE and ((is_infinitive and (is_passive or is_by_itself)) or (is_passive and has_it))


def _is_main(token: Token) -> bool:
    """Whether no relative clause, participle or apposition lies between it and the top of its sentence."""
    here = token
    while here.head != here:
        if here.dep_ in _ASIDE or (here.dep_ == "amod" and here.head.pos_ in ("NOUN", "PROPN")):
            return False
        here = here.head
    return True


def _is_unconfirmed(token: Token) -> bool:
    """By the words of its own sentence, or of the one right after it."""
    own = token.sent.text
    if _UNCONFIRMED.search(own) or _NOT_CONFIRMED.search(own):
        return True
    after = token.doc[token.sent.end : token.sent.end + 14].text
    following = re.split(r"(?<=[.!?;])\s", after, maxsplit=1)[0]
    return re.match(r"[^,.;]{0,80}", following) is not None and bool(_NOT_CONFIRMED.search(following))
