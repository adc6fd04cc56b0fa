"""Verdicts told by the word "guilty", by a plea bargain or by an appeal turned down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from habeas.claims.reading.events.triggers import Trigger, is_if_convicted
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.recipients import is_human, subject_of, to_name

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIND = frozenset(
    {
        "find",
        "declare",
        "pronounce",
        "judge",
        "adjudge",
        "rule",
        "hold",
        "deem",
        "prove",
        "convict",
        "return",
        "decide",
        "conclude",
    }
)
_BARGAINS = re.compile(r"(?:plea|guilty plea) (?:deal|bargain|agreement|bargaining)", re.IGNORECASE)
_TAKE = frozenset({"accept", "take", "sign", "strike", "agree", "enter", "reach", "make", "conclude", "cut"})
_COURTS = frozenset({"court", "judge", "jury", "tribunal", "panel", "bench", "verdict"})
_COUNTED = re.compile(
    r"(?:^\W*|[,;:(] ?|\band )(?:another |some |at least |over |around |about |more than |nearly )?(?P<count>[\w,]+) (?:(?:people|persons|others|so far|already) )*(?P<deed>convicted|acquitted|charged|sentenced|indicted)\b(?=[.,;:)]|$| (?:so far|incl|including|and|to date))"
)
_POSTPONE = frozenset({"put", "postpone", "adjourn", "delay", "defer", "expect", "schedule", "set", "due"})
_FAR = 12
_FAR_OVER_NAMES = 50


def convictions_told(sentence: Sentence) -> Iterator[Trigger]:
    """Every trigger of this kind, in the order of the text."""
    yield from _counted(sentence)
    for token in sentence.tokens:
        trigger = None
        if token.lower_ == "guilty":
            trigger = (
                _verdict(token)
                if token.i + 1 < token.sent.end and token.nbor(1).lemma_ in ("verdict", "finding")
                else _guilty(token)
            )
        elif token.lemma_ in ("deal", "bargain", "agreement") and _BARGAINS.search(
            token.doc[max(0, token.i - 1) : token.i + 1].text
        ):
            trigger = _bargain(token)
        elif token.lemma_ in ("verdict", "ruling") and token.head.lemma_ in _POSTPONE:
            trigger = _postponed(token)
        elif token.lemma_ == "find" and token.i + 1 < token.sent.end and token.nbor(1).lower_ == "against":
            trigger = _against(token)
        if trigger is not None:
            yield trigger
            yield from _others_found(trigger)


def _others_found(trigger: Trigger) -> Iterator[Trigger]:
    """ "found a former publisher and four co-defendants guilty": those in number beside one who is not named there."""
    whom = trigger.given
    if whom is None or whom.tag_ != "NN":
        return
    for other in whom.children:
        if other.dep_ == "conj" and other.tag_ == "NNS" and is_human(other):
            yield replace(trigger, given=other)


def _guilty(word: Token) -> Trigger | None:
    """ "found NAME guilty", "was declared guilty", "ruled that she was guilty"."""
    near = word.doc[max(word.sent.start, word.i - _FAR) : word.i]
    verb = next(
        (t for t in reversed(near) if t.lemma_ in _FIND and t.pos_ in ("VERB", "AUX", "ADJ", "NOUN")), None
    ) or _found_of_many(word)
    if verb is None or any(t.text in (";", ":") for t in word.doc[verb.i : word.i]):
        return None
    if verb.tag_ == "NN" or is_if_convicted(verb):
        return None
    is_not = any(t.lower_ == "not" for t in word.doc[verb.i : word.i])
    between = [
        t
        for t in word.doc[verb.i + 1 : word.i]
        if is_human(t) or (t.pos_ == "NUM" and (t.dep_ in ("nsubj", "dobj") or t.head == word))
    ]
    whom: Token | None
    if between:
        whom = next((t for t in between if t.dep_ in ("nsubj", "dobj", "nsubjpass") and t.dep_ != "poss"), between[-1])
    elif verb.tag_ == "VBD" and verb.i + 1 == word.i:
        whom = subject_of(verb)  # "NAME, found guilty in February, is ill", parsed as what NAME found
        if whom is None and verb.dep_ == "conj":
            whom = subject_of(verb.head)  # "were cleared of treason but found guilty of unrest"
        if whom is not None and whom.lemma_.lower() in _COURTS:
            return None
    elif (
        any(c.dep_ == "nsubj" for c in verb.children)
        and not any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
        and verb.tag_ != "VBN"
    ):
        return None
    else:
        whom = _passive_subject(verb)
    if whom is None:
        return None
    return Trigger("conviction", verb, "given", False, None, None, given=whom, reality="denied" if is_not else None)


def _found_of_many(word: Token) -> Token | None:
    """ "found A, B, C, D, E and F guilty": the verb before a long list, which no other verb comes between."""
    for token in reversed(word.doc[max(word.sent.start, word.i - _FAR_OVER_NAMES) : word.i]):
        if token.text in (";", ":"):
            return None
        if token.pos_ in ("VERB", "AUX"):
            return token if token.lemma_ in _FIND and token.tag_ in ("VBD", "VBZ", "VBP") else None
    return None


def _passive_subject(verb: Token) -> Token | None:
    if verb.dep_ == "amod" or (verb.i == verb.sent.start and verb.dep_ != "ROOT"):
        return subject_of(verb.head) if verb.head.pos_ == "VERB" else verb.head
    return subject_of(verb)


def _verdict(word: Token) -> Trigger | None:
    """ "returned a guilty verdict against NAME", "in the case of NAME"."""
    noun = word.nbor(1)
    for after in noun.doc[noun.i + 1 : min(noun.i + _FAR, noun.sent.end)]:
        if after.lower_ in ("against", "on", "for", "of"):
            whom = next((c for c in after.children if c.dep_ == "pobj"), None)
            if whom is not None and is_human(whom):
                verb = next((a for a in noun.ancestors if a.pos_ == "VERB"), noun)
                return Trigger("conviction", verb, "given", False, None, None, given=whom)
    return None


def _bargain(noun: Token) -> Trigger | None:
    verb = next((a for a in list(noun.ancestors)[:3] if a.lemma_ in _TAKE and a.pos_ in ("VERB", "NOUN")), None)
    whom = subject_of(verb) if verb is not None else None
    return (
        Trigger("conviction", verb, "given", False, None, "plea bargain", given=whom)
        if verb is not None and whom is not None and is_human(whom)
        else None
    )


def _against(verb: Token) -> Trigger | None:
    """ "if the court finds against her"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    whom = next((c for c in verb.nbor(1).children if c.dep_ == "pobj"), None)
    if subject is None or subject.lemma_.lower() not in _COURTS or whom is None or not is_human(whom):
        return None
    return Trigger("conviction", verb, "given", False, None, None, given=whom)


def _postponed(noun: Token) -> Trigger | None:
    """ "put off a verdict on eight defendants", "a verdict in the trial of NAME is expected on Friday"."""
    near = [c for t in (noun, noun.head) for c in t.children if c.lower_ in ("on", "against", "for", "in")]
    objects = [o for c in near for o in c.children if o.dep_ == "pobj" and o.ent_type_ != "DATE"]
    tried = [
        o
        for one in objects
        if one.lemma_ in ("trial", "case")
        for c in one.children
        if c.lower_ in ("of", "against")
        for o in c.children
    ]
    tried += [c for one in objects if one.lemma_ in ("trial", "case") for c in one.children if c.dep_ == "poss"]
    whom = next((one for one in (*tried, *objects) if is_human(to_name(one)) and one.lemma_ != "case"), None)
    if whom is None:
        return None
    return Trigger(
        "conviction", noun.head, "given", False, None, "verdict put off", given=to_name(whom), reality="planned"
    )


def _counted(sentence: Sentence) -> Iterator[Trigger]:
    """ "11 convicted.", "45 detained and 12 convicted", "64 convicted, incl. 29 women": a count and a participle, no more."""
    start = sentence.tokens.start_char
    for match in _COUNTED.finditer(sentence.tokens.text):
        number = next((t for t in sentence.tokens if t.idx >= start + match.start("count")), None)
        deed = next((t for t in sentence.tokens if t.idx >= start + match.start("deed")), None)
        if number is None or deed is None or not number.like_num:
            continue
        kind = {"convicted": "conviction", "acquitted": "conviction", "sentenced": "sentence"}.get(
            deed.lower_, "charge"
        )
        reality = "denied" if deed.lower_ == "acquitted" else None
        if not any(c.dep_ in ("aux", "auxpass") for c in deed.children):
            yield Trigger(kind, deed, "given", False, None, None, given=number, reality=reality)
