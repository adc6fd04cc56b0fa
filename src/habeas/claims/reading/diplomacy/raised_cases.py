"""A prisoner's case raised with the other side: "raised her case with", "brought it up in a call", "discussed his release with"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.diplomacy.meetings import Met
from habeas.claims.reading.diplomacy.parties import Parties
from habeas.claims.reading.text.clause_parts import objects_of, subject_of, words_of
from habeas.claims.reading.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_CASES = frozenset(
    {
        "case",
        "name",
        "plight",
        "fate",
        "issue",
        "situation",
        "question",
        "matter",
        "release",
        "concern",
        "detention",
        "imprisonment",
    }
)
_VAGUE = frozenset({"concern", "question", "issue", "matter", "release"})
_RAISE = frozenset({"raise", "mention", "broach", "bring"})
_SOMEBODY = frozenset({"he", "she", "they", "we", "someone", "somebody", "nobody"})
_VAGUELY = frozenset({"several", "some", "many", "various", "few", "other"})
_NOT_RAISING = re.compile(
    r"\b(?:lawyers?|prosecutors?|judges?|court|police|defen[cs]e|blogger|jury|appeal)\b", re.IGNORECASE
)
_CALL = re.compile(r"\b(?:phone|telephone|video)? ?(?:call|conversation|meeting|talks) with\b", re.IGNORECASE)


def raised(parties: Parties, sentence: Sentence, verb: Token, lemma: str, held: set[str]) -> Met | None:
    """ "raised her case with the president", "brought up the case in a call", "called for his release in a call with"."""
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    subject = subject_of(verb)
    if lemma in ("call", "urge", "press", "discuss") and subject is not None and parties.is_party(sentence, subject):
        rest = sentence.tokens.text[verb.idx - sentence.tokens[0].idx :]
        with_whom = bool(_CALL.search(rest)) or (lemma == "discuss" and bool(objects_of(verb, ("with",))))
        on_it = any(t.lemma_.lower() in _CASES for t in verb.subtree)
        return _raiser(parties, sentence, verb, subject, held) if with_whom and on_it else None
    if lemma not in _RAISE or thing is None or thing.lemma_.lower() not in _CASES:
        return None
    if lemma == "bring" and not any(c.lower_ == "up" for c in verb.children):
        return None
    is_vague = lemma == "mention" or thing.lemma_.lower() in _VAGUE
    if is_vague and not (objects_of(verb, ("with", "in", "at", "during")) or _CALL.search(sentence.tokens.text)):
        return None
    return _raiser(parties, sentence, verb, subject, held)


def _raiser(parties: Parties, sentence: Sentence, verb: Token, subject: Token | None, held: set[str]) -> Met | None:
    words = words_of(subject) if subject is not None else ""
    if _NOT_RAISING.search(words):
        return None
    named = (
        [n for n in parties.named(sentence, subject) if n not in held and parties.speaks_for_a_state(n)]
        if subject is not None
        else []
    )
    who = named[0] if named else _whose_case(parties, sentence, verb, held)
    return Met(verb, who, "raise") if who is not None or not _is_nobody(subject) else None


def _is_nobody(subject: Token | None) -> bool:
    """ "several governments have raised her case", "she should raise it": nobody that the text lets us know."""
    if subject is None:
        return False
    return subject.lower_ in _SOMEBODY or any(c.lower_ in _VAGUELY for c in subject.children)


def _whose_case(parties: Parties, sentence: Sentence, verb: Token, held: set[str]) -> str | None:
    """ "A delegation raised NAME's case": where no envoy is named, the one whose case it is."""
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    whose = (
        next((c for c in thing.children if c.dep_ == "poss" and c.pos_ == "PROPN"), None) if thing is not None else None
    )
    named = parties.named(sentence, whose) if whose is not None else []
    return next((n for n in named if n in held), None)
