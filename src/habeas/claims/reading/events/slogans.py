"""Demands in the imperative: "Free NAME", "Release all political prisoners now", which a parser takes for names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told

RULE = "slogan.release"
_SLOGAN = re.compile(
    r"(?:^(?:\s*(?:[-–—•*·]|\(?\d{1,2}[.)])\s*)?|(?<=[:\"'#!] )|(?<=[:\"'#!]))(?:immediately (?:and unconditionally )?)?(?:free|release) (?=\S)",
    re.IGNORECASE,
)
_FIRST_WORDS = 30


def slogans_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """One demanded release for each slogan that names a person or people held, unless its words tell it already."""
    for sentence in reader.referents.passage.sentences:
        text = reader.referents.passage.shadow[sentence.start : sentence.end]
        for match in _SLOGAN.finditer(text):
            start, after = sentence.start + match.start(), sentence.start + match.end()
            if not any(one.type == "release" and one.span[0] < sentence.end and start < one.span[1] for one in told):
                yield from _demanded(reader, sentence, start, after)


def _demanded(reader: Reader, sentence: Sentence, start: int, after: int) -> Iterator[Told]:
    people = reader.referents.people.between(after, min(after + _FIRST_WORDS, sentence.end))
    quote, span = quote_at(reader.referents.passage, (start, sentence.end))
    if people:
        yield Told("release", people[0][1], None, quote, span, "demanded", {RULE})
        return
    for token in sentence.tokens:
        group = reader.referents.group(sentence, token) if sentence.place(token)[0] >= after else None
        if group is not None:
            if sentence.place(token)[0] < after + _FIRST_WORDS:
                yield Told("release", None, group.count, quote, span, "demanded", {RULE}, words=group.words)
            return
