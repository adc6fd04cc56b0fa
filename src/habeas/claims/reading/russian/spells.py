"""Custody and exile in Russian told without a verb of their own: "A - в эмиграции с 2021 года", "отсидевший с 2019 по 2021 год"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.events import RULE, RuReader
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from habeas.claims.reading.model import Span
    from habeas.claims.reading.russian.words import RuSentence

_ABROAD = re.compile(r"\bв (?:вынужденн\w+ |политическ\w+ )?(?:эмиграции|изгнании)\b", re.IGNORECASE)
_SINCE = re.compile(
    r"\s*(?:[—–-]|:|,)?\s*(?:(?:сам[аи]?|уже|снова|теперь|ныне|сейчас|тоже|давно|с|года|лет|год|\d{4}(?:-го)?|\w+ (?:год|лет))\s*)*",
    re.IGNORECASE,
)
_SERVED = re.compile(
    r"\b(?:отсидевш\w+|отсидел[аи]?|просидел[аи]?|просидевш\w+|сидел[аи]?|сидевш\w+|провел[аи]?|проведш\w+|находил(?:ся|ась)|отбывал[аи]?)\b(?P<where>[^.;]{0,60}?)\bс (?:\w+ )?\d{4}(?:-го)?(?: года)? по (?:\w+ )?\d{4}",
    re.IGNORECASE,
)
_IN_CUSTODY = re.compile(
    r"тюрьм|колони|сизо|заключени|за реш|под страж|неволе|лагер|срок|наказани|изолятор", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:не|домашн\w+|если|мог\w*|боит\w+|был\w?)\b", re.IGNORECASE)


def spells_told(reader: RuReader) -> Iterator[Told]:
    """Every telling, in the order of the text."""
    for sentence in reader.referents.passage.sentences:
        text = reader.text(sentence).replace("ё", "е")
        yield from _abroad(reader, sentence, text)
        yield from _served(reader, sentence, text)


def _abroad(reader: RuReader, sentence: RuSentence, text: str) -> Iterator[Told]:
    match = _ABROAD.search(text)
    if match is None or any(
        w.feats.get("VerbForm") == "Fin" for w in reader.referents.clause(sentence, sentence.words[0])
    ):
        return
    place = sentence.span[0] + match.start()
    before = [one for one in reader.referents.named(sentence) if one.last.span[1] <= place]
    if before:
        gap = text[before[-1].last.span[1] - sentence.span[0] : match.start()]
        name = before[-1].person.name if before[-1].case in ("Nom", None) and _SINCE.fullmatch(gap) else None
        start = before[-1].first.span[0]
    else:
        name = reader.referents.recent.alone_before(sentence) if _SINCE.fullmatch(text[: match.start()]) else None
        start = sentence.span[0]
    if name is not None:
        yield _telling(reader, (start, sentence.span[0] + match.end()), "exile", name)


def _served(reader: RuReader, sentence: RuSentence, text: str) -> Iterator[Told]:
    """ "отсидел с 2019 по 2021 год": held, and out again."""
    match = _SERVED.search(text)
    if match is None or _NOT.search(text[max(0, match.start() - 12) : match.start()]):
        return
    if not match.group().lower().startswith(("отсид", "просид")) and not _IN_CUSTODY.search(match["where"]):
        return
    place = sentence.span[0] + match.start()
    word = next(w for w in sentence.words if w.span[0] <= place < w.span[1])
    before = [
        one for one in reader.referents.named(sentence) if one.last.span[1] <= place and one.case in ("Nom", None)
    ]
    gender = {"Masc": "m", "Fem": "f"}.get(word.feats.get("Gender", ""))
    name = before[-1].person.name if before else reader.referents.recent.by_gender(sentence, word, gender)
    if name is None or (not before and name not in reader.referents.preferred):
        return
    span = place, sentence.span[0] + match.end()
    yield _telling(reader, span, "arrest", name, is_state=True)
    yield _telling(reader, span, "release", name)


def _telling(reader: RuReader, span: Span, kind: str, name: str, *, is_state: bool = False) -> Told:
    quote, place = reader.quote(span)
    note = "custody state" if is_state else None
    return Told(
        kind, name, None, quote, place, "actual", {f"{RULE}.spell"}, note=note, is_state=is_state, is_member="name"
    )
