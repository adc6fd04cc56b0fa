"""Russian clauses whose verb was said once: "A приговорили к пяти годам, B - к трем", "A посадили в мае, B - годом позже", "из них пятеро - этим летом"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.events import RULE, RuReader
from habeas.claims.reading.russian.terms import term_in
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from habeas.claims.reading.russian.words import RuSentence

_TERM = re.compile(
    r"\s*[—–-]\s*(?:к|на|до)?\s*(?P<words>\w+(?: с половиной)?)(?P<unit> (?:лет|года|год|годам|месяц\w*|сут\w+))?(?=\s*[,.;]|\s+(?:и|а|колонии|строгого|лишения)\b|$)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:просил|попросил|запросил|требовал|потребовал|добивал)\w* [^.;]{0,40}?\b\w+(?: с половиной)? (?:лет|года?|годам?)\b",
    re.IGNORECASE,
)
_GAVE = re.compile(
    r"\b(?:дал[аи]?|получил[аи]?|назначил[аи]?|присудил[аи]?|приговорил[аи]? к)\s+(?P<number>\w+(?: с половиной)?)(?=\s*[,.;]|$)",
    re.IGNORECASE,
)
_WHEN = (
    r"(?:(?:\w+ ){0,3}(?:позже|спустя|позднее|раньше|следом)|(?:спустя|через) (?:\w+ ){0,2}(?:год|месяц|недел|д[не]|лет|час|сут)\w*|(?:в|во|на) (?:\w+[- ]){0,2}(?:\d{4}|январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр|год[уа]|месяц|недел|день)\w*"
    r"|\d{1,2} (?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*|(?:весной|летом|осенью|зимой|утром|вечером|ночью|вчера|сегодня|следом|затем|тогда же|(?:этим|нынешним|прошлым) (?:летом|месяцем)|(?:этой|нынешней|прошлой) (?:весной|осенью|зимой)|за (?:последн\w+|эт\w+) \w+))\b"
)
_AT = re.compile(rf"\s*[—–-]\s*(?:{_WHEN})", re.IGNORECASE)
_ONCE = frozenset({"arrest", "rearrest", "release", "exile", "pardon", "exchange", "death_in_custody", "transfer"})
_JOINED = re.compile(r"[^.;]*(?:,|\bа\b|\bи\b|;)[^.;]*$")


def gapped_told(reader: RuReader, told: list[Told]) -> Iterator[Told]:
    """Every telling, in the order of the text."""
    for sentence in reader.referents.passage.sentences:
        yield from _terms(reader, sentence, told)
        yield from _bare(reader, sentence, told)
        yield from _days(reader, sentence, told)
        yield from _of_them(reader, sentence, told)


def _first(sentence: RuSentence, told: list[Told], kinds: frozenset[str]) -> Told | None:
    inside = [t for t in told if t.type in kinds and sentence.span[0] <= t.span[0] < sentence.span[1]]
    return next((t for t in inside if not t.is_state), None)


def _terms(reader: RuReader, sentence: RuSentence, told: list[Told]) -> Iterator[Told]:
    text, shift = reader.text(sentence), sentence.span[0]
    first = _first(sentence, [t for t in told if t.term is not None], frozenset({"sentence"}))
    if first is None:
        return
    for span, person in reader.referents.people.between(first.span[0], sentence.span[1]):
        match = _TERM.match(text[span[1] - shift :])
        term = term_in(f"{match['words']}{match['unit'] or ' лет'}") if match is not None else None
        same = (t.type == "sentence" and t.person == person.name and t.term == term for t in told)
        if match is None or term is None or any(same):
            continue
        quote, place = reader.quote((span[0], span[1] + match.end()))
        yield Told("sentence", person.name, None, quote, place, first.reality, {f"{RULE}.gapped"}, term=term)


def _bare(reader: RuReader, sentence: RuSentence, told: list[Told]) -> Iterator[Told]:
    """ "Прокурор просил двадцать лет, дали восемнадцать": the years of the second number are understood."""
    text, shift = reader.text(sentence).replace("ё", "е"), sentence.span[0]
    for match in _GAVE.finditer(text):
        term = term_in(f"{match['number']} лет")
        asked = _ASKED.search(text[: match.start()])
        if term is None or asked is None or term_in(asked.group()) is None:
            continue
        place = shift + asked.start()
        name = next(
            (t.person for t in told if t.type == "sentence" and t.person and t.span[0] <= place < t.span[1]), None
        )
        name = name or _spoken_of(reader, sentence)
        if name is not None:
            quote, span = reader.quote((shift + match.start(), shift + match.end()))
            yield Told("sentence", name, None, quote, span, "actual", {f"{RULE}.bare"}, term=term)


def _spoken_of(reader: RuReader, sentence: RuSentence) -> str | None:
    """Who was told of last before the sentence, of those of whom custody is told."""
    before = reader.referents.people.between(max(0, sentence.span[0] - _NEAR), sentence.span[0])
    named = [person.name for _, person in before if person.name in reader.referents.preferred]
    return named[-1] if named else None


_NEAR = 400


def _days(reader: RuReader, sentence: RuSentence, told: list[Told]) -> Iterator[Told]:
    """ "A посадили в мае, B - двумя годами позже": of B what was told of A."""
    text, shift = reader.text(sentence).replace("ё", "е"), sentence.span[0]
    first = _first(sentence, [t for t in told if t.person is not None], _ONCE)
    if first is None or first.reality != "actual":
        return
    for span, person in reader.referents.people.between(first.span[0], sentence.span[1]):
        match = _AT.match(text[span[1] - shift :])
        known = any(t.type == first.type and t.person == person.name and t.span[0] >= shift for t in told)
        if match is None or known or not _JOINED.search(text[first.span[0] - shift : span[0] - shift]):
            continue
        quote, place = reader.quote((span[0], span[1] + match.end()))
        yield Told(first.type, person.name, None, quote, place, "actual", {f"{RULE}.gapped"}, is_member="name")


def _of_them(reader: RuReader, sentence: RuSentence, told: list[Told]) -> Iterator[Told]:
    """ "умерли сорок осужденных, из них пятеро - этим летом"."""
    text, shift = reader.text(sentence).replace("ё", "е"), sentence.span[0]
    first = _first(sentence, [t for t in told if t.is_group], _ONCE)
    if first is None or first.reality != "actual":
        return
    for number in reader.referents.numbers(sentence):
        start, end = number.core
        before = re.search(r"\b(?:из них|из которых|в том числе)\s+(?:\w+ )?$", text[:start])
        after = re.match(rf"\s*(?:человек )?[—–-]\s*(?:{_WHEN})", text[end:], re.IGNORECASE)
        if before is None or after is None or start + shift < first.span[0]:
            continue
        quote, place = reader.quote((before.start() + shift, end + shift + after.end()))
        count = None if number.is_vague else number.value
        yield Told(first.type, None, count, quote, place, "actual", {f"{RULE}.gapped"})
