"""Happenings that Russian prose tells by a set phrase or by layout: contact cut off, sanctions, visits and talks, lists of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.bearing import has_custody
from habeas.claims.reading.russian.events import RULE, RuReader
from habeas.claims.reading.russian.reality import reality_of
from habeas.claims.reading.russian.terms import term_in
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from habeas.claims.reading.russian.words import RuSentence, Word

_NO_CONTACT = re.compile(
    r"(?:нет (?:никакой |никаких )?(?:связи|вестей|известий|информации о (?:нем|ней|его|ее))|местонахождени\w+[^.;]{0,30}неизвестн|неизвестн\w+[^.;]{0,20}местонахождени"
    r"|инкоммуникадо|не (?:приходят|получал\w*|получает|получают|доходят) (?:письм|писем)|пис(?:ем|ьма) (?:от|к) (?:него|нее|ней|нему|них)[^.;]{0,40}не (?:получа|приход|доход)|писем нет|переписки [^.;]{0,20}нет|лиш\w+ (?:переписки|свиданий|связи)"
    r"|не пускают адвокат|адвокат\w* [^.;]{0,20}не пускают|полной изоляции|не выход\w+ на связь|на связь не выход|ничего не известно|судьб\w+ [^.;]{0,25}неизвестн|ни слова|не (?:может|могут|мог|могла|могли) (?:попасть к|узнать, где)"
    r"|не сообщая (?:родным|родственникам|семье|близким)|(?:отказыва\w+|не) (?:говорят|сообщают|сообщать|говорить)[^.;]{0,20}, где)",
    re.IGNORECASE,
)
_SANCTION = re.compile(
    r"\bсанкц\w+|санкционн\w+ спис\w+|персональн\w+ ограничени\w+|ограничени\w+ с(?=\s)", re.IGNORECASE
)
_SANCTION_ACT = re.compile(
    r"\b(?:вве\w+|ввод\w+|снять|снял\w*|снима\w+|смягч\w+|отмен\w+|продл\w+|внес\w*|внести|расшир\w+|вернуть|наложи\w+|приостанов\w+|под(?:пал|пасть)\w*)\b",
    re.IGNORECASE,
)
_VISIT = frozenset({"посетить", "навестить", "навещать", "посещать", "повидать", "увидеться", "увидаться"})
_HEADINGS = (
    ("release", r"вышл[иа]\b|освобожд|на свободе|освободи"), ("arrest", r"задержан|задержали|арестован|под стражей"), ("sentence", r"приговор|осужден"),
    ("exile", r"депортирован|выслан"), ("transfer", r"переведен|этапирован"), ("pardon", r"помилован"), ("death_in_custody", r"умерли|скончались"),
    ("exchange", r"обменян|обмен"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _HEADINGS)
_UNREAL = re.compile(r"\b(?:не|должны|требуем|ждут|ожида\w+|освободите|суды|завтра)\b|\?", re.IGNORECASE)
_TERM_LINE = re.compile(r"\s*(?:[-–—,(]|\s)\s*(?:назначили |получила? |дали )?(?=\d|\w+ (?:с половиной )?(?:лет|год))")
_PUBLIC = re.compile(r"(?:прокурор|гособвин|обвинени)", re.IGNORECASE)
_ASK = frozenset({"просить", "попросить", "запросить", "запрашивать", "требовать", "потребовать"})


def phrases_told(reader: RuReader, told: list[Told]) -> Iterator[Told]:
    """Every telling by a phrase, in the order of the text."""
    held = has_custody(told)
    kind: str | None = None
    for sentence in reader.referents.passage.sentences:
        text = reader.text(sentence)
        yield from _no_contact(reader, sentence)
        yield from _sanctions(reader, sentence)
        yield from _visits(reader, sentence, held)
        yield from _penalty_asked(reader, sentence, held)
        yield from _term_lines(reader, sentence, told)
        if text.rstrip().endswith(":"):
            kind = next((k for k, words in _COMPILED if words.search(text)), None) if not _UNREAL.search(text) else None
        elif kind is not None:
            people = _opening(reader, sentence)
            if not people:
                kind = None
                continue
            for name in people:
                quote, span = reader.quote(sentence.span)
                yield Told(kind, name, None, quote, span, "actual", {f"{RULE}.layout.{kind}"}, note="structural")


def _opening(reader: RuReader, sentence: RuSentence) -> list[str]:
    """Who a line of a list is about: the name it opens with, after a mark or a number."""
    people = reader.referents.people.between(*sentence.span)
    opens = bool(people) and people[0][0][0] <= sentence.span[0] + _MARK
    return [people[0][1].name] if opens else []


_MARK = 28


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


def _no_contact(reader: RuReader, sentence: RuSentence) -> Iterator[Told]:
    match = _NO_CONTACT.search(reader.text(sentence))
    if match is None:
        return
    people = reader.referents.people.between(*sentence.span)
    pronouns = [w for w in sentence.words if w.low in ("ним", "ней", "нем", "него", "нее", "его", "ее", "она", "он")]
    pronoun = next((w for w in pronouns if w.low in ("ним", "ней", "нем")), pronouns[0] if pronouns else None)
    place = sentence.span[0] + match.start()
    held = [one for one in people if one[1].name in reader.referents.preferred] or people
    who = min(held, key=lambda one: abs(one[0][0] - place))[1].name if held else None
    if pronoun is not None:
        persons = reader.referents.who(sentence, pronoun).persons
        who = persons[0] if persons else who
    if who is not None:
        quote, span = reader.quote(sentence.span)
        yield Told("disappearance_incommunicado", who, None, quote, span, "actual", {f"{RULE}.no_contact"})
