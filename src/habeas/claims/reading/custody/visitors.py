"""Who visits people held, and whom a visit is to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.custody.contact_words import OFFICIAL
from habeas.claims.reading.events.held_here import held_in, held_of_late
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.speech.reality import reality_of
from habeas.claims.reading.speech.unreal import taken_back
from habeas.claims.reading.text.clause_parts import words_of
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

KIND = "meeting"
_VISITORS = frozenset(
    {"lawyer", "attorney", "counsel", "family", "relative", "doctor", "priest", "advocate", "solicitor", "consul", "diplomat", "ambassador", "embassy", "cross",
     "icrc", "delegation", "delegate", "rapporteur", "expert", "monitor", "observer", "bishop", "staff", "representative", "team", "official", "officer", "commissioner", "ombudsman"}
)  # fmt: skip
_OF_STATE = frozenset({"staff", "official", "officer", "representative", "team", "delegation", "delegate", "expert"})
INSIDE = frozenset(
    {
        "prison",
        "jail",
        "colony",
        "detention",
        "centre",
        "center",
        "prisoner",
        "detainee",
        "inmate",
        "cell",
        "camp",
        "client",
    }
)
LET = frozenset({"allow", "permit", "let", "able", "grant", "ban", "forbid"})
_THEIRS = frozenset({"lawyer", "attorney", "client", "gate", "consular", "consul"})
IN_VAIN = re.compile(
    r"\b(?:turned down|rejected|refused|denied|in vain|no (?:reply|answer|response)|without (?:success|reply|answer))\b",
    re.IGNORECASE,
)
_PERMITTED = ("plan: able", "infinitive", "purpose")


def is_visitor(token: Token) -> bool:
    """Whether a noun means one of those who come to see people held: kin, lawyers, consuls, the Red Cross."""
    lemma = token.lemma_.lower()
    if lemma in _OF_STATE:
        return bool(OFFICIAL.search(words_of(token)))
    return (
        lemma in _VISITORS
        or is_kin(token)
        or any(c.dep_ == "appos" and is_visitor(c) for c in token.children)
        or any(
            c.dep_ == "compound" and (is_kin(c) or c.lemma_.lower() in _VISITORS - _OF_STATE) for c in token.children
        )
    )


def is_kin(token: Token) -> bool:
    """Whether a noun means a relative."""
    return lexicon().has("kin", token.lemma_)


def held_named(reader: Reader, sentence: Sentence, token: Token, held: set[str]) -> list[str]:
    """Those held whom the phrase means."""
    who = reader.referents.who(sentence, token)
    return [n for n in who.persons if n in held and who.rule != "definite noun"]


def whom_visited(reader: Reader, sentence: Sentence, token: Token, held: set[str]) -> list[str]:
    """Whom a visit is to: one held of whom the sentence speaks, else, where kin or a lawyer is spoken of, who was named last."""
    place = sentence.place(token)
    here = held_in(reader, sentence, held, place)
    if here:
        return here
    if any(t.lower_ == "them" and t.dep_ in ("dobj", "dative") for up in token.ancestors for t in up.children):
        return []  # "to give them access to a lawyer": more than one
    kin = any(is_kin(t) or t.lemma_.lower() in _THEIRS for t in sentence.tokens)
    return held_of_late(reader, sentence, held) if kin else []


def reality_of_visit(verb: Token) -> str:
    """What the grammar makes of it; "was able to see him" is as actual as being able, and "never permitted to" denied."""
    reality, why = reality_of(verb, KIND)
    if taken_back(verb):
        return "denied"
    above = verb.head
    if why.startswith(_PERMITTED) and above.lemma_ in ("able", "permit", "let", "allow", "admit"):
        if any(c.dep_ == "neg" for c in (*above.children, *above.head.children)):
            return "denied"
        return reality_of(above, KIND)[0]
    return reality
