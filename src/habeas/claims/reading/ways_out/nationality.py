"""Citizenship taken: "revoked her citizenship", "had his nationality annulled", "the citizenship of 94 people was withdrawn"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.text.clause_parts import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from habeas.claims.reading.text.parser import Sentence

_WHAT = frozenset({"citizenship", "nationality"})
_TAKE = frozenset(
    {"revoke", "withdraw", "annul", "cancel", "remove", "take", "rescind", "void", "terminate", "invalidate", "strip"}
)


def citizenship_taken(sentence: Sentence) -> Iterator[Trigger]:
    """One trigger for each citizenship that a verb or a noun takes away."""
    for token in sentence.tokens:
        stateless = _made_stateless(token)
        if stateless is not None:
            yield stateless
        if token.lemma_.lower() not in _WHAT:
            continue
        verb = _taking(token)
        whose = _whose(token, verb) if verb is not None else None
        if verb is not None and whose is not None:
            yield Trigger("citizenship_loss", verb, "given", False, None, None, given=whose)


def _made_stateless(token: Token) -> Trigger | None:
    """ "was made stateless", "a decree left NAME stateless", where the parse takes name and word for one noun."""
    verb = token.head
    if token.lower_ != "stateless" or verb.lemma_ not in ("make", "render", "leave", "declare", "become"):
        return None
    beside = next((c for c in token.children if c.dep_ == "compound" and c.pos_ == "PROPN"), None)
    whom = beside or next(
        (c for dep in ("nsubjpass", "dobj", "nsubj") for c in verb.children if c.dep_ == dep and c != token), None
    )
    if beside is None and whom is not None and whom.dep_ == "nsubj" and verb.lemma_ != "become":
        whom = next((c for c in token.children if c.dep_ == "nsubj"), None)
    return Trigger("citizenship_loss", verb, "given", False, None, None, given=whom) if whom is not None else None


def _taking(what: Token) -> Token | None:
    verbs = [what.head] if what.dep_ in ("dobj", "nsubjpass", "nsubj") else []
    verbs += [c for c in what.children if c.dep_ == "acl"]
    if (
        what.dep_ == "pobj"
        and what.head.lower_ == "of"
        and what.head.head.lemma_ in ("revocation", "withdrawal", "loss", "cancellation")
    ):
        return what.head.head
    taking = next((v for v in verbs if v.lemma_ in _TAKE), None)
    if taking is None:
        return None
    if taking.lemma_ == "take" and not any(
        t.lower_ in ("away", "from") for t in taking.doc[taking.i : min(taking.i + 6, taking.sent.end)]
    ):
        return None
    return taking


def _whose(what: Token, verb: Token) -> Token | None:
    owner = next((c for c in what.children if c.dep_ == "poss"), None)
    of = next((o for c in what.children if c.lower_ in ("of", "from") for o in c.children if o.dep_ == "pobj"), None)
    had = subject_of(what.head) if what.head.lemma_ == "have" else None
    return owner or of or had
