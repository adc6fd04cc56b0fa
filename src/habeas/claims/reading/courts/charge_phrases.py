"""Charges told by a phrase: held on a charge, detained as a suspect, accused by the police, a trial that opened, defendants counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.recipients import is_human, subject_of, to_name

if TYPE_CHECKING:
    from spacy.tokens import Token

_HOLD = frozenset(
    {
        "arrest",
        "detain",
        "hold",
        "jail",
        "remand",
        "imprison",
        "seize",
        "keep",
        "name",
        "question",
        "summon",
        "interrogate",
        "pick",
        "place",
        "haul",
        "bring",
        "drag",
        "appear",
    }
)
_SEIZE = frozenset({"arrest", "detain", "seize"})
_ACCUSERS = frozenset(
    {"prosecutor", "prosecution", "police", "investigator", "authority", "court", "state", "government", "service", "ministry", "official", "judge", "regime", "agency", "committee", "indictment", "officer"}
)  # fmt: skip
_COUNT = frozenset(
    {"know", "count", "record", "list", "document", "register", "total", "track", "name", "identify", "be", "tally"}
)
_OPENED = frozenset(
    {"open", "begin", "start", "resume", "adjourn", "continue", "postpone", "hold", "go", "drag", "enter", "reopen"}
)
_NEW = frozenset({"new", "fresh", "additional", "further", "another", "second", "third", "more", "extra", "added"})


def charges_told(sentence: Sentence) -> Iterator[Trigger]:
    """Every trigger of this kind, in the order of the text."""
    for token in sentence.tokens:
        trigger = None
        if token.lemma_ == "charge" and token.pos_ == "NOUN":
            trigger = _held_on(token) or _hit_with(token) or _added(token) or _against(token)
        elif (
            token.lemma_ in ("case", "indictment", "prosecution", "accusation", "proceeding", "trial")
            and token.pos_ == "NOUN"
        ):
            trigger = _new_case(token) or _against(token)
        if trigger is None and token.lemma_ == "suspect" and token.pos_ == "NOUN":
            trigger = _suspect(token)
        elif token.lemma_ == "accuse":
            trigger = _accused_by(token)
        elif token.lemma_ == "defendant" and token.tag_ == "NNS":
            trigger = _counted(token)
        elif token.lemma_ == "add" and token.pos_ == "VERB":
            trigger = _added_to_case(token)
        if trigger is not None:
            yield trigger


def _held_on(noun: Token) -> Trigger | None:
    """ "arrested on a charge of insulting the president": charged, as well as held."""
    on = noun.head
    verb = next((a for a in list(on.ancestors)[:3] if a.pos_ == "VERB"), None)
    if noun.dep_ != "pobj" or on.lower_ not in ("on", "under", "over") or verb is None or verb.lemma_ not in _HOLD:
        return None
    if noun.tag_ == "NNS" and verb.lemma_ in _SEIZE and not _is_new(noun):
        return None  # "arrested on smuggling charges" says what for
    words = " ".join(t.lower_ for t in verb.doc[verb.i : noun.i])
    if re.search(r"\b(?:years?|months?|life|politically|political)\b", words):
        return None
    return _of_verb("new_charge" if _is_new(noun) else "charge", verb)


def _of_verb(kind: str, verb: Token) -> Trigger | None:
    whom = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if whom is None or any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        whom = subject_of(verb)
    return (
        Trigger(kind, verb, "given", False, None, None, given=to_name(whom))
        if whom is not None and is_human(whom)
        else None
    )


def _is_new(noun: Token) -> bool:
    return any(c.lower_ in _NEW for c in noun.children)


def _hit_with(noun: Token) -> Trigger | None:
    """ "was hit with new charges", "slapped her with fresh charges"."""
    verb = noun.head.head
    if (
        noun.dep_ != "pobj"
        or noun.head.lower_ != "with"
        or verb.lemma_ not in ("hit", "slap", "serve", "present", "threaten", "saddle")
    ):
        return None
    return _of_verb("new_charge" if _is_new(noun) else "charge", verb)


def _added(noun: Token) -> Trigger | None:
    """ "added a charge of treason against NAME"."""
    verb = noun.head
    if verb.lemma_ not in ("add", "announce", "bring", "file", "press", "prepare", "level", "lay") or noun.dep_ not in (
        "dobj",
        "nsubjpass",
    ):
        return None
    whom = _whom_against(noun)
    is_new = verb.lemma_ == "add" or _is_new(noun)
    return (
        Trigger("new_charge" if is_new else "charge", verb, "given", False, None, None, given=to_name(whom))
        if whom is not None
        else None
    )


def _whom_against(noun: Token) -> Token | None:
    for word in noun.doc[noun.i + 1 : min(noun.i + 20, noun.sent.end)]:
        if word.text in (";", ":", "."):
            return None
        if word.lower_ == "against":
            whom = next((c for c in word.children if c.dep_ == "pobj"), None)
            return whom if whom is not None and is_human(whom) else None
    return None


def _against(noun: Token) -> Trigger | None:
    """ "the charges against NAME include treason", "drop the case against her": charged, whatever is wanted now."""
    follows = noun.i + 1 < noun.sent.end and noun.nbor(1).lower_ == "against"
    if not follows or noun.head.lemma_ in ("open", "launch", "initiate", "file", "bring", "institute", "start"):
        return None
    if any(c.lower_ in ("no", "any") for c in noun.children):
        return None
    whom = next((c for c in noun.nbor(1).children if c.dep_ == "pobj"), None)
    if whom is None or not is_human(whom) or whom.tag_ in ("NNS", "CD") or whom.lower_ in ("people", "them", "those"):
        return None
    return Trigger(
        "new_charge" if _is_new(noun) else "charge",
        noun,
        "given",
        False,
        None,
        "charges",
        given=to_name(whom),
        reality="actual",
        is_undated=True,
    )


def _new_case(noun: Token) -> Trigger | None:
    """ "faces a fresh case", "was told of a fresh indictment", "now faces a second trial", "detained in a new case"."""
    if not _is_new(noun) or any(c.lower_ == "against" for c in noun.children):
        return None
    verb = next((a for a in list(noun.ancestors)[:3] if a.pos_ == "VERB"), None)
    if (
        verb is None
        or noun.dep_ not in ("dobj", "pobj")
        or noun.head.lower_ in ("for", "as", "after", "since", "about")
    ):
        return None
    if verb.lemma_ not in (
        "face",
        "tell",
        "inform",
        "notify",
        "detain",
        "arrest",
        "hold",
        "remand",
        "charge",
        "try",
        "get",
        "fight",
        "await",
        "receive",
        "serve",
        "question",
        "order",
        "name",
        "jail",
        "fear",
        "expect",
    ):
        return None
    trigger = _of_verb("new_charge", verb)
    ordered = (
        verb.head.lemma_ == "order"
        and verb.head.tag_ in ("VBD", "VBN")
        and verb.dep_ in ("ccomp", "xcomp", "oprd", "acl")
    )
    return replace(trigger, reality="actual") if trigger is not None and ordered else trigger


def _suspect(noun: Token) -> Trigger | None:
    """ "detained NAME as a suspect in a case", "is a suspect in", "told she was a suspect"."""
    if noun.head.lower_ == "as":
        verb = next((a for a in list(noun.head.ancestors)[:2] if a.pos_ == "VERB"), None)
        return (
            _of_verb("charge", verb)
            if verb is not None and verb.lemma_ in _HOLD | {"treat", "list", "identify", "record"}
            else None
        )
    if noun.dep_ == "attr" and noun.head.lemma_ == "be" and any(c.lower_ in ("a", "suspects") for c in noun.children):
        whom = subject_of(noun.head)
        return (
            Trigger("charge", noun.head, "given", False, None, "suspect", given=to_name(whom))
            if whom is not None and is_human(whom)
            else None
        )
    return None


def _accused_by(verb: Token) -> Trigger | None:
    """ "police accused NAME of": an accusation by those who prosecute."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or verb.pos_ != "VERB":
        return None
    if subject.lemma_.lower() not in _ACCUSERS and not (
        subject.pos_ == "PROPN" and (subject.text.isupper() or subject.ent_type_ == "ORG")
    ):
        return None
    whom = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if whom is None or not is_human(whom) or not any(c.lower_ == "of" for t in (verb, whom) for c in t.children):
        return None
    return Trigger("charge", verb, "given", False, None, None, given=to_name(whom))


def _counted(noun: Token) -> Trigger | None:
    """ "knows of 561 defendants": people charged, counted."""
    if not any(c.dep_ == "nummod" for c in noun.children):
        return None
    verb = next((a for a in list(noun.ancestors)[:2] if a.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_ not in _COUNT or noun.dep_ not in ("dobj", "pobj", "attr"):
        return None
    return Trigger("charge", noun, "given", False, None, None, given=noun)


def _added_to_case(verb: Token) -> Trigger | None:
    """ "added him to Case 508", "was included in the same file"."""
    to = next((c for c in verb.children if c.lower_ == "to"), None)
    case = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if case is None or case.lemma_.lower() not in ("case", "file", "indictment", "investigation"):
        return None
    return _of_verb("new_charge", verb)
