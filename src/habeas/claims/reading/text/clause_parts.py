"""Parts of a clause that several readers ask for: its subject, what follows a preposition, whether it tells of a habit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_DAYS = ("today", "monday", "tuesday", "wednesday", "thursday", "friday", "tomorrow")


def subject_of(verb: Token) -> Token | None:
    """Its own subject, that of the clause it shares one with, or the noun it hangs on."""
    here = verb
    for _ in range(4):
        for child in here.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                if child.tag_ in ("WP", "WDT") and here.dep_ == "relcl":
                    return here.head
                return child
        if here.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "acl", "acomp") or here.head == here:
            return None
        if (
            here.dep_ == "xcomp"
            and (asked := next((c for c in here.head.children if c.dep_ == "dobj"), None)) is not None
        ):
            return asked  # "urged the minister to raise"
        here = here.head
    return None


def objects_of(token: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """What follows one of the prepositions that hang on the word."""
    return [
        o
        for c in token.children
        if c.lower_ in prepositions and c.dep_ in ("prep", "agent", "dative")
        for o in c.children
        if o.dep_ == "pobj"
    ]


def is_habit(verb: Token) -> bool:
    """ "meets regularly", "visits every year": a habit is no meeting."""
    is_modal = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return (
        verb.tag_ in ("VBZ", "VBP")
        and not is_modal
        and not any(t.ent_type_ in ("DATE", "TIME") and t.lower_ in _DAYS for t in verb.subtree)
    )


def words_of(token: Token) -> str:
    """The words of a phrase."""
    return " ".join(t.text for t in token.subtree)
