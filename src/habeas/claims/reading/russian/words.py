"""Russian sentences as words with lemma, grammar, head and name label, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from habeas.claims.reading.model import Span
from habeas.claims.reading.russian.dictionary import lemma_as, mended, parses_of
from habeas.claims.reading.russian.models import RuModels, models
from habeas.claims.reading.text.shadow import shadow_of
from habeas.claims.reading.text.split import pieces

#: Emoji and arrows, each one code point, that stick to the words beside them.
_PICTURES = re.compile("[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]")
_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}


@dataclass(eq=False, slots=True)
class Word:
    """One word. `head` None = the root; `name` = the model's label of a person, place or organisation, None for none."""

    index: int
    text: str
    span: Span
    lemma: str
    pos: str
    feats: Mapping[str, str]
    rel: str
    head: Word | None = None
    children: list[Word] = field(default_factory=list)
    name: str | None = None

    @property
    def low(self) -> str:
        """The word in lower case, ё as е."""
        return self.text.lower().replace("ё", "е")

    def up(self) -> Iterator[Word]:
        """The words above it, nearest first."""
        here = self.head
        while here is not None:
            yield here
            here = here.head

    def subtree(self) -> list[Word]:
        """Itself and everything below, in order."""
        found, queue = {self.index: self}, list(self.children)
        while queue:
            word = queue.pop()
            if word.index not in found:
                found[word.index] = word
                queue += word.children
        return [found[index] for index in sorted(found)]


@dataclass(frozen=True, slots=True)
class RuSentence:
    """A sentence. `paragraph` numbers the line it stands in."""

    index: int
    paragraph: int
    words: tuple[Word, ...]
    span: Span
    is_headline: bool


@dataclass(frozen=True, slots=True)
class RuPassage:
    """A parsed text; `persons` are the spans that the model takes for names of people."""

    text: str
    shadow: str
    sentences: tuple[RuSentence, ...]
    persons: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Cut:
    """A sentence cut into tokens, before it is parsed. `labels` are the names its paragraph holds."""

    paragraph: int
    span: Span
    tokens: list[Any]
    labels: list[tuple[int, int, str]]
    is_headline: bool


def parse_russian(text: str) -> RuPassage:
    """Parse a text. Nothing in it can make it fail. Raises InputRefused when the extra packages are missing."""
    made = models()
    shadow = _PICTURES.sub(" ", shadow_of(text))
    cuts = list(_cut(made, shadow))
    plain = [[token.text for token in cut.tokens] for cut in cuts]
    forms, places = (
        made.forms.map(plain),
        made.arcs.map(plain),
    )  # many sentences at once are several times faster
    sentences = tuple(
        RuSentence(index, cut.paragraph, _words(cut, form.tokens, place.tokens), cut.span, cut.is_headline)
        for index, (cut, form, place) in enumerate(zip(cuts, forms, places, strict=True))
    )
    named = {(start, stop): None for cut in cuts for start, stop, kind in cut.labels if kind == "PER"}
    return RuPassage(text, shadow, sentences, tuple(named))


def _cut(made: RuModels, shadow: str) -> Iterator[_Cut]:
    parts = list(pieces(shadow))
    marked = made.names.map([part.text for part in parts])
    for number, (piece, markup) in enumerate(zip(parts, marked, strict=True)):
        labels = [(s.start + piece.start, s.stop + piece.start, s.type) for s in markup.spans]
        for part in made.cutter.sentenize(piece.text):
            tokens = list(made.cutter.tokenize(part.text))
            if tokens:
                span = piece.start + part.start, piece.start + part.stop
                yield _Cut(number, span, tokens, labels, piece.is_heading and number == 0)


def _words(cut: _Cut, forms: list[Any], places: list[Any]) -> tuple[Word, ...]:
    made: list[Word] = []
    for number, (token, form, place) in enumerate(zip(cut.tokens, forms, places, strict=True)):
        span = token.start + cut.span[0], token.stop + cut.span[0]
        name = next((kind for start, stop, kind in cut.labels if start <= span[0] < stop), None)
        opens = not any(word.text.isalnum() for word in made)
        pos, feats = (
            mended(token.text, form.pos, dict(form.feats), place.rel, opens)
            if name is None
            else (form.pos, dict(form.feats))
        )
        lemma = lemma_as(token.text, pos, feats)
        made.append(Word(number, token.text, span, lemma, pos, feats, place.rel, name=name))
    tie(made, [place.head_id for place in places])
    return tuple(made)


def tie(words: list[Word], heads: list[str]) -> None:
    """Give each word its head. The model scores each arc by itself, so its arcs may run in a circle: the one that would close it is left out."""
    for word, head in zip(words, heads, strict=True):
        at = int(head) - 1
        if 0 <= at < len(words) and not _is_above(word, words[at]):
            word.head = words[at]
            words[at].children.append(word)


def _is_above(word: Word, other: Word) -> bool:
    here: Word | None = other
    while here is not None:
        if here is word:
            return True
        here = here.head
    return False


def case_of(word: Word) -> str | None:
    """The word's case by pymorphy's name; None when it has none."""
    return _CASES.get(word.feats.get("Case", ""))


def gender_of(word: Word) -> str | None:
    """m or f as the dictionary has it for a noun, as the word stands for a participle; None for neither."""
    tags = [p.tag for p in parses_of(word.text) if p.tag.POS == "NOUN" and "anim" in p.tag]
    gender = str(tags[0].gender) if tags else {"Masc": "masc", "Fem": "femn"}.get(word.feats.get("Gender", ""), "")
    return {"masc": "m", "femn": "f"}.get(gender)


def is_animate(word: Word) -> bool:
    """Whether the word can be a noun for a living being."""
    return word.pos == "NOUN" and any(p.tag.POS == "NOUN" and "anim" in p.tag for p in parses_of(word.text))


def cases_of(word: Word) -> set[str]:
    """Every case the dictionary allows the word, by the model's names."""
    back = {value: key for key, value in _CASES.items()}
    return {back[p.tag.case] for p in parses_of(word.text) if p.tag.case in back}


def is_verb_form(word: Word) -> bool:
    """Whether the dictionary takes the word for a finite verb or a short participle before anything else."""
    parses = parses_of(word.text)
    return bool(parses) and parses[0].tag.POS in ("VERB", "PRTS")


def is_order(word: Word) -> bool:
    """Whether the dictionary takes the word for a verb, and one of its forms for an imperative."""
    parses = parses_of(word.text)
    return bool(parses) and parses[0].tag.POS == "VERB" and any("impr" in parse.tag for parse in parses)


def is_animate_or_name(word: Word) -> bool:
    """Whether the word can mean somebody."""
    return word.name == "PER" or is_animate(word)
