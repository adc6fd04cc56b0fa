"""How long a sentence is, in years: "seven and a half years", "11-year", "six months", "15 days"."""

from __future__ import annotations

import re

from habeas.claims.reading.text.numbers import numbers_in

_HALF = re.compile(r"(?:[ -]and[ -]a[ -]half|\.5| 1/2| ?½)[ -](?P<unit>year|month)s?\b", re.IGNORECASE)
_UNIT = re.compile(r"[ -](?P<unit>year|month|week|day)s?\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\b(?P<number>\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d)?(?: 1/2|½| ½)?|½|an?|another|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty(?:-\w+)?|thirty(?:-\w+)?|forty(?:-\w+)?)(?P<half>[ -]and[ -]a[ -]half)?"
    r"(?: more| additional| further| extra| consecutive)?[ -](?P<unit>year|yr|y(?=\.)|month|week|day)s?\b(?! (?:old|ago|later|earlier|after|before|trial|hearing|strike|visit|standoff|window|period|limit)|-old)",
    re.IGNORECASE,
)  # fmt: skip
_IN_YEARS = {"year": 1.0, "yr": 1.0, "y": 1.0, "month": 1 / 12, "week": 7 / 365, "day": 1 / 365}
#: Before a number of years that is no penalty: "everyone jailed is to be free within a month".
_NO_TERM = re.compile(r"\b(?:within|every|past|the last|once an?) (?:the |about |just )?$", re.IGNORECASE)
_ENDLESS = re.compile(
    r"\b(?:(?:jailed|imprisoned|prison|bars|locked up) for life|life (?:in prison|imprisonment|sentence|term)|to life|to death|to (?:hang|be (?:hanged|executed|shot|beheaded))|death (?:sentence|penalty))\b",
    re.IGNORECASE,
)


def term_in(words: str) -> float | None:
    """The term told in these words, in years to two decimals, below a year to four so that days can be had back.

    None when there is none, or for life and death.
    """
    total, found, end = 0.0, False, 0
    for match in _NUMBER.finditer(words):
        if found and not re.fullmatch(r",? ?(?:and )?", words[end : match.start()]):
            break
        if not found and _NO_TERM.search(words, 0, match.start()):
            continue
        total += (_value(match["number"]) + (0.5 if match["half"] else 0.0)) * _IN_YEARS[match["unit"].lower()]
        found, end = True, match.end()
    return round(total, 2 if total >= 1 else 4) if found and total else None


def is_endless(words: str) -> str | None:
    """ "life" or "death" when the words tell of such a sentence."""
    match = _ENDLESS.search(words)
    return None if match is None else ("life" if "life" in match.group().lower() else "death")


def _value(word: str) -> float:
    low = word.lower().replace(",", "")
    if low in ("a", "an", "another"):
        return 1.0
    try:
        half = 0.5 if low.endswith(("1/2", "½")) else 0.0
        return float(low.removesuffix("1/2").removesuffix("½").strip() or 0) + half
    except ValueError:
        return float(next((number.value for number in numbers_in(low)), 0))
