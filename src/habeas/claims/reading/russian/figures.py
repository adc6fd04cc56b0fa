"""Numbers of people in Russian prose, each with population, speaker and day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.model import ReadFigure
from habeas.claims.reading.russian.dates import dates_in
from habeas.claims.reading.russian.lexicon import lexicon

if TYPE_CHECKING:
    from habeas.claims.reading.numbers import Number
    from habeas.claims.reading.russian.events import RuReader
    from habeas.claims.reading.russian.words import RuSentence, Word
    from habeas.claims.reading.told import Told

_CUES = (
    ("died_in_custody", r"умер|скончал|погиб|смерт"),
    ("serious_health", r"болезн|больны|больных|заболевани|здоровь|инвалид"),
    ("exiled", r"депортир|высла|выдвор|вывез|изгна"),
    ("other", r"обвинен|обвиняем|под судом|уехал|эмигрир|покинул|уголовн\w+ дел"),
    ("in_custody", r"остаются|остается|остаётся|находятся|находится|содерж|за решетк|за решётк|в заключени|под страж|в тюрьм|в колони|отбыва|удержива|сидят|лишен\w* свобод|в неволе|призна\w* (?:\w+ )?политзаключ|политзаключ\w+ (?:\w+ )?призна"),
    ("released", r"освобо|выпу|отпу|помилован|на свобод|обмен|вышл"),
    ("convicted", r"осужд|осуди|приговор"),
    ("arrested", r"задерж|аресто|схва"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _CUES)
_BEFALLEN = {
    "arrest": "arrested", "rearrest": "arrested", "release": "released", "pardon": "released", "exchange": "released", "sentence": "convicted", "conviction": "convicted",
    "exile": "exiled", "death_in_custody": "died_in_custody", "charge": "other", "new_charge": "other", "health_condition": "serious_health",
}  # fmt: skip
_STOCKS = frozenset({"in_custody", "serious_health"})
_PART = re.compile(r"(?:в том числе|среди (?:них|которых)|из (?:них|которых)|включая)[^.;]{0,70}$", re.IGNORECASE)
_REACH = 70


def figures_in(reader: RuReader, told: list[Told]) -> tuple[ReadFigure, ...]:
    """Every figure; the same number of the same population by the same speaker once."""
    seen: dict[tuple[int, str, str | None], ReadFigure] = {}
    last: str | None = None
    ordered = sorted(reader.referents.passage.sentences, key=lambda s: (s.is_headline, s.index))
    for sentence in ordered:
        for number in reader.referents.numbers(sentence):
            figure = _figure(reader, sentence, number, told, last)
            if figure is None:
                continue
            last = figure.population
            if sentence.is_headline and any(
                (f.value, f.population) == (figure.value, figure.population) for f in seen.values()
            ):
                continue
            seen.setdefault((figure.value, figure.population, figure.said_by), figure)
    return tuple(sorted(seen.values(), key=lambda one: one.span))


def _figure(
    reader: RuReader, sentence: RuSentence, number: Number, told: list[Told], last: str | None
) -> ReadFigure | None:
    text, shift = reader.text(sentence), sentence.span[0]
    word = next((w for w in sentence.words if w.span[0] - shift <= number.core[0] < w.span[1] - shift), None)
    if word is None or any(d.span[0] <= number.core[0] < d.span[1] for d in dates_in(text, reader.published)):
        return None
    noun = word
    while (
        noun.head is not None
        and noun.rel.startswith(("nummod", "amod", "compound", "flat"))
        and noun.pos in ("NUM", "ADJ", "DET")
    ):
        noun = noun.head
    counts_people = lexicon().has("people", noun.lemma)
    if not counts_people and not word.rel.startswith("nummod"):
        noun = word
    if not counts_people and _PART.search(text[: number.span[0]]):
        noun = word
    if number.value < 2 or not (counts_people or noun is word):
        return None
    population, rule = _population(text, number, noun, (shift, told), last)
    if population is None or (
        noun is word and rule == "order" and not _PART.search(text[: number.span[0]]) and not _is_counted(text, number)
    ):
        return None
    quote, span = reader.quote(_span(word, noun, number, shift))
    day = next((d.day for d in dates_in(text, reader.published) if d.is_since), None)
    return ReadFigure(
        number.value, number.comparator, population, noun.text, None, day, reader.speakers.at(sentence, noun), quote, span,
        "stock" if population in _STOCKS else "flow", (f"ru.{rule}",), "check",
    )  # fmt: skip


def _population(
    text: str, number: Number, noun: Word, events: tuple[int, list[Told]], last: str | None
) -> tuple[str | None, str]:
    shift, told = events
    for one in told:
        if (
            one.is_group
            and one.count == number.value
            and one.span[0] <= number.core[0] + shift < one.span[1]
            and one.type in _BEFALLEN
        ):
            return _BEFALLEN[one.type], "event"
    if last is not None and _PART.search(text[: number.span[0]]) and not lexicon().has("held", noun.lemma):
        own = next(
            (name for name, pattern in _COMPILED if pattern.search(text[number.core[1] : number.core[1] + 40])), None
        )
        return own or last, "part"
    after, before = (
        text[number.core[0] : number.core[1] + _REACH],
        text[max(0, number.span[0] - _REACH) : number.span[0]],
    )
    hits = [(m.start(), name) for name, pattern in _COMPILED if (m := pattern.search(after))]
    back = [(len(before) - m.end() + 5, name) for name, pattern in _COMPILED for m in pattern.finditer(before)]
    near = min([*hits, *back], default=None)
    if near is not None:
        return near[1], "order"
    return ("in_custody", "noun") if lexicon().has("held", noun.lemma) else (None, "none")


def _is_counted(text: str, number: Number) -> bool:
    """Whether a number without its noun is told as a count of people: "из 14", "число ... 1172"."""
    return bool(
        re.search(
            r"(?:числ\w+|количеств\w+|список\w*|списке|их|еще|ещё|всего|из|освобо\w+|задерж\w+)\b[^.;]{0,40}$",
            text[: number.span[0]],
            re.IGNORECASE,
        )
    )


def _span(word: Word, noun: Word, number: Number, shift: int) -> tuple[int, int]:
    head = noun
    while head.head is not None and head.rel not in ("root", "conj", "acl", "acl:relcl", "advcl", "ccomp", "parataxis"):
        head = head.head
    kept = head.subtree()
    start, end = min(w.span[0] for w in kept), max(w.span[1] for w in kept)
    if end - start > 320:
        start, end = noun.subtree()[0].span[0], noun.subtree()[-1].span[1]
    return min(start, number.span[0] + shift), max(end, number.span[1] + shift)
