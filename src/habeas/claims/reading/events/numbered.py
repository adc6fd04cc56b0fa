"""Reads what befell people told of by their number alone; see numbered_words for the words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.events.numbered_words import PART_AFTER, PART_BEFORE, PART_OF, ROWS, Numbered
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.numbers import Number
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.when.dated import day_told

RULE = "numbered"
_UNREAL = re.compile(
    r"\b(?:would|could|might|may|will|should|must|if|unless|whether|until|fears?|feared|wants?|hop(?:e|es|ed)|plans?|expect\w*|demand\w*|denied|denies|not)\b[^.;:]{0,50}$",
    re.IGNORECASE,
)
_WILL = re.compile(r"\b(?:would|could|might|may|will|should|must)\b", re.IGNORECASE)
_CUSTODY = re.compile(
    r"\b(?:prisoners?|detainees?|arrested|detained|jailed|custody|imprisoned|inmates|prisons?|colony|jail)\b",
    re.IGNORECASE,
)
_YEARS = range(1900, 2101)
_NEAR = 700
_LONGEST = 160
_PARTS = ("release", "arrest", "pardon", "exile", "rearrest", "charge", "sentence", "conviction")


def numbered_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """Every such telling of a number of whom `told` does not hold the same already."""
    for sentence in reader.referents.passage.sentences:
        text = reader.referents.passage.shadow[sentence.start : sentence.end]
        if text.rstrip().rstrip("\"'").endswith("?"):
            continue
        for number in reader.referents.numbers(sentence):
            before, after = _round(reader, sentence, number)
            kind, reality, end = _fitting(reader, sentence, told, before, after)
            if kind is not None and not _is_told(told, kind, number):
                yield _telling(reader, sentence, number, (kind, reality, end))


def _round(reader: Reader, sentence: Sentence, number: Number) -> tuple[str, str]:
    shadow = reader.referents.passage.shadow
    return shadow[sentence.start : number.span[0]], shadow[number.span[1] : sentence.end]


def _fitting(
    reader: Reader, sentence: Sentence, told: list[Told], before: str, after: str
) -> tuple[str | None, str, int]:
    """The kind and reality of the first row that fits, and how far after the number it reaches."""
    for row in ROWS:
        match = row.after.match(after)
        if match is None or row.before.search(before) is None or not _has(reader, sentence, told, row):
            continue
        if row.reality == "actual" and (_UNREAL.search(before) or _WILL.search(match.group())):
            continue
        return row.kind, row.reality, match.end()
    part = PART_OF.match(after) or (PART_AFTER.match(after) if PART_BEFORE.search(before) else None)
    whole = [o for o in told if o.is_group and o.type in _PARTS and sentence.start <= o.span[0] < sentence.end]
    if part is not None and whole and whole[-1].count is not None:
        return whole[-1].type, whole[-1].reality, part.end()
    return None, "actual", 0


def _has(reader: Reader, sentence: Sentence, told: list[Told], row: Numbered) -> bool:
    """Whether the text tells elsewhere what the row needs."""
    if row.needs is None:
        return True
    if row.needs == "custody":
        shadow = reader.referents.passage.shadow
        return _CUSTODY.search(shadow, max(0, sentence.start - _NEAR), sentence.end) is not None
    return any(one.type == row.needs and one.reality == "actual" for one in told)


def _is_told(told: list[Told], kind: str, number: Number) -> bool:
    if number.value in _YEARS and not number.is_vague:
        return True
    return any(o.is_group and o.type == kind and o.count == number.value for o in told)


def _telling(reader: Reader, sentence: Sentence, number: Number, found: tuple[str, str, int]) -> Told:
    kind, reality, reach = found
    shadow = reader.referents.passage.shadow
    stop = re.compile(r"[.;:,]|$").search(shadow, number.span[1] + reach, sentence.end)
    end = min(stop.start() if stop is not None else sentence.end, number.span[1] + _LONGEST)
    quote, span = quote_at(reader.referents.passage, (number.span[0], end))
    token = sentence.token_at(number.core[0]) or sentence.tokens.root
    words = reader.dates.attached(sentence, token, ())
    return Told(
        kind, None, None if number.is_vague else int(number.value), quote, span, reality, {f"{RULE}.{kind}"},
        day_told(words, reader.dates.published, reality == "actual"), said_by=reader.speakers.at(sentence, token), is_clause=True,
    )  # fmt: skip
