"""The two sides of a swap: "twelve flew west and five flew east", "three went the other way", "handed over four men in return", "swapped eight for two spies"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.text.clause_parts import objects_of
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.ways_out.swaps import is_swapping, names_a_swap

if TYPE_CHECKING:
    from spacy.tokens import Token

_GO = frozenset({"fly", "leave", "go", "return", "travel", "cross", "head", "come", "land"})
_OTHER_WAY = re.compile(r"\b(?:the other way|in (?:the )?(?:other|opposite|reverse) direction)\b", re.IGNORECASE)
_GIVE = frozenset({"hand", "give", "release", "free", "return", "send", "let"})
_IN_RETURN = re.compile(r"\bin (?:return|exchange)\b(?! for)", re.IGNORECASE)
_REACH = 8


def side_of_a_swap(verb: Token) -> Trigger | None:
    """ "in which 11 people flew west and five flew east", "three Norlanders went the other way", in a text that tells of a swap."""
    if verb.lemma_ not in _GO or any(
        c.dep_ == "dobj" and c.lemma_ != "way" for c in verb.children if verb.lemma_ != "leave"
    ):
        return None
    other_way = bool(_OTHER_WAY.search(verb.doc[verb.i : min(verb.i + _REACH, verb.sent.end)].text))
    if not other_way and (verb.lemma_ in ("head", "come", "land") or not any(names_a_swap(t) for t in verb.sent)):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or not (
        _is_counted(subject) or (other_way and (subject.pos_ == "PROPN" or _is_people(subject)))
    ):
        return None
    return Trigger("exchange", verb, "given", False, None, None, given=subject)


def given_in_return(verb: Token, has_swap: bool) -> Trigger | None:
    """ "In return, Norland handed over four men": people for people. "In return it freed 12 prisoners" only where the text tells of a swap."""
    if verb.lemma_ not in _GIVE or not _IN_RETURN.search(verb.sent.text):
        return None
    is_handed = any(c.lower_ == "over" for c in verb.children)
    given = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if given is None or not (has_swap or (is_handed and verb.lemma_ == "hand")):
        return None
    if not (_is_counted(given) or given.ent_type_ == "PERSON" or _is_people(given)):
        return None
    return Trigger("exchange", verb, "given", False, None, None, given=given)


def swapped_for(verb: Token) -> Trigger | None:
    """ "swapped eight prisoners for two spies": those on the other side."""
    if not is_swapping(verb) or verb.tag_ not in ("VBD", "VBN", "VBZ"):
        return None
    other = next((o for o in objects_of(verb, ("for", "with")) if _is_counted(o) or o.ent_type_ == "PERSON"), None)
    return Trigger("exchange", verb, "given", False, None, None, given=other) if other is not None else None


def _is_counted(token: Token) -> bool:
    return token.pos_ == "NUM" or any(c.pos_ == "NUM" for c in token.children)


def _is_people(token: Token) -> bool:
    return lexicon().has("people", token.lemma_) or lexicon().has("held_people", token.lemma_)
