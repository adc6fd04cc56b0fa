"""Counts told as a rank: "the fifth prisoner to die in custody since 2020" says that five have; "the fourth arrest this month", four arrests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.claims.reading.figures.count_nouns import ACTS
from habeas.claims.reading.figures.populations import population_in_words
from habeas.claims.reading.model import Span

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
_RANK = rf"(?P<rank>{'|'.join(_WORDS)}|\d{{1,4}}(?:st|nd|rd|th))"
_KNOWN = r"(?:,? (?:known|reported|confirmed|believed|thought|documented))?"
_RANKED = re.compile(
    rf"(?P<hedge>\bat least )?\b(?:the|his|her|their|a) {_RANK}(?P<who>(?: [\w'-]+){{0,4}}?){_KNOWN} (?:to|who|that) (?:have |has |had )?(?P<verb>(?:be |been |was |being )?[a-z]\w+)(?P<rest>[^.;,]{{0,60}})",
    re.IGNORECASE,
)
_ACT = re.compile(
    rf"(?P<hedge>\bat least )?\b(?:the|a) {_RANK}(?: such| known| reported| documented| political| politically motivated| new)? (?P<noun>{'|'.join(ACTS)})\b(?! (?:of|in) (?:his|her|their|my)\b)(?P<rest>[^.;,]{{0,60}})",
    re.IGNORECASE,
)
_AGAIN = re.compile(rf"(?:,| and|-|–) (?:and )?the {_RANK} (?:this|since|in|last|to) \w+", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:this|since|in \d{4}|in (?:as many|the last|the past|a)|last|so far|of its kind|within|under|over)\b",
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
    """Every rank that counts people whom custody or death befell, left to right; "and the second this year" counts as the rank before it."""
    found: Ranked | None = None
    for match in _RANKED.finditer(shadow):
        population = population_in_words(f"{match['verb']} {match['rest']}")
        if population is None or population == "serious_health":
            continue
        found = _ranked(match, population, match["who"].strip())
        yield found
    for match in _ACT.finditer(shadow):
        if _TIME.search(match["rest"]):
            population = ACTS[match["noun"].lower()]
            found = _ranked(match, population or "other", match["noun"])
            yield found
    for match in _AGAIN.finditer(shadow):
        if found is not None and found.span[0] <= match.start() <= found.span[1] + 80:
            yield _ranked(match, found.population, found.scope)


def _ranked(match: re.Match[str], population: str, scope: str) -> Ranked:
    word = match["rank"].lower()
    value = _VALUE.get(word) or int(re.sub(r"\D", "", word))
    hedge = match.groupdict().get("hedge")
    return Ranked(value, "at_least" if hedge else "exact", population, scope, match.span())
