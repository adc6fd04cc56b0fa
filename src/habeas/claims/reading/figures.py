"""Numbers of people held, released, arrested, convicted, exiled, dead or ill, each with population, speaker and days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from habeas.claims.reading.counted import Counted, counted_by
from habeas.claims.reading.dates import DateWords
from habeas.claims.reading.events import Reader
from habeas.claims.reading.lexicon import lexicon
from habeas.claims.reading.model import ReadFigure
from habeas.claims.reading.numbers import Number
from habeas.claims.reading.ordinals import ranked_in
from habeas.claims.reading.parser import Sentence, headline_last
from habeas.claims.reading.populations import reality_of_count
from habeas.claims.reading.quoting import clause_span, quote_at
from habeas.claims.reading.told import Told
from habeas.kernel.days import Day

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFALLEN = {
    "arrest": "arrested", "rearrest": "arrested", "release": "released", "pardon": "released", "exchange": "released", "sentence": "convicted",
    "conviction": "convicted", "exile": "exiled", "citizenship_loss": "exiled", "death_in_custody": "died_in_custody", "charge": "other",
    "new_charge": "other", "health_condition": "serious_health",
}  # fmt: skip
_PRISONERS = re.compile(r"\b(?:political prisoners?|prisoners? of conscience|political detainees?)\b", re.IGNORECASE)
_YOUNGEST, _OLDEST = 10, 110
_STOCKS = frozenset({"in_custody", "serious_health"})
_AS_OF = re.compile(r"\bas of (?:the )?$", re.IGNORECASE)


def figures_in(reader: Reader, told: Sequence[Told]) -> tuple[ReadFigure, ...]:
    """Every figure, in the order of the text; the same number of the same population by the same speaker once.

    `told` are the happenings: a number of people whom one befell counts the people of that happening.
    """
    seen: dict[tuple[int, str, str | None], ReadFigure] = {}
    last: Counted | None = None
    for sentence in headline_last(reader.referents.passage):
        said: str | None = None
        for number in reader.referents.numbers(sentence):
            found = _figure(reader, sentence, number, last, told)
            if found is not None:
                figure, counted = found
                if figure.said_by is None and said and _is_part(counted):
                    figure = replace(figure, said_by=said)  # "71 were freed, she said, 30 of whom ..."
                last, said = counted, figure.said_by
                if sentence.is_headline and any(f.value == figure.value for f in seen.values()):
                    continue
                key = (figure.value, figure.population, figure.said_by)
                seen[key] = _joined(seen[key], figure) if key in seen else figure
    for figure in _ranked(reader):
        seen.setdefault((figure.value, figure.population, figure.said_by), figure)
    return tuple(seen.values())


def _ranked(reader: Reader) -> Iterator[ReadFigure]:
    shadow = reader.referents.passage.shadow
    for sentence in reader.referents.passage.sentences:
        for one in ranked_in(shadow[sentence.start : sentence.end]):
            start, end = one.span[0] + sentence.start, one.span[1] + sentence.start
            quote, span = quote_at(reader.referents.passage, (start, end))
            token = sentence.token_at(start) or sentence.tokens[0]
            since = next((d for d in reader.dates.of(sentence) if d.lead == "since"), None)
            yield ReadFigure(
                one.value, one.comparator, one.population, one.scope, None, _day(since), reader.speakers.at(sentence, token), quote, span,
                "flow", (f"rank.{one.population}",), "check",
            )  # fmt: skip


def _is_part(counted: Counted) -> bool:
    return any(rule.startswith("part.") for rule in counted.rules)


def _joined(first: ReadFigure, again: ReadFigure) -> ReadFigure:
    """The first telling; a repeat may add the day the count starts from."""
    if first.since is not None or again.since is None:
        return first
    return replace(first, since=again.since)


def _figure(
    reader: Reader, sentence: Sentence, number: Number, last: Counted | None, told: Sequence[Told]
) -> tuple[ReadFigure, Counted] | None:
    token = sentence.token_at(number.core[0])
    if token is None or _is_date(reader, sentence, number):
        return None
    head = _counted(token)
    if number.value < 2 or _is_age(token, number):
        return None
    shadow = reader.referents.passage.shadow
    around = shadow[sentence.start : number.span[0]], shadow[number.span[1] : sentence.end]
    counted = counted_by(
        sentence, token, head, reader.referents.group(sentence, head), around, last, bool(_PRISONERS.search(shadow))
    )
    counted = counted or _by_event(number, told)
    if counted is None:
        return None
    population = counted.population
    quote, span = quote_at(reader.referents.passage, _span(sentence, head, number))
    dates = reader.dates.of(sentence)
    figure = ReadFigure(
        number.value, number.comparator, population, counted.scope, _day(_as_of(reader, dates)), _day(_since(sentence, head, dates)),
        reader.speakers.at(sentence, token), quote, span, "stock" if population in _STOCKS else "flow", tuple(sorted(counted.rules)),
        "strong" if len(counted.rules) > 1 else "check", reality_of_count(head, population),
    )  # fmt: skip
    return figure, counted


def _is_age(token: Token, number: Number) -> bool:
    """ "He was 63", "arrested at 19"."""
    if not _YOUNGEST <= number.value <= _OLDEST or (
        list(token.children) and any(c.dep_ != "advmod" for c in token.children)
    ):
        return False
    above = token.head
    if token.dep_ == "attr" and above.lemma_ in ("be", "turn"):
        return any(c.dep_ == "nsubj" and (c.lower_ in ("he", "she") or c.pos_ == "PROPN") for c in above.children)
    return (
        token.dep_ == "pobj"
        and above.lower_ == "at"
        and above.head.pos_ in ("VERB", "ADJ")
        and above.head.lemma_ != "put"
    )


def _by_event(number: Number, told: Sequence[Told]) -> Counted | None:
    for one in told:
        if one.is_group and one.count == number.value and one.span[0] <= number.core[0] < one.span[1]:
            population = _BEFALLEN.get(one.type)
            if population == "released" and one.reality == "denied":
                population = "in_custody"
            if population is not None:
                return Counted(population, frozenset({f"event.{population}"}), one.words)
    return None


def _counted(token: Token) -> Token:
    """The noun a number counts, or the number itself."""
    following = [t.lower_ for t in token.doc[token.i + 1 : min(token.i + 3, token.sent.end)]]
    if len(following) > 1 and following[0] == "of" and following[1] in ("them", "whom", "these", "those"):
        return token
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
