"""Sentences told by what a higher court made of them: an appeal thrown out, a term upheld, raised or cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from habeas.claims.reading.courts.penalties import penalties_after
from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.events.voters import Reader, telling_of
from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.defendants import Defendants
from habeas.claims.reading.whom.recipients import is_human, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_DOWN = frozenset({"reject", "dismiss", "deny", "refuse", "throw", "turn", "fail", "quash", "decline"})
_UPHOLD = frozenset({"uphold", "confirm", "affirm", "leave", "endorse", "ratify", "maintain", "approve"})
_CHANGE = frozenset(
    {
        "cut",
        "reduce",
        "increase",
        "raise",
        "extend",
        "lengthen",
        "shorten",
        "prolong",
        "trim",
        "double",
        "toughen",
        "lower",
    }
)
_RULINGS = frozenset({"sentence", "term", "verdict", "penalty", "judgment", "judgement"})


def appeals_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """Every such telling; an appeal turned down is a decision of its own beside the sentence it was made against."""
    defendants = Defendants(reader.referents, told)
    for sentence in reader.referents.passage.sentences:
        for token in sentence.tokens:
            if token.lemma_ == "appeal" and token.pos_ == "NOUN":
                trigger, deed = _turned_down(token), "appeal"
                if trigger is not None and trigger.given is not None and trigger.given.lower_ in ("his", "her"):
                    trigger = replace(trigger, person=defendants.before(sentence.place(token)[0]))
            elif token.lemma_ in _RULINGS and token.dep_ == "pobj" and token.head.lower_ == "against":
                trigger, deed = _appealed(token), ""
            elif token.lemma_ in _RULINGS and token.pos_ == "NOUN":
                trigger, deed = _upheld(token), ""
            else:
                continue
            for one in telling_of(reader, sentence, trigger) if trigger is not None else ():
                one.deed = deed
                yield one


def _turned_down(noun: Token) -> Trigger | None:
    """ "her appeal was thrown out", "the court rejected NAME's appeal", "lost his appeal"."""
    verb = noun.head
    whose = next((c for c in noun.children if c.dep_ == "poss"), None) or _of(noun, ("by", "of", "from"))
    if verb.lemma_ == "lose" and noun.dep_ == "dobj":
        whose = subject_of(verb)
    elif not (verb.lemma_ in _DOWN and noun.dep_ in ("nsubjpass", "dobj", "nsubj")) or any(
        c.tag_ == "MD" for c in verb.children
    ):
        return None
    against = _of(noun, ("against", "for"))
    if against is not None and against.lemma_ in (
        "release",
        "bail",
        "detention",
        "arrest",
        "help",
        "clemency",
        "pardon",
        "parole",
        "furlough",
        "decision",
    ):
        return None
    if whose is None or not is_human(whose) or any(c.dep_ == "neg" for c in verb.children):
        return None
    found = penalties_after(noun.doc.text, noun.idx, noun.sent.end_char)
    term = found[0].term if found and not found[0].is_plain else None
    return Trigger("sentence", verb, "given", False, term, "appeal dismissed", given=whose, reality="actual")


def _appealed(noun: Token) -> Trigger | None:
    """ "has appealed against her 12-year sentence", "NAME's appeal against the term"."""
    appeal = noun.head.head
    if appeal.lemma_ != "appeal":
        return None
    whose = next((c for c in (*noun.children, *appeal.children) if c.dep_ == "poss"), None)
    whose = whose or (subject_of(appeal) if appeal.pos_ == "VERB" else None)
    found = penalties_after(noun.doc.text, noun.head.idx, noun.sent.end_char)
    if whose is None or not is_human(whose) or not found or found[0].is_plain:
        return None
    one = found[0]
    return Trigger("sentence", noun, "given", False, one.term, one.note, given=whose, reality="actual", is_undated=True)


def _upheld(noun: Token) -> Trigger | None:
    """ "upheld the sentence of NAME", "the court raised his term to eight years", "cut NAME's sentence from nine years to seven"."""
    verb = noun.head
    if verb.lemma_ not in _UPHOLD | _CHANGE or noun.dep_ not in ("dobj", "nsubjpass") or verb.pos_ != "VERB":
        return None
    whose = next((c for c in noun.children if c.dep_ == "poss"), None) or _of(noun, ("of", "against", "on", "for"))
    if whose is None or not is_human(whose):
        return None
    found = [p for p in penalties_after(noun.doc.text, verb.idx, noun.sent.end_char) if p.term or p.note]
    last = found[-1] if found else None
    return Trigger(
        "sentence",
        verb,
        "given",
        False,
        last.term if last else None,
        last.note if last else None,
        given=whose,
        is_undated=True,
    )


def _of(noun: Token, prepositions: tuple[str, ...]) -> Token | None:
    return next((o for c in noun.children if c.lower_ in prepositions for o in c.children if o.dep_ == "pobj"), None)
