"""Nouns that a text uses of one person, so that "the economist" or "the father" further on is known to mean them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.model import Span
from habeas.claims.reading.people.people import People
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Passage, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = ("appos", "compound", "nmod", "flat")
#: Nouns that a text uses of many: "the man" further on is whoever was spoken of last, not the one first called so.
_TOO_COMMON = frozenset({"case", "name", "man", "woman", "person", "other", "figure", "source"})


_TITLED = {
    "fr": ("priest", "cleric"), "father": ("priest", "cleric"), "rev": ("pastor", "priest", "cleric"), "reverend": ("pastor", "priest", "cleric"), "pastor": ("pastor", "cleric"), "bishop": ("bishop", "cleric"),
    "archbishop": ("archbishop", "cleric"), "imam": ("imam", "cleric"), "sister": ("nun",), "dr": ("doctor", "physician"), "prof": ("professor", "academic", "scholar"), "professor": ("professor", "academic", "scholar"),
    "colonel": ("colonel", "officer"), "col": ("colonel", "officer"), "major": ("major", "officer"), "captain": ("captain", "officer"), "general": ("general",), "gen": ("general",), "senator": ("senator",), "sen": ("senator",),
}  # fmt: skip


class Described:
    """For each noun said of somebody, who that was and where it was first said."""

    def __init__(self, passage: Passage, people: People) -> None:
        self._said: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for sentence in passage.sentences:
            for span, name in people.between(sentence.start, sentence.end):
                token = sentence.token_at(span[1] - 1)
                for noun in _nouns(token, sentence, span) if token is not None else ():
                    self._said[noun.lemma_.lower()].append((span[0], name))
                for word in _by_title(sentence, span):
                    self._said[word].append((span[0], name))

    def person(self, token: Token, here: int) -> str | None:
        """The one person described so before `here`; None when nobody or several were."""
        lemma = token.lemma_.lower()
        if lemma in _TOO_COMMON:
            return None
        found = {name for start, name in self._said.get(lemma, ()) if start < here}
        return found.pop() if len(found) == 1 else None


def _by_title(sentence: Sentence, span: Span) -> tuple[str, ...]:
    """What the title before a name says of its bearer: "Fr NAME" is "the priest" further on."""
    first = sentence.token_at(span[0])
    before = first.nbor(-1) if first is not None and first.i > first.sent.start else None
    return _TITLED.get(before.lower_.rstrip("."), ()) if before is not None and before.text[0].isupper() else ()


def is_definite(token: Token) -> bool:
    """ "the economist", "this driver", "the 34-year-old driver": one person known already, and nobody's own."""
    has_article = any(child.lower_ in ("the", "this", "that") and child.dep_ == "det" for child in token.children)
    narrowed = any(child.dep_ in ("relcl", "poss", "prep", "appos", "compound", "acl") for child in token.children)
    return token.tag_ == "NN" and has_article and not narrowed


def _nouns(token: Token, sentence: Sentence, span: Span) -> Iterator[Token]:
    """Common nouns that name the same person as a mention: a title, an apposition, what the person is."""

    def is_noun(word: Token) -> bool:
        return word.tag_ == "NN" and not span[0] <= sentence.place(word)[0] < span[1]

    heads = [child for child in token.children if child.dep_ in _BESIDE]
    if token.dep_ in _BESIDE:  # "his brother NAME, a baker": both nouns are of NAME
        heads += [token.head, *(child for child in token.head.children if child.dep_ == "appos" and child != token)]
    heads += _known_as(token)
    if token.dep_ == "nsubj" and token.head.lemma_ in ("be", "become"):
        heads += [child for child in token.head.children if child.dep_ == "attr"]
    for head in heads:
        if is_noun(head):
            yield head
            yield from (
                c for c in head.children if c.dep_ == "conj" and is_noun(c) and not lexicon().has("kin", c.lemma_)
            )


def _known_as(name: Token) -> list[Token]:
    """ "the driver, a man known as NAME": the nouns of whoever is known so."""
    verb = name.head.head
    if (
        name.dep_ != "pobj"
        or name.head.lower_ != "as"
        or verb.dep_ != "acl"
        or verb.lower_ not in ("known", "named", "identified")
    ):
        return []
    return [verb.head, *((verb.head.head,) if verb.head.dep_ == "appos" else ())]
