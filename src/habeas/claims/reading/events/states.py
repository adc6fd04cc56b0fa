"""Signs that someone is held, where no arrest need be told: "remains behind bars", "is serving", "prisoners like NAME"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.events.syntax import who_by_syntax
from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.model import ReadState
from habeas.claims.reading.people.descriptions import examples_named
from habeas.claims.reading.speech.reality import reality_of
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import clause_span, quote_at
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Where somebody is: "in a penal colony", "behind bars", "still jailed"; "is in charge of the prison" is at work there.
_INSIDE = re.compile(
    r"(?:(?:still|now|also|currently|being|back|held|locked up|both|all) )*"
    r"(?:(?:in|inside|behind) (?!charge\b)(?:(?!of\b|after\b|for\b)[\w'’-]+ ){0,3}?(?:bars?|prison|jail|custody|detention|colony|captivity|cell)\b(?! (?:guard|officer|doctor|service|reform)s?\b)"
    r"|(?:imprisoned|jailed|incarcerated|detained)\b)"
)
_FREE = frozenset({"free", "liberty"})
_STAYING = frozenset({"remain", "be", "stay", "languish", "sit"})
#: "after serving", "until serving": over, or not begun, when the clause happens.
_ELSEWHEN = frozenset({"after", "before", "since", "until", "upon", "following", "without", "for"})
_ENDING = frozenset({"finish", "complete", "end", "stop", "avoid", "escape", "do"})
_OUT = frozenset({"release", "pardon", "exchange", "exile", "death_in_custody", "death_after_release"})
_BACK_IN = frozenset({"arrest", "rearrest", "new_charge"})


def states_in(reader: Reader, told: list[Told]) -> tuple[ReadState, ...]:
    """In the order of the text, each person and state once for each rule; `told` = what else befell them, which may have ended it."""
    found: dict[tuple[str, str, str], ReadState] = {}
    for state in sorted([*_said(reader, told), *_implied(reader)], key=lambda one: (one.span, one.person)):
        found.setdefault((state.person, state.state, state.rule), state)
    return tuple(found.values())


def _said(reader: Reader, told: list[Told]) -> Iterator[ReadState]:
    for sentence in reader.referents.passage.sentences:
        for token in sentence.tokens:
            if token.pos_ not in ("VERB", "AUX") or not _is_present(token):
                continue
            named = _state_of(token)
            if named is None or reality_of(token, "state")[0] != "actual":
                continue
            state, rule, weak = named
            who, _ = who_by_syntax(Trigger("state", token, "subject", True, None, None), sentence, reader.referents)
            for name in who.persons:
                if not (_has_no_tense(token) and _is_out_since(name, sentence, told)):
                    yield _state(reader, sentence, token, (name, state, rule), weak)


def _state_of(token: Token) -> tuple[str, str, bool] | None:
    following = [t.lower_ for t in token.doc[token.i + 1 : min(token.i + 7, token.sent.end)]]
    lemmas = set(following)
    if token.lemma_ == "serve" and lemmas & {"sentence", "term", "years", "year", "months"}:
        return "in_custody", "state.serving", False
    if token.lemma_ == "hold" and any(c.dep_ == "auxpass" for c in token.children):
        return "in_custody", "state.held", False
    if token.lemma_ in _STAYING and "due" in following[:3] and lemmas & {"release", "released"}:
        return "in_custody", "state.due", True
    if token.lemma_ in _STAYING and not (token.dep_ in ("aux", "auxpass") and token.head.lower_ not in following[:3]):
        words = " ".join(following)
        if _INSIDE.match(words) and not lemmas & {"not", "after", "before"}:
            return "in_custody", "state.remains", False
    if token.lemma_ in ("be", "walk", "remain") and set(following[:2]) & _FREE:
        return "at_liberty", "state.free", False
    return None


def _is_present(token: Token) -> bool:
    if _has_tense(token):
        return True
    above = token.head
    if token.tag_ != "VBG" or any(c.lower_ in ("then", "once", "formerly", "previously") for c in token.children):
        return False
    if token.dep_ == "xcomp":
        return above.lemma_ not in _ENDING and _has_tense(above)
    if token.dep_ == "pcomp":
        return above.lower_ not in _ELSEWHEN and any(map(_has_tense, above.ancestors))
    return token.dep_ == "acl"


def _has_tense(token: Token) -> bool:
    """A present tense of its own, perfect or not; what "has served" is over."""
    auxiliaries = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
    if any(aux.lemma_ == "have" for aux in auxiliaries) and token.tag_ == "VBN":
        return any(c.lower_ == "been" for c in auxiliaries) and any(aux.tag_ in ("VBZ", "VBP") for aux in auxiliaries)
    return token.tag_ in ("VBZ", "VBP") or any(aux.tag_ in ("VBZ", "VBP") for aux in auxiliaries)


def _has_no_tense(token: Token) -> bool:
    return token.tag_ == "VBG" and not _has_tense(token)


def _is_out_since(name: str, sentence: Sentence, told: list[Told]) -> bool:
    """ "serving five years, died in May": a participle is as old as what is told beside or after it, unless they were taken back in since."""
    own = [o for o in told if o.person == name and o.reality == "actual"]
    ends = [o for o in own if o.type in _OUT and o.span[1] > sentence.start]
    return bool(ends) and not any(
        o.type == "rearrest" or (o.type in _BACK_IN and o.span[0] > ends[-1].span[0]) for o in own
    )


def _implied(reader: Reader) -> Iterator[ReadState]:
    for _sentence, name, span in examples_named(reader):
        quote, span = quote_at(reader.referents.passage, span)
        yield ReadState(name, "in_custody", None, quote, span, "state.example", True)


def _state(reader: Reader, sentence: Sentence, token: Token, named: tuple[str, str, str], weak: bool) -> ReadState:
    name, state, rule = named
    quote, span = quote_at(reader.referents.passage, clause_span(sentence, token))
    return ReadState(name, state, None, quote, span, rule, weak)
