"""Trials and cases told by a noun and the person: "NAME's trial, which opened in March", "NAME, on trial since March", "a case on NAME"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.recipients import is_human, name_ahead, to_name

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENED = frozenset(
    {
        "open",
        "begin",
        "start",
        "resume",
        "adjourn",
        "continue",
        "postpone",
        "hold",
        "go",
        "drag",
        "enter",
        "reopen",
        "hear",
        "suspend",
    }
)
_CLOSED = frozenset({"close", "public", "underway", "way", "secret", "private", "under"})
_ON_TRIAL = re.compile(
    r", (?:now |currently |already |again )?(?:on trial|in the dock|under indictment|under criminal investigation)\b"
)
_OVER = re.compile(
    r"\b[Cc]harges? (?:of |for |under )?.{0,60}?\b(?:hangs?|hanging|hung|looms?|looming|pending) (?:over|against) "
)
_OPENS = frozenset({"open", "launch", "start", "initiate", "institute", "fabricate"})


def trials_told(sentence: Sentence) -> Iterator[Trigger]:
    """Every trigger of this kind, in the order of the text."""
    yield from _standing(sentence)
    for token in sentence.tokens:
        trigger = None
        if token.lemma_ in ("trial", "prosecution") and token.pos_ == "NOUN":
            trigger = _trial(token)
        elif token.lemma_ == "case" and token.pos_ == "NOUN":
            trigger = _case(token)
        if trigger is not None:
            yield trigger


def _standing(sentence: Sentence) -> Iterator[Trigger]:
    """ "NAME, on trial since March, fainted", "charges of terrorism hang over NAME"."""
    text, start, end = sentence.tokens.doc.text, sentence.tokens.start_char, sentence.tokens.end_char
    for match in _ON_TRIAL.finditer(text, start, end):
        before = next((t for t in sentence.tokens if t.idx + len(t) == match.start()), None)
        if before is not None and before.pos_ == "PROPN":
            yield _charge(before, before)
    for match in _OVER.finditer(text, start, end):
        word = next((t for t in sentence.tokens if t.idx + len(t) == match.end() - 1), None)
        whom = name_ahead(word) if word is not None else None
        if whom is not None:
            yield _charge(whom, whom)


def _charge(at: Token, whom: Token) -> Trigger:
    return Trigger("charge", at, "given", False, None, "trial", given=to_name(whom), is_undated=True)


def _trial(noun: Token) -> Trigger | None:
    """ "the trial of NAME opened", "the trial began of NAME", "NAME's trial was adjourned", "announced the prosecution of NAME"."""
    verb = noun.head
    whose = next((c for c in noun.children if c.dep_ == "poss"), None)
    of = next((c for holder in (noun, verb) for c in holder.children if c.lower_ == "of" and c.i > noun.i), None)
    whom = whose or (next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None)
    if whom is None or not is_human(to_name(whom)):
        return None
    opened = noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in _OPENED and verb.tag_ in ("VBD", "VBZ", "VBN")
    opened = opened or any(
        c.dep_ == "relcl" and c.lemma_ in _OPENED and c.tag_ in ("VBD", "VBZ", "VBN") for c in noun.children
    )
    opened = opened or (
        noun.dep_ == "nsubj" and verb.lemma_ == "be" and any(c.lemma_ in _CLOSED for c in verb.children)
    )
    announced = noun.lemma_ == "prosecution" and noun.dep_ in ("dobj", "nsubj")
    if not (opened or announced) or any(c.tag_ == "MD" for c in verb.children):
        return None
    return _charge(verb, whom)


def _case(noun: Token) -> Trigger | None:
    """ "began hearing the case of NAME", "opened a criminal case on NAME"."""
    verb = noun.head
    holders = [c for holder in (noun, verb) for c in holder.children if c.lower_ in ("of", "on") and c.i > noun.i]
    whom = next((o for c in holders for o in c.children if o.dep_ == "pobj"), None)
    if (
        whom is None
        or not is_human(to_name(whom))
        or to_name(whom).pos_ != "PROPN"
        or noun.dep_ not in ("dobj", "nsubjpass")
    ):
        return None
    heard = verb.lemma_ == "hear" and holders[0].lower_ == "of"
    if heard or (verb.lemma_ in _OPENS and holders[0].lower_ == "on"):
        return _charge(verb, whom)
    return None
