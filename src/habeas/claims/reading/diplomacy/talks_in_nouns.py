"""Talks told by a noun: "the envoy's visit to the capital", "talks with the government have stalled", "no negotiations"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.diplomacy.meetings import Met
from habeas.claims.reading.diplomacy.parties import Parties
from habeas.claims.reading.diplomacy.talks_bearing import is_about_people_held
from habeas.claims.reading.text.clause_parts import objects_of
from habeas.claims.reading.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

HOLD = frozenset({"hold", "have", "conduct", "open", "begin", "start", "resume", "continue", "join", "attend"})
_GOING_ON = frozenset(
    {
        "continue",
        "resume",
        "begin",
        "start",
        "stall",
        "fail",
        "collapse",
        "take",
        "proceed",
        "open",
        "break",
        "be",
        "go",
        "last",
        "end",
    }
)
_UNDER_WAY = frozenset({"way", "underway", "ongoing", "place", "down", "on", "progress"})


def met_by_noun(parties: Parties, sentence: Sentence, noun: Token, lemma: str) -> Met | None:
    """ "the envoy's visit to the capital", "talks with Washington have stalled", "no negotiations"."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    by = objects_of(noun, ("by",))
    whose = owner if owner is not None else by[0] if by else None
    if (
        lemma != "call"
        and whose is not None
        and any(c.lower_ in ("to", "with") or c in _by(noun) for c in noun.children)
    ):
        persons = [n for n in parties.named(sentence, whose) if parties.speaks_for_a_state(n)]
        if persons and not (whose.pos_ == "PRON" and lemma != "visit"):
            return Met(noun, persons[0], "meet")
    if lemma in ("meeting", "talk", "call", "negotiation") and (between := objects_of(noun, ("between",))):
        sides = [between[0], *(c for c in between[0].subtree if c.dep_ == "conj")]
        named = [n for side in sides for n in parties.named(sentence, side)]
        if named and any(parties.is_party(sentence, side) for side in sides):
            return Met(
                noun,
                next((n for n in named if not parties.rules(n) and parties.speaks_for_a_state(n)), named[0]),
                "meet",
            )
        if all(parties.is_delegate(side) for side in sides) and is_about_people_held(sentence):
            return Met(noun, None, "talks")  # "followed months of talks between the two governments"
    if lemma not in ("talk", "negotiation") or noun.tag_ != "NNS":
        return None
    is_denied = any(c.lower_ == "no" for c in noun.children)
    above = noun.head
    going = (
        noun.dep_ in ("nsubj", "nsubjpass")
        and above.lemma_ in _GOING_ON
        and _is_under_way(above)
        and above.dep_ not in ("relcl", "advcl")
    )
    stated = (
        noun.dep_ in ("nsubj", "nsubjpass", "attr", "dobj")
        and above.lemma_ in _GOING_ON | HOLD
        and _is_official(sentence, noun)
    )
    after = noun.dep_ == "pobj" and above.lower_ in ("after", "following") and _is_official(sentence, noun)
    return Met(noun, None, "talks") if going or stated or after or is_denied else None


def _by(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.lower_ == "by"]


def _is_under_way(verb: Token) -> bool:
    return verb.lemma_ not in ("be", "take", "go", "break") or any(t.lower_ in _UNDER_WAY for t in verb.subtree)


def _is_official(sentence: Sentence, noun: Token) -> bool:
    """Whether a country, its officials or prisoners are named as whom or what the talks are with or about."""
    return any(
        t.ent_type_ in ("GPE", "NORP")
        or t.lemma_.lower()
        in ("prisoner", "release", "official", "government", "exchange", "swap", "hostage", "detainee", "national")
        for t in noun.subtree
    )
