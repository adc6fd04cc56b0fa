"""Numbers of people held, released, arrested, convicted, exiled, dead or ill, each with population, speaker and days."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from habeas.claims.reading.dates import DateWords
from habeas.claims.reading.events import Reader
from habeas.claims.reading.lexicon import lexicon
from habeas.claims.reading.model import ReadFigure
from habeas.claims.reading.numbers import Number
from habeas.claims.reading.parser import Sentence
from habeas.claims.reading.populations import population_by_order, population_by_syntax, reality_of_count
from habeas.claims.reading.quoting import clause_span, quote_at
from habeas.kernel.days import Day

if TYPE_CHECKING:
    from spacy.tokens import Token

_STOCKS = frozenset({"in_custody", "serious_health"})
_AS_OF = re.compile(r"\bas of (?:the )?$", re.IGNORECASE)
_COUNTED_APART = frozenset({"case"})


def figures_in(reader: Reader) -> tuple[ReadFigure, ...]:
    """Every figure, in the order of the text; the same number of the same population by the same speaker once."""
    seen: dict[tuple[int, str, str | None], ReadFigure] = {}
    for sentence in reader.referents.passage.sentences:
        for number in reader.referents.numbers(sentence):
            figure = _figure(reader, sentence, number)
            if figure is not None:
                key = (figure.value, figure.population, figure.said_by)
                seen[key] = _joined(seen[key], figure) if key in seen else figure
    return tuple(seen.values())


def _joined(first: ReadFigure, again: ReadFigure) -> ReadFigure:
    """The first telling; a repeat may add the day the count starts from."""
    if first.since is not None or again.since is None:
        return first
    return replace(first, since=again.since)


def _figure(reader: Reader, sentence: Sentence, number: Number) -> ReadFigure | None:
    token = sentence.token_at(number.core[0])
    if token is None or _is_date(reader, sentence, number):
        return None
    head = _counted(token)
    if number.value < 2 and head == token:
        return None
    group = reader.referents.group(sentence, head)
    is_cases = head.lemma_.lower() in _COUNTED_APART
    if group is None or (group.count is None and not group.is_vague):
        return None
    by_syntax = population_by_syntax(sentence, head)
    by_order = population_by_order(sentence, token)
    population = by_syntax or (by_order if not is_cases else None)
    if population is None:
        return None
    if is_cases:
        population = "other"
    rules = {f"syntax.{population}" for _ in [0] if by_syntax} | {
        f"order.{population}" for _ in [0] if by_order == population
    }
    quote, span = quote_at(reader.referents.passage, _span(sentence, head, number))
    dates = reader.dates.of(sentence)
    return ReadFigure(
        number.value, number.comparator, population, group.words, _day(_as_of(reader, dates)), _day(_since(sentence, head, dates)),
        reader.speakers.at(sentence, token), quote, span, "stock" if population in _STOCKS else "flow", tuple(sorted(rules)),
        "strong" if len(rules) > 1 else "check", reality_of_count(head, population),
    )  # fmt: skip


def _counted(token: Token) -> Token:
    """The noun a number counts, or the number itself."""
    here = token
    while (
        here.dep_ in ("nummod", "quantmod", "compound", "amod", "nmod", "advmod")
        and here.head != here
        and here.head.sent == here.sent
    ):
        here = here.head
    if here != token and (here.pos_ in ("NOUN", "PROPN", "NUM", "PRON", "ADJ") or lexicon().has("people", here.lemma_)):
        return here
    return token


def _is_date(reader: Reader, sentence: Sentence, number: Number) -> bool:
    start, end = number.core
    return any(
        words.span[0] <= start and end <= words.span[1]
        for words in reader.dates.of(sentence)
        if number.value > 31 or words.span[1] - words.span[0] > end - start
    )


def _span(sentence: Sentence, head: Token, number: Number) -> tuple[int, int]:
    start, end = clause_span(sentence, head)
    return min(start, number.span[0]), max(end, number.span[1])


def _since(sentence: Sentence, head: Token, dates: list[DateWords]) -> DateWords | None:
    return next((words for words in dates if words.lead == "since" and _hangs_on(sentence, words, head)), None)


def _hangs_on(sentence: Sentence, words: DateWords, head: Token) -> bool:
    """Whether the date belongs to this count: climbing from it, the counted noun or its verb comes before any other counted noun."""
    token = sentence.token_at(words.span[1] - 1)
    for up in token.ancestors if token is not None else ():
        if up == head or up == head.head:
            return True
        if any(child.dep_ == "nummod" and child.ent_type_ != "DATE" for child in up.children):
            return False
    return False


def _as_of(reader: Reader, dates: list[DateWords]) -> DateWords | None:
    shadow = reader.referents.passage.shadow
    return next((words for words in dates if _AS_OF.search(shadow[max(0, words.span[0] - 12) : words.span[0]])), None)


def _day(words: DateWords | None) -> Day | None:
    return words.day if words is not None else None
