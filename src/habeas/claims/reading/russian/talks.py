"""Visits to people held, talks about them, and sanctions, in Russian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.beside_names import occupation_of, words_beside
from habeas.claims.reading.russian.events import RULE, RuReader
from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.nouns import run_from
from habeas.claims.reading.russian.reality import reality_of
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from habeas.claims.reading.russian.words import RuSentence, Word

_SANCTION = re.compile(
    r"\bсанкц\w+|санкционн\w+ (?:спис\w+|переч\w+)|персональн\w+ ограничени\w+|ограничени\w+ (?:с|против|на|в отношении)(?=\s)|черн\w+ спис\w+|визов\w+ (?:запрет|ограничени)\w*|заморо\w+ актив\w+",
    re.IGNORECASE,
)
_SANCTION_ACT = re.compile(
    r"\b(?:вве\w+|ввод\w+|снять|снял\w*|снима\w+|снят\w*|смягч\w+|ослаб\w+|отмен\w+|продл\w+|внес\w*|внести|внос\w+|включ\w+|расшир\w+|вернуть|наложи\w+|наложен\w*|приостанов\w+|под(?:пал|пасть)\w*|объяви\w+ о|требу\w+|призва\w+|попал\w*|исключ\w+|ужесточ\w+|подготов\w+|заморо\w+)\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(r"требу|призва|подготов", re.IGNORECASE)
_NO_SANCTION = re.compile(
    r"\bне (?:собира\w+|будет|будут|планиру\w+|намер\w+|снял\w*|снимет|обеща\w+)|никак\w+ (?:снятия|отмены|смягчени)|речи (?:пока )?не(?:т| идет)",
    re.IGNORECASE,
)
_VISIT = frozenset(
    {
        "посетить",
        "навестить",
        "навещать",
        "посещать",
        "повидать",
        "увидеться",
        "увидаться",
        "встретиться",
        "повидаться",
        "встречаться",
        "видеться",
        "видеть",
        "увидеть",
    }
)
_BY_TALK = frozenset({"встретиться", "встречаться"})
_VISIT_NOUN = re.compile(
    r"\b(?:свидани[еяю]|свиданий|консульск\w+ (?:встреч|визит|доступ|посещен)\w*|встреч\w+ с (?:мужем|женой|сыном|дочерью|подзащитн\w+|заключенн\w+))",
    re.IGNORECASE,
)
_KEPT_OUT = re.compile(
    r"\b(?:консул|посол|дипломат|врач|доктор|медик|омбудсмен|священник)\w*\b[^.;]{0,40}\bне (?:пуст|пуска|допуст|допуска)\w+|\bне (?:пуст|пуска|допуст|допуска)\w+[^.;]{0,30}\b(?:консул|дипломат|врач|доктор|медик|священник)",
    re.IGNORECASE,
)
_TALKS = re.compile(
    r"\b(?:переговор\w+|встрет\w+ с|встреч[аеиу]\w* с|обсуд\w+|обсужда\w+|визит\w*|беседова\w+ с|поднял\w* (?:вопрос|тему)|прибыл\w* (?:в|на))\b",
    re.IGNORECASE,
)
_BEARS = re.compile(
    r"политзаключ|политзек|узник|заключенн|освобожд|помилован|обмен\w* |список|списк|задержанн|за решетк", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:просил\w*|попросил\w*|требу\w+|потребов\w+|добива\w+|призва\w+)\b", re.IGNORECASE)
_AWAITED = re.compile(r"\b(?:жд[её]т|ждут|ждал[аи]?)\b|\bназначен\w* на\b", re.IGNORECASE)
_REFUSED = re.compile(
    r"\b(?:отказал\w*|отказ\b|не (?:дали|дают|разрешил\w*|предостав\w+|пустил\w*|пуска\w+|смог\w*|состоял\w+)|лишил\w*|лишен\w*|запретил\w*)",
    re.IGNORECASE,
)
_NEAR = 500


def talks_told(reader: RuReader, held: set[str]) -> Iterator[Told]:
    """Every telling, in the order of the text."""
    beside = words_beside(reader.referents)
    for sentence in reader.referents.passage.sentences:
        text = reader.text(sentence).replace("ё", "е")
        yield from _sanctions(reader, sentence, text)
        visits = list(_visits(reader, sentence, held))
        visits = visits or list(_visit_nouns(reader, sentence, text, held))
        yield from visits or _talks(reader, sentence, text, beside, held)


def _sanctions(reader: RuReader, sentence: RuSentence, text: str) -> Iterator[Told]:
    match = _SANCTION.search(text)
    acts = list(_SANCTION_ACT.finditer(text))
    act = min(acts, key=lambda one: abs(one.start() - match.start())) if acts and match is not None else None
    if match is None or act is None or re.search(r"ограничени\w+ свобод|санкци\w+ (?:суда|прокурора|статьи)", text):
        return
    word = _word_at(sentence, act.start())
    clause = reader.referents.clause(sentence, word) if word is not None else []
    quote, span = reader.quote((clause[0].span[0], clause[-1].span[1]) if clause else sentence.span)
    reality = reality_of(word, text, sentence.words) if word is not None else "actual"
    inside = text[span[0] - sentence.span[0] : span[1] - sentence.span[0]]
    reality = "demanded" if reality == "actual" and _PROPOSED.match(act.group()) else reality
    reality = (
        "demanded"
        if reality == "planned" and re.search(r"\bпредлож\w+ (?:внести|включить|ввести)", inside)
        else reality
    )
    reality = "denied" if _NO_SANCTION.search(inside) else reality
    said = reader.speakers.at(sentence, word) if word is not None else None
    for name in _sanctioned(reader, sentence, inside, span[0]) or [None]:
        yield Told("sanction", name, None, quote, span, reality, {f"{RULE}.sanction"}, said_by=said)


_ON_WHOM = re.compile(
    r"\b(?:санкци\w+ (?:\w+ ){0,2}?(?:против|в отношении|на)|включил[аи]?|внес\w*|внести|включить|попал[аи]?)\s+(?:\w+\s+){0,3}?$",
    re.IGNORECASE,
)


def _sanctioned(reader: RuReader, sentence: RuSentence, inside: str, start: int) -> list[str | None]:
    """ "санкции против судьи ИМЯ", "внести ИМЯ в санкционный список": on whom by name."""
    named = [one for one in reader.referents.named(sentence) if start <= one.first.span[0] < start + len(inside)]
    at = next((n for n, one in enumerate(named) if _ON_WHOM.search(inside[: one.first.span[0] - start])), None)
    return [] if at is None else [one.person.name for one in run_from(sentence, named, at)]


def _visits(reader: RuReader, sentence: RuSentence, held: set[str]) -> Iterator[Told]:
    """A visit to somebody held, of whom it is then told."""
    for word in sentence.words:
        if word.lemma not in _VISIT or word.pos != "VERB":
            continue
        whom = next((c for c in word.children if c.rel == "obj"), None)
        whom = whom or next(
            (c for c in word.children if c.rel == "obl" and any(m.low in ("с", "со") for m in c.children)), None
        )
        if whom is None or (word.lemma in ("видеть", "увидеть") and whom.pos not in ("PRON", "PROPN")):
            continue
        for name in reader.referents.who(sentence, whom).persons:
            clause = reader.referents.clause(sentence, word)
            inside = " ".join(w.low for w in clause)
            if name in held or re.search(r"в (?:\w+ )?(?:колони|сизо|тюрьм|изолятор|больнице колони)", inside):
                quote, span = reader.quote((clause[0].span[0], clause[-1].span[1]))
                reality = reality_of(word, reader.text(sentence), sentence.words)
                yield Told("meeting", name, None, quote, span, reality, {f"{RULE}.visit"})


def _visit_nouns(reader: RuReader, sentence: RuSentence, text: str, held: set[str]) -> Iterator[Told]:
    """ "получила свидание", "консула к нему не пустили": of the one held spoken of."""
    match = _VISIT_NOUN.search(text) or _KEPT_OUT.search(text)
    if match is None or re.search(r"комнат\w+ для свидани", text):
        return
    word = _word_at(sentence, match.start())
    if word is None:
        return
    clause = reader.referents.clause(sentence, word)
    inside = text[clause[0].span[0] - sentence.span[0] : clause[-1].span[1] - sentence.span[0]]
    name = _held_near(reader, sentence, clause, held)
    if name is None or re.search(r"\bлиш\w+ (?:\w+ )?свидани", text):
        return
    quote, span = reader.quote((clause[0].span[0], clause[-1].span[1]))
    reality = (
        "denied"
        if _REFUSED.search(text[match.start() :]) or _REFUSED.search(inside) or _KEPT_OUT.search(text)
        else "demanded"
        if _ASKED.search(inside)
        else "planned"
        if _AWAITED.search(inside)
        else reality_of(word, text, sentence.words)
    )
    yield Told("meeting", name, None, quote, span, reality, {f"{RULE}.visit"})


def _held_near(reader: RuReader, sentence: RuSentence, clause: list[Word], held: set[str]) -> str | None:
    for word in clause:
        is_described = lexicon().has("described", word.lemma) and reader.referents.people.at(word.span) is None
        if is_described or word.low in ("ним", "ней", "нему", "него", "нее", "его", "ее"):
            found = [name for name in reader.referents.who(sentence, word).persons if name in held]
            if found:
                return found[0]
    inside = [one.person.name for one in reader.referents.named(sentence) if one.person.name in held]
    if inside:
        return inside[0]
    before = [
        p.name
        for _, p in reader.referents.people.between(max(0, sentence.span[0] - _NEAR), sentence.span[0])
        if p.name in held
    ]
    return before[-1] if before else None


def _talks(
    reader: RuReader, sentence: RuSentence, text: str, beside: dict[str, list[str]], held: set[str]
) -> Iterator[Told]:
    """ "Спецпосланник ИМЯ провел переговоры": of the envoy, when the talk bears on people held."""
    match = _TALKS.search(text)
    if match is None:
        return
    sentences = reader.referents.passage.sentences
    around = " ".join(
        reader.text(s)
        for s in sentences[max(0, sentence.index - 1) : sentence.index + 2]
        if s.paragraph == sentence.paragraph
    )
    if not _BEARS.search(around):
        return
    actors = [
        one
        for one in reader.referents.named(sentence)
        if one.person.name not in held and occupation_of(beside.get(one.person.name, []))[0] == "diplomat"
    ]
    word = _word_at(sentence, match.start())
    if not actors or word is None:
        return
    clause = reader.referents.clause(sentence, word)
    near = min(actors, key=lambda one: abs(one.first.index - word.index))
    quote, span = reader.quote((min(clause[0].span[0], near.first.span[0]), max(clause[-1].span[1], near.last.span[1])))
    yield Told(
        "meeting", near.person.name, None, quote, span, reality_of(word, text, sentence.words), {f"{RULE}.talks"}
    )


def _word_at(sentence: RuSentence, start: int) -> Word | None:
    return next((w for w in sentence.words if w.span[0] <= sentence.span[0] + start < w.span[1]), None)
