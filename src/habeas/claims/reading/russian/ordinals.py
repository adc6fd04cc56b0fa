"""Counts that Russian prose tells as a rank: "третий политзаключённый, умерший в колонии" says that three have; "четвёртая смерть узника", four deaths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.claims.reading.model import Span

_STEMS = (
    "втор", "трет", "четв[её]рт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат",
    "семнадцат", "восемнадцат", "девятнадцат", "двадцат",
)  # fmt: skip
_ENDINGS = r"(?:ий|ый|ой|ая|ья|ое|ого|ьего|ему|ому|ьему|ым|им|ьим|ей|ьей|ую|ью)"
_RANK = rf"(?P<rank>(?:{'|'.join(_STEMS)}){_ENDINGS}|\d{{1,4}}-(?:й|ый|ий|я|ая|го|ого|м|ым|ой|ей|ю))"
_FATES = (
    ("died_in_custody", r"умерш|погибш|скончавш"),
    ("arrested", r"задержанн|арестованн|схваченн"),
    ("convicted", r"осужд[её]нн|приговор[её]нн"),
    ("released", r"освобожд[её]нн|вышедш|помилованн|отпущенн"),
    ("exiled", r"высланн|депортированн|выдворенн"),
)  # fmt: skip
_PERSON = re.compile(
    rf"\b{_RANK}(?! (?:день|раз|год|месяц|час)\b)(?: [\w-]+){{1,4}}, (?:[\w-]+ ){{0,2}}(?P<fate>{'|'.join(stems for _, stems in _FATES)})\w*(?P<rest>[^.;,]{{0,50}})", re.IGNORECASE
)  # fmt: skip
_CUSTODY = (
    r"колони|тюрьм|сизо|изолятор|камер|под страж|за реш[её]тк|в (?:\w+ )?неволе|в (?:\w+ )?заключении|лагер|застенк"
)
_HELD = r"политзаключ|политзек|узни|заключ[её]нн|арестант|осужд[её]нн"
_DEATH = re.compile(rf"\b{_RANK} (?:\w+ )?(?:смерт|гибел)\w*(?P<rest>(?: [\w-]+){{1,6}})", re.IGNORECASE)
_VALUE = {re.sub(r"\[её\]", "е", stem): number for number, stem in enumerate(_STEMS, 2)}


@dataclass(frozen=True, slots=True)
class RuRanked:
    """A rank in a text, read as a count. `span` is the whole phrase."""

    value: int
    population: str
    span: Span


def ranked_in(shadow: str) -> Iterator[RuRanked]:
    """Every rank that counts people whom custody or death befell, left to right."""
    for match in _PERSON.finditer(shadow):
        population = next(name for name, stems in _FATES if re.match(stems, match["fate"], re.IGNORECASE))
        if population != "died_in_custody" or re.search(_CUSTODY, match["rest"], re.IGNORECASE):
            yield RuRanked(_value(match["rank"]), population, match.span())
    for match in _DEATH.finditer(shadow):
        if re.search(rf"{_CUSTODY}|{_HELD}", match["rest"], re.IGNORECASE):
            yield RuRanked(_value(match["rank"]), "died_in_custody", match.span())


def _value(word: str) -> int:
    digits = re.sub(r"\D", "", word)
    low = word.lower().replace("ё", "е")
    return int(digits) if digits else next(number for stem, number in reversed(_VALUE.items()) if low.startswith(stem))
