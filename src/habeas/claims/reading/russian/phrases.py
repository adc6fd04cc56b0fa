"""Happenings that Russian prose tells by a set phrase or by layout: contact cut off, sanctions, visits and talks, lists of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.bearing import has_custody
from habeas.claims.reading.russian.contact import contact_cut
from habeas.claims.reading.russian.events import RULE, RuReader
from habeas.claims.reading.russian.illness import illness_told
from habeas.claims.reading.russian.lists import lists_told
from habeas.claims.reading.russian.reality import reality_of
from habeas.claims.reading.russian.terms import term_in
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from habeas.claims.reading.russian.words import RuSentence, Word

_SANCTION = re.compile(
    r"\bсанкц\w+|санкционн\w+ спис\w+|персональн\w+ ограничени\w+|ограничени\w+ с(?=\s)", re.IGNORECASE
)
_SANCTION_ACT = re.compile(
    r"\b(?:вве\w+|ввод\w+|снять|снял\w*|снима\w+|смягч\w+|отмен\w+|продл\w+|внес\w*|внести|расшир\w+|вернуть|наложи\w+|приостанов\w+|под(?:пал|пасть)\w*)\b",
    re.IGNORECASE,
)
_VISIT = frozenset({"посетить", "навестить", "навещать", "посещать", "повидать", "увидеться", "увидаться"})
_TERM_LINE = re.compile(r"\s*(?:[-–—,(]|\s)\s*(?:назначили |получила? |дали )?(?=\d|\w+ (?:с половиной )?(?:лет|год))")
_PUBLIC = re.compile(r"(?:прокурор|гособвин|обвинени)", re.IGNORECASE)
_ASK = frozenset({"просить", "попросить", "запросить", "запрашивать", "требовать", "потребовать"})


def phrases_told(reader: RuReader, told: list[Told]) -> Iterator[Told]:
    """Every telling by a phrase, in the order of the text."""
    listed = list(lists_told(reader, told))
    held = has_custody([*told, *listed])
    yield from listed
    yield from contact_cut(reader, held)
    yield from illness_told(reader, held)
    for sentence in reader.referents.passage.sentences:
        yield from _sanctions(reader, sentence)
        yield from _visits(reader, sentence, held)
        yield from _penalty_asked(reader, sentence, held)
        yield from _term_lines(reader, sentence, told)


def _sanctions(reader: RuReader, sentence: RuSentence) -> Iterator[Told]:
    text = reader.text(sentence)
    match = _SANCTION.search(text)
    if match is None or not _SANCTION_ACT.search(text) or re.search(r"ограничени\w+ свобод", text):
        return
    act = _SANCTION_ACT.search(text)
    word = _word_at(sentence, act.start() if act is not None else match.start())
    quote, span = reader.quote(sentence.span)
    reality = reality_of(word, text) if word is not None else "actual"
    said = reader.speakers.at(sentence, word) if word is not None else None
    yield Told("sanction", None, None, quote, span, reality, {f"{RULE}.sanction"}, said_by=said)


def _visits(reader: RuReader, sentence: RuSentence, held: set[str]) -> Iterator[Told]:
    """A visit to somebody held, of whom it is then told."""
    for word in sentence.words:
        if word.lemma not in _VISIT:
            continue
        whom = next((c for c in word.children if c.rel in ("obj", "obl")), None)
        for name in reader.referents.who(sentence, whom).persons if whom is not None else ():
            if name in held:
                quote, span = reader.quote(sentence.span)
                yield Told(
                    "meeting", name, None, quote, span, reality_of(word, reader.text(sentence)), {f"{RULE}.visit"}
                )


def _penalty_asked(reader: RuReader, sentence: RuSentence, held: set[str]) -> Iterator[Told]:
    """ "Прокурор просил десять лет": demanded for the one in custody named last."""
    text = reader.text(sentence)
    for word in sentence.words:
        if word.lemma not in _ASK or not any(c.rel == "nsubj" and _PUBLIC.search(c.lemma) for c in word.children):
            continue
        term = term_in(text[word.span[0] - sentence.span[0] :]) or _bare_term(sentence, word)
        before = [
            p.name
            for _, p in reader.referents.people.between(max(0, sentence.span[0] - _NEAR), sentence.span[0])
            if p.name in held
        ]
        named = any(p.name in held for _, p in reader.referents.people.between(word.span[0], sentence.span[1]))
        if term is not None and before and not named:
            quote, span = reader.quote(sentence.span)
            yield Told("sentence", before[-1], None, quote, span, "demanded", {f"{RULE}.penalty asked"}, term=term)


_NEAR = 400


def _bare_term(sentence: RuSentence, word: Word) -> float | None:
    """ "просил десять": a number alone, the years understood."""
    number = next((c for c in word.children if c.pos == "NUM" and c.rel == "obj"), None)
    return term_in(f"{number.text} лет") if number is not None else None


def _term_lines(reader: RuReader, sentence: RuSentence, told: list[Told]) -> Iterator[Told]:
    """ "ИМЯ - три года колонии": the sentence each was given, in a line of a list or between dashes."""
    text, shift = reader.text(sentence), sentence.span[0]
    for span, person in reader.referents.people.between(*sentence.span):
        rest = text[span[1] - shift :]
        match = _TERM_LINE.match(rest)
        if match is None or not any(mark in match.group() for mark in "-–—("):
            continue
        words = re.split(r"[.;)]", rest[match.end() :], maxsplit=1)[0][:60]
        term = term_in(words)
        if (
            term is not None
            and re.match(r"\S+(?: \S+){0,4}", words)
            and not any(t.type == "sentence" and t.person == person.name for t in told)
        ):
            quote, place = reader.quote((span[0], span[1] + match.end() + len(words)))
            yield Told("sentence", person.name, None, quote, place, "actual", {f"{RULE}.term line"}, term=term)


def _word_at(sentence: RuSentence, start: int) -> Word | None:
    return next((w for w in sentence.words if w.span[0] <= sentence.span[0] + start < w.span[1]), None)
