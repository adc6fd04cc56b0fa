"""Another voter: finds who a happening befell by the order of words alone, without the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.refer import Referents, Who

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "order"
_LEFT_REACH, _RIGHT_REACH = 14, 8


def who_by_order(trigger: Trigger, sentence: Sentence, referents: Referents) -> tuple[Who, int]:
    """Whom it befell by order, and how many words lie between (0 = nobody found)."""
    token = trigger.token
    if trigger.patient == "noun":
        follows = token.i + 1 < sentence.tokens.end and token.doc[token.i + 1].lower_ in ("of", "for")
        owned = any(t.tag_ in ("POS", "PRP$") for t in token.doc[max(token.sent.start, token.i - 3) : token.i])
        if not follows and not owned:
            return Who(), 0
        return _scan(token, sentence, referents, 1 if follows else -1, _RIGHT_REACH if follows else 4)
    if _is_active(trigger):
        return _scan(token, sentence, referents, 1, _RIGHT_REACH)
    return _scan(token, sentence, referents, -1, _LEFT_REACH)


def _is_active(trigger: Trigger) -> bool:
    token = trigger.token
    if trigger.patient == "subject":
        return False
    if token.tag_ in ("VB", "VBZ", "VBP", "VBG"):
        before = [t.lower_ for t in token.doc[max(token.sent.start, token.i - 3) : token.i]]
        return not {"be", "been", "being"} & set(before)
    if token.tag_ == "VBD":
        return True
    return token.dep_ == "amod"


def _scan(token: Token, sentence: Sentence, referents: Referents, step: int, reach: int) -> tuple[Who, int]:
    for distance in range(1, reach + 1):
        at = token.i + step * distance
        if not sentence.tokens.start <= at < sentence.tokens.end:
            break
        word = token.doc[at]
        if word.text in (";", ":") or (distance > 1 and step > 0 and word.tag_ in ("VBD", "VBZ", "VBP")):
            break
        person = referents.people.at(sentence.place(word))
        if person:
            return Who((person,), None, "name"), distance
        group = referents.group(sentence, word)
        if group is not None and word.tag_ not in ("DT",):
            return Who((), group, "group"), distance
    return Who(), 0
