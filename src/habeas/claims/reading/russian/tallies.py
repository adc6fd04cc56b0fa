"""Deeds that Russian prose only counts: "назвал 312 обвиняемых", "отчитались о 94 осужденных", "задерживали почти 20 тысяч раз"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.events import RULE, RuReader
from habeas.claims.reading.russian.ordinals import ranked_in
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from habeas.claims.reading.russian.words import RuSentence

_KINDS = (
    ("charge", r"обвиняем\w+|подозреваем\w+"),
    ("conviction", r"осужд[её]нн\w+|признанн\w+ виновн\w+"),
    ("arrest", r"задержанн\w+|арестованн\w+|задержани\w+|арест(?:а|ов|ах)"),
    ("release", r"освобожд[её]нн\w+|вышедш\w+ на свободу|помилованн\w+"),
    ("death_in_custody", r"(?:умерш|погибш|скончавш)\w+ (?:в|за) (?:колони|тюрьм|сизо|заключени|неволе|реш[её]тк)\w*"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(rf"\s*(?:\w+[ыи]х )?(?:{words})\b", re.IGNORECASE)) for kind, words in _KINDS)
_TELLS = re.compile(
    r"\b(?:назвал|называ|назва|насчит|сообщ|отчита|зафиксир|подсчита|посчита|говори|говоря|заяви|заявл|извест|задокумент|знает|знают|учтен|было|стало|приводит)\w*\b(?![^.;:]*\b(?:не|если|чтобы|требу\w+)\b)[^.;:!?]{0,70}$",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\b(?P<number>\d[\d \u00a0]*)(?P<thousand> тыс\w*\.?)? раз\b", re.IGNORECASE)
_TAKES = re.compile(r"\b(?:задержива|задержал|арестовыва|арестовал)\w*\b[^.;:!?]{0,60}$", re.IGNORECASE)
#: Taken more often than that, the times stand for people.
_FEW = 20
_OTHER = re.compile(r"\b(?:не|если|чтобы|среди|из|у|для|требу\w+|освобод\w+)\s+(?:\w+ ){0,2}$", re.IGNORECASE)


def tallies_told(reader: RuReader, told: list[Told]) -> Iterator[Told]:
    """Every telling, in the order of the text; nothing that a verb tells of the same number already."""
    known = [one for one in told if one.is_group]
    for sentence in reader.referents.passage.sentences:
        text, shift = reader.text(sentence).replace("ё", "е"), sentence.span[0]
        if text.rstrip().endswith("?"):
            continue
        yield from _times(reader, sentence, text)
        yield from _ranked(reader, sentence)
        for number in reader.referents.numbers(sentence):
            start, end = number.core
            kind = _kind(text, start, end)
            count = None if number.is_vague else number.value
            told_of = any(t.span[0] <= start + shift < t.span[1] and t.count == count for t in known)
            if kind is None or number.value < 2 or told_of:
                continue
            quote, place = reader.quote(_span(reader, sentence, start + shift))
            yield Told(kind, None, count, quote, place, "actual", {f"{RULE}.tally"}, is_period=True)


def _ranked(reader: RuReader, sentence: RuSentence) -> Iterator[Told]:
    """ "Он стал десятым политзаключенным, умершим в неволе": so many have died."""
    for one in ranked_in(reader.text(sentence)):
        if one.population == "died_in_custody":
            quote, place = reader.quote((one.span[0] + sentence.span[0], one.span[1] + sentence.span[0]))
            yield Told("death_in_custody", None, one.value, quote, place, "actual", {f"{RULE}.rank"}, is_period=True)


def _times(reader: RuReader, sentence: RuSentence, text: str) -> Iterator[Told]:
    """ "задерживали 20 тысяч раз"."""
    match = _TIMES.search(text)
    if match is None or not _TAKES.search(text[: match.start()]):
        return
    count = int(re.sub(r"\D", "", match["number"])) * (1000 if match["thousand"] else 1)
    quote, place = reader.quote(_span(reader, sentence, match.start() + sentence.span[0]))
    if count > _FEW:
        yield Told("arrest", None, count, quote, place, "actual", {f"{RULE}.tally"}, is_period=True)


def _kind(text: str, start: int, end: int) -> str | None:
    before, after = text[:start], text[end:]
    if not _TELLS.search(before) or _OTHER.search(before):
        return None
    return next((kind for kind, words in _COMPILED if words.match(after)), None)


def _span(reader: RuReader, sentence: RuSentence, place: int) -> tuple[int, int]:
    word = next(w for w in sentence.words if w.span[0] <= place < w.span[1])
    clause = reader.referents.clause(sentence, word)
    return clause[0].span[0], clause[-1].span[1]
