"""How long a sentence is, in years, told in Russian: "восьми годам", "3,5 года", "шести с половиной лет", "15 суток"."""

from __future__ import annotations

import re

from habeas.claims.reading.russian.number_words import VALUE

_WORDS = "|".join(sorted(VALUE, key=len, reverse=True))
_TERM = re.compile(
    rf"\b(?P<number>\d{{1,3}}(?:[.,]\d)?|полтора|полутора|(?:{_WORDS})(?: (?:{_WORDS}))?)(?P<half> с половиной)?(?: и \d+)? (?P<unit>лет|год(?:а|ам|у|ов|ами)?|месяц\w*|сут(?:ки|ок|кам|ках)|дн\w+)\b(?! (?:позже|спустя|назад|позднее|раньше))",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\b(?:на|к|по) (?P<year>год(?:у)?|полгода)\b|\b(?P<given>год|полгода) (?:колонии|лишения|тюрьмы|условно|ограничения|заключения|в колонии|ареста)|\b(?P<month>месяц(?:у)?) (?:ареста|колонии|в изоляторе)",
    re.IGNORECASE,
)
_IN_YEARS = {"л": 1.0, "г": 1.0, "м": 1 / 12, "с": 1 / 365, "д": 1 / 365}
_ENDLESS = re.compile(r"пожизненн\w+|смертн\w+ казн|высш\w+ мер", re.IGNORECASE)
_ADDED = re.compile(r"\s*(?:и|,)?\s*")


def term_in(words: str) -> float | None:
    """The term told in these words, in years to two decimals; None when there is none, or for life and death."""
    low = words.replace("ё", "е")
    total, end = 0.0, -1
    for match in _TERM.finditer(low):
        if end >= 0 and not _ADDED.fullmatch(low[end : match.start()]):
            break
        total += (_number(match["number"].lower()) + (0.5 if match["half"] else 0.0)) * _IN_YEARS[
            match["unit"][0].lower()
        ]
        end = match.end()
    return round(total, 2) if total else _bare(low)


def _bare(low: str) -> float | None:
    """ "на год", "год колонии", "полгода": one, the number left out."""
    match = _BARE.search(low)
    if match is None:
        return None
    if match["month"]:
        return 0.08
    return 0.5 if (match["year"] or match["given"]).lower() == "полгода" else 1.0


def is_endless(words: str) -> bool:
    """Whether the words tell of a life or death sentence."""
    return bool(_ENDLESS.search(words))


def _number(word: str) -> float:
    if word in ("полтора", "полутора"):
        return 1.5
    try:
        return float(word.replace(",", "."))
    except ValueError:
        return float(sum(VALUE[part] for part in word.split()))
