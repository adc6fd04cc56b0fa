"""Who is a relative of whom: "her son, NAME", "NAME, whose husband ...", "NAME's widow, NAME"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.marked import MarkedText
from habeas.claims.reading.whom.refer import Referents

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 8
_HAS_KIN = re.compile(
    r"‹\d+›(?:'s (?:\w+ ){0,2}|, whose (?:\w+ ){0,2})(?:sons?|daughters?|husband|wife|brothers?|sisters?|father|mother|child|children|grandson|granddaughter|nephew|niece|fiancée?|partner)\b"
)


_MY_KIN = r"\"[^\"]*\b[Mm]y (?:\w+ )?(?:son|daughter|husband|wife|brother|sister|father|mother|dad|mum|child|children|grandson|granddaughter|nephew|niece|boy|girl|fiancée?|uncle|aunt|cousin)\b[^\"]*\""
_TELLS = r"(?:said|says|told|tells|asked|asks|wrote|writes|recalled|recalls|cried|added|adds|explained)"
#: "My brother is in there," said NAME; NAME told us: "They took my son."
_SPEAKS_OF_KIN = re.compile(
    rf"{_MY_KIN},? (?:{_TELLS} (?:[\w'-]+,? ){{0,4}}(‹\d+›)(?!'s)|(‹\d+›)(?:,[^\"‹›]{{1,60}},)? {_TELLS})|(‹\d+›)(?:,[^\"‹›]{{1,60}},)? {_TELLS}\b[^\"‹›]{{0,40}}{_MY_KIN}"
)


def has_kin(text: MarkedText) -> set[str]:
    """People told of as having kin, named or not: "her son", "NAME, whose husband ...", or speaking of them: "my brother"."""
    found = {
        name
        for sentence in text.sentences
        for match in _HAS_KIN.finditer(sentence.text)
        for name in text.named(match.group())
    }
    return found | {
        name
        for sentence in text.sentences
        if '"' in sentence.text
        for match in _SPEAKS_OF_KIN.finditer(sentence.text)
        for name in text.named("".join(filter(None, match.groups())))
    }


_KIN_OF = re.compile(
    r"\b(?:son|daughter|husband|wife|brother|sister|father|mother|partner|widow) of (?:[\w-]+ ){0,4}(‹\d+›)|(‹\d+›)'s (?:\w+ ){0,2}(?:son|daughter|husband|wife|brother|sister|father|mother|partner|widow)\b"
)


def of_one_family(text: MarkedText, held: set[str]) -> set[str]:
    """Who bears the surname of somebody held of whose kin the text tells: "The mother of NAME SURNAME ... OTHER SURNAME asked"."""
    owners = {
        name
        for sentence in text.sentences
        for match in _KIN_OF.finditer(sentence.text)
        for name in text.named(match.group())
        if name in held
    }
    surnames = {name.split()[-1] for name in owners if " " in name}
    return {name for name in text.names if " " in name and name not in held and name.split()[-1] in surnames}


def kin_told(referents: Referents) -> Iterator[tuple[Sentence, Token, str, str]]:
    """Each noun for kin that joins two people named: its sentence, the noun, whose relative, and who the relative is."""
    for sentence in referents.passage.sentences:
        for token in sentence.tokens:
            if token.pos_ == "NOUN" and lexicon().has("kin", token.lemma_):
                owner, bearer = _owner(referents, sentence, token), _bearer(referents, sentence, token)
                if owner and bearer and owner != bearer:
                    yield sentence, token, owner, bearer


def _owner(referents: Referents, sentence: Sentence, kin: Token) -> str | None:
    owner = next((c for c in kin.children if c.dep_ == "poss"), None)
    if owner is None:
        return None
    if owner.lower_ == "whose":
        clause = next((up for up in kin.ancestors if up.dep_ == "relcl"), None)
        return referents.people.at(sentence.place(clause.head)) if clause is not None else None
    persons = referents.who(sentence, owner).persons
    return persons[0] if persons else None


def _bearer(referents: Referents, sentence: Sentence, kin: Token) -> str | None:
    """Who the relative is: named beside the noun, before it ("NAME, her son") or right after."""
    for token in kin.doc[kin.i + 1 : min(kin.i + _REACH, kin.sent.end)]:
        person = referents.people.at(sentence.place(token))
        if person:
            return person
        if token.pos_ in ("VERB", "AUX") or token.text in (";", ":"):
            break
    named = referents.people.at(sentence.place(kin.head)) if kin.dep_ in ("appos", "attr") else None
    if named is None and kin.dep_ == "attr":
        subject = next((c for c in kin.head.children if c.dep_ == "nsubj"), None)
        named = referents.people.at(sentence.place(subject)) if subject is not None else None
    return named
