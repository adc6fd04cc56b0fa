"""Penalties told of before those they went to: "the 15 years imposed on NAME", "death sentences passed against seven men", "38 years went to NAME"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.courts.penalties import Penalty, penalties_after
from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.recipients import is_human, name_ahead, to_name

if TYPE_CHECKING:
    from spacy.tokens import Token

_TO = ("to", "on", "upon", "against")
_ASKED = frozenset({"demand", "request", "seek", "ask", "propose", "recommend", "want"})
_REACH, _CLOSE = 14, 5
_NAMES = ("heavy", "long", "harsh", "stiff", "severe", "light", "short", "tough")


def penalties_passed(sentence: Sentence) -> Iterator[Trigger]:
    """Every trigger of this kind, left to right."""
    doc = sentence.tokens.doc
    for penalty in penalties_after(doc.text, sentence.tokens.start_char, sentence.tokens.end_char):
        following = [t for t in sentence.tokens if t.idx >= penalty.end][:_REACH]
        trigger = _passed(penalty, following)
        if trigger is not None:
            yield trigger


def _passed(penalty: Penalty, following: list[Token]) -> Trigger | None:
    verb: Token | None = None
    for word in following:
        if word.text in (";", ":", "."):
            return None
        if verb is None and _is_given(word) and (word.i - following[0].i < _CLOSE or not penalty.is_plain):
            verb = word
        elif verb is None and word == following[0] and is_human(word) and word.dep_ in ("nsubj", "nsubjpass"):
            return _relative(penalty, word)
        elif word.pos_ == "VERB" or word.tag_ in ("VBD", "VBZ"):
            if word.lemma_ != "be" and word.tag_ != "VBG":
                return None
        elif word.lower_ in _TO or (word.lower_ == "for" and verb is not None and verb.lemma_ in _ASKED):
            found = _to(penalty, word, verb)
            if found is not None:
                return found
        elif verb is not None and word.i == verb.i + 1 and is_human(word) and word.ent_type_ == "PERSON":
            return _made(penalty, word, verb)  # "the sentence given NAME"
    return None


def _relative(penalty: Penalty, who: Token) -> Trigger | None:
    """ "the nine years she was given", "the 12 years he got"."""
    verb = who.head
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    given = lexicon().has("penalty_given", verb.lemma_) and passive
    got = verb.lemma_ in ("get", "receive", "draw", "serve") and not passive
    return Trigger("sentence", verb, "given", False, penalty.term, penalty.note, given=who) if given or got else None


def _to(penalty: Penalty, word: Token, verb: Token | None) -> Trigger | None:
    whom = next((c for c in word.children if c.dep_ == "pobj"), None) or name_ahead(word)
    if whom is None or not is_human(to_name(whom)):
        return None
    if verb is None and (penalty.is_plain or word.lower_ != "against" or word.nbor(-1).is_punct):
        return None
    return _made(penalty, whom, verb)


def _made(penalty: Penalty, whom: Token, verb: Token | None) -> Trigger:
    at = verb if verb is not None else whom.head
    reality = "demanded" if verb is not None and verb.lemma_ in _ASKED else None
    return Trigger("sentence", at, "given", False, penalty.term, penalty.note, given=to_name(whom), reality=reality)


def _is_given(word: Token) -> bool:
    if word.lemma_ == "go" and word.tag_ in ("VBD", "VBN"):
        return True
    asked = word.lemma_ in _ASKED and word.tag_ == "VBN"
    return asked or (word.tag_ in ("VBN", "VBD") and (lexicon().has("penalty_given", word.lemma_)))
