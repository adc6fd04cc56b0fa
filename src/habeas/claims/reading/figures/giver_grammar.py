"""Grammar of giving a number: which verb gives it, who is its subject, whose count it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.figures.giver_words import DATA, GIVING, KEEPING, LISTS
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.numbers import numbers_in

if TYPE_CHECKING:
    from spacy.tokens import Token

_CHAIN = ("xcomp", "acomp", "conj", "ccomp")


def gives(verb: Token, here: Token) -> bool:
    """Whether the verb gives a number that hangs on it through `here`."""
    lemma = verb.lemma_.lower()
    if lemma == "put":
        return any(c.lower_ == "at" for c in verb.children)
    if lemma == "give" and any(c.dep_ == "dative" or (c.dep_ == "dobj" and c != here) for c in verb.children):
        return False  # "the judge gave nine of them suspended terms"
    if lemma in ("range", "vary", "stand", "contain", "include", "comprise", "total"):
        subject = subject_of(verb)
        return subject is not None and subject.lemma_.lower() in DATA
    if lemma == "receive":
        return any(
            c.dep_ == "dobj" and c.lemma_.lower() in ("report", "complaint", "information") for c in verb.children
        )
    if lemma in KEEPING:
        return here.dep_ in ("dobj", "prep", "ccomp")
    return lemma in GIVING or lexicon().has("speech", lemma)


def subject_of(verb: Token) -> Token | None:
    """Who does what the verb tells, also through "was able to confirm" and "counts 46 and gives ..."."""
    here = verb
    for _ in range(6):
        found = next((c for c in here.children if c.dep_ == "nsubj"), None)
        if found is not None:
            if found.lower_ in ("who", "which", "that") and here.dep_ == "relcl":
                return here.head
            return found
        if here.dep_ not in _CHAIN or here.head == here:
            return None
        here = here.head
    return None


def owner_of(noun: Token) -> Token | None:
    """Whose count it is: "the archive's count", "police figures", "data from the union", "figures compiled by Lantern"."""
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ not in ("our", "my"):
            return child
    is_list = noun.lemma_.lower() in LISTS and not (noun.lemma_.lower() == "count" and noun.head.lower_ == "by")
    joins = ("from", "by") if is_list else ("of", "from", "by", "at")
    for child in noun.subtree:
        if child.lower_ in joins and child.i > noun.i:
            owner = next((o for o in child.children if o.dep_ == "pobj"), None)
            if owner is not None and owner.pos_ in ("PROPN", "NOUN"):
                return owner
    return next(
        (
            c
            for c in noun.children
            if c.dep_ in ("compound", "nmod", "amod")
            and (c.pos_ == "PROPN" or c.lower_ in ("police", "government", "ministry"))
        ),
        None,
    )


def opening(part: list[Token]) -> str | None:
    """The name that a stretch begins with, where the parse hangs its verb on another stretch."""
    words = part[1:] if part[0].pos_ == "DET" else part
    run: list[Token] = []
    for word in words:
        if not (word.text[:1].isupper() or (run and word.lower_ in ("of", "for", "and", "the", "to", "'s"))):
            break
        run.append(word)
    return "".join(t.text_with_ws for t in run).strip() or None


def is_number(name: str) -> bool:
    """Whether what was taken for a speaker is a number; "14 groups" are no number."""
    found = next(numbers_in(name), None)
    return found is not None and len(name.split()) < 3 and found.span[1] > len(name) - 3


def is_backshifted(token: Token) -> bool:
    """ "97 people had been named": the tense of what somebody is reported to have said."""
    return any(
        t.dep_ in ("aux", "auxpass") and t.lower_ in ("had", "would") for t in token.sent if t.head.dep_ == "ROOT"
    )


def phrase(token: Token) -> str:
    """The words of the noun phrase up to its head."""
    return "".join(t.text_with_ws for t in token.doc[token.left_edge.i : token.i + 1]).strip()


def part_of(token: Token) -> list[Token]:
    """The stretch between semicolons that holds the token."""
    start, end = token.sent.start, token.sent.end
    marks = [t.i for t in token.sent if t.text == ";"]
    start = max([start, *(i + 1 for i in marks if i < token.i)])
    end = min([end, *(i for i in marks if i > token.i)])
    return list(token.doc[start:end])
