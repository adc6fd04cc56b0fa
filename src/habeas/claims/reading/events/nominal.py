"""Counts of happenings rather than of people: "recorded 31 new detentions", "announced 146 releases", "44 convictions since 2021"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.speech.reality import reality_of
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import clause_span, quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.when.dated import day_told

if TYPE_CHECKING:
    from spacy.tokens import Token

    from habeas.claims.reading.text.numbers import Number

RULE = "nominal"
_ALSO = {"death": "death_in_custody", "verdict": "conviction", "disappearance": "disappearance_incommunicado"}
_NOT_OF_PEOPLE = frozenset({"exchange", "transfer", "sentence", "exile"})


def nominal_told(reader: Reader) -> Iterator[Told]:
    """One telling for each counted happening, in the order of the text."""
    for sentence in reader.referents.passage.sentences:
        for token in sentence.tokens:
            if token.tag_ != "NNS":
                continue
            kind = _kind(token) or _kind_reported(token)
            number = reader.referents.number_of(sentence, token) if kind is not None else None
            if (
                kind is not None
                and number is not None
                and (number.value > 1 or number.is_vague)
                and not _has_people(reader, sentence, token)
            ):
                yield _telling(reader, sentence, token, kind, number)


def _kind(token: Token) -> str | None:
    lemma = token.lemma_.lower()
    if _is_departure(token):
        return "release"
    if lemma in _ALSO:
        return _ALSO[lemma]
    found = next((noun.type for noun in lexicon().nouns if lemma in noun.nouns), None)
    return None if found in _NOT_OF_PEOPLE else found


def _kind_reported(token: Token) -> str | None:
    """ "12 reports of new detentions", "412 cases of enforced disappearance": what is counted follows "of"."""
    if token.lemma_.lower() not in ("report", "case", "instance"):
        return None
    of = next((c for c in token.children if c.lower_ == "of"), None)
    what = next((o for o in of.children if o.dep_ == "pobj"), None) if of is not None else None
    kind = _kind(what) if what is not None else None
    return kind if kind in ("arrest", "disappearance_incommunicado") else None


def _is_departure(token: Token) -> bool:
    """ "876 departures from custody"."""
    words = {t.lemma_.lower() for t in token.doc[token.i + 1 : min(token.i + 5, token.sent.end)]}
    return token.lemma_.lower() == "departure" and bool(words & {"custody", "prison", "jail", "detention"})


def _has_people(reader: Reader, sentence: Sentence, token: Token) -> bool:
    """ "the two arrests of 20 people": the people are counted elsewhere."""
    whose = [o for child in token.children if child.lower_ == "of" for o in child.children if o.dep_ == "pobj"]
    return any(
        reader.referents.number_of(sentence, o) is not None or reader.referents.people.at(sentence.place(o))
        for o in whose
    )


def _telling(reader: Reader, sentence: Sentence, token: Token, kind: str, number: Number) -> Told:
    words = reader.dates.attached(sentence, token, ())
    is_period = words is not None and words.lead == "since"
    reality, _ = reality_of(token, kind)
    quote, span = quote_at(reader.referents.passage, clause_span(sentence, token))
    date = None if is_period else day_told(words, reader.dates.published, reality == "actual")
    return Told(
        kind, None, None if number.is_vague else number.value, quote, span, reality, {f"{RULE}.{kind}"}, date,
        said_by=reader.speakers.at(sentence, token), is_period=is_period, words=token.text, is_headline=sentence.is_headline,
    )  # fmt: skip
