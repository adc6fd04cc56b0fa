"""Official talks that bear on people held: meetings, visits and journeys of envoys, talks under way or refused, a case raised with the other side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.diplomacy.meetings import Met, about_whom, recorded, told_of
from habeas.claims.reading.diplomacy.parties import Parties
from habeas.claims.reading.diplomacy.raised_cases import raised
from habeas.claims.reading.diplomacy.summonses import summoned
from habeas.claims.reading.diplomacy.talks_bearing import is_of_other_matters, negotiated
from habeas.claims.reading.diplomacy.talks_in_nouns import HOLD, met_by_noun
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.clause_parts import is_habit, objects_of, subject_of
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from spacy.tokens import Token

_MEET = frozenset({"meet", "visit", "receive", "host", "phone", "telephone", "brief"})
_GO = frozenset(
    {"travel", "travelled", "travell", "fly", "arrive", "come", "go", "return", "head", "expect", "land", "visit"}
)
_TALK = frozenset({"talk", "meeting", "negotiation", "conversation", "consultation", "dialogue", "call", "discussion"})
_NOUNS = frozenset({"call", "talk", "meeting", "negotiation", "visit", "trip", "consultation"})
_SPEAK = frozenset({"speak", "talk", "negotiate", "confer", "sit"})
_TRAVELLERS = frozenset(
    {"delegation", "envoy", "mission", "diplomat", "ambassador", "rapporteur", "negotiator", "emissary"}
)
_RELEVANT = frozenset(
    {
        "family",
        "relative",
        "wife",
        "prisoner",
        "activist",
        "opposition",
        "leader",
        "lawyer",
        "colleague",
        "head",
        "chief",
        "deputy",
        "aide",
        "side",
    }
)
_ENVOY = re.compile(r"\b(?:envoy|minister|ambassador|secretary|commissioner|rapporteur)\b", re.IGNORECASE)


def meetings_told(reader: Reader, parties: Parties, held: set[str]) -> Iterator[Told]:
    """Meetings told of as past, planned, asked for or refused. The one recorded is the party that does not rule the country."""
    for sentence in reader.referents.passage.sentences:
        if is_of_other_matters(sentence):
            continue
        done: set[Token] = set()
        for token in sentence.tokens:
            met = _met(parties, sentence, token, held)
            if met is not None and met.token not in done and not done & {*token.ancestors}:
                done.add(met.token)
                yield told_of(reader, sentence, met)


def _met(parties: Parties, sentence: Sentence, token: Token, held: set[str]) -> Met | None:
    lemma = token.lemma_.lower()
    if token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass"):
        return negotiated(parties, sentence, token)
    if token.pos_ == "VERB":
        found = negotiated(parties, sentence, token)
        if found is None and not (lemma == "visit" and _is_of_held(parties, sentence, token, held)):
            found = _by_verb(parties, sentence, token, lemma)
        case = summoned(parties, sentence, token) or raised(parties, sentence, token, lemma, held)
        return case or (
            found if found is not None and not (found.person in held and not _is_envoy(parties, found.person)) else None
        )
    if token.pos_ == "NOUN" and lemma in _NOUNS and not sentence.is_headline:
        return met_by_noun(parties, sentence, token, lemma)
    return None


def _is_of_held(parties: Parties, sentence: Sentence, verb: Token, held: set[str]) -> bool:
    """ "visited NAME in prison": a visit to somebody held, which is told of them."""
    seen = [n for c in verb.children if c.dep_ == "dobj" for n in parties.named(sentence, c)]
    return bool(seen) and all(name in held for name in seen)


def _is_envoy(parties: Parties, name: str | None) -> bool:
    return bool(_ENVOY.search(parties.beside.get(name or "", "")))


def _by_verb(parties: Parties, sentence: Sentence, verb: Token, lemma: str) -> Met | None:
    subject = subject_of(verb)
    if subject is None or is_habit(verb):
        return None
    others = [c for c in verb.children if c.dep_ == "dobj"] + objects_of(verb, ("with", "to", "by"))
    if lemma == "visit" and not others and subject.lemma_.lower() in _TRAVELLERS:
        return Met(verb, _led_by(parties, sentence, subject), "meet", about_whom(subject))
    if lemma == "meet" and not others and subject.tag_ in ("NNS", "NNPS") and parties.is_delegate(subject):
        return Met(verb, None, "meet", about_whom(subject))
    if lemma in _MEET and others:
        return _encounter(parties, sentence, verb, subject, others)
    if (
        lemma in _SPEAK
        and (with_whom := objects_of(verb, ("with", "to")))
        and "about" not in {o.lower_ for o in with_whom}
    ):
        return (
            _encounter(parties, sentence, verb, subject, with_whom)
            if _both(parties, sentence, subject, with_whom)
            else None
        )
    if (
        lemma in HOLD
        and any(t.lemma_.lower() in _TALK for o in others for t in (o, *objects_of(o, ("of",))))
        and parties.is_party(sentence, subject)
    ):
        return Met(
            verb, recorded(parties, sentence, [subject, *objects_of(verb, ("with",))]), "meet", about_whom(subject)
        )
    if lemma in _GO and _goes_to_a_capital(verb) and _is_traveller(parties, sentence, subject):
        return Met(verb, recorded(parties, sentence, [subject]), "meet", about_whom(subject))
    if lemma in ("send", "dispatch", "lead", "spend"):
        return _sent(parties, sentence, verb, subject)
    return None


def _led_by(parties: Parties, sentence: Sentence, subject: Token) -> str | None:
    """ "a delegation led by NAME"."""
    leaders = [
        n
        for c in subject.children
        if c.dep_ == "acl" and c.lemma_ in ("lead", "head")
        for o in objects_of(c, ("by",))
        for n in parties.named(sentence, o)
    ]
    return leaders[0] if leaders else recorded(parties, sentence, [subject])


def _encounter(parties: Parties, sentence: Sentence, verb: Token, subject: Token, others: list[Token]) -> Met | None:
    """At least one side speaks for a state, and the other is a person, a body or a place."""
    if not any(parties.is_party(sentence, t) and t.ent_type_ != "ORG" for t in (subject, *others)):
        return None
    first, second = parties.named(sentence, subject), [n for o in others for n in parties.named(sentence, o)]
    is_place = any(o.ent_type_ in ("GPE", "FAC", "LOC") or o.lemma_ in ("capital", "country") for o in others)
    if not first and not parties.is_delegate(subject) and not any(_is_envoy(parties, n) for n in second):
        return None
    if first and not parties.speaks_for_a_state(first[0]) and not any(parties.is_party(sentence, o) for o in others):
        return None
    # an envoy meets somebody by a name the text does not explain
    is_met = bool(first) and _is_envoy(parties, first[0]) and any(map(_is_a_name, others))
    is_met = is_met or (any(_is_envoy(parties, n) for n in second) and _is_a_name(subject))
    if (
        not second
        and not is_place
        and not is_met
        and not any(parties.is_party(sentence, o) or _is_relevant(o) for o in others)
    ):
        return None
    if is_place and first and not parties.speaks_for_a_state(first[0]):
        return None  # a student's journey
    second = second or [n for o in others for n in parties.within(sentence, o)]
    if not first and (leader := _led_by(parties, sentence, subject)):
        first = [leader]
    named = [*first, *(n for n in second if n not in first)]
    who = next((n for n in named if parties.speaks_for_a_state(n) and not parties.rules(n)), None)
    who = who or next((n for n in named if not parties.rules(n)), named[0] if named else None)
    return Met(verb, who, "meet", about_whom(subject))


def _is_a_name(token: Token) -> bool:
    return token.pos_ == "PROPN"


def _is_relevant(token: Token) -> bool:
    return any(t.lemma_.lower() in _RELEVANT for t in token.subtree)


def _both(parties: Parties, sentence: Sentence, subject: Token, others: list[Token]) -> bool:
    return parties.is_party(sentence, subject) and any(parties.is_party(sentence, o) for o in others)


def _is_traveller(parties: Parties, sentence: Sentence, subject: Token) -> bool:
    persons = parties.named(sentence, subject)
    if persons:
        return any(parties.speaks_for_a_state(name) and not parties.rules(name) for name in persons)
    return subject.lemma_.lower() in _TRAVELLERS


def _goes_to_a_capital(verb: Token) -> bool:
    places = [c for c in verb.children if c.dep_ in ("dobj", "advmod")] + objects_of(verb, ("to", "in", "for", "into"))
    there = any(
        o.ent_type_ in ("GPE", "LOC") or o.lemma_ in ("capital", "country", "region", "back", "ministry")
        for o in places
    )
    return there and not (verb.lemma_ == "expect" and not any(c.dep_ == "auxpass" for c in verb.children))


def _sent(parties: Parties, sentence: Sentence, verb: Token, subject: Token) -> Met | None:
    """ "sent its ambassador to the ministry", "will lead a delegation to the capital", "spent four hours with the president"."""
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "npadvmod")), None)
    if thing is None:
        return None
    if verb.lemma_ == "spend":
        with_whom = objects_of(verb, ("with",)) + objects_of(thing, ("with",))
        return (
            Met(verb, recorded(parties, sentence, [subject, *with_whom]), "meet")
            if with_whom and _both(parties, sentence, subject, with_whom)
            else None
        )
    if thing.lemma_.lower() not in ("delegation", "ambassador", "envoy", "team", "mission", "diplomat"):
        return None
    if not (objects_of(verb, ("to",)) or objects_of(thing, ("to",))):
        return None
    who = subject if verb.lemma_ == "lead" else thing
    return Met(verb, recorded(parties, sentence, [who]), "meet", about_whom(who))
