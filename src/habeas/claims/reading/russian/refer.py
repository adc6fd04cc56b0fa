"""Whom a Russian word means: people by name, pronoun or apposition, or a group with or without a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.numbers import numbers_in

if TYPE_CHECKING:
    from habeas.claims.reading.numbers import Number
    from habeas.claims.reading.russian.names import RuPeople, RuPerson
    from habeas.claims.reading.russian.words import RuPassage, RuSentence, Word

_HE = frozenset({"он", "его", "ему", "нем", "него", "им", "нему", "ним"})
_SHE = frozenset({"она", "ее", "ей", "ней", "нее", "ею"})
_NAME_RELS = ("appos", "flat:name", "flat", "nmod", "flat:foreign")
_SENTENCES_BACK = 4
_OPENS = re.compile(
    r"[^.;:]{0,60}?(?:[,(] (?:среди (?:них|которых)|в том числе|включая|а именно)|:| [-–—]+ )", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class RuWho:
    """The answer: `persons` by name, or a group of `count` (None = no number)."""

    persons: tuple[str, ...] = ()
    is_group: bool = False
    count: int | None = None
    is_reference: bool = False
    rule: str = "none"


class RuReferents:
    """Looks up whom a word means within one passage."""

    def __init__(self, passage: RuPassage, people: RuPeople) -> None:
        self.passage, self.people = passage, people
        self._numbers: dict[int, list[Number]] = {}
        self.preferred: frozenset[str] = frozenset()

    def numbers(self, sentence: RuSentence) -> list[Number]:
        """Numbers of one sentence, placed in it (not in the text)."""
        if sentence.index not in self._numbers:
            self._numbers[sentence.index] = list(numbers_in(self.passage.shadow[sentence.span[0] : sentence.span[1]]))
        return self._numbers[sentence.index]

    def who(self, sentence: RuSentence, word: Word, depth: int = 0) -> RuWho:
        """Whom `word`, the head of a phrase or a pronoun, means."""
        if depth > 3:
            return RuWho()
        if word.lemma == "который" or word.low in ("кто", "кого"):
            clause = next((up for up in word.up() if up.rel in ("acl:relcl", "acl")), None)
            return (
                self.who(sentence, clause.head, depth + 1)
                if clause is not None and clause.head is not None
                else RuWho()
            )
        named = self._named(sentence, word)
        if named:
            return RuWho(tuple(named), rule="name")
        if word.low in _HE | _SHE:
            person = self._recent(sentence, word, "m" if word.low in _HE else "f")
            return RuWho((person,), rule="pronoun") if person else RuWho()
        return self._group(sentence, word)

    def _named(self, sentence: RuSentence, word: Word) -> list[str]:
        out: list[str] = []
        for part in (word, *(c for c in word.children if c.rel == "conj")):
            for person in self._at(part):
                if person.name not in out:
                    out.append(person.name)
        return out if self._at(word) else []

    def _at(self, word: Word) -> list[RuPerson]:
        """The person at the word, or named beside it: "журналистку ИМЯ"."""
        own = self.people.at(word.span)
        if own is not None:
            return [own]
        if not (lexicon().has("people", word.lemma) or lexicon().has("kin", word.lemma) or word.pos == "NOUN"):
            return []
        if word.feats.get("Number") == "Plur":
            return []
        beside = [c for c in word.children if c.rel in ("appos", "flat:name", "flat")]
        for child in (*beside, *(c for b in beside for c in b.children if c.rel in ("appos", "flat:name", "flat"))):
            person = self.people.at(child.span)
            if person is not None:
                return [person]
        return []

    def _recent(self, sentence: RuSentence, word: Word, gender: str) -> str | None:
        for back in range(_SENTENCES_BACK + 1):
            if sentence.index - back < 0:
                return None
            earlier = self.passage.sentences[sentence.index - back]
            end = word.span[0] if back == 0 else earlier.span[1]
            found = [(span, p) for span, p in self.people.between(earlier.span[0], end) if p.gender in (gender, None)]
            told = [(span, p) for span, p in found if p.name in self.preferred]
            found = told or [(span, p) for span, p in found if back or not self._speaks(earlier, span[0])]
            if found:
                subjects = [p for span, p in found if self._is_subject(earlier, span[0])]
                return (subjects or [found[0][1]])[0].name
        return None

    def _speaks(self, sentence: RuSentence, start: int) -> bool:
        """ "Адвокат ИМЯ говорит, что не может попасть к нему": not the speaker."""
        word = next((w for w in sentence.words if w.span[0] <= start < w.span[1]), None)
        while word is not None and word.rel in _NAME_RELS and word.head is not None:
            word = word.head
        return (
            word is not None
            and word.rel == "nsubj"
            and word.head is not None
            and lexicon().has("speech", word.head.lemma)
        )

    def _is_subject(self, sentence: RuSentence, start: int) -> bool:
        word = next((w for w in sentence.words if w.span[0] <= start < w.span[1]), None)
        while word is not None and word.rel in _NAME_RELS and word.head is not None:
            word = word.head
        return word is not None and word.rel in ("nsubj", "nsubj:pass")

    def group_at(self, sentence: RuSentence, word: Word) -> RuWho:
        """The group a participle that stands for people speaks of."""
        number = self.number_of(sentence, word)
        count = None if number is None or number.is_vague else number.value
        return RuWho((), True, count, number is None, "group")

    def _group(self, sentence: RuSentence, word: Word) -> RuWho:
        number = self.number_of(sentence, word)
        is_people = lexicon().has("people", word.lemma)
        plural = word.feats.get("Number") == "Plur"
        listed = self._listed(sentence, word) if is_people and plural else []
        rule = "member" if listed else "group"
        if number is not None and (is_people or word.pos in ("NUM",)):
            return RuWho(tuple(listed), True, None if number.is_vague else number.value, rule=rule)
        if is_people and plural:
            back = any(c.lemma in ("этот", "тот", "весь", "оба") for c in word.children)
            return RuWho(tuple(listed), True, None, back, rule)
        if word.low in ("их", "они", "им", "ими", "них", "все", "всех", "многих", "других", "тех"):
            return RuWho((), True, None, True, "they")
        return RuWho()

    def _listed(self, sentence: RuSentence, word: Word) -> list[str]:
        """Names after "среди них", "в том числе", a colon or a dash, or as appositions of the plural noun."""
        direct = [c for c in word.children if c.rel in ("appos", "flat:name", "flat") and self.people.at(c.span)]
        text = self.passage.shadow[word.span[1] : sentence.span[1]]
        opened = _OPENS.match(text)
        if not direct and not opened:
            return []
        start = direct[0].span[0] if direct else word.span[1] + (opened.end() if opened else 0)
        return list(
            dict.fromkeys(
                p.name
                for span, p in self.people.between(start, sentence.span[1])
                if self._is_listed(sentence, start, span[0])
            )
        )

    def _is_listed(self, sentence: RuSentence, start: int, there: int) -> bool:
        between = [w for w in sentence.words if start <= w.span[0] < there]
        return not any(w.feats.get("VerbForm") == "Fin" and w.rel not in ("acl:relcl",) for w in between)

    def number_of(self, sentence: RuSentence, word: Word) -> Number | None:
        """The number that counts the noun, or that the word itself is."""
        places = [word.span[0], *(c.span[0] for c in word.children if c.rel.startswith("nummod") or c.pos == "NUM")]
        shift = sentence.span[0]
        for number in self.numbers(sentence):
            if any(number.core[0] + shift <= place < number.core[1] + shift for place in places):
                return number
        return None
