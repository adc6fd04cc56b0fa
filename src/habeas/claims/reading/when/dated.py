"""Which date of a sentence belongs to which happening."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from habeas.claims.reading.text.parser import Passage, Sentence
from habeas.claims.reading.when.dates import DateWords, dates_in
from habeas.kernel.days import Day

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True)
class Dates:
    """Dates of a passage, resolved against its day of publication (None = unknown)."""

    passage: Passage
    published: date | None
    _by_sentence: dict[int, list[DateWords]] = field(default_factory=dict)

    def of(self, sentence: Sentence) -> list[DateWords]:
        """Date words of one sentence, placed in the text."""
        if sentence.index not in self._by_sentence:
            words = dates_in(self.passage.shadow[sentence.start : sentence.end], self.published)
            self._by_sentence[sentence.index] = [_shifted(found, sentence.start) for found in words]
        return self._by_sentence[sentence.index]

    def undated(self, places: set[int]) -> tuple[str, ...]:
        """Date words that stay open in the sentences given by index."""
        out: dict[str, None] = {}
        for index in sorted(places):
            for found in self._by_sentence.get(index, ()):
                if found.day is None and found.is_relative:
                    out.setdefault(found.words)
        return tuple(out)

    def attached(self, sentence: Sentence, trigger: Token, others: Collection[Token]) -> DateWords | None:
        """The date that hangs on the trigger, or on the verb it depends on when no other trigger lies between."""
        found = [(self._distance(sentence, words, trigger, others), words) for words in self.of(sentence)]
        near = [(distance, words.span, words) for distance, words in found if distance is not None]
        if near:
            return min(near, key=lambda item: (item[0], item[1]))[2]
        is_broken = sentence.tokens.root.pos_ not in (
            "VERB",
            "AUX",
        )  # a headline, or a parse that took the verb for an adjective
        return found[0][1] if is_broken and len(found) == 1 and not others else None

    def _distance(self, sentence: Sentence, words: DateWords, trigger: Token, others: Collection[Token]) -> int | None:
        token = sentence.token_at(words.span[1] - 1)
        if token is None:
            return None
        above = _governing(trigger)
        for steps, up in enumerate([token, *token.ancestors]):
            if up == trigger:
                return steps
            if up in others:
                return None
            if up == above and up.pos_ in ("VERB", "AUX"):
                return 10 + steps
            if up.dep_ in ("relcl", "ccomp") or (up.dep_ == "advcl" and up.pos_ == "VERB" and up != above):
                return None
        return None


def day_told(words: DateWords | None, published: date | None, is_actual: bool) -> Day | None:
    """The day meant, with "before", "after", "by" applied; None when open, or when what happened would lie after publication."""
    if words is None or words.day is None or words.lead == "until":
        return None
    day = words.day
    if words.lead == "before" and day.first:
        day = Day.before(day.first)
    elif words.lead == "after" and day.last:
        day = Day.after(day.last)
    elif words.lead == "by" and day.last:
        day = Day.by(day.last)
    ahead = published is not None and day.lo is not None and day.lo > published.toordinal()
    return None if ahead and is_actual else day


def _governing(trigger: Token) -> Token:
    here = trigger
    while here.head != here and here.pos_ not in ("VERB", "AUX"):
        here = here.head
    return here if here != trigger else (trigger.head if trigger.dep_ in ("xcomp", "ccomp", "pcomp") else trigger)


def _shifted(words: DateWords, shift: int) -> DateWords:
    return DateWords(
        (words.span[0] + shift, words.span[1] + shift), words.words, words.day, words.lead, words.is_relative
    )
