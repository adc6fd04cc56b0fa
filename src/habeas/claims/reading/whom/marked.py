"""Sentences with every mention of a person replaced by a mark, so that grammar can be asked for with patterns: "‹3›, a welder, was ‹..›".

A mark is ‹number› of the person, for names and for the pronouns that mean them; "his" becomes "‹3›'s". The number of a pronoun is
`POINTED` higher, for a pronoun may be taken for the wrong person. The patterns of roles look at words and order only, and so also
work where a parse goes wrong: list items, headlines, fragments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.model import Span
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.pronouns import FEMALE, MALE
from habeas.claims.reading.whom.refer import Referents

if TYPE_CHECKING:
    from spacy.tokens import Token

#: One mark, its number in group 1.
MARK = re.compile(r"‹(\d+)›")
#: Added to a person's number where a pronoun or a noun stands for the name.
POINTED = 100_000
#: A line of a list, by its bullet or number.
ITEM = re.compile(r"^\s*(?:[-–—•*·▪●◦‣✔]|\(?\d{1,3}[.)]\s)")
_BARE = re.compile(
    r"(?:Released|Freed|Placed|Arrested|Detained|Sentenced|Deported|Convicted|Let go|Jailed|Charged|Remanded|Transferred|Moved|Pardoned|Held|Taken|Rearrested|Expelled|Acquitted)\b"
)
_OWN_SUBJECT = re.compile(r"[^.;]{3,160}, ‹|[^.;‹:]{3,80} (?:was|were|is|are) |[^.;‹]{3,40}: ")
_ONE = (FEMALE | MALE) - {"himself", "herself"}
#: "Both were ...": of the two named last in the sentence before, owners left out.
_BOTH = re.compile(
    r"(?:Both(?: of them| men| women)?|The (?:two|pair)(?: men| women)?) (?=was|were|are|have|had|remain|face|got)"
)
_SEVERAL = frozenset({"they", "pair", "two", "brothers", "sisters", "couple"})
_OWNED = frozenset({"his", "her"})


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with marks. `start` is where it begins in the text; `heading` the line that stands above its part of the text."""

    index: int
    paragraph: int
    start: int
    text: str
    is_heading: bool
    heading: str


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """One sentence with marks, the same for a name and its pronouns, and where each stretch of it stands in the text."""

    text: str
    numbers: tuple[str, ...]
    _stretches: tuple[tuple[int, int], ...]

    @staticmethod
    def of(referents: Referents, sentence: Sentence) -> MarkedSentence:
        """The sentence, marked; `numbers` are the names that the marks stand for."""
        names = tuple(person.name for person in referents.people.persons)
        numbers = {name: number for number, name in enumerate(names)}
        shadow, here = referents.passage.shadow, sentence.start
        text, stretches, found = "", [(0, here)], False
        for (start, end), mark in sorted(_places(referents, sentence, numbers)):
            if start < here:
                continue
            mark = MARK.sub(lambda one: f"‹{number_of(one[1])}›", mark)
            text += shadow[here:start].replace("‹", "<").replace("›", ">")
            stretches.append((len(text), start))
            text, here, found = text + mark, end, True
            stretches.append((len(text), here))
        text += shadow[here : sentence.end].replace("‹", "<").replace("›", ">")
        return MarkedSentence(text, names if found else (), tuple(stretches))

    def place(self, at: int) -> int:
        """Where a place of the marked sentence stands in the text."""
        marked, real = next(pair for pair in reversed(self._stretches) if pair[0] <= at)
        following = next((pair for pair in self._stretches if pair[0] > at), None)
        return min(real + at - marked, following[1]) if following is not None else real + at - marked

    def named(self, marks: str) -> list[str]:
        """The people marked in a stretch of it, in order."""
        return list(dict.fromkeys(self.numbers[number_of(number)] for number in MARK.findall(marks)))


def number_of(mark: str) -> int:
    """The person's number in a mark or in the digits of one, named or pointed at."""
    return int(mark.strip("‹›")) % POINTED


@dataclass(frozen=True, slots=True)
class MarkedText:
    """All sentences, and the names the marks stand for."""

    names: tuple[str, ...]
    sentences: tuple[Marked, ...]

    def named(self, marks: str) -> list[str]:
        """The people marked in a stretch of a sentence, in order."""
        return list(dict.fromkeys(self.names[number_of(number)] for number in MARK.findall(marks)))

    def spelt(self, marks: str) -> set[str]:
        """Those of them whose name stands there, and no pronoun for it."""
        return {self.names[int(number)] for number in MARK.findall(marks) if int(number) < POINTED}


def marked(referents: Referents) -> MarkedText:
    """The whole passage with marks."""
    names = tuple(person.name for person in referents.people.persons)
    numbers = {name: number for number, name in enumerate(names)}
    out: list[Marked] = []
    heading, subject = "", ""
    for sentence in referents.passage.sentences:
        text = _with_marks(referents, sentence, numbers)
        if out and out[-1].paragraph != sentence.paragraph:
            subject = ""
        if _BARE.match(text) and subject and not _OWN_SUBJECT.match(text):
            text = f"{subject} was {text[0].lower()}{text[1:]}"
        if out and (both := _BOTH.match(text)):
            two = list(
                dict.fromkeys(
                    m.group() for m in MARK.finditer(out[-1].text) if not out[-1].text.startswith("'s", m.end())
                )
            )[-2:]
            text = f"{' and '.join(two)} {text[both.end() :]}" if len(two) > 1 else text
        own = MARK.search(text)
        subject = own.group() if own is not None else subject
        heading = _heading(sentence, text, heading)
        out.append(Marked(sentence.index, sentence.paragraph, sentence.start, text, sentence.is_heading, heading))
    return MarkedText(names, tuple(out))


def _heading(sentence: Sentence, text: str, heading: str) -> str:
    """The line that stands over a list: a short one that names nobody, or one that ends in a colon; prose ends its reach."""
    if MARK.search(text):
        return heading if sentence.is_heading or ITEM.match(text) else ""
    if sentence.is_headline or ITEM.match(text):
        return heading
    return text if sentence.is_heading or text.rstrip().endswith(":") else heading


def _with_marks(referents: Referents, sentence: Sentence, numbers: dict[str, int]) -> str:
    shadow = referents.passage.shadow
    parts, here = [], sentence.start
    for (start, end), mark in sorted(_places(referents, sentence, numbers)):
        if start < here:
            continue
        parts += [shadow[here:start].replace("‹", "<").replace("›", ">"), mark]
        here = end
    return "".join([*parts, shadow[here : sentence.end].replace("‹", "<").replace("›", ">")])


def _places(referents: Referents, sentence: Sentence, numbers: dict[str, int]) -> Iterator[tuple[Span, str]]:
    for span, name in referents.people.between(sentence.start, sentence.end):
        yield span, f"‹{numbers[name]}›"
    for token in sentence.tokens:
        if token.is_sent_start and token.lower_ == "both":
            continue
        if token.lower_ in _ONE or _is_definite(token):
            who = referents.who(sentence, token).persons
            if len(who) == 1:
                owned = "'s" if token.lower_ in _OWNED and token.tag_ == "PRP$" else ""
                yield sentence.place(token), f"‹{POINTED + numbers[who[0]]}›{owned}"
        elif token.dep_ in ("nsubj", "nsubjpass") and token.lower_ in _SEVERAL:
            several = referents.who(sentence, token).persons
            if len(several) > 1:
                yield sentence.place(token), " and ".join(f"‹{POINTED + numbers[name]}›" for name in several)


def _is_definite(token: Token) -> bool:
    """ "the poet" as a subject: somebody spoken of before, not the one named next."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return (
        token.tag_ == "NN"
        and token.dep_ in ("nsubj", "nsubjpass")
        and token.i > 0
        and token.nbor(-1).lower_ == "the"
        and following is not None
        and following.pos_ in ("VERB", "AUX", "ADV")
        and following.tag_ != "VBG"
        and lexicon().has("people", token.lemma_)
    )
