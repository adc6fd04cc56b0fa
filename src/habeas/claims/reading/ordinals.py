"""Counts told as a rank: "the fifth prisoner to die in custody since 2020" says that five have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.claims.reading.model import Span
from habeas.claims.reading.populations import population_in_words

_WORDS = [
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_VALUE = {word: number for number, word in enumerate(_WORDS, 2)}
_RANKED = re.compile(
    rf"(?P<hedge>\bat least )?\b(?:the|his|her|their) (?P<rank>{'|'.join(_WORDS)}|\d{{1,4}}(?:st|nd|rd|th))(?P<who>(?: [\w-]+){{0,4}}?)(?: (?:known|reported|confirmed|believed))? to (?:have )?(?P<verb>(?:be |been )?\w+)(?P<rest>[^.;,]{{0,60}})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A rank in a text, read as a count. `span` is the whole phrase."""

    value: int
    comparator: str
    population: str
    scope: str
    span: Span


def rank_value(word: str) -> int | None:
    """The number of an ordinal in words or digits; None for "first" and for what is none."""
    digits = re.sub(r"\D", "", word)
    return _VALUE.get(word.lower()) or (int(digits) if digits else None)


def ranked_in(shadow: str) -> Iterator[Ranked]:
    """Every rank that counts people whom custody or death befell, left to right."""
    for match in _RANKED.finditer(shadow):
        population = population_in_words(f"{match['verb']} {match['rest']}")
        if population is None or population == "serious_health":
            continue
        word = match["rank"].lower()
        value = _VALUE.get(word) or int(re.sub(r"\D", "", word))
        yield Ranked(value, "at_least" if match["hedge"] else "exact", population, match["who"].strip(), match.span())
