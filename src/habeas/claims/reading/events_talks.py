"""Meetings and sanctions: happenings that befall nobody in custody but bear on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.dated import day_told
from habeas.claims.reading.events import Reader
from habeas.claims.reading.parser import Sentence
from habeas.claims.reading.quoting import clause_span, quote_at
from habeas.claims.reading.reality import reality_of
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from spacy.tokens import Token

_DELEGATES = frozenset(
    {"delegation", "official", "envoy", "diplomat", "ambassador", "minister", "team", "representative", "consul"}
)
_RULERS = (
    "president",
    "dictator",
    "ruler",
    "supreme leader",
    "prime minister",
    "king",
    "premier",
    "strongman",
    "autocrat",
    "chancellor",
)


def meetings_told(reader: Reader, rulers: frozenset[str]) -> Iterator[Told]:
    """Meetings and visits that took place. The one recorded is the party that is not the country's ruler."""
    for sentence in reader.referents.passage.sentences:
        for token in sentence.tokens:
            parties = _parties(reader, sentence, token)
            if parties:
                yield _meeting(reader, sentence, token, _recorded(parties, rulers))
            elif (subject := _delegate(token)) is not None:
                named = reader.referents.who(sentence, subject).persons
                yield _told(reader, sentence, token, "meeting", named[0] if named else None)


def _parties(reader: Reader, sentence: Sentence, token: Token) -> list[str]:
    if token.pos_ == "VERB" and token.lemma_ in ("meet", "visit") and token.tag_ in ("VBD", "VBN"):
        subject = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None:
            return []
        hosts = [
            t for c in token.children for t in ([c] if c.dep_ == "dobj" else c.children if c.lower_ == "with" else [])
        ]
        first = list(reader.referents.who(sentence, subject).persons)
        second = [name for host in hosts for name in reader.referents.who(sentence, host).persons]
        return [*first, *second] if first and second and first != second else []
    if token.pos_ == "NOUN" and token.lemma_ in ("meeting", "visit", "talk"):
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        if owner is None or owner.pos_ == "PRON":
            return []
        with_whom = any(c.dep_ == "prep" and c.lower_ in ("to", "with") for c in token.children)
        return list(reader.referents.who(sentence, owner).persons)[:1] if with_whom else []
    return []


def _delegate(verb: Token) -> Token | None:
    """ "An American delegation visited the capital", "officials held talks": who met somebody not named."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    objects = [c for c in verb.children if c.dep_ == "dobj" or (c.dep_ == "prep" and c.lower_ == "with")]
    if verb.pos_ != "VERB" or subject is None or subject.lemma_.lower() not in _DELEGATES:
        return None
    if not objects and verb.lemma_ != "visit":
        return None
    talks = verb.lemma_ in ("hold", "have") and any(o.lemma_ in ("talk", "meeting", "negotiation") for o in objects)
    return subject if talks or verb.lemma_ in ("meet", "visit") else None


def _recorded(parties: list[str], rulers: frozenset[str]) -> str:
    return next((name for name in parties if name not in rulers), parties[0])


def _meeting(reader: Reader, sentence: Sentence, token: Token, person: str) -> Told:
    return _told(reader, sentence, token, "meeting", person)


def _told(reader: Reader, sentence: Sentence, token: Token, kind: str, person: str | None) -> Told:
    reality, _ = reality_of(token, kind)
    quote, span = quote_at(reader.referents.passage, clause_span(sentence, token))
    words = reader.dates.attached(sentence, token, set())
    date = day_told(words, reader.dates.published, reality == "actual")
    said = reader.speakers.at(sentence, token)
    return Told(kind, person, None, quote, span, reality, {f"talks.{kind}"}, date, said_by=said)


def is_ruler(title: str) -> bool:
    """Whether the words beside a name make its bearer head of state or government."""
    # "candidate for president", "opposition leader" and "vice president" do not rule
    if any(word in title.lower() for word in ("opposition", "candidate", "former", "vice")):
        return False
    return any(word in title.lower() for word in _RULERS)
