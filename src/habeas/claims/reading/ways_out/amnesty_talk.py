"""An amnesty that is only talked of, hoped for or ruled out; one that was granted is told of those it freed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.speech.reality import reality_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from habeas.claims.reading.text.parser import Sentence

_ASKED = frozenset(["call", "demand", "appeal", "campaign", "plea"])
_TALK = _ASKED | frozenset(
    ["rumour", "rumor", "talk", "speculation", "hope", "prospect", "possibility", "idea", "promise", "hint", "question"]
)
_POSSIBLE = frozenset(
    [
        "possible",
        "planned",
        "promised",
        "expected",
        "rumoured",
        "rumored",
        "upcoming",
        "proposed",
        "future",
        "likely",
        "eventual",
        "impending",
        "hoped-for",
    ]
)
_RULE_OUT = frozenset(["rule", "exclude", "reject", "refuse", "dismiss", "deny", "oppose"])
_HEARD_OF = frozenset(
    ["discuss", "consider", "promise", "prepare", "plan", "expect", "propose", "debate", "mull", "announce", "suggest"]
)


def amnesty_talk(sentence: Sentence) -> Iterator[Trigger]:
    """Every such amnesty, left to right."""
    for noun in sentence.tokens:
        reality = _reality(noun)
        if reality is not None:
            yield Trigger("pardon", noun, "noun", False, None, "amnesty", is_bare=True, reality=reality)


def _reality(noun: Token) -> str | None:
    """demanded, planned or denied by the noun's own surroundings; None where nothing says that it was not granted."""
    if noun.lemma_.lower() != "amnesty" or noun.pos_ != "NOUN" or any(c.lower_ in ("for", "of") for c in noun.children):
        return None
    up = noun.head.head if noun.dep_ == "pobj" else noun.head
    if any(c.lower_ == "no" for c in noun.children) or (up.lemma_ in _RULE_OUT and up.pos_ == "VERB"):
        return "denied"
    told = reality_of(noun, "pardon")[0]
    if told != "actual":
        return told
    if up.lemma_ in _TALK:
        return "demanded" if up.lemma_ in _ASKED else "planned"
    is_heard_of = up.lemma_ in _HEARD_OF and noun.dep_ in ("dobj", "nsubjpass")
    return "planned" if is_heard_of or any(c.lower_ in _POSSIBLE for c in noun.children) else None
