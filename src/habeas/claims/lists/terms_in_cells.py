"""How long a sentence is, as people write it in a cell of a list: "2 years 6 months", "2,5 года", "15 суток". Nothing is guessed.

A cell is read only as a whole: words that are not understood ("not 5 years", "12 + 1 years") could change what the rest of it means.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from habeas.kernel.country_files import read_yaml

_IN_YEARS = {"year": 1.0, "month": 1 / 12, "week": 7 / 365, "day": 1 / 365}
#: Units from the longest to the shortest: a later part of a term has a shorter one.
_ORDER = tuple(_IN_YEARS)
_DAYS_A_YEAR = 365
#: Longest term that a court gives in days; a longer one is reckoned in years.
_MOST_DAYS = 60
_DIGITS = r"\d{1,3} 1/2|1/2|\d{1,3}(?:[.,]\d{1,2})?"


@dataclass(frozen=True, slots=True)
class _Words:
    """The words known. `part` finds one amount and its unit, `joint` what may stand between two parts, `after` what may follow the last."""

    part: re.Pattern[str]
    joint: re.Pattern[str]
    after: re.Pattern[str]
    units: dict[str, str]
    numbers: dict[str, float]
    life: frozenset[str]


@lru_cache(maxsize=65536)
def term_fields(text: str) -> dict[str, Any] | None:
    """What a claim holds of the term in a cell: `term_days`, `term_years` or `life`. None = not understood as a whole."""
    said, words = _plain(text), _words()
    if said in words.life:
        return {"life": True}
    years, last, end = 0.0, -1, 0
    found = words.part.match(said)
    while found:
        rank = _ORDER.index(words.units[found["unit"]])
        if rank <= last:
            return None
        years += _amount(found, words) * _IN_YEARS[_ORDER[rank]]
        last, end = rank, found.end()
        joint = words.joint.match(said, end)
        found = words.part.match(said, joint.end() if joint else end)
    if not years or not words.after.fullmatch(said, end):
        return None
    if years * _DAYS_A_YEAR <= _MOST_DAYS:
        return {"term_days": round(years * _DAYS_A_YEAR)}
    # two decimals keep months apart; below a year four do so for days
    return {"term_years": round(years, 2 if years >= 1 else 4)}


def _amount(found: re.Match[str], words: _Words) -> float:
    half = 0.5 if found["half"] else 0.0
    if found["word"]:
        return words.numbers[found["word"]] + half
    whole, _, part = found["digits"].rpartition("1/2") if "1/2" in found["digits"] else (found["digits"], "", None)
    return float(whole.strip().replace(",", ".") or 0) + half + (0.0 if part is None else 0.5)


def _plain(text: str) -> str:
    """Small letters, single spaces, without the stops of abbreviations."""
    said = text.replace("½", " 1/2").replace("’", "'")
    low = unicodedata.normalize("NFKC", said).casefold().replace("ё", "е")
    return " ".join(re.sub(r"(?<=[^\W\d_])\.", " ", low).split())


@lru_cache(maxsize=1)
def _words() -> _Words:
    raw = read_yaml(resources.files("habeas.claims.lists").joinpath("terms.yml").read_text("utf-8"), "terms.yml")
    units = {_plain(str(word)): unit for unit, words in raw["units"].items() for word in words}
    numbers = {_plain(str(word)): float(value) for value, words in raw["numbers"].items() for word in words}
    amount = rf"(?:(?P<digits>{_DIGITS})|(?P<word>{_any(numbers)}))(?P<half> (?:{_any(raw['halves'])}))?"
    return _Words(
        re.compile(rf"{amount}(?:(?<=\d)|[ -])[ -]?(?P<unit>{_any(units)})(?!\w)"),
        re.compile(rf" ?,? ?(?:(?:{_any(raw['and'])}) )?"),
        re.compile(rf"(?: (?:{_any(raw['imprisonment'])}))?"),
        units, numbers, frozenset(_plain(word) for word in raw["life"]),
    )  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(map(_plain, words), key=len, reverse=True))
