"""Sentences with every mention of a person replaced by a mark, so that grammar can be asked for with patterns: "‹3›, a welder, was ‹..›".

A mark is ‹number› of the person, for names and for the pronouns that mean them; "his" becomes "‹3›'s". The patterns of roles look at
words and order only, and so also work where a parse goes wrong: list items, headlines, fragments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.lexicon import lexicon
from habeas.claims.reading.model import Span
from habeas.claims.reading.parser import Sentence
from habeas.claims.reading.pronouns import FEMALE, MALE
from habeas.claims.reading.refer import Referents

if TYPE_CHECKING:
    from spacy.tokens import Token

#: One mark, its number in group 1.
MARK = re.compile(r"‹(\d+)›")
_OWNED = frozenset({"his", "her"})


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with marks. `start` is where it begins in the text; `heading` the line that stands above its part of the text."""

    index: int
    paragraph: int
    start: int
    text: str
    is_heading: bool
    heading: str


@dataclass(frozen=True, slots=True)
class MarkedText:
    """All sentences, and the names the marks stand for."""

    names: tuple[str, ...]
    sentences: tuple[Marked, ...]

    def named(self, marks: str) -> list[str]:
        """The people marked in a stretch of a sentence, in order."""
        return list(dict.fromkeys(self.names[int(number)] for number in MARK.findall(marks)))


def marked(referents: Referents) -> MarkedText:
    """The whole passage with marks."""
    names = tuple(person.name for person in referents.people.persons)
    numbers = {name: number for number, name in enumerate(names)}
    out: list[Marked] = []
    heading = ""
    for sentence in referents.passage.sentences:
        text = _with_marks(referents, sentence, numbers)
        if sentence.is_heading and not MARK.search(text):
            heading = text
        out.append(Marked(sentence.index, sentence.paragraph, sentence.start, text, sentence.is_heading, heading))
    return MarkedText(names, tuple(out))


def _with_marks(referents: Referents, sentence: Sentence, numbers: dict[str, int]) -> str:
    shadow = referents.passage.shadow
    parts, here = [], sentence.start
    for (start, end), mark in sorted(_places(referents, sentence, numbers)):
        if start < here:
            continue
        parts += [shadow[here:start].replace("‹", "<").replace("›", ">"), mark]
        here = end
    return "".join([*parts, shadow[here : sentence.end].replace("‹", "<").replace("›", ">")])


def _places(referents: Referents, sentence: Sentence, numbers: dict[str, int]) -> Iterator[tuple[Span, str]]:
    for span, name in referents.people.between(sentence.start, sentence.end):
        yield span, f"‹{numbers[name]}›"
    for token in sentence.tokens:
        if token.lower_ in FEMALE | MALE or _is_definite(token):
            who = referents.who(sentence, token).persons
            if len(who) == 1:
                owned = "'s" if token.lower_ in _OWNED and token.tag_ == "PRP$" else ""
                yield sentence.place(token), f"‹{numbers[who[0]]}›{owned}"


def _is_definite(token: Token) -> bool:
    """ "the poet" as a subject: somebody spoken of before."""
    return (
        token.tag_ == "NN"
        and token.dep_ in ("nsubj", "nsubjpass")
        and token.i > 0
        and token.nbor(-1).lower_ == "the"
        and (lexicon().has("people", token.lemma_) or token.lemma_ in ("man", "woman"))
    )
