"""Whether an encounter bears on prisoners at all: not when it says it was about trade or fisheries; and talks told by what is negotiated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.diplomacy.meetings import Met, about_whom
from habeas.claims.reading.diplomacy.parties import Parties
from habeas.claims.reading.text.clause_parts import objects_of, subject_of
from habeas.claims.reading.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_OTHER = re.compile(
    r"\b(?:discuss\w*|talks on|talks about|agree\w* on) (?:\w+ ){0,3}?(?:trade|fisher\w+|energy|gas|oil|budget|climate|migration|tariffs?|investment|economic|economy|football|tourism"
    r"|infrastructure|railways?|agricultur\w+|defen[cs]e cooperation|border security|the war|ceasefire|nuclear)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:prisoners?|detain\w+|release\w*|jail\w*|imprison\w*|hostages?|swap|exchange|sentence\w*|human rights|held|freed|case|arrest\w*|amnest\w+|pardon\w*|trial)\b", re.IGNORECASE
)  # fmt: skip
_NEGOTIATE = frozenset({"negotiate", "discuss", "talk"})
_TRADED = frozenset(
    {
        "release",
        "exchange",
        "swap",
        "prisoner",
        "detainee",
        "freedom",
        "hostage",
        "handover",
        "return",
        "deal",
        "case",
        "fate",
    }
)


def is_of_other_matters(sentence: Sentence) -> bool:
    """ "met to discuss fisheries", with no word of anybody held."""
    text = sentence.tokens.text
    return bool(_OTHER.search(text)) and not _HELD.search(text)


def is_about_people_held(sentence: Sentence) -> bool:
    """Whether the sentence speaks of prisoners, or of what is done with them."""
    return bool(_HELD.search(sentence.tokens.text))


def negotiated(parties: Parties, sentence: Sentence, verb: Token) -> Met | None:
    """ "The two governments are negotiating the release of prisoners", "in contact on an exchange of prisoners"."""
    subject = subject_of(verb)
    if subject is None:
        return None
    if verb.lemma_ == "negotiate" and verb.dep_ == "relcl" and not _is_going_on(verb):
        return None  # "NAME, who negotiated the releases": who somebody is
    if verb.lemma_ in _NEGOTIATE and (_is_going_on(verb) or verb.lemma_ != "talk"):
        things = [c for c in verb.children if c.dep_ == "dobj"] + objects_of(verb, ("over", "about", "on"))
    elif verb.lemma_ == "be" and any(o.lemma_ in ("contact", "talk", "negotiation") for o in objects_of(verb, ("in",))):
        things = [t for t in verb.subtree if t.dep_ == "pobj"]
    else:
        return None
    on_it = any(t.lemma_.lower() in _TRADED for t in things)
    sides = [subject, *(c for c in subject.children if c.dep_ == "conj")]
    if (
        not on_it
        or not any(parties.is_party(sentence, s) for s in sides)
        or "lawyer" in {t.lemma_ for t in subject.subtree}
    ):
        return None
    named = [n for n in parties.named(sentence, subject) if parties.speaks_for_a_state(n)]
    return Met(verb, named[0] if named else None, "talks", about_whom(subject))


def _is_going_on(verb: Token) -> bool:
    return verb.tag_ == "VBG" and any(c.dep_ == "aux" for c in verb.children)
