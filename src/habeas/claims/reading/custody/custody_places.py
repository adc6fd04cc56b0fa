"""Recognises the places where people are held, by the noun and what stands beside it: "a cell-type room", "the strict-regime section", "Prison No. 5"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.text.clause_parts import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Places of custody by the noun alone.
_SURE = frozenset(
    {"prison", "jail", "gaol", "colony", "penitentiary", "cell", "dungeon", "lock-up", "lockup", "isolator", "shizo", "pkt", "epkt", "reformatory", "stockade",
     "custody", "captivity"}
)  # fmt: skip
#: Places of custody only in company.
_IN_COMPANY = frozenset(
    {"centre", "center", "facility", "station", "barracks", "base", "office", "headquarters", "section", "regime", "wing", "block", "ward", "unit", "room", "camp",
     "building", "site", "compound", "house", "institution", "school", "complex", "conditions", "condition", "basement"}
)  # fmt: skip
_COMPANY = re.compile(
    r"\b(?:detention|remand|prison|jail|correction\w*|holding|custody|custodial|penal|police|security|military|army|interrogation|intelligence|punishment|solitary|isolation"
    r"|strict\w*|high-security|maximum|cell|labou?r|concentration|internment|filtration|re-?education|secret|black|regime|penitentiary|disciplinary|death)\b",
    re.IGNORECASE,
)
_CLINICS = frozenset({"hospital", "clinic", "infirmary", "sanatorium", "dispensary"})
_PUNISHING = re.compile(
    r"\b(?:punishment|cell[- ]type|disciplinary|penal isolation|shizo|pkt|epkt|isolation cell|isolator|kartser|dark cell)\b",
    re.IGNORECASE,
)


def is_custody_place(token: Token) -> bool:
    """Whether the phrase of a noun means a place where people are held; a hospital only as a prison's."""
    lemma = token.lemma_.lower()
    if lemma in _SURE:
        return True
    if any(_is_prison_word(c) for c in token.children if c.dep_ in ("compound", "appos", "nmod", "nummod")):
        return True
    near = " ".join(t.text for t in token.subtree if t.i <= token.i)
    if lemma in _CLINICS:
        return bool(re.search(r"\b(?:prison|jail|penitentiary|detention)\b", near, re.IGNORECASE))
    return lemma in _IN_COMPANY and bool(_COMPANY.search(near))


def is_clinic(token: Token) -> bool:
    """A hospital of any kind."""
    return token.lemma_.lower() in _CLINICS


def is_punishment_cell(token: Token) -> bool:
    """The cells where prisons punish."""
    return bool(_PUNISHING.search(words_of(token))) or token.lemma_.lower() in ("shizo", "pkt", "epkt")


def _is_prison_word(token: Token) -> bool:
    return token.lemma_.lower() in _SURE - {"custody", "captivity"} and token.pos_ in ("NOUN", "PROPN")
