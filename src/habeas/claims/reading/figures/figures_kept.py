"""The figures of a text found so far: each told once, with what later ones may lean on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from habeas.claims.reading.figures.counted import Before, Counted
from habeas.claims.reading.model import ReadFigure
from habeas.claims.reading.speech.speaker_names import is_speech
from habeas.claims.reading.text.parser import Sentence

#: Words by which a sentence goes on with the count of the one before.
_GOES_ON = re.compile(
    r"\b(?:of (?:them|these|those|whom)|another|a further|its (?:list|records|count|tally)|those|they|them)\b|^(?:Since|So far|Of|At least|In all|Altogether|Overall|A total|Another|A further)\b"
)

#: "Some 700 people have been convicted": a sentence of nothing but the next number and how things stand.
_OPENS = re.compile(r"\W*(?:[Ss]ome|[Aa]bout|[Aa]round|[Mm]ore than|[Oo]ver|[Nn]early|[Aa]lmost|[Rr]oughly)? ?")
_STANDS = re.compile(r"\b(?:have|has|are|is|remain|remains)\b")
_OF_THEM = re.compile(r"\b(?:of|among) (?:them|these|those|whom)\b", re.IGNORECASE)
#: How many sentences on a count may still go on from the one before it.
_FARTHEST = 2
_ABOVE = 3
_LONGEST_HEADLINE = 160


def is_above(sentence: Sentence) -> bool:
    """Whether the sentence is a headline, which only sums up the text below it."""
    text = sentence.tokens.text.rstrip(" \"'")
    return sentence.is_headline or (
        sentence.paragraph < _ABOVE
        and len(text) < _LONGEST_HEADLINE
        and text[-1:] not in (".", "!", "?", ":", ";", ",")
    )


@dataclass(slots=True)
class Kept:
    """The figures found so far (`seen`), the count told `last` and where, and who said it; `read` = the sentence read last."""

    of_prisoners: bool
    seen: dict[tuple[int, str, str | None], ReadFigure] = field(default_factory=dict)
    last: Counted | None = None
    stock: Counted | None = None
    by_value: dict[int, Counted] = field(default_factory=dict)
    at: int = -9
    paragraph: int = -1
    said: str | None = None
    read: Sentence | None = None

    def before(self, sentence: Sentence) -> Before:
        """What a number in this sentence may go on from."""
        near = self.last if 0 <= sentence.index - self.at <= 1 else None
        return Before(self.last, near, self.stock, self.of_prisoners, self.by_value)

    def speaker_before(self, sentence: Sentence, counted: Counted, place: int, is_bare: bool) -> str | None:
        """Who gave the count that the number at this place goes on from: "71 were freed, she said, 30 of whom ...".

        It goes on when it is a part of that count, when its words point back, when its people are left out (`is_bare`), or when only a
        semicolon parts the two; at most two sentences on in the same paragraph, where nobody speaks in between, or, for words such as "of
        them", in the next sentence wherever it stands.
        """
        if self.said is None:
            return None
        text, gap = sentence.tokens.text, sentence.index - self.at
        opens = _OPENS.fullmatch(text[: max(0, place - sentence.start)]) and _STANDS.search(text)
        goes_on = _is_part(counted) or is_bare or _GOES_ON.search(text) is not None or opens is not None
        if gap == 0:
            return self.said if goes_on or ";" in text[: place - sentence.start] else None
        if self.paragraph == sentence.paragraph:
            return self.said if goes_on and (gap == 1 or (gap == _FARTHEST and not self._is_spoken_between())) else None
        return self.said if gap == 1 and _OF_THEM.search(text) else None

    def _is_spoken_between(self) -> bool:
        """Whether somebody speaks in the sentence read last."""
        return self.read is not None and any(is_speech(token) for token in self.read.tokens)

    def add(self, sentence: Sentence, figure: ReadFigure, counted: Counted, is_back: bool) -> None:
        """Keep a figure unless it is one told before; `is_back` = it speaks of people told of before."""
        alike = [f for f in self.seen.values() if f.value == figure.value]
        self.last, self.at, self.paragraph, self.said = counted, sentence.index, sentence.paragraph, figure.said_by
        self.by_value.setdefault(figure.value, counted)
        if counted.population == "in_custody" and not _is_part(counted):
            self.stock = counted
        if (alike and is_above(sentence)) or (is_back and any(_is_same(f, figure) for f in alike)):
            return
        key = (figure.value, figure.population, figure.said_by)
        self.seen[key] = _joined(self.seen[key], figure) if key in self.seen else figure


def _is_same(first: ReadFigure, again: ReadFigure) -> bool:
    return first.population == again.population and again.said_by in (None, first.said_by)


def _is_part(counted: Counted) -> bool:
    return any(rule.startswith(("part.", "follows.")) for rule in counted.rules)


def _joined(first: ReadFigure, again: ReadFigure) -> ReadFigure:
    """The first telling; a repeat may add the day the count starts from."""
    if first.since is not None or again.since is None:
        return first
    return replace(first, since=again.since)
