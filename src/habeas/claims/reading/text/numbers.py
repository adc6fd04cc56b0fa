"""Numbers of people in digits, in words, or vague ("dozens"), each with how it is hedged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from text_to_num import text2num

from habeas.claims.reading.model import Span

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORD = "|".join([*_UNITS.split()[::-1], *_TENS.split()])
_SPELLED = rf"(?:(?:{_WORD})(?:-(?:{_UNITS.replace(' ', '|')}))?|a(?= hundred| thousand))(?:[ -](?:and )?(?:hundred|thousand|million|{_WORD})(?:-(?:{_UNITS.replace(' ', '|')}))?)*"
_DIGITS = r"\d{1,3}(?:[,\u00a0 ]\d{3})+(?!\d)|\d+(?:\.\d+)?(?: (?:thousand|million))?"
_VAGUE = {
    "several hundred": 100, "a few hundred": 100, "several thousand": 1000, "a few thousand": 1000, "several dozen": 12, "a few dozen": 12,
    "tens of thousands": 10000, "hundreds of thousands": 100000, "thousands": 1000, "hundreds": 100, "dozens": 12, "scores": 20,
}  # fmt: skip
_DOZENS = {
    "half a dozen": 6,
    "a couple of dozen": 24,
    "a dozen": 12,
    "two dozen": 24,
    "three dozen": 36,
    "four dozen": 48,
    "five dozen": 60,
}
_NUMBER = re.compile(
    rf"(?<![\w.,$€£/])(?<![A-Za-z]-)(?<!aged )(?<!age )(?<!age of )(?:(?P<vague>{'|'.join(_VAGUE)})|(?P<dozen>{'|'.join(_DOZENS)})|(?P<digits>{_DIGITS})|(?P<spelled>{_SPELLED}))(?![\w%]|-(?!odd\b|plus\b|some\b|strong\b)[A-Za-z]|/\d| and a (?:half|quarter)| per ?cent| percent|[.,:]\d|(?: (?:and|to|or) [\w-]+)?[ -](?:more |further |additional )?(?:years?|months?|days?|weeks?|hours?|minutes?|kilomet\w+|km|miles?|kilos?|kilograms?|kg|pounds?|dollars?|euros?|rubles?|roubles?|degrees?|times|pages?)\b)(?P<plus>\+|-plus| or more|,? (?:maybe|perhaps|possibly|or even|if not) more)?(?P<odd>[ -]odd\b|-some\b| or so\b|,? give or take)?",
    re.IGNORECASE,
)
_BEFORE = {
    "at_least": r"(?:at least|no fewer than|not fewer than|no less than|not less than|a minimum of)",
    "up_to": r"(?:up to|as many as|no more than|not more than|fewer than|less than|(?<!well )under|at most|a maximum of)",
    "more_than": r"(?:(?:many |far |well |slightly |just |little |a little )?(?:more than|(?<!handed )(?<!handing )(?<!hands )(?<!turned )(?<!turning )(?<!hand )(?<!brought )(?<!sent )(?<!took )(?<!taken )(?<!carried )over|above)|upwards? of|(?:well )?in excess of|north of|exceed(?:s|ed|ing)?)",
    "nearly": r"(?:nearly|almost|close to|(?:just|well|slightly) under|virtually|approaching|not far short of|little short of)",
    "about": r"(?:about|around|some|approximately|roughly|closer to|nearer to|nearer|in the region of|(?:an |the )?estimated|an estimate of|circa|or so|perhaps|maybe|probably|possibly|something like|more like|on the order of)",
}
_HEDGE = {
    name: re.compile(rf"\b{pattern}(?: the| another| an)?[ ]*$", re.IGNORECASE) for name, pattern in _BEFORE.items()
}

_NOT_A_COUNT = re.compile(r"\b(?:every|each|any|no|this|that|the|not|which) $", re.IGNORECASE)
_ALL_BUT = re.compile(r"\ball but $", re.IGNORECASE)
_OF_THE = re.compile(r" of (?:the|those|these|its|their|his|her|all) $", re.IGNORECASE)
_THE_WHOLE = re.compile(r" of (?:the|those|these|its|their|his|her|all) \d", re.IGNORECASE)
#: "has doubled from 310 to 702": two numbers, where "range from 310 to 702" is a span.
_ROSE_FROM = re.compile(
    r"(?<!rang)(?<!range)(?<!ranges)(?<!ranged)(?<!ranging)(?<!vary)(?<!varied)(?<!anywhere) from $", re.IGNORECASE
)
_TO = re.compile(r" (?:to|or) | ?[-\u2013] ?")
#: "fell by 14 to 1,169": the step and where it led, where "by 30 to 40" is a span.
_BY_STEP = re.compile(r"\bby (?:another |a further |just |only |about |some )?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:[\w,]+ and )?$", re.IGNORECASE)

_OLDEST = 110
_NAME_BEFORE = re.compile(
    r"(?:\b(?:oldest|youngest|eldest|man|woman|wife|husband|mother|father|son|daughter|lawyer|activist|journalist|reporter|driver|teacher|student|widow|widower|editor|writer|poet|blogger|priest|victim|inmate|prisoner|pensioner)|\b[A-Z][\w'-]+|, an? [\w -]{3,30}), $"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text. `span` covers its hedge too; `core` is the number alone; `is_vague` = an order of magnitude."""

    value: int
    comparator: str
    span: Span
    core: Span
    is_vague: bool


def numbers_in(shadow: str) -> Iterator[Number]:
    """Every whole number, left to right; "all but three of the 20" is seventeen, "30 to 40" at least 30 and up to 40.

    Percentages, ages ("51-year-old", "Nibyta, 51, was") and sums of money are left out.
    """
    found = list(_plain(shadow))
    for at, number in enumerate(found):
        earlier, later = found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None
        if later is not None and _is_range(shadow, number, later):
            yield replace(number, comparator="at_least")
        elif earlier is not None and _is_range(shadow, earlier, number):
            yield replace(number, comparator="up_to")
        else:
            yield number


def _is_range(shadow: str, low: Number, high: Number) -> bool:
    if _ROSE_FROM.search(shadow[max(0, low.span[0] - 30) : low.span[0]]):
        return False
    if _BY_STEP.search(shadow[max(0, low.core[0] - 20) : low.core[0]]) and high.value > 2 * low.value:
        return False
    return (
        low.value < high.value
        and high.comparator == "exact"
        and low.comparator in ("exact", "about")
        and bool(_TO.fullmatch(shadow[low.core[1] : high.span[0]]))
    )


def _plain(shadow: str) -> Iterator[Number]:
    without: tuple[int, int, Span] | None = None
    for match in _NUMBER.finditer(shadow):
        value = _value(match)
        if value is None or _is_age_beside_a_name(shadow, match) or _is_pronoun(shadow, match):
            continue
        all_but = _ALL_BUT.search(shadow[: match.start()])
        if all_but:
            without = value, all_but.start(), match.span()
            if _THE_WHOLE.match(shadow[match.end() :]):
                continue
        if without and value > without[0] and _OF_THE.fullmatch(shadow[without[2][1] : match.start()]):
            yield Number(value - without[0], "exact", (without[1], match.end()), without[2], False)
            continue
        comparator, start = _hedge(shadow, match.start())
        vague = match["vague"] is not None
        if vague or match["plus"]:
            comparator = "at_least"
        elif match["odd"] and comparator == "exact":
            comparator = "about"
        end = min(at for at in (match.start("plus"), match.start("odd"), match.end()) if at >= 0)
        yield Number(value, comparator, (start, match.end()), (match.start(), end), vague)


def _is_pronoun(shadow: str, match: re.Match[str]) -> bool:
    """ "every one of them", "no one": no number of people."""
    return match.group().lower() == "one" and bool(
        _NOT_A_COUNT.search(shadow[max(0, match.start() - 8) : match.start()])
    )


def _is_age_beside_a_name(shadow: str, match: re.Match[str]) -> bool:
    """Digits between commas right after a capitalised word: news style gives ages so."""
    digits = match["digits"]
    if digits is None or not digits.isdigit() or int(digits) > _OLDEST:
        return False
    return bool(_NAME_BEFORE.search(shadow[: match.start()])) and shadow[match.end() : match.end() + 1] == ","


def _value(match: re.Match[str]) -> int | None:
    if match["vague"]:
        return _VAGUE[match["vague"].lower()]
    if match["dozen"]:
        return _DOZENS[match["dozen"].lower()]
    if match["digits"]:
        return _from_digits(match["digits"])
    words = match["spelled"].lower().strip()
    try:
        return int(text2num(re.sub(r"^a ", "one ", words), "en"))
    except ValueError:
        return None


def _from_digits(digits: str) -> int | None:
    number, _, unit = digits.lower().partition(" ") if "illion" in digits or "ousand" in digits else (digits, "", "")
    scale = {"thousand": 1_000, "million": 1_000_000}.get(unit, 1)
    number = re.sub(r"[,\u00a0 ]", "", number)
    if len(number) > 12 or ("." in number and scale == 1):
        return None
    return round(float(number) * scale)


def _hedge(shadow: str, start: int) -> tuple[str, int]:
    left = shadow[max(0, start - 30) : start]
    between = _BETWEEN.search(left)
    if between:
        return ("up_to" if " and " in between.group() else "at_least"), start
    for name, pattern in _HEDGE.items():
        match = pattern.search(left)
        if match:
            return name, start - len(left) + match.start()
    return "exact", start
