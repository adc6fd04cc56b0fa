"""Numbers of people in Russian, in digits, in words, or vague ("десятки"), each with how it is hedged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.russian.number_words import HALVES, VAGUE, VALUE
from habeas.claims.reading.text.numbers import Number

_WORDS = "|".join(sorted(VALUE, key=len, reverse=True))
_VAGUE_WORDS = "|".join(sorted(VAGUE, key=len, reverse=True))
_SUMS = r"(?:рубл|доллар|евро|процент|тенге|манат|лари|гривен|драм|сом(?:ов|а)?\b|фунт|франк|долл)\w*"
_SPANS = r"(?:лет|год|года|году|годам|месяц|дн|дней|суток|сутки|сут|час|минут|недел|раз|метр|км|килом|килограмм|кг|страниц|имен\b(?=о))\w*"
_NUMBER = re.compile(
    rf"(?<![\w.,:№-])(?<!№ )(?:(?P<vague>{_VAGUE_WORDS})(?=[ ,.»])(?! (?:{_WORDS})\b)"
    rf"|(?P<about>тысячи?|сотни) (?P<times>две|три|четыре|пять|шесть|семь|восемь|десять|двадцать)\b(?! тысяч)"
    rf"|(?P<digits>\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?!\d)|\d+(?:,\d)?(?= тыс)|\d+)(?P<thousand> тыс\.?| тысяч\w*)?"
    rf"|(?P<half>(?:{_WORDS}) с половиной|{'|'.join(HALVES)}) тысяч\w*"
    rf"|(?P<words>(?:{_WORDS})(?: (?:{_WORDS}))*(?: с лишним тысяч)?))"
    rf"(?! (?:до|или|и|[-–]) (?:\d+|{_WORDS})(?: (?:{_WORDS}))* (?:{_SPANS}))(?![\w%]|[-–](?:летн|ми|го|й|м|х|я|е)|[.,:]\d| (?:{_SPANS})\b| (?:тысяч\w* |тыс\.? |миллион\w* )?{_SUMS}|\.\d| %| с половиной| часов| утра| вечера)",
    re.IGNORECASE,
)
#: What a number follows that counts no people: an article of law, a place's number, an hour.
_OF_LAW = re.compile(
    r"(?:\bст\.|\bст|\bстат(?:ья|ьи|ье|ью|ьей|ьям|ьями|ей|ьях)|\bч\.|\bчаст(?:ь|и)|\bп\.|\bпункт\w*|\bстатей|№|\bик|\bномер\w*|\bшкол\w+)[\s-]*$",
    re.IGNORECASE,
)
_HEDGES = (
    ("at_least", r"(?:не менее|как минимум|по меньшей мере|минимум|не меньше|по крайней мере|от)"),
    ("more_than", r"(?:более|больше|свыше|более чем|больше чем|за)"),
    ("up_to", r"(?:до|не более|не больше|менее|меньше|максимум)"),
    ("nearly", r"(?:почти|чуть менее|чуть меньше|без малого|едва ли не)"),
    ("about", r"(?:около|примерно|порядка|приблизительно|где-то|приблизительно около|ориентировочно)"),
)  # fmt: skip
_COMPILED = tuple(
    (name, re.compile(rf"\b{words}(?: чем)?(?: у| в| о| на| из| против| для| от)? $", re.IGNORECASE))
    for name, words in _HEDGES
)
_ODD = re.compile(r" с (?:лишним|чем-то)", re.IGNORECASE)
_INVERTED = re.compile(r"(?:человек|тысяч[аи]?|женщин) $", re.IGNORECASE)


def numbers_in(shadow: str) -> Iterator[Number]:
    """Every whole number, left to right; terms, ages, sums of money and articles of law are left out."""
    low = shadow.replace("ё", "е").replace("Ё", "Е")
    for match in _NUMBER.finditer(low):
        value = _value(match)
        listed = not match.start() and low[match.end() : match.end() + 1] in (".", ")")
        if value is None or listed or _OF_LAW.search(low[max(0, match.start() - 12) : match.start()]):
            continue
        comparator, start = _hedge(low, match)
        vague = match["vague"] is not None
        yield Number(
            value,
            "at_least" if vague and comparator == "exact" else comparator,
            (start, match.end()),
            match.span(),
            vague,
        )


def _value(match: re.Match[str]) -> int | None:
    if match["vague"]:
        return VAGUE[match["vague"].lower()]
    if match["about"]:
        return (1000 if match["about"].lower().startswith("т") else 100) * VALUE[match["times"].lower()]
    if match["half"]:
        half = match["half"].lower()
        return int(1000 * (HALVES.get(half) or VALUE[half.split()[0]] + 0.5))
    if match["digits"]:
        number = re.sub(r"[ \u00a0\u202f]", "", match["digits"]).replace(",", ".")
        return round(float(number) * (1000 if match["thousand"] else 1)) if len(number) < 10 else None
    total = part = 0
    for word in match["words"].lower().replace(" с лишним", "").split():
        value = VALUE[word]
        if value == 1000:
            total, part = total + (part or 1) * 1000, 0
        else:
            part += value
    return total + part


def _hedge(low: str, match: re.Match[str]) -> tuple[str, int]:
    start = match.start()
    left = low[max(0, start - 28) : start]
    for name, pattern in _COMPILED:
        found = pattern.search(left)
        if found:
            return name, start - len(left) + found.start()
    if _ODD.match(low[match.end() :]) or "с лишним" in match.group():
        return "more_than", start
    if match["about"]:
        return "about", start
    if _INVERTED.search(left) and match["words"]:
        return "about", start
    return "exact", start
