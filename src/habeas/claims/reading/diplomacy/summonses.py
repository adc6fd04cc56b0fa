"""A government calls in another's ambassador to protest: "summoned a diplomat", "called in the ambassador", "was summoned to the foreign ministry"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.diplomacy.meetings import Met
from habeas.claims.reading.diplomacy.parties import Parties
from habeas.claims.reading.text.clause_parts import objects_of, subject_of
from habeas.claims.reading.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENVOYS = frozenset(
    {
        "ambassador",
        "diplomat",
        "envoy",
        "affaires",
        "chargé",
        "charge",
        "consul",
        "representative",
        "counsellor",
        "attaché",
    }
)
_STATES = frozenset({"ministry", "minister", "government", "office", "secretary"})


def summoned(parties: Parties, sentence: Sentence, verb: Token) -> Met | None:
    """The summons; who is recorded is the envoy, if named."""
    called = verb.lemma_ == "call" and any(
        t.lower_ == "in" for t in verb.doc[verb.i + 1 : min(verb.i + 2, verb.sent.end)]
    )
    if verb.lemma_ != "summon" and not called:
        return None
    envoy = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if envoy is None and called:  # "called in the ambassador", with "in" taken for a preposition
        envoy = next(iter(objects_of(verb, ("in",))), None)
    if envoy is None or not {t.lemma_.lower() for t in envoy.subtree if t.i <= envoy.i + 2} & _ENVOYS:
        return None
    by = subject_of(verb) if envoy.dep_ != "nsubjpass" else None
    if by is not None and not _is_of_a_state(by):
        return None
    named = parties.within(sentence, envoy)
    return Met(verb, named[0] if named else None, "summons")


def _is_of_a_state(token: Token) -> bool:
    return token.ent_type_ in ("GPE", "ORG", "NORP") or token.lemma_.lower() in _STATES or token.pos_ == "PRON"
