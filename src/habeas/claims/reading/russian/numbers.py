"""Numbers of people in Russian, in digits, in words, or vague ("десятки"), each with how it is hedged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.numbers import Number

_FORMS = {
    1: "один одного одну одна", 2: "два две двух двоих двое двум двумя", 3: "три трех троих трое трем тремя", 4: "четыре четырех четверо четверых четырем",
    5: "пять пяти пятеро пятерых", 6: "шесть шести шестеро шестерых", 7: "семь семи семеро семерых", 8: "восемь восьми восьмерых", 9: "девять девяти", 10: "десять десяти",
    11: "одиннадцать одиннадцати", 12: "двенадцать двенадцати", 13: "тринадцать тринадцати", 14: "четырнадцать четырнадцати", 15: "пятнадцать пятнадцати", 16: "шестнадцать шестнадцати",
    17: "семнадцать семнадцати", 18: "восемнадцать восемнадцати", 19: "девятнадцать девятнадцати", 20: "двадцать двадцати", 30: "тридцать тридцати", 40: "сорок сорока", 50: "пятьдесят пятидесяти",
    60: "шестьдесят шестидесяти", 70: "семьдесят семидесяти", 80: "восемьдесят восьмидесяти", 90: "девяносто", 100: "сто ста", 200: "двести двухсот", 300: "триста трехсот", 400: "четыреста",
    500: "пятьсот пятисот", 600: "шестьсот", 700: "семьсот", 800: "восемьсот", 900: "девятьсот", 1000: "тысяча тысячи тысяч тысячу",
}  # fmt: skip
_VALUE = {form: value for value, forms in _FORMS.items() for form in forms.split()}
_VAGUE = {"десятки": 12, "десятков": 12, "сотни": 100, "сотен": 100, "тысячи": 1000}
_WORDS = "|".join(sorted(_VALUE, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\w.,№-])(?:(?P<vague>{'|'.join(_VAGUE)})(?= )|(?P<digits>\d{{1,3}}(?:[ \u00a0]\d{{3}})+(?!\d)|\d+)(?P<thousand> тыс\.?| тысяч\w*)?|(?P<words>(?:{_WORDS})(?: (?:{_WORDS}))*))"
    r"(?![\w%]|[-–](?:летн|ми|го|й|м|х)|[.,:]\d| (?:лет|год|года|году|месяц|дн|суток|сутки|час|минут|рубл|доллар|евро|процент|км|килограмм|кг)\w*|\.\d)",
    re.IGNORECASE,
)
_HEDGES = (
    ("at_least", r"(?:не менее|как минимум|по меньшей мере|минимум|не меньше)"),
    ("more_than", r"(?:более|больше|свыше|более чем|больше чем)"),
    ("up_to", r"(?:до|не более|менее|меньше|максимум)"),
    ("nearly", r"(?:почти|чуть менее|без малого)"),
    ("about", r"(?:около|примерно|порядка|приблизительно|где-то|приблизительно около)"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(rf"\b{words}(?: чем)? $", re.IGNORECASE)) for name, words in _HEDGES)


def numbers_in(shadow: str) -> Iterator[Number]:
    """Every whole number, left to right; terms, ages and sums of money are left out."""
    low = shadow.replace("ё", "е").replace("Ё", "Е")
    for match in _NUMBER.finditer(low):
        value = _value(match)
        if value is None or (
            not match.start() and low[match.end() : match.end() + 1] in (".", ")")
        ):  # the number of a line in a list
            continue
        comparator, start = _hedge(low, match.start())
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
        return _VAGUE[match["vague"].lower()]
    if match["digits"]:
        number = re.sub(r"[ \u00a0]", "", match["digits"])
        return int(number) * (1000 if match["thousand"] else 1) if len(number) < 10 else None
    total = part = 0
    for word in match["words"].lower().split():
        value = _VALUE[word]
        if value == 1000:
            total, part = total + (part or 1) * 1000, 0
        else:
            part += value
    return total + part


def _hedge(low: str, start: int) -> tuple[str, int]:
    left = low[max(0, start - 24) : start]
    for name, pattern in _COMPILED:
        match = pattern.search(left)
        if match:
            return name, start - len(left) + match.start()
    return "exact", start
