"""Prison asked for or threatened by a bare verb that a parse takes for the noun: "asked the court to jail NAME for ten years"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.when.terms import term_in

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASK = frozenset({"ask", "urge", "call", "request", "want", "demand", "press", "tell"})
_REACH = 14


def jailings_misread(sentence: Sentence) -> Iterator[Trigger]:
    """One trigger for each such verb: a sentence where a term follows, an arrest elsewhere."""
    for token in sentence.tokens:
        whom = _jailed(token)
        if whom is None:
            continue
        above = next((up for up in token.ancestors if up.pos_ == "VERB"), None)
        is_asked = above is not None and (above.lemma_ in _ASK or lexicon().has("demand", above.lemma_))
        term = term_in(token.doc[whom.i + 1 : min(whom.i + _REACH, token.sent.end)].text)
        kind = "sentence" if term is not None else "arrest"
        yield Trigger(
            kind, token, "given", False, term, None, given=whom, reality="demanded" if is_asked else "planned"
        )


def _jailed(word: Token) -> Token | None:
    """Whom "to jail" tells of; None where it is the noun: "went to jail", "close to jail"."""
    if (
        word.lower_ != "jail"
        or word.pos_ == "VERB"
        or not word.i
        or word.nbor(-1).lower_ != "to"
        or word.i + 1 >= word.sent.end
    ):
        return None
    following = word.nbor(1)
    if following.pos_ != "PROPN":
        return None
    while following.dep_ == "compound" and following.head.i > following.i and following.head.pos_ == "PROPN":
        following = following.head
    return following
