"""Happenings that Russian prose tells by a set phrase or by layout: contact cut off, sanctions, visits and talks, lists of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.events.bearing import has_custody
from habeas.claims.reading.russian.contact import contact_cut
from habeas.claims.reading.russian.events import RULE, RuReader
from habeas.claims.reading.russian.fronted import fronted_told
from habeas.claims.reading.russian.gapped import gapped_told
from habeas.claims.reading.russian.illness import illness_told
from habeas.claims.reading.russian.lists import lists_told
from habeas.claims.reading.russian.pardons import pardons_told
from habeas.claims.reading.russian.set_phrases import set_phrases_told
from habeas.claims.reading.russian.spells import spells_told
from habeas.claims.reading.russian.talks import talks_told
from habeas.claims.reading.russian.tallies import tallies_told
from habeas.claims.reading.russian.terms import term_in
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from habeas.claims.reading.russian.words import RuSentence, Word

_TERM_LINE = re.compile(r"\s*(?:[-–—,(:]|\s)\s*(?:назначили |получила? |дали )?(?=\d|\w+ (?:с половиной )?(?:лет|год))")
_IN_BRACKETS = re.compile(
    r"\s*\(([^)]{0,60}(?:колони|лишени|режим|приговор|срок|тюрьм|химии|заключени|получил)[^)]{0,40})\)", re.IGNORECASE
)
_PUBLIC = re.compile(r"(?:прокурор|гособвин|обвинени)", re.IGNORECASE)
_ASK = frozenset({"добиваться", "просить", "попросить", "запросить", "запрашивать", "требовать", "потребовать"})


def phrases_told(reader: RuReader, told: list[Told]) -> Iterator[Told]:
    """Every telling by a phrase, in the order of the text."""
    listed = list(lists_told(reader, told))
    held = has_custody([*told, *listed])
    yield from listed
    described = held | reader.referents.recent.called_held()
    yield from contact_cut(reader, described)
    yield from illness_told(reader, described)
    yield from talks_told(reader, described)
    yield from set_phrases_told(reader, described)
    for sentence in reader.referents.passage.sentences:
        yield from _penalty_asked(reader, sentence, held)
        yield from _term_lines(reader, sentence, told)
    yield from gapped_told(reader, told)
    yield from pardons_told(reader, told)
    yield from spells_told(reader)
    yield from fronted_told(reader, told)
    yield from tallies_told(reader, told)


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
        inside = _IN_BRACKETS.match(rest)
        if (
            inside is not None
            and term_in(inside[1]) is not None
            and not any(t.type == "sentence" and t.person == person.name for t in told)
        ):
            quote, place = reader.quote((span[0], span[1] + inside.end()))
            yield Told(
                "sentence", person.name, None, quote, place, "actual", {f"{RULE}.term line"}, term=term_in(inside[1])
            )
            continue
        if match is None or not any(mark in match.group() for mark in "-–—(:"):
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
