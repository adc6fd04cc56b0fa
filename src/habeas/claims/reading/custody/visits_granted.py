"""Visits told by the noun, with the verb that grants, refuses or asks for them: "consular access was denied", "ensure access to lawyers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.custody.contact_words import OFFICIAL
from habeas.claims.reading.custody.visitors import (
    IN_VAIN,
    INSIDE,
    LET,
    held_named,
    is_visitor,
    reality_of_visit,
    whom_visited,
)
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.clause_parts import subject_of
from habeas.claims.reading.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_KINDS = frozenset({"consular", "family", "prison", "lawyer", "conjugal", "monthly", "unannounced"})
_GRANT = frozenset(
    {
        "grant",
        "allow",
        "get",
        "have",
        "receive",
        "permit",
        "give",
        "make",
        "pay",
        "secure",
        "obtain",
        "ensure",
        "guarantee",
        "provide",
        "resume",
        "enable",
        "facilitate",
    }
)
_REFUSE = frozenset(
    {
        "refuse",
        "deny",
        "reject",
        "cancel",
        "suspend",
        "block",
        "ban",
        "decline",
        "postpone",
        "prevent",
        "stop",
        "bar",
        "turn",
        "prohibit",
    }
)
_ASK = frozenset({"request", "seek", "demand", "ask", "call", "insist", "apply", "press", "urge", "appeal"})


def granted(reader: Reader, sentence: Sentence, noun: Token, held: set[str]) -> tuple[str | None, str] | None:
    """ "was granted one visit from his mother", "consular access has been denied", "ensure regular access to his family and lawyers"."""
    of_kind = any(c.lemma_.lower() in _KINDS and c.i < noun.i for c in noun.children)
    around = [
        o
        for c in (*noun.children, *noun.head.children)
        if c.lower_ in ("to", "from", "by", "with", "for")
        for o in c.subtree
    ]
    to_visitor = any(is_visitor(o) for o in around) and noun.lemma_ != "meeting"
    to_held = any(held_named(reader, sentence, o, held) or o.lemma_.lower() in INSIDE for o in around)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if not (of_kind or to_visitor or to_held or (noun.lemma_ == "visit" and owner is not None and is_visitor(owner))):
        given = _governing(noun)
        if _is_of_all(noun):
            return None, "denied"
        if (
            given is None
            or noun.lemma_ == "access"
            or (noun.lemma_ == "meeting" and given.lemma_ not in _REFUSE | LET)
            or not (_held_by_verb(reader, sentence, given, held) or _is_by_visitor(given))
        ):
            return None
    verb = _governing(noun)
    is_access = noun.lemma_ == "access"
    if verb is not None and is_access and to_held and _is_named_guest(reader, sentence, verb, held):
        reality = _reality_given(sentence, noun, verb)
        return (_is_named_guest(reader, sentence, verb, held), reality) if reality != "actual" else None
    if verb is None or (is_access and not (of_kind or to_visitor or OFFICIAL.search(sentence.tokens.text))):
        return None
    reality = _reality_given(sentence, noun, verb)
    if is_access and reality == "actual" and not of_kind and not OFFICIAL.search(sentence.tokens.text):
        return None
    whom = whom_visited(reader, sentence, noun, held)
    return (whom[0] if whom else None), reality


def _reality_given(sentence: Sentence, noun: Token, verb: Token) -> str:
    """What granting, refusing or asking for a visit makes of it."""
    reality = reality_of_visit(verb)
    is_none = any(c.lower_ in ("no", "neither", "nor") for c in noun.children)
    if reality == "actual" and (verb.lemma_ in _REFUSE or is_none):
        reality = "denied"
    if verb.lemma_ in _ASK and reality in ("actual", "planned"):
        reality = "demanded"
    if reality == "demanded" and IN_VAIN.search(sentence.tokens.text):
        reality = "denied"
    return reality


def _is_of_all(noun: Token) -> bool:
    """ "Visits, suspended since May, will not resume": those of everybody there."""
    is_bare = noun.text == "Visits" and noun.dep_ in ("nsubj", "nsubjpass") and noun.i == noun.sent.start
    return is_bare and any(t.lemma_ in ("suspend", "cancel", "ban", "stop") for t in noun.sent)


def _governing(noun: Token) -> Token | None:
    """The verb that grants, refuses or asks for it: of "every visit", of "a request for a visit", of "visits were suspended"."""
    here = noun
    for _ in range(5):
        above = here.head
        if above == here or here.dep_ in ("relcl", "advcl"):
            return None
        if here.dep_ == "acl" and here.lemma_ in _REFUSE:
            return here
        if above.pos_ in ("VERB", "AUX") and above.lemma_ in _GRANT | _REFUSE | _ASK:
            return above
        here = above
    return next((c for c in noun.children if c.dep_ == "acl" and c.lemma_ in _REFUSE), None)


def _is_named_guest(reader: Reader, sentence: Sentence, verb: Token, held: set[str]) -> str | None:
    """ "NAME hopes to be given access to the prison"."""
    subject = subject_of(verb)
    names = reader.referents.who(sentence, subject).persons if subject is not None else ()
    return next((n for n in names if n not in held), None)


def _held_by_verb(reader: Reader, sentence: Sentence, verb: Token, held: set[str]) -> bool:
    return any(
        held_named(reader, sentence, c, held)
        for c in verb.children
        if c.dep_ in ("nsubj", "nsubjpass", "dobj", "dative")
    )


def _is_by_visitor(verb: Token) -> bool:
    return any(is_visitor(c) for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj", "dative"))
