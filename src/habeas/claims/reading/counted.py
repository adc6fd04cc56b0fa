"""Which population a number belongs to, by four voters: grammar, word order, "the number of ...", and the count it is a part of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.groups import Group
from habeas.claims.reading.lexicon import lexicon
from habeas.claims.reading.parser import Sentence
from habeas.claims.reading.populations import population_by_order, population_by_syntax, population_in_words
from habeas.claims.reading.stated_numbers import stated_before

if TYPE_CHECKING:
    from spacy.tokens import Token

_PART = re.compile(
    r"\b(?:including|among (?:them|whom|those)(?: (?:are|were))?|of (?:whom|them|these|those)|comprising|as well as|consisting of)"
    r"(?: [^.;:]{0,80}?(?:,| and))?(?: (?:at least|about|some|around|nearly|more than|over|also|another|the))*\s*$",
    re.IGNORECASE,
)
_COUNT = frozenset({"count", "list", "record", "document", "tally", "register"})
_OF_COUNT = frozenset({"of", "including", "among", "with", "than", "to"})
_FEW = 12
_PART_AFTER = re.compile(r"^(?: \w+){0,2} of (?:them|whom|these|those)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """The answer: `rules` are the voters that gave it; `scope` the words for who is counted."""

    population: str
    rules: frozenset[str]
    scope: str


def counted_by(
    sentence: Sentence,
    token: Token,
    head: Token,
    group: Group | None,
    around: tuple[str, str],
    last: Counted | None,
    of_prisoners: bool,
) -> Counted | None:
    """The population a number counts; None when it counts no people of custody.

    `of_prisoners` = the text speaks of political prisoners, so that "the number" without more is theirs.
    `around` is the sentence before the number (with its hedge) and after it; `last` the count told before, None at the beginning.
    """
    is_stated, of = stated_before(around[0])
    if is_stated and (group is None or group.head.pos_ == "NUM"):
        found = (
            population_in_words(of)
            or (last.population if last is not None else None)
            or ("in_custody" if not of and of_prisoners else None)
        )
        return (
            Counted(found, frozenset({f"stated.{found}"}), of or (last.scope if last is not None else ""))
            if found
            else None
        )
    if last is not None and _is_bare_count(token):
        return Counted(last.population, frozenset({f"counted.{last.population}"}), last.scope)
    if group is None or (group.count is None and not group.is_vague) or _points_back(token, head, group):
        return None
    by_syntax, by_order = population_by_syntax(sentence, head), population_by_order(sentence, token)
    if last is not None and _is_part(around) and not _has_own_cue(head, by_syntax):
        return Counted(last.population, frozenset({f"part.{last.population}"}), group.words)
    if head.lemma_.lower() == "case":
        return Counted("other", frozenset({"syntax.other"}), group.words) if by_syntax else None
    population = by_syntax or (by_order if _is_told_of(head) else None)
    if population is None:
        return None
    voters = {"syntax": by_syntax, "order": by_order}
    return Counted(
        population, frozenset(f"{name}.{vote}" for name, vote in voters.items() if vote == population), group.words
    )


def _is_bare_count(token: Token) -> bool:
    """ "the association counts 46": a number alone, of the people counted before."""
    verb = token.head
    return token.dep_ == "dobj" and token.pos_ == "NUM" and verb.lemma_ in _COUNT and not list(token.children)


def _points_back(token: Token, head: Token, group: Group) -> bool:
    """ "all three", "those six": the same people again."""
    few = group.count is not None and group.count <= _FEW
    if few and any(c.lower_ == "the" for c in token.children) and (head == token or head.lower_ in ("other", "others")):
        return True  # "the nine", "the other two"
    if few and token.i >= 2 and [t.lower_ for t in token.doc[token.i - 2 : token.i]] == ["the", "other"]:
        return True
    return few and any(
        c.lower_ in ("all", "those", "these", "both") for t in (token, head) for c in t.children if c.i < token.i
    )


def _is_told_of(head: Token) -> bool:
    """Whether the counted people are what the clause is about, so that a word near them may tell what became of them."""
    return head.dep_ != "pobj" or head.head.lower_ in _OF_COUNT


def _is_part(around: tuple[str, str]) -> bool:
    return bool(_PART.search(around[0]) or _PART_AFTER.search(around[1]))


def _has_own_cue(head: Token, by_syntax: str | None) -> bool:
    """Whether more than the noun itself ("prisoners") tells what became of the part."""
    if by_syntax is None:
        return False
    carried = [c for c in head.children if c.dep_ in ("acl", "relcl")]
    governed = head.dep_ in ("nsubj", "nsubjpass") and head.head.lemma_ != "be"
    return (
        bool(carried)
        or governed
        or by_syntax == "serious_health"
        or not lexicon().has("held_people", head.lemma_.lower())
    )
