"""Runs of capitalised words that may name a person, each with its place and its grammar, cut free of titles and peoples.

The model's names are cut short where a hyphen or a second surname follows ("Lam" for "Lam Chi-yan"), so a run is found by spelling
and the model is only one of its witnesses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.lexicon import lexicon
from habeas.claims.reading.model import Span
from habeas.claims.reading.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 7
_PARTICLES = frozenset(
    [
        "en",
        "por",
        "para",
        "al",
        "el",
        "bin",
        "bint",
        "ibn",
        "abu",
        "umm",
        "ben",
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "dela",
        "della",
        "la",
        "las",
        "los",
        "da",
        "das",
        "dos",
        "do",
        "di",
        "du",
        "le",
        "ul",
        "ur",
        "ud",
        "y",
        "ogly",
        "oglu",
        "uulu",
        "kyzy",
        "qizi",
        "o'",
    ]
)
_PREFIXES = ("al-", "el-", "as-", "ar-", "ad-", "at-", "an-", "ash-", "ul-", "d'", "bel-", "ould", "wa-")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_DEMONYM_ENDS = ("an", "ian", "ese", "ish", "i", "ch", "ek")


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row. `titled` = a title stood before it and was cut off; `words` never empty."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    span: Span
    titled: str | None

    @property
    def text(self) -> str:
        """The words, one space between them."""
        return " ".join(self.words)

    @property
    def head(self) -> Token:
        """The token the rest of the run hangs on."""
        inside = set(self.tokens)
        return next((t for t in self.tokens if t.head not in inside or t.head == t), self.tokens[-1])


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    tokens: tuple[Token, ...]


def runs_in(sentence: Sentence) -> Iterator[Run]:
    """Every run of the sentence, left to right."""
    run: list[_Word] = []
    for word in [*_words(sentence), None]:
        if word is not None and (_is_name_word(word) or (run and _is_particle(word))):
            run.append(word)
            continue
        if run:
            yield from _made(sentence, run)
        run = []


def _words(sentence: Sentence) -> Iterator[_Word]:
    """Tokens joined where a hyphen or full stop ties them: "Chi-yan" is one word, and "A." too."""
    tied: list[Token] = []
    for token in sentence.tokens:
        if tied and not _is_tied(tied[-1], token):
            yield _Word("".join(t.text for t in tied), tuple(tied))
            tied = []
        tied.append(token)
    if tied:
        yield _Word("".join(t.text for t in tied), tuple(tied))


def _is_tied(left: Token, right: Token) -> bool:
    if left.whitespace_ or right.idx != left.idx + len(left.text):
        return False
    hyphen = left.text == "-" or right.text == "-"
    return hyphen and _is_letters(left) and _is_letters(right)


def _is_letters(token: Token) -> bool:
    return token.text == "-" or token.text[0].isalpha()


def _is_name_word(word: _Word) -> bool:
    text = word.text
    if text.lower().startswith(_PREFIXES) and "-" in text:
        return text.split("-", 1)[1][:1].isupper()
    if not text[0].isupper() or not all(c.isalpha() or c in "-'." for c in text):
        return False
    first = word.tokens[0]
    if first.ent_type_ == "DATE" and first.i and first.nbor(-1).like_num:
        return False  # "On 14 October NAME was moved"
    if len(text) > 1 and text.endswith(".") and len(text) > 2 and not lexicon().has("titles", text[:-1]):
        return False
    return first.pos_ in ("PROPN", "NOUN", "ADJ", "X") or first.ent_type_ == "PERSON" or not first.is_sent_start


def _is_particle(word: _Word) -> bool:
    return word.text.lower() in _PARTICLES or word.text.lower().startswith(_PREFIXES)


def _made(sentence: Sentence, run: list[_Word]) -> Iterator[Run]:
    """The run without what stands before a name (titles, peoples, an opening word) and after it."""
    titled, run = _after_title(run)
    while run and (_is_people(run[0]) or _is_opening(run[0], run) or _is_bare_particle(run[0])):
        run = run[1:]
    while run and _is_bare_particle(run[-1]):
        run = run[:-1]
    if not run or len(run) > _LONGEST:
        return
    tokens = tuple(t for word in run for t in word.tokens)
    start, end = sentence.place(tokens[0])[0], sentence.place(tokens[-1])[1]
    yield Run(sentence, tokens, tuple(word.text for word in run), (start, end), titled)


_ALSO_GIVEN = frozenset({"prince", "king", "major", "dean", "bishop", "princess", "queen", "don"})


def _after_title(run: list[_Word]) -> tuple[str | None, list[_Word]]:
    """What follows the last title: "US President NAME" is NAME."""
    titled = None
    for number, word in enumerate(run[:-1]):
        low = word.text.lower().rstrip(".")
        if low in _ALSO_GIVEN and number == len(run) - 2:
            continue  # "student leader Prince NAME": here it is a first name
        if lexicon().has("titles", low) or low in _ROLES:
            titled, cut = low, number + 1
    return (titled, run[cut:]) if titled else (None, run)


def _is_bare_particle(word: _Word) -> bool:
    return word.text.islower() and not word.text.startswith(_PREFIXES)


def _is_people(word: _Word) -> bool:
    """ "Veldanian" before a name: an adjective of a people or country."""
    first = word.tokens[0]
    is_one = first.ent_type_ in ("NORP", "GPE") and first.ent_iob_ == "B" and _ends_entity(first)
    return is_one and first.dep_ in ("amod", "compound", "nmod") and word.text.lower().endswith(_DEMONYM_ENDS)


def _ends_entity(token: Token) -> bool:
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return following is None or following.ent_iob_ != "I"


def _is_opening(word: _Word, run: list[_Word]) -> bool:
    """The first word of a sentence or quotation, capitalised for standing there: "Will NAME be freed?", "Free NAME"."""
    first = word.tokens[0]
    opens = bool(first.is_sent_start) or first.nbor(-1).text in ('"', "'", ".", ")", "-", "–", "•", "*")
    return opens and len(run) > 1 and (first.lower_ in _OPENERS or first.pos_ not in ("PROPN", "NOUN", "X"))


_OPENERS = frozenset({"free", "will", "may", "can", "dear", "release"})
_ROLES = frozenset(word for cues in lexicon().roles.values() for cue in cues for word in cue.split()) - {
    "head",
    "party",
    "opposition",
    "of",
    "state",
    "human",
    "rights",
    "mp",
}
