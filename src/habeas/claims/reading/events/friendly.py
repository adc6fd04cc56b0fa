"""Words that mean custody only when no friend does them: "was picked up by her sister", "a medic dragged him from the car"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.text.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_FRIENDS = frozenset(
    {"friend", "colleague", "doctor", "medic", "paramedic", "reporter", "ambulance", "volunteer", "driver", "neighbour", "neighbor", "supporter", "teacher", "nurse", "fireman", "firefighter",
     "rescuer", "taxi", "passer", "fan"}
)  # fmt: skip
_SOFT = frozenset(
    {
        "pick",
        "take",
        "lead",
        "drag",
        "pull",
        "carry",
        "drive",
        "bring",
        "snatch",
        "walk",
        "grab",
        "catch",
        "lift",
        "stop",
    }
)


def is_friendly(verb: Token) -> bool:
    """Whether family, friends, doctors or reporters do what the verb says."""
    if verb.lemma_ not in _SOFT:
        return False
    if verb.lemma_ in ("take", "drive", "bring") and verb.i + 1 < verb.sent.end and verb.nbor(1).lower_ == "home":
        return True  # "was met by her brother and taken home"
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    doers = [] if passive else [c for c in verb.children if c.dep_ == "nsubj"]
    doers += [o for c in verb.subtree if c.dep_ == "agent" or c.lower_ == "by" for o in c.children if o.dep_ == "pobj"]
    return any(lexicon().has("kin", d.lemma_) or d.lemma_.lower() in _FRIENDS for d in doers)


def is_unreturned(verb: Token) -> bool:
    """ "was summoned for a talk and did not come home": told as an arrest, not as a release that was refused."""
    called = verb.head
    return verb.dep_ == "conj" and called.lemma_ in ("summon", "call") and any(
        c.dep_ == "neg" or c.lower_ == "never" for c in verb.children
    )  # fmt: skip
