"""Numbers of people held, released, arrested, convicted, exiled, dead or ill, each with population, speaker and days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.figures.alone import said_after
from habeas.claims.reading.figures.count_nouns import CountNoun, count_noun
from habeas.claims.reading.figures.counted import Before, Counted, Place
from habeas.claims.reading.figures.figure_days import Counting, as_of_count
from habeas.claims.reading.figures.figure_speakers import FigureSpeakers
from habeas.claims.reading.figures.figures_kept import Kept, is_above
from habeas.claims.reading.figures.inherited import counted_by
from habeas.claims.reading.figures.not_counts import is_age, is_no_count, is_term_asked
from habeas.claims.reading.figures.ordinals import ranked_in
from habeas.claims.reading.figures.populations import has_own_words, reality_of_count, says_what_became
from habeas.claims.reading.figures.stated_numbers import stated_before
from habeas.claims.reading.model import ReadFigure
from habeas.claims.reading.text.numbers import Number
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import clause_span, quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.ways_out.inner_places import leaves_inner_place
from habeas.claims.reading.when.dates import DateWords
from habeas.kernel.days import Day

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFALLEN = {
    "arrest": "arrested", "rearrest": "arrested", "release": "released", "pardon": "released", "exchange": "released", "sentence": "convicted",
    "conviction": "convicted", "exile": "exiled", "citizenship_loss": "exiled", "death_in_custody": "died_in_custody", "charge": "other",
    "new_charge": "other", "health_condition": "serious_health",
}  # fmt: skip
_PRISONERS = re.compile(r"\b(?:political prisoners?|prisoners? of conscience|political detainees?)\b", re.IGNORECASE)
_MAY = re.compile(r" may\b")
_FEW = 12
_SAID_OF_ONE = re.compile(
    r"^ of (?:them|whom|those|these)(?: \w+)? (?:in (?:custody|prison|jail|hospital)|has|had|was|have|died)\b"
)
_ADMITTED = re.compile(
    r"\b(?:acknowledg\w+|admits?|admitted|concedes?|conceded|confirm(?:s|ed)|recogni[sz]\w+)(?: to)?(?: having)?(?: only| just)? $",
    re.IGNORECASE,
)
_STOCKS = frozenset({"in_custody", "serious_health"})


def figures_in(reader: Reader, told: Sequence[Told]) -> tuple[ReadFigure, ...]:
    """Every figure, in the order of the text; the same number of the same population by the same speaker once.

    `told` are the happenings: a number of people whom one befell counts the people of that happening.
    """
    givers = FigureSpeakers(reader.speakers, reader.referents)
    kept = Kept(bool(_PRISONERS.search(reader.referents.passage.shadow)))
    sentences = reader.referents.passage.sentences
    for sentence in (*(s for s in sentences if not is_above(s)), *(s for s in sentences if is_above(s))):
        for number in reader.referents.numbers(sentence):
            found = _figure(reader, sentence, number, kept, told, givers)
            if found is not None:
                kept.add(sentence, *found)
        kept.read = sentence
    for figure in _ranked(reader):
        kept.seen.setdefault((figure.value, figure.population, figure.said_by), figure)
    return tuple(kept.seen.values())


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


def _figure(
    reader: Reader, sentence: Sentence, number: Number, kept: Kept, told: Sequence[Told], givers: FigureSpeakers
) -> tuple[ReadFigure, Counted, bool] | None:
    token = sentence.token_at(number.core[0])
    shadow = reader.referents.passage.shadow
    if token is None or _is_date(reader, sentence, number) or is_no_count(shadow, *number.core, number.value):
        return None
    count = count_noun(sentence, number)
    around = shadow[sentence.start : number.span[0]], shadow[number.span[1] : sentence.end]
    if number.value < 2 and not _is_single(count, number, kept.before(sentence), around):
        return None
    if (
        count is not None
        and count.kind == "bare"
        and (
            (is_age(token, number.value) and not stated_before(shadow[sentence.start : number.span[0]])[0])
            or is_term_asked(shadow[: number.core[0]])
        )
    ):
        return None
    place = Place(sentence, token, shadow[sentence.start : number.span[0]], shadow[number.span[1] : sentence.end])
    counted = counted_by(place, count, kept.before(sentence)) or _by_event(number, told)
    if counted is None or (count is not None and count.is_back and _points_back(count, sentence, number, kept)):
        return None
    head, population = count.head if count is not None else token, counted.population
    if population == "released" and _leaves_only_a_cell(head):
        return None
    quote, span = quote_at(reader.referents.passage, _span(sentence, head, number))
    dates, is_bare = reader.dates.of(sentence), count is None or count.kind == "bare"
    figure = ReadFigure(
        number.value, number.comparator, population, counted.scope,
        as_of_count(Counting(reader, sentence, number, head), population in _STOCKS), _day(_since(sentence, head, dates)),
        givers.of(sentence, token, kept.speaker_before(sentence, counted, number.span[0], is_bare)), quote, span, "stock" if population in _STOCKS else "flow", tuple(sorted(counted.rules)),
        "strong" if len(counted.rules) > 1 else "check", reality_of_count(head, population),
    )  # fmt: skip
    return figure, counted, count is not None and count.is_back


def _leaves_only_a_cell(head: Token) -> bool:
    """ "three prisoners were released from the punishment cell", "the release of three from solitary confinement"."""
    clauses = (c for c in head.children if c.dep_ in ("acl", "relcl"))
    return any(leaves_inner_place(told) for told in (*head.ancestors, *clauses))


def _is_single(count: CountNoun | None, number: Number, before: Before, around: tuple[str, str]) -> bool:
    """ "two were freed and one has died", "the ministry acknowledges one": one, where it goes on from a count."""
    if count is None or number.value != 1 or before.near is None or count.is_back:
        return False
    earlier, later = around
    if count.kind in ("act", "bare") and _ADMITTED.search(earlier):
        return True
    if count.is_part:
        return _SAID_OF_ONE.search(later) is not None
    return count.kind == "bare" and bool(said_after(count.last) or count.head.dep_ in ("nsubj", "nsubjpass"))


def _points_back(count: CountNoun, sentence: Sentence, number: Number, kept: Kept) -> bool:
    """ "the nine", "of the 17 releases": the same people again, unless the clause tells something new of them."""
    is_new = not any(f.value == number.value for f in kept.seen.values())
    if says_what_became(count, sentence):
        return False
    if is_new and has_own_words(count, sentence):
        return False
    return number.value <= _FEW or any(f.value == number.value for f in kept.seen.values())


def _by_event(number: Number, told: Sequence[Told]) -> Counted | None:
    for one in told:
        if one.is_group and one.count == number.value and one.span[0] <= number.core[0] < one.span[1]:
            population = _BEFALLEN.get(one.type)
            if population == "released" and one.reality == "denied":
                population = "in_custody"
            if population is not None:
                return Counted(population, frozenset({f"event.{population}"}), one.words)
    return None


def _is_date(reader: Reader, sentence: Sentence, number: Number) -> bool:
    start, end = number.core
    if _MAY.match(reader.referents.passage.shadow, end):
        return False
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


def _day(words: DateWords | None) -> Day | None:
    return words.day if words is not None else None
