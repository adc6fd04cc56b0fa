"""One encounter between those who speak for states, before it is told as an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.diplomacy.parties import Parties
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.speech.reality import reality_of
from habeas.claims.reading.speech.unreal import taken_back
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import deed_span, quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.when.dated import day_told

if TYPE_CHECKING:
    from spacy.tokens import Token

KIND = "meeting"
RULE = "talks.meeting"


@dataclass(frozen=True, slots=True)
class Met:
    """One encounter: the word that tells it and who is recorded (None = nobody named)."""

    token: Token
    person: str | None
    deed: str
    about: frozenset[str] = frozenset()


def recorded(parties: Parties, sentence: Sentence, tokens: list[Token]) -> str | None:
    """Of those the phrases name, the one who does not rule the country."""
    named = list(dict.fromkeys(name for t in tokens for name in parties.named(sentence, t)))
    return next((n for n in named if not parties.rules(n)), named[0] if named else None)


def about_whom(subject: Token) -> frozenset[str]:
    """Whose side the subject speaks for, where it says so: it tells one meeting from another."""
    return frozenset({t.lemma_.lower() for t in subject.subtree if t.ent_type_ in ("GPE", "NORP", "ORG")})


def told_of(reader: Reader, sentence: Sentence, met: Met) -> Told:
    """The telling of one encounter, with its reality, day and quote."""
    reality, _ = reality_of(met.token, KIND)
    if taken_back(met.token):
        reality = "denied"
    if met.token.lemma_ == "expect" and reality == "actual":
        reality = "planned"  # "is expected in the capital"
    quote, span = quote_at(reader.referents.passage, deed_span(sentence, met.token))
    words = reader.dates.attached(sentence, met.token, set())
    date = day_told(words, reader.dates.published, reality == "actual")
    return Told(
        KIND, met.person, None, quote, span, reality, {RULE}, date, said_by=reader.speakers.at(sentence, met.token),
        is_headline=sentence.is_headline, deed=met.deed, about=met.about,
    )  # fmt: skip
