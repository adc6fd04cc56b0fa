"""Who "I" is outside quotation marks: the one author named in the line that says who wrote the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from habeas.claims.reading.people.people import People
from habeas.claims.reading.speech.speakers import Speakers

if TYPE_CHECKING:
    from spacy.tokens import Token

    from habeas.claims.reading.text.parser import Passage, Sentence

_BYLINE = re.compile(
    r"^(?:By|Written by|Text by|Text:|Author:|Opinion by|Commentary by|A column by) [^\n]{3,80}$", re.MULTILINE
)
_HEAD = 900


def first_person(passage: Passage, people: People, speakers: Speakers) -> Callable[[Sentence, Token], str | None]:
    """Who says a word, and so who "I" is in it: the speaker where one is told, else the author, but never inside a quotation."""
    line = _BYLINE.search(passage.shadow, 0, _HEAD)
    named = {name for _, name in people.between(line.start(), line.end())} if line is not None else set()
    author = next(iter(named)) if len(named) == 1 else None

    def saying(sentence: Sentence, token: Token) -> str | None:
        said = speakers.at(sentence, token)
        if said is not None or author is None:
            return said
        return None if speakers.quotation_at(sentence.place(token)[0]) is not None else author

    return saying
