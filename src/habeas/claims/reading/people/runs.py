"""Runs of capitalised words that may name a person, each with its place and its grammar, cut free of titles and peoples.

The model's names are cut short where a hyphen or a second surname follows ("Lam" for "Lam Chi-yan"), so a run is found by spelling
and the model is only one of its witnesses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.model import Span
from habeas.claims.reading.people.name_words import (
    VERBAL_HONORIFICS,
    Word,
    is_bare_particle,
    is_label,
    is_name_word,
    is_particle,
    words_of,
)
from habeas.claims.reading.people.titles import without_letters, without_titles
from habeas.claims.reading.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 7
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


def runs_in(sentence: Sentence, plain: frozenset[str] = frozenset()) -> Iterator[Run]:
    """Every run of the sentence, left to right. `plain` = the words that the text has in small letters, which end a run in a line of capitals."""
    run: list[Word] = []
    words = words_of(sentence)
    large = sentence.is_heading and is_large(sentence)
    for word in [*words, None]:
        if word is not None and large and _is_ordinary(word, plain):
            if run:
                yield from _made(sentence, run)
            run = []
            continue
        if word is not None and run and run[-1].text.endswith(".") and is_label(word):
            yield from _made(sentence, run)  # "Text: Firstname S. Photos: ..."
            run = []
            continue
        if word is not None and (is_name_word(word) or (run and is_particle(word))):
            run.append(word)
            continue
        if run:
            yield from _made(sentence, run)
        run = []


def is_large(sentence: Sentence) -> bool:
    """Whether nearly every word of a line has a capital, as in "Blogger Sentenced To Nine Years"."""
    long = [t for t in sentence.tokens if t.is_alpha and len(t.text) > _SHORT]
    return len(long) > _FEW and sum(t.text[0].isupper() for t in long) >= _MOST * len(long)


def _is_ordinary(word: Word, plain: frozenset[str]) -> bool:
    low = word.text.lower()
    return low in plain or low in _HEADLINE_WORDS or bool(word.tokens[0].is_stop)


def _made(sentence: Sentence, run: list[Word]) -> Iterator[Run]:
    """The run without what stands before a name (titles, peoples, an opening word) and after it."""
    titled, run = without_titles(run)
    while run and (_is_people(run[0]) or _is_opening(run[0], run) or is_bare_particle(run[0])):
        run = run[1:]
    while run and (is_bare_particle(run[-1]) or (len(run) > 1 and run[-1].tokens[0].pos_ == "PRON")):
        run = run[:-1]  # "On Thursday I sat"
    run = without_letters(run)
    if not run or len(run) > _LONGEST:
        return
    tokens = tuple(t for word in run for t in word.tokens)
    start, end = sentence.place(tokens[0])[0], sentence.place(tokens[-1])[1]
    yield Run(sentence, tokens, tuple(word.text for word in run), (start, end), titled)


def _is_people(word: Word) -> bool:
    """ "Veldanian" before a name: an adjective of a people or country."""
    first = word.tokens[0]
    is_one = first.ent_type_ in ("NORP", "GPE") and first.ent_iob_ == "B" and _ends_entity(first)
    return is_one and first.dep_ in ("amod", "compound", "nmod") and word.text.lower().endswith(_DEMONYM_ENDS)


def _ends_entity(token: Token) -> bool:
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return following is None or following.ent_iob_ != "I"


def _is_opening(word: Word, run: list[Word]) -> bool:
    """The first word of a sentence or quotation, capitalised for standing there: "Will NAME be freed?", "Free NAME"."""
    first = word.tokens[0]
    if first.lower_ in VERBAL_HONORIFICS and len(run) > _OF_HONOUR:
        return False
    if "-" in word.text and word.text.lower().endswith(("ing", "ed")) and len(run) > 1:
        return True  # "Hunger-striking NAME"
    if _is_taken_for_adverb(first):
        return False
    opens = bool(first.is_sent_start) or first.nbor(-1).text in ('"', "'", ".", ")", "-", "–", "•", "*")
    return (
        (opens or first.lower_ in _LITTLE)
        and len(run) > 1
        and (first.lower_ in _OPENERS or first.pos_ not in ("PROPN", "NOUN", "X"))
    )


def _is_taken_for_adverb(first: Token) -> bool:
    """A first name at the head of a sentence that the tagger does not know, while the entities tell of one person from there on."""
    is_one = first.ent_type_ == "PERSON" and first.ent_iob_ == "B" and not _ends_entity(first)
    return first.tag_ == "RB" and is_one and not first.is_stop and not first.lower_.endswith("ly")


_OF_HONOUR = 2
_SHORT, _FEW, _MOST = 3, 2, 0.8
#: What headlines say of people in custody.
_HEADLINE_WORDS = frozenset(
    {"sentenced", "jailed", "freed", "released", "arrested", "detained", "held", "charged", "convicted", "tried", "dies", "died", "dead", "killed", "beaten", "says", "said", "tells", "told", "calls",
     "urges", "faces", "gets", "given", "handed", "moved", "transferred", "denied", "enters", "begins", "ends", "wins", "loses", "walks", "walk", "free", "years", "months", "days", "weeks", "year",
     "month", "week", "prison", "jail", "trial", "court", "judge", "police", "appeal", "release", "arrest", "strike", "hunger", "mother", "father", "son", "daughter", "wife", "husband", "returns",
     "home", "flees", "exile", "verdict", "protest", "protests", "case", "bail", "pardon", "pardoned", "swap", "exchange", "questioned", "missing", "banned", "fined", "expelled", "deported", "turned", "away"}
)  # fmt: skip
#: Written large in headings only.
_LITTLE = frozenset({"on", "the", "from", "for", "with", "by", "after", "before", "since"})
_OPENERS = frozenset(
    {
        "on",
        "the",
        "from",
        "for",
        "with",
        "by",
        "how",
        "why",
        "what",
        "who",
        "when",
        "where",
        "after",
        "before",
        "since",
        "this",
        "that",
        "free",
        "will",
        "may",
        "can",
        "dear",
        "release",
    }
)
