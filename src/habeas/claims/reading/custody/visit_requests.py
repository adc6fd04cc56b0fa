"""Visits told without a visitor who visits: requests to see somebody held, visits cancelled, people let in or kept out, a doctor to be admitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.custody.visitors import INSIDE, held_named, is_visitor, reality_of_visit
from habeas.claims.reading.events.held_here import held_in, held_of_late
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.clause_parts import objects_of
from habeas.claims.reading.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

Visit = tuple[str | None, str]

_REQUESTS = frozenset({"request", "application", "appeal", "attempt", "demand", "bid", "effort", "plea", "permission", "right", "chance"})  # fmt: skip
_REFUSED = frozenset({"refuse", "reject", "deny", "turn", "ignore", "decline", "dismiss", "rebuff", "fail", "block"})
_GRANTED = frozenset({"grant", "approve", "give", "get", "receive", "obtain", "allow"})
_CANCELLED = frozenset(
    {"cancel", "refuse", "deny", "postpone", "call", "suspend", "block", "reject", "ban", "abort", "cut"}
)
_SEE = frozenset({"see", "visit", "meet", "access"})
_LET = frozenset({"allow", "let", "admit", "permit"})
_DOCTORS = frozenset({"doctor", "physician", "specialist", "priest", "observer", "monitor", "notary"})
_OF_STATE = frozenset({"president", "minister", "premier", "king", "pope", "state", "official", "delegation", "trade"})


def asked_for(reader: Reader, sentence: Sentence, verb: Token, held: set[str]) -> Visit | None:
    """ "Requests to see him had been turned down", "was refused permission to visit him"."""
    noun = verb.head
    if verb.lemma_ not in _SEE or verb.dep_ != "acl" or noun.lemma_.lower() not in _REQUESTS:
        return None
    seen = [c for c in verb.children if c.dep_ == "dobj"] + objects_of(verb, ("with",))
    whom = _held_among(reader, sentence, seen, held)
    if not whom:
        return None
    above = next((up for up in noun.ancestors if up.pos_ == "VERB"), None)
    return whom[0], _answer(above, noun)


def _answer(above: Token | None, noun: Token) -> str:
    if above is None:
        return "demanded"
    negated = any(c.dep_ == "neg" for c in above.children) or any(c.lower_ == "no" for c in noun.children)
    if above.lemma_ in _REFUSED:
        return "demanded" if negated else "denied"
    if above.lemma_ in _GRANTED:
        return "denied" if negated else "actual"
    return "demanded"


def cancelled(reader: Reader, sentence: Sentence, noun: Token, held: set[str]) -> Visit | None:
    """ "His October visit was cancelled at the gate", "a visit planned for May was refused"; not a president's."""
    if noun.lemma_ != "visit":
        return None
    if noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in _REQUESTS:
        noun = noun.head.head  # "all requests for a visit have been refused"
    if noun.dep_ not in ("nsubjpass", "dobj") or noun.head.lemma_ not in _CANCELLED | _REFUSED:
        return None
    if noun.head.lemma_ == "call" and not any(c.lower_ == "off" for c in noun.head.children):
        return None
    words = {t.lemma_.lower() for t in noun.subtree}
    if words & _OF_STATE or not held:
        return None
    whom = held_in(reader, sentence, held, sentence.place(noun)) or held_of_late(reader, sentence, held)
    return (whom[0], "denied") if whom else None


def let_in(reader: Reader, sentence: Sentence, verb: Token, held: set[str]) -> Visit | None:
    """ "He was allowed in on 3 September", "has not been let in", of one who is not held; "admit a doctor to her"."""
    if verb.lemma_ not in _LET or verb.pos_ != "VERB":
        return None
    guest = next((c for c in verb.children if c.dep_ in ("nsubjpass", "dobj")), None)
    if guest is None or any(c.dep_ in ("xcomp", "ccomp") for c in verb.children):
        return None
    is_in = any(
        c.lower_ in ("in", "inside", "through")
        and not any(o.dep_ == "pobj" and o.ent_type_ in ("GPE", "DATE") for o in c.children)
        for c in verb.children
    )
    if verb.lemma_ == "admit":
        goals = objects_of(verb, ("to", "into"))
        inside = any(g.lemma_.lower() in INSIDE and g.lemma_ != "client" for g in goals)
        near = inside or bool(_held_among(reader, sentence, goals, held))
        is_in = near and (is_visitor(guest) or guest.lemma_.lower() in _DOCTORS)
    if not is_in or held_named(reader, sentence, guest, held) or not _is_a_guest(reader, sentence, guest):
        return None
    whom = held_in(reader, sentence, held, sentence.place(verb)) or held_of_late(reader, sentence, held)
    is_bare = guest.dep_ == "dobj" and verb.dep_ == "ROOT" and not any(c.dep_ == "nsubj" for c in verb.children)
    reality = "demanded" if is_bare else reality_of_visit(verb)  # "– admit a doctor to her"
    return (whom[0], reality) if whom else None


def kept_out(reader: Reader, sentence: Sentence, verb: Token, held: set[str]) -> Visit | None:
    """ "His lawyer was refused entry to the colony", "was barred from the prison"."""
    guest = next((c for c in verb.children if c.dep_ in ("nsubjpass", "dative")), None)
    if verb.lemma_ not in ("refuse", "deny", "bar", "ban") or guest is None or not is_visitor(guest):
        return None
    entry = [c for c in verb.children if c.lemma_.lower() in ("entry", "admission", "access", "entrance")]
    places = [o for c in (verb, *entry) for o in objects_of(c, ("to", "into", "from"))]
    if not any(p.lemma_.lower() in INSIDE - {"client", "prisoner", "detainee", "inmate"} for p in places):
        return None
    whom = held_in(reader, sentence, held, sentence.place(verb)) or held_of_late(reader, sentence, held)
    return (whom[0], "denied") if whom else None


def _is_a_guest(reader: Reader, sentence: Sentence, guest: Token) -> bool:
    """A relative, a lawyer, a doctor, or one named or meant who is not held."""
    if guest.lemma_.lower() in ("journalist", "reporter", "press", "public", "camera", "supporter"):
        return False
    return is_visitor(guest) or guest.lemma_.lower() in _DOCTORS or bool(reader.referents.who(sentence, guest).persons)


def _held_among(reader: Reader, sentence: Sentence, tokens: list[Token], held: set[str]) -> list[str]:
    for token in tokens:
        names = (
            held_in(reader, sentence, held, sentence.place(token))
            if token.pos_ == "PRON"
            else held_named(reader, sentence, token, held)
        )
        if names:
            return names
    return []
