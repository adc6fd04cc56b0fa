"""The figures of a text found so far: each told once, with what later ones may lean on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from habeas.claims.reading.counted import Before, Counted
from habeas.claims.reading.model import ReadFigure
from habeas.claims.reading.parser import Sentence


@dataclass(slots=True)
class Kept:
    """The figures found so far (`seen`), the count told `last` and where, and who said it."""

    of_prisoners: bool
    seen: dict[tuple[int, str, str | None], ReadFigure] = field(default_factory=dict)
    last: Counted | None = None
    stock: Counted | None = None
    by_value: dict[int, Counted] = field(default_factory=dict)
    at: int = -9
    said: str | None = None

    def before(self, sentence: Sentence) -> Before:
        """What a number in this sentence may go on from."""
        near = self.last if 0 <= sentence.index - self.at <= 1 else None
        return Before(self.last, near, self.stock, self.of_prisoners, self.by_value)

    def add(self, sentence: Sentence, figure: ReadFigure, counted: Counted, is_back: bool) -> None:
        """Keep a figure unless it is one told before; `is_back` = it speaks of people told of before."""
        if figure.said_by is None and self.at == sentence.index and self.said and _is_part(counted):
            figure = replace(figure, said_by=self.said)  # "71 were freed, she said, 30 of whom ..."
        alike = [f for f in self.seen.values() if f.value == figure.value]
        self.last, self.at, self.said = counted, sentence.index, figure.said_by
        self.by_value.setdefault(figure.value, counted)
        if counted.population == "in_custody" and not _is_part(counted):
            self.stock = counted
        if (alike and sentence.is_headline) or (is_back and any(_is_same(f, figure) for f in alike)):
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
