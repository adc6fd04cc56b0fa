"""Signs that someone is held, where no arrest need be told: "remains behind bars", "is serving", "prisoners like NAME"."""

from __future__ import annotations

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

if TYPE_CHECKING:
    from spacy.tokens import Token

_BARS = frozenset(
    {
        "bar",
        "bars",
        "prison",
        "jail",
        "custody",
        "detention",
        "colony",
        "imprisoned",
        "jailed",
        "incarcerated",
        "detained",
        "captivity",
        "cell",
    }
)
_FREE = frozenset({"free", "liberty"})
_STAYING = frozenset({"remain", "be", "stay", "languish", "sit"})


def states_in(reader: Reader) -> tuple[ReadState, ...]:
    """In the order of the text, each person and state once for each rule."""
    found: dict[tuple[str, str, str], ReadState] = {}
    for state in sorted([*_said(reader), *_implied(reader)], key=lambda one: (one.span, one.person)):
        found.setdefault((state.person, state.state, state.rule), state)
    return tuple(found.values())


def _said(reader: Reader) -> Iterator[ReadState]:
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
    if token.lemma_ in _STAYING and lemmas & _BARS and not lemmas & {"not", "after", "before"}:
        return "in_custody", "state.remains", False
    if token.lemma_ in ("be", "walk", "remain") and set(following[:2]) & _FREE:
        return "at_liberty", "state.free", False
    return None


def _is_present(token: Token) -> bool:
    auxiliaries = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
    present = token.tag_ in ("VBZ", "VBP") or any(aux.tag_ in ("VBZ", "VBP") for aux in auxiliaries)
    return present or (token.tag_ == "VBG" and token.dep_ in ("pcomp", "acl", "xcomp"))


def _implied(reader: Reader) -> Iterator[ReadState]:
    for _sentence, name, span in examples_named(reader):
        quote, span = quote_at(reader.referents.passage, span)
        yield ReadState(name, "in_custody", None, quote, span, "state.example", True)


def _state(reader: Reader, sentence: Sentence, token: Token, named: tuple[str, str, str], weak: bool) -> ReadState:
    name, state, rule = named
    quote, span = quote_at(reader.referents.passage, clause_span(sentence, token))
    return ReadState(name, state, None, quote, span, rule, weak)
