"""Lists of names in a text, and which of them a word for a set means: "both", "all three", "the couple", "neither", "the journalists"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from habeas.claims.reading.people.people import People
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Passage, Sentence
from habeas.claims.reading.whom.groups import Groups
from habeas.claims.reading.whom.joined import joined_names

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Nouns for two people.
PAIRS = frozenset({"pair", "couple", "duo", "spouses", "twins"})
#: Plural nouns that stand for whoever was named, whatever they do.
_ANY = frozenset(
    {"men", "women", "brothers", "sisters", "siblings", "defendants", "accused", "co-defendants"}
)  # fmt: skip
#: Nouns that hold for people of several callings.
_WIDER = {
    "journalist": frozenset({"reporter", "editor", "correspondent", "columnist", "photographer", "cameraman", "blogger", "publisher", "presenter"}),
    "activist": frozenset({"campaigner", "organiser", "organizer", "defender", "unionist", "feminist", "environmentalist", "volunteer"}),
    "politician": frozenset({"leader", "deputy", "mayor", "lawmaker", "candidate", "senator", "councillor"}),
    "monk": frozenset({"abbot"}),
    "cleric": frozenset({"priest", "pastor", "bishop", "imam"}),
}  # fmt: skip
#: How many characters before the word its list may stand.
REACH = 900


@dataclass(frozen=True, slots=True)
class NameList:
    """Names told of together, where the list begins and ends, and the words between, in lower case."""

    start: int
    end: int
    names: tuple[str, ...]
    words: frozenset[str]


@dataclass(slots=True)
class NameLists:
    """The lists of one passage, looked for once."""

    passage: Passage
    people: People
    groups: Groups
    _found: list[NameList] | None = field(default=None)

    def all(self) -> list[NameList]:
        """Every list of two names and more, in the order of the text."""
        if self._found is None:
            self._found = self._look()
        return self._found

    def before(self, place: int, count: int) -> tuple[str, ...]:
        """The names of the list that stands last before a place, where it counts so many; empty elsewhere."""
        near = [one for one in self.all() if place - REACH <= one.end <= place]
        return near[-1].names if near and len(near[-1].names) == count else ()

    def called(self, place: int, noun: Token) -> tuple[str, ...]:
        """The names of the last list that a plural noun is said of: "reporters A and B ... the reporters"."""
        near = [one for one in self.all() if place - REACH <= one.end <= place]
        if not near:
            return ()
        words, lemma = near[-1].words, noun.lemma_.lower()
        is_said = noun.lower_ in _ANY or bool(words & {lemma, noun.lower_, *_WIDER.get(lemma, ())})
        return near[-1].names if is_said and not self._counts_others(near[-1].end, place) else ()

    def _counts_others(self, start: int, end: int) -> bool:
        """Whether people are counted between a list and the word: then the word means them."""
        return any(
            start <= number.core[0] < end and self._counted(sentence, number.core[0])
            for sentence in self.passage.sentences
            if sentence.start < end and start < sentence.end
            for number in self.groups.numbers(sentence)
        )

    def _counted(self, sentence: Sentence, place: int) -> bool:
        token = sentence.token_at(place)
        return token is not None and any(self.groups.at(sentence, t) is not None for t in (token, token.head))

    def _look(self) -> list[NameList]:
        out: list[NameList] = []
        for sentence in self.passage.sentences:
            end = sentence.start
            for span, _ in self.people.between(sentence.start, sentence.end):
                token = sentence.token_at(span[1] - 1)
                names = joined_names(self.people, sentence, token) if token is not None and span[0] >= end else []
                if len(names) > 1:
                    end = max(s[1] for s, name in self.people.between(span[0], sentence.end) if name == names[-1])
                    first = max(sentence.start, span[0] - 40)
                    words = {t.lemma_.lower() for t in sentence.tokens if first <= sentence.place(t)[0] < end + 40}
                    out.append(NameList(span[0], end, tuple(names), frozenset(words)))
        return out


def is_plain_set(token: Token) -> bool:
    """ "the journalists", "both women": nothing that picks some of them out stands beside the noun."""
    if token.tag_ != "NNS" or not (
        token.lower_ in _ANY or lexicon().has("people", token.lemma_) or lexicon().has("people_in_number", token.lemma_)
    ):
        return False
    beside = list(token.children)
    return any(c.lower_ in ("the", "both", "these") for c in beside) and not any(
        c.dep_ in ("amod", "nummod", "compound", "acl", "relcl", "prep", "appos", "poss", "conj") for c in beside
    )
