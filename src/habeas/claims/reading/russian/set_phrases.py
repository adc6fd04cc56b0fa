"""Release told in Russian by a slogan or a set phrase: "Свободу ИМЯ!", "ИМЯ на свободе", a term that runs out, parole refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.events import RULE, RuReader
from habeas.claims.reading.russian.rumours import none_among
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from habeas.claims.reading.russian.words import RuSentence

_SLOGAN = re.compile(r"(?:^|[.!«#:—]\s*)(?i:свободу|освободите|отпустите|выпустите|верните)\s+(?=[А-ЯЁ])")
_FREE = re.compile(r"\b(?:на свободе|на воле|вышел на свободу|на свободу)\b|\bдома(?= с \d|[.!;]|$)", re.IGNORECASE)
_NOT_FREE = re.compile(
    r"\b(?:оста\w+|до суда|дожида\w+|ожида\w+|не\b|пока|жизнь|скоро|когда|если|должн\w+|будет|после|мечта\w+|ни дня|ещ[её] был\w?)\b",
    re.IGNORECASE,
)
_RUNS_OUT = re.compile(
    r"\bсрок\w*\b[^.;]{0,40}\b(?:законч\w+|заканчив\w+|истек\w+|истечет|заверша\w+|подход\w+ к концу|выход\w+ на свободу)",
    re.IGNORECASE,
)
_PAROLE = re.compile(
    r"\b(?:отказал\w*|отклонил\w*|отказано|не удовлетвор\w+|оставил\w* без удовлетворения)\b[^.;]{0,60}\b(?:удо|условно-досрочн\w+)|\b(?:удо|условно-досрочн\w+)[^.;]{0,60}\b(?:отказал\w*|отклонил\w*|отказано|не удовлетвор\w+)",
    re.IGNORECASE,
)
_NEAR = 300


def set_phrases_told(reader: RuReader, held: set[str]) -> Iterator[Told]:
    """Every telling, in the order of the text."""
    for sentence in reader.referents.passage.sentences:
        text = reader.text(sentence).replace("ё", "е")
        for match in _SLOGAN.finditer(text):
            place = sentence.span[0] + match.end()
            for span, person in reader.referents.people.between(place, min(place + 60, sentence.span[1])):
                if span[0] - place < 3 or "," in text[match.end() : span[0] - sentence.span[0]]:
                    yield _told(reader, (sentence.span[0] + match.start(), span[1]), person.name, "demanded", "slogan")
        yield from _free(reader, sentence, text, held)
        yield from _behind(reader, sentence, text)
        if none_among(text) is not None:
            for one in reader.referents.named(sentence):
                if one.case in ("Gen", "Acc", None):
                    yield _told(reader, (one.first.span[0], one.last.span[1]), one.person.name, "denied", "not among")
        for pattern, reality, rule in ((_RUNS_OUT, "planned", "runs out"), (_PAROLE, "denied", "parole")):
            found = pattern.search(text)
            name = _whose(reader, sentence, held) if found is not None else None
            if found is not None and name is not None:
                start = sentence.span[0] + found.start()
                yield _told(reader, (start, sentence.span[0] + found.end()), name, reality, rule)


def _free(reader: RuReader, sentence: RuSentence, text: str, held: set[str]) -> Iterator[Told]:
    """ "ИМЯ уже на свободе", "ИМЯ дома" of somebody held: no verb between."""
    match = _FREE.search(text)
    if match is None:
        return
    before = [one for one in reader.referents.named(sentence) if one.last.span[1] <= sentence.span[0] + match.start()]
    if not before or before[-1].case not in ("Nom", None):
        return
    if match.group().lower() == "дома" and before[-1].person.name not in held:
        return
    between = text[before[-1].last.span[1] - sentence.span[0] : match.start()]
    if re.fullmatch(
        r"\s*(?:[—–-]|:)?\s*(?:(?:уже|снова|теперь|наконец|сейчас|опять|сегодня)\s+)*", between, re.IGNORECASE
    ) and not _NOT_FREE.search(text[: match.start()]):
        yield _told(
            reader, (before[-1].first.span[0], sentence.span[0] + match.end()), before[-1].person.name, "actual", "free"
        )


def _behind(reader: RuReader, sentence: RuSentence, text: str) -> Iterator[Told]:
    """ "ИМЯ - уже третий год за решеткой": custody as a state, with no verb."""
    match = _BEHIND.search(text)
    if match is None:
        return
    before = [one for one in reader.referents.named(sentence) if one.last.span[1] <= sentence.span[0] + match.start()]
    if not before or before[-1].case not in ("Nom", None):
        return
    after = text[match.end() :]
    is_denied = re.match(r"\s+не (?:был|находил|сидел|провел|бывал)", after) is not None
    if re.fullmatch(_SINCE, text[before[-1].last.span[1] - sentence.span[0] : match.start()], re.IGNORECASE):
        quote, place = reader.quote((before[-1].first.span[0], sentence.span[0] + match.end()))
        yield Told(
            "arrest",
            before[-1].person.name,
            None,
            quote,
            place,
            "denied" if is_denied else "actual",
            {f"{RULE}.behind"},
            is_state=not is_denied,
            note=None if is_denied else "custody state",
            is_member="name",
        )


_BEHIND = re.compile(
    r"\b(?:за реш[её]ткой|в (?:сизо|тюрьме|колонии|неволе|заключении|изоляторе|ивс)|под стражей|под арестом)\b",
    re.IGNORECASE,
)
_SINCE = r"\s*(?:[—–-]|:|,)?\s*(?:(?:уже|снова|вновь|по-прежнему|до сих пор|все еще|сейчас|тоже|пока|теперь|почти|более|больше|с \w+(?: \d{4}(?:-го)?)?(?: года)?|\w+ (?:год|месяц|день|лет|года)|\d+ (?:лет|год|года|дней|месяц\w*))\s*)*"


def _whose(reader: RuReader, sentence: RuSentence, held: set[str]) -> str | None:
    named = [one.person.name for one in reader.referents.named(sentence)]
    if named:
        return next((name for name in named if name in held), named[0] if len(named) == 1 else None)
    before = [
        p.name
        for _, p in reader.referents.people.between(max(0, sentence.span[0] - _NEAR), sentence.span[0])
        if p.name in held
    ]
    return before[-1] if before else None


def _told(reader: RuReader, span: tuple[int, int], name: str, reality: str, rule: str) -> Told:
    quote, place = reader.quote(span)
    return Told("release", name, None, quote, place, reality, {f"{RULE}.{rule}"}, is_member="name")
