"""Participles that say what befell somebody before the clause they stand in: "NAME, 34, arrested in March, ...", "the jailed editor NAME"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.refer import Referents

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN_CLAUSE = ("aux", "auxpass", "nsubj", "nsubjpass", "dobj", "neg", "mark")
_ASIDE = ("acl", "advcl", "amod", "relcl", "appos", "npadvmod", "prep")
#: What may stand between a name and its participle: a comma or dash, an age.
_BETWEEN = re.compile(
    r"(?:, \(?(?:aged )?\d\d\)?)?(?:,| [-–—]) (?:(?:who|himself|herself|first|later|then|since|also|now) )?$"
)
_REACH = 24


def named_before(verb: Token, sentence: Sentence, referents: Referents) -> str | None:
    """The one whose name a participle follows, only a comma and an age between; None elsewhere."""
    if verb.tag_ != "VBN" or verb.dep_ not in _ASIDE or any(c.dep_ in _OWN_CLAUSE for c in verb.children):
        return None
    place = sentence.place(verb)[0]
    named = referents.people.between(max(sentence.start, place - 90), place)
    if not named or place - named[-1][0][1] > _REACH:
        return None
    between = referents.passage.shadow[named[-1][0][1] : place]
    return named[-1][1] if _BETWEEN.fullmatch(between) else None


def is_epithet(verb: Token) -> bool:
    """ "the jailed editor": told of the one the noun names, whatever the clause makes of the rest."""
    return verb.tag_ == "VBN" and verb.dep_ == "amod" and verb.head.tag_ in ("NN", "NNP") and not list(verb.children)
