"""Those something befell together with whom the verb names: "was arrested along with A", "was moved together with six others"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.refer import Referents, Who

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINING = frozenset({"along", "together", "jointly"})


def companions(verb: Token, sentence: Sentence, referents: Referents) -> Who:
    """The people or the counted group told of beside the verb's own; nobody when none are."""
    for word in verb.doc[verb.i + 1 : verb.sent.end]:
        if word.text in (";", ":") or (word.dep_ == "conj" and word.head == verb):
            break
        if not (_joins(word) or _is_with(word, verb)) or not _hangs_on(word, verb):
            continue
        beside = next((c for c in _object_holder(word).children if c.dep_ == "pobj"), None)
        who = referents.who(sentence, beside) if beside is not None else Who()
        counted = who.group is not None and who.group.count is not None
        if who.persons or counted:
            return Who(who.persons, who.group if counted else None, "name" if who.persons else "group")
    return Who()


def _joins(word: Token) -> bool:
    if word.lower_ == "alongside":
        return True
    return word.lower_ in _JOINING and word.i + 1 < word.sent.end and word.nbor(1).lower_ == "with"


def _object_holder(word: Token) -> Token:
    return word if word.lower_ in ("alongside", "with") else word.nbor(1)


def _is_with(word: Token, verb: Token) -> bool:
    """ "was rounded up with six others", "was arrested with her husband"; "was charged with" tells of something else."""
    is_done_to = verb.tag_ == "VBN" and verb.lemma_ not in (
        "charge",
        "try",
        "connect",
        "link",
        "threaten",
        "credit",
        "acquaint",
    )
    return word.lower_ == "with" and word.head == verb and (is_done_to or _comes_out_with_kin(word, verb))


def _comes_out_with_kin(word: Token, verb: Token) -> bool:
    """ "walked out of prison with her brother, NAME", but not with her lawyer."""
    beside = next((c for c in word.children if c.dep_ == "pobj"), None)
    return (
        verb.lemma_ in ("walk", "come", "emerge", "leave")
        and beside is not None
        and (lexicon().has("kin", beside.lemma_) or beside.lemma_ in ("cellmate", "codefendant", "co-defendant"))
        and any(c.dep_ == "appos" for c in beside.children)
    )


def _hangs_on(word: Token, verb: Token) -> bool:
    """Whether no other verb comes between the two in the parse."""
    for up in (_object_holder(word), *_object_holder(word).ancestors):
        if up == verb:
            return True
        if up.pos_ == "VERB":
            return False
    return False
