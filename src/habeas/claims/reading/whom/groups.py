"""Groups of people not all named: plural nouns, numbers, "those", with how many they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from habeas.claims.reading.figures.count_nouns import is_person_noun
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.numbers import Number, numbers_in
from habeas.claims.reading.text.parser import Passage, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUANTITIES = frozenset(
    {"dozens", "hundreds", "thousands", "scores", "many", "some", "several", "others", "most", "more", "all", "both", "few", "none", "half"}
)  # fmt: skip
_TOTALS = frozenset({"total", "group", "handful", "batch"})
_ONE_OF_SEVERAL = frozenset({"first", "second", "third", "fourth", "fifth", "next", "last", "latest", "another"})
_ANYONE = frozenset({"anyone", "anybody", "nobody"})
_BACK = frozenset({"the", "these", "those", "their", "all", "both"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTING = ("nummod", "quantmod", "compound", "amod")


@dataclass(frozen=True, slots=True)
class Group:
    """People not all named. `count` None = no number; `is_reference` = points back at a group already told of."""

    count: int | None
    head: Token
    words: str
    is_reference: bool
    is_vague: bool = False


@dataclass(slots=True)
class Groups:
    """Finds the groups of one passage."""

    passage: Passage
    _numbers: dict[int, list[Number]] = field(default_factory=dict)

    def numbers(self, sentence: Sentence) -> list[Number]:
        """Numbers of one sentence, placed in the text."""
        if sentence.index not in self._numbers:
            shift = sentence.start
            self._numbers[sentence.index] = [
                Number(n.value, n.comparator, (n.span[0] + shift, n.span[1] + shift), (n.core[0] + shift, n.core[1] + shift), n.is_vague)
                for n in numbers_in(self.passage.shadow[sentence.start : sentence.end])
            ]  # fmt: skip
        return self._numbers[sentence.index]

    def at(self, sentence: Sentence, token: Token) -> Group | None:
        """The group a plural noun, a number or "those" speaks of, None when it speaks of no group of people."""
        low = token.lower_
        number = self.number_of(sentence, token)
        if number is not None and (token.ent_type_ == "DATE" or _is_year(token)):
            return None  # "the deportations of 1949"
        if number is not None and token.dep_ == "pobj" and token.head.head.lemma_ in ("father", "mother", "parent"):
            return None  # "a father of two"
        part = self._part_of(sentence, token) if number is not None else None
        if part is not None:
            return Group(None if part.is_vague else part.value, token, words_of(token), False, part.is_vague)
        is_plural = token.tag_ in ("NNS", "NNPS") or low == "people"
        counted_name = number is not None and token.tag_ == "NNPS" and token.ent_type_ in ("", "NORP")
        is_counted = number is not None and token.tag_ == "NNS" and is_person_noun(token)
        is_people = is_counted or is_people_word(token.lemma_) or low == "people" or is_demonym(token) or counted_name
        if low in _ANYONE or (low == "one" and any(c.lower_ == "no" for c in token.children)):
            return Group(None, token, low, False)
        is_people = is_people or (number is not None and is_plural and lexicon().has("kin", token.lemma_))
        if number is not None and (is_people or token.pos_ in ("NUM", "DET", "PRON") or low in _QUANTITIES):
            return Group(None if number.is_vague else number.value, token, words_of(token), False, number.is_vague)
        if token.lemma_ in _TOTALS and number is None:
            inner = _inner(token)
            if (
                inner is None
                and token.lemma_ in ("group", "batch")
                and any(c.lower_ in _ONE_OF_SEVERAL for c in token.children)
            ):
                return Group(None, token, words_of(token), False)  # "a second group left prison"
            return self.at(sentence, inner) if inner is not None else None
        if low in ("those", "these"):
            return Group(None, token, words_of(token), True)
        if low in _QUANTITIES and token.dep_ not in ("advmod", "amod", "det"):
            return self._quantity(sentence, token)
        if low in ("everyone", "everybody") and any(c.dep_ in ("acl", "relcl") for c in token.children):
            return Group(None, token, words_of(token), False)  # "everyone held there"
        if is_people and token.tag_ == "NN" and any(c.lower_ == "every" for c in token.children):
            return Group(None, token, words_of(token), False)  # "every political prisoner"
        if is_plural and is_people:
            return Group(None, token, words_of(token), any(child.lower_ in _BACK for child in token.children))
        return None

    def _part_of(self, sentence: Sentence, token: Token) -> Number | None:
        """ "By midnight 26 of the 44 had been freed": the part, where the parse hangs it on the hour before."""
        if token.dep_ != "pobj" or token.head.lower_ != "of" or token.pos_ != "NUM" or not token.head.i:
            return None
        before = token.head.nbor(-1)
        if before.pos_ != "NUM" or before.dep_ in ("nsubj", "nsubjpass", "dobj", "conj", "attr"):
            return None
        place = sentence.place(before)[0]
        return next((n for n in self.numbers(sentence) if n.core[0] <= place < n.core[1]), None)

    def _quantity(self, sentence: Sentence, token: Token) -> Group | None:
        inner = _inner(token)
        inner_group = self.at(sentence, inner) if inner is not None else None
        if inner is not None and inner.lower_ in ("them", "these", "those"):
            return Group(None, token, words_of(token), True)  # "most of them"
        if inner is not None and inner_group is None:
            return None
        if token.lower_ == "none" and inner_group is not None:
            return Group(inner_group.count, token, words_of(token), inner_group.is_reference)
        back = token.lower_ == "all" or bool(inner_group and inner_group.is_reference)
        return Group(None, token, words_of(token), back)

    def number_of(self, sentence: Sentence, token: Token) -> Number | None:
        """The number that counts the noun, or that the token itself is."""
        counting = [sentence.place(token), *(sentence.place(c) for c in token.children if c.dep_ in _COUNTING)]
        before = token.nbor(-1) if token.i > token.sent.start else None
        if (
            before is not None
            and before.pos_ == "NUM"
            and before.head.ent_type_ == "DATE"
            and not _YEAR.fullmatch(before.text)
        ):
            counting.append(sentence.place(before))  # "In December 32 people were freed", parsed as the 32nd
        for number in self.numbers(sentence):
            if any(number.core[0] <= start < number.core[1] for start, _ in counting):
                return number
        return None


def _is_year(token: Token) -> bool:
    """ "let out in 2021", "the summer of 2022": no number of people."""
    before = token.nbor(-1).lower_ if token.i else ""
    return bool(_YEAR.fullmatch(token.text)) and before in (
        "in",
        "of",
        "since",
        "until",
        "by",
        "from",
        "during",
        "before",
        "after",
        "early",
        "late",
    )


def is_people_word(lemma: str) -> bool:
    """Whether a noun in the plural speaks of people."""
    return lexicon().has("people", lemma) or lexicon().has("people_in_number", lemma)


def is_demonym(token: Token) -> bool:
    """ "Veldanians": a plural name of a people."""
    return token.ent_type_ == "NORP" and token.tag_ in ("NNS", "NNPS")


def words_of(token: Token) -> str:
    """The words of the phrase up to its head."""
    kept = [t for t in token.subtree if t.i <= token.i or t.head.i >= token.i]
    return " ".join(t.text for t in kept if not t.is_space)


def _inner(token: Token) -> Token | None:
    of = next((child for child in token.children if child.dep_ == "prep" and child.lower_ in ("of", "among")), None)
    return next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
