"""Whom a noun, a pronoun or a relative clause means: named people, or a group with or without a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from habeas.claims.reading.lexicon import lexicon
from habeas.claims.reading.model import Span
from habeas.claims.reading.numbers import Number, numbers_in
from habeas.claims.reading.parser import Passage, Sentence
from habeas.claims.reading.people import People

if TYPE_CHECKING:
    from spacy.tokens import Token

_FEMALE = frozenset({"she", "her", "hers", "herself"})
_MALE = frozenset({"he", "him", "his", "himself"})
_THEY = frozenset({"they", "them", "their"})
_QUANTITIES = frozenset(
    {"dozens", "hundreds", "thousands", "scores", "many", "some", "several", "others", "most", "more", "all"}
)


@dataclass(frozen=True, slots=True)
class Group:
    """People not all named. `count` None = no number; `is_reference` = points back at a group already told of."""

    count: int | None
    head: Token
    words: str
    is_reference: bool
    is_vague: bool = False


@dataclass(frozen=True, slots=True)
class Who:
    """The answer: `persons` by name, or a `group`, or neither. `rule` says how it was found."""

    persons: tuple[str, ...] = ()
    group: Group | None = None
    rule: str = "none"


@dataclass(slots=True)
class Referents:
    """Looks up whom a token means within one passage."""

    passage: Passage
    people: People
    gender: dict[str, str] = field(default_factory=dict)
    _numbers: dict[int, list[Number]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for sentence in self.passage.sentences:
            for token in sentence.tokens:
                self._learn_gender(sentence, token)

    def numbers(self, sentence: Sentence) -> list[Number]:
        """Numbers of one sentence, placed in the text."""
        if sentence.index not in self._numbers:
            shift = sentence.start
            self._numbers[sentence.index] = [
                Number(n.value, n.comparator, (n.span[0] + shift, n.span[1] + shift), (n.core[0] + shift, n.core[1] + shift), n.is_vague)
                for n in numbers_in(self.passage.shadow[sentence.start : sentence.end])
            ]  # fmt: skip
        return self._numbers[sentence.index]

    def who(self, sentence: Sentence, token: Token, depth: int = 0) -> Who:
        """Whom `token`, the head of a phrase or a pronoun, means."""
        low = token.lower_
        if depth > 4:
            return Who()
        if token.tag_ in ("WP", "WDT", "WP$") or (low == "that" and token.dep_.startswith("nsubj")):
            clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
            return self.who(sentence, clause.head, depth + 1) if clause is not None else Who()
        named = self._named(sentence, token)
        if named:
            return Who(tuple(named), rule="name")
        if low in _FEMALE | _MALE:
            person = self._pronoun(sentence, token)
            return Who((person,), rule="pronoun") if person else Who()
        if low in _THEY:
            return self._they(sentence, token)
        return self._phrase(sentence, token, depth)

    def _named(self, sentence: Sentence, token: Token) -> list[str]:
        """The person at the token, and those joined to it by "and"."""
        out: list[str] = []
        for part in (token, *token.conjuncts):
            person = self.people.at(sentence.place(part))
            if person and person not in out and part.sent == token.sent:
                out.append(person)
        return out if self.people.at(sentence.place(token)) else []

    def _phrase(self, sentence: Sentence, token: Token, depth: int) -> Who:
        if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ == "one":
            return self._one_of(sentence, token, depth)
        if token.lower_ == "one" and token.dep_ in ("attr", "appos"):
            return self._subject_of_copula(sentence, token, depth)
        apposed = self._apposed(sentence, token)
        if apposed:
            return Who(tuple(apposed), rule="apposition")
        group = self.group(sentence, token)
        if group is not None:
            examples = self._examples(sentence, token)
            if examples:
                return Who(tuple(examples), None, "example")
            named = self._included(sentence, token)
            return Who(tuple(named), group, "member" if named else "group")
        return self._singular(sentence, token, depth)

    def _one_of(self, sentence: Sentence, token: Token, depth: int) -> Who:
        one = token.head.head
        group = self.group(sentence, token)
        whole = self._subject_of_copula(sentence, one, depth)
        counted = group if group is not None and group.count is not None else None
        return Who(whole.persons, counted, "one of")

    def _subject_of_copula(self, sentence: Sentence, token: Token, depth: int) -> Who:
        verb = token.head
        if token.dep_ == "appos":
            return self.who(sentence, verb, depth + 1)
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        return (
            self.who(sentence, subject, depth + 1) if subject is not None and verb.lemma_ in ("be", "become") else Who()
        )

    def _apposed(self, sentence: Sentence, token: Token) -> list[str]:
        """A person standing beside the noun: "wife, NAME", "a mother" after "NAME,", "activist NAME"."""
        if token.dep_ == "appos":
            person = self.people.at(sentence.place(token.head))
            if person:
                return [person]
        for child in token.children:
            if child.dep_ in ("appos", "compound", "nmod", "flat") and child.i > token.i - 4:
                person = self.people.at(sentence.place(child))
                if person and (child.dep_ == "appos" or child.i > token.i):
                    return [person]
        nearest = [child for child in token.children if child.dep_ == "appos"]
        if nearest:
            return self._named(sentence, nearest[0])
        return []

    def _examples(self, sentence: Sentence, token: Token) -> list[str]:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("like",) and child.i == token.i + 1:
                for obj in child.children:
                    if obj.dep_ == "pobj":
                        return self._named(sentence, obj)
        return []

    def _included(self, sentence: Sentence, token: Token) -> list[str]:
        """ "31 prisoners, including A and B": "including" hangs on the noun or on its verb."""
        for child in (*token.children, *token.head.children):
            if child.dep_ == "prep" and child.lower_ in ("including", "among") and child.i > token.i:
                for obj in child.children:
                    if obj.dep_ == "pobj":
                        return self._named(sentence, obj) or self._apposed(sentence, obj)
        return []

    def group(self, sentence: Sentence, token: Token) -> Group | None:
        """The group a plural noun, a number or "those" speaks of, None when it speaks of no group of people."""
        low = token.lower_
        number = self.number_of(sentence, token)
        is_plural = token.tag_ in ("NNS", "NNPS") or low == "people"
        counted_name = number is not None and token.tag_ == "NNPS" and token.ent_type_ in ("", "NORP")
        is_people = lexicon().has("people", token.lemma_) or low == "people" or _is_demonym(token) or counted_name
        if number is not None and (is_people or token.pos_ in ("NUM", "DET", "PRON") or low in _QUANTITIES):
            return Group(None if number.is_vague else number.value, token, _words(token), False, number.is_vague)
        if low in ("those", "these"):
            return Group(None, token, _words(token), True)
        if low in _QUANTITIES and token.dep_ not in ("advmod", "amod", "det"):
            inner = _inner(token)
            inner_group = self.group(sentence, inner) if inner is not None else None
            if inner is not None and inner_group is None:
                return None
            return Group(None, token, _words(token), low == "all" or bool(inner_group and inner_group.is_reference))
        if is_plural and is_people:
            definite = any(child.lower_ in ("the", "these", "those", "their") for child in token.children)
            return Group(None, token, _words(token), definite)
        return None

    def number_of(self, sentence: Sentence, token: Token) -> Number | None:
        """The number that counts the noun, or that the token itself is."""
        place = sentence.place(token)
        counting = {
            place,
            *(
                sentence.place(child)
                for child in token.children
                if child.dep_ in ("nummod", "quantmod", "compound", "amod")
            ),
        }
        for number in self.numbers(sentence):
            if any(number.core[0] <= start < number.core[1] for start, _ in counting):
                return number
        return None

    def _singular(self, sentence: Sentence, token: Token, depth: int) -> Who:
        kin = lexicon().has("kin", token.lemma_)
        owned = any(child.dep_ == "poss" for child in token.children)
        is_person = lexicon().has("people", token.lemma_) or token.lemma_ in (
            "politician",
            "leader",
            "old",
            "man",
            "woman",
        )
        definite = any(child.lower_ in ("the", "this") for child in token.children)
        if kin or owned or not is_person or not definite or token.tag_ not in ("NN", "JJ"):
            return Who()
        person = self._recent(sentence, token, self._gender_of_noun(token))
        return Who((person,), rule="definite noun") if person else Who()

    def _gender_of_noun(self, token: Token) -> str | None:
        if lexicon().has("female", token.lemma_):
            return "f"
        return "m" if lexicon().has("male", token.lemma_) else None

    def _pronoun(self, sentence: Sentence, token: Token) -> str | None:
        return self._recent(sentence, token, "f" if token.lower_ in _FEMALE else "m")

    def _recent(self, sentence: Sentence, token: Token, gender: str | None) -> str | None:
        """The person spoken of last who may be of that gender; the subject of a sentence before others in it."""
        here = sentence.place(token)[0]
        for back in range(6):
            if sentence.index - back < 0:
                break
            earlier = self.passage.sentences[sentence.index - back]
            found = [
                (span, name) for span, name in self.people.between(earlier.start, min(earlier.end, here))
                if gender is None or self.gender.get(name, gender) == gender
            ]  # fmt: skip
            if found:
                return max(found, key=lambda item: (*self._salience(earlier, item[0]), back == 0, -item[0][0]))[1]
        return None

    def _salience(self, sentence: Sentence, span: Span) -> tuple[int, int]:
        token = sentence.token_at(span[1] - 1)
        if token is None:
            return 0, 0
        known = int(self.gender.get(self.people.at(span) or "") is not None)
        while token.dep_ in ("compound", "appos", "flat") and token.head != token:
            token = token.head
        return int(token.dep_ in ("nsubj", "nsubjpass")), known

    def _they(self, sentence: Sentence, token: Token) -> Who:
        here = sentence.place(token)[0]
        for back in range(3):
            if sentence.index - back < 0:
                break
            earlier = self.passage.sentences[sentence.index - back]
            for candidate in earlier.tokens:
                if earlier.place(candidate)[0] >= here or candidate.dep_ not in (
                    "nsubj",
                    "nsubjpass",
                    "attr",
                    "dobj",
                    "pobj",
                ):
                    continue
                group = self.group(earlier, candidate)
                if group is not None:
                    return Who((), Group(group.count, token, group.words, group.count is None, group.is_vague), "they")
        return Who((), Group(None, token, token.text, True), "they")

    def _learn_gender(self, sentence: Sentence, token: Token) -> None:
        word = token.lower_.rstrip(".")
        gender = "f" if lexicon().has("female", word) else "m" if lexicon().has("male", word) else None
        if gender is None or token.lower_ in _FEMALE | _MALE:
            return
        for other in _beside(token):
            person = self.people.at(sentence.place(other))
            if person:
                self.gender.setdefault(person, gender)


def _beside(token: Token) -> Iterator[Token]:
    """Tokens that name the same person as the noun or title."""
    for child in token.children:
        if child.dep_ == "appos":
            yield child
    if token.dep_ in ("appos", "compound"):
        yield token.head


def _is_demonym(token: Token) -> bool:
    return token.ent_type_ == "NORP" and token.tag_ in ("NNS", "NNPS")


def _inner(token: Token) -> Token | None:
    of = next((child for child in token.children if child.dep_ == "prep" and child.lower_ in ("of", "among")), None)
    return next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None


def _words(token: Token) -> str:
    kept = [t for t in token.subtree if t.i <= token.i or t.head.i >= token.i]
    return " ".join(t.text for t in kept if not t.is_space)
