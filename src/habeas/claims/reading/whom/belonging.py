"""Those said to belong to a group something befell: "A was among those freed", "three Poles were among the 52", "A is not one of them"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.speech.reality import reality_of
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.refer import Referents, Who

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How such a finding is named among the ways of finding whom something befell.
AMONG = "among"
_BE = ("be", "remain", "become", "include", "count", "number")
_SUBJECTS = ("nsubj", "nsubjpass")


def those_belonging(token: Token, sentence: Sentence, referents: Referents) -> Who:
    """Whom "was among TOKEN" tells of, with TOKEN's number where it has one; nobody when TOKEN is no such group.

    A number as subject ("three Poles were among those freed") is a group of its own.
    """
    verb = verb_of_belonging(token)
    if verb is None or token.head.lower_ not in ("among", "amongst"):
        return Who()
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i < token.i), None)
    if subject is None:
        return Who()
    whole = referents.group(sentence, token)
    who = referents.who(sentence, subject)
    if who.persons:
        return Who(who.persons, whole if whole is not None and whole.count is not None else None, AMONG)
    part = who.group or referents.group(sentence, subject)
    return Who((), part, AMONG) if part is not None and part.count is not None else Who()


def verb_of_belonging(token: Token) -> Token | None:
    """The "was" of "was among TOKEN" or "was one of TOKEN", None elsewhere."""
    up = token.head
    if token.dep_ == "attr" and token.lower_ == "one":
        return up if up.lemma_ in _BE else None
    if token.dep_ != "pobj":
        return None
    if up.lower_ == "of" and up.head.lower_ == "one" and up.head.dep_ == "attr":
        up = up.head
    elif up.lower_ not in ("among", "amongst"):
        return None
    return up.head if up.head.lemma_ in _BE else None


def reality_of_belonging(head: Token) -> str:
    """What the sentence makes of the belonging: "may be among those freed" is planned, "was not among" denied."""
    verb = verb_of_belonging(head)
    return reality_of(verb, "release")[0] if verb is not None else "actual"


def misread_participle(verb: Token) -> Token | None:
    """ "among 30 prisoners pardoned last month", with the participle taken for a verb of its own: the noun right before it."""
    if (
        verb.dep_ not in ("advcl", "ROOT", "ccomp", "conj")
        or verb.tag_ not in ("VBD", "VBN")
        or verb.i == verb.sent.start
    ):
        return None
    if any(c.dep_ in (*_SUBJECTS, "auxpass", "aux", "dobj") for c in verb.children):
        return None
    noun = verb.nbor(-1)
    return noun if noun.dep_ == "pobj" and noun.tag_ in ("NNS", "NNPS", "DT") and verb_of_belonging(noun) else None
