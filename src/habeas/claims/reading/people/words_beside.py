"""The describing words next to each person's mentions, by the parse: what parties to talks are known by."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from habeas.claims.reading.model import Span
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.refer import Referents

if TYPE_CHECKING:
    from spacy.tokens import Token

_TITLE_DEPS = frozenset({"compound", "amod", "nmod", "poss"})


def words_beside(referents: Referents) -> dict[str, str]:
    """For each person the describing words next to their mentions, in lower case."""
    out: dict[str, list[str]] = defaultdict(list)
    for sentence in referents.passage.sentences:
        for span, name in referents.people.between(sentence.start, sentence.end):
            token = sentence.token_at(span[1] - 1)
            if token is not None:
                out[name] += [" ".join(t.text for t in group) for group in _describing(token, sentence, span)]
    return {name: " | ".join(parts).lower() for name, parts in out.items()}


def _describing(token: Token, sentence: Sentence, span: Span) -> list[list[Token]]:
    """Title, apposition before or after, and what the person "is"."""

    def outside(word: Token) -> bool:
        return not span[0] <= sentence.place(word)[0] < span[1]

    groups = [
        [
            t
            for child in token.children
            if child.dep_ in _TITLE_DEPS
            for t in child.subtree
            if outside(t)
            and t.i < token.i
            and not (t.text[0].isupper() and lexicon().has("kin", t.lower_))  # "Father NAME", a priest
            and not _is_owners(t, token)
        ]
    ]
    if token.dep_ in ("appos", "compound", "nmod"):
        groups.append([t for t in _noun_phrase(token.head) if outside(t)])
    groups += [_noun_phrase(child) for child in token.children if child.dep_ == "appos"]
    verb = token.head
    if token.dep_ == "nsubj" and verb.lemma_ in ("be", "become", "remain"):
        groups += [_noun_phrase(child) for child in verb.children if child.dep_ == "attr" and child.lower_ != "one"]
    return groups


def _is_owners(word: Token, name: Token) -> bool:
    """ "the journalist's lawyer NAME": the journalist is somebody else, unlike "the opposition's NAME"."""
    here = word
    while here != name and here.head != here:
        if here.dep_ == "poss" and here.lower_ != "opposition":
            return True
        here = here.head
    return False


def _noun_phrase(noun: Token) -> list[Token]:
    """The noun with what it carries, but no clause; at most twelve words."""
    inside = {
        t
        for child in noun.children
        if child.dep_ in ("compound", "amod", "nmod", "prep", "poss", "conj")
        for t in child.subtree
    }
    return sorted({noun, *inside}, key=lambda t: t.i)[:12]
