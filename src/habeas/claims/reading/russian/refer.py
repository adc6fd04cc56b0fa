"""Whom a Russian word means: people by name, pronoun, description or apposition, or a group with or without a number."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.clauses import clauses_of
from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.nouns import Named, is_anothers, run_from
from habeas.claims.reading.russian.numbers import numbers_in
from habeas.claims.reading.russian.recent import RuRecent
from habeas.claims.reading.russian.words import is_animate

if TYPE_CHECKING:
    from habeas.claims.reading.russian.names import RuPeople, RuPerson
    from habeas.claims.reading.russian.words import RuPassage, RuSentence, Word
    from habeas.claims.reading.text.numbers import Number

_HE = frozenset({"он", "его", "ему", "нем", "него", "им", "нему", "ним"})
_SHE = frozenset({"она", "ее", "ей", "ней", "нее", "ею"})
_I = frozenset({"я", "меня", "мне", "мной"})
_THEY = frozenset(
    {
        "их",
        "они",
        "им",
        "ими",
        "них",
        "все",
        "всех",
        "всем",
        "многих",
        "других",
        "тех",
        "оба",
        "обоих",
        "обе",
        "обеих",
        "остальных",
        "остальные",
    }
)
_BOTH = frozenset({"оба", "обоих", "обоим", "обоими", "обе", "обеих", "обеим", "обеими"})
_THAT = frozenset({"тот", "того", "тому", "та", "той", "ту"})
#: "Памирцы", "горожане", "филологи", "баптисты": people by where they live, what they know or believe.
_DWELLERS = ("ец", "анин", "янин", "лог", "ист")
_NOBODY = frozenset({"никого", "никому", "никто"})
_GAP = 9
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


def _without_brackets(words: Sequence[Word]) -> list[Word]:
    out: list[Word] = []
    depth = 0
    for word in words:
        depth += (word.text == "(") - (word.text == ")")
        if not depth and word.text != ")":
            out.append(word)
    return out


def _is_denied(word: Word) -> bool:
    """Whether the verb it depends on is denied, and befalls people."""
    verb = word.head
    return (
        verb is not None
        and word.rel in ("obj", "nsubj", "nsubj:pass")
        and verb.feats.get("Tense") == "Past"
        and any(c.low == "не" for c in verb.children)
    )


def _agrees(word: Word, name: Word) -> bool:
    """ "осужденного ИМЯ", taken for a genitive below it."""
    return (
        name.rel == "nmod"
        and name.index == word.index + 1
        and name.pos == "PROPN"
        and not lexicon().has("kin", word.lemma)
        and name.feats.get("Case") == word.feats.get("Case")
    )


def means_people(word: Word) -> bool:
    """Whether the word is a noun for people, or a participle that stands for them."""
    if word.feats.get("VerbForm") == "Part" or word.pos in ("VERB", "ADJ", "NOUN"):
        alone = word.pos == "NOUN" or word.rel not in ("amod", "acl", "acl:relcl")
        is_part = word.feats.get("Variant") != "Short" and word.feats.get("VerbForm") in ("Part", None)
        if is_part and alone and lexicon().has("people_told", word.lemma):
            return True
    return lexicon().has("people", word.lemma) or is_dweller(word)


def is_dweller(word: Word) -> bool:
    """ "Памирцы", "горожане", "филологи": people only by the noun's ending, where no list holds it."""
    return (
        word.pos == "NOUN"
        and word.feats.get("Number") == "Plur"
        and word.lemma.endswith(_DWELLERS)
        and is_animate(word)
        and not any(lexicon().has(name, word.lemma) for name in ("people", "office"))
    )


class RuReferents:
    """Looks up whom a word means within one passage."""

    def __init__(self, passage: RuPassage, people: RuPeople) -> None:
        self.passage, self.people = passage, people
        self.recent = RuRecent(passage, people)
        #: Who says a word in a quotation; set by whoever can tell.
        self.speaker: Callable[[RuSentence, Word], str | None] | None = None
        self._numbers: dict[int, list[Number]] = {}
        self._clauses: dict[int, list[list[Word]]] = {}

    @property
    def preferred(self) -> frozenset[str]:
        """People of whom custody is told: whom a pronoun beside a word of custody means first."""
        return self.recent.preferred

    def prefer(self, names: frozenset[str]) -> None:
        """Set those."""
        self.recent.preferred = names

    def numbers(self, sentence: RuSentence) -> list[Number]:
        """Numbers of one sentence, placed in it (not in the text)."""
        if sentence.index not in self._numbers:
            self._numbers[sentence.index] = list(numbers_in(self.passage.shadow[sentence.span[0] : sentence.span[1]]))
        return self._numbers[sentence.index]

    def clauses(self, sentence: RuSentence) -> list[list[Word]]:
        """The sentence's clauses."""
        if sentence.index not in self._clauses:
            self._clauses[sentence.index] = clauses_of(sentence)
        return self._clauses[sentence.index]

    def clause(self, sentence: RuSentence, word: Word) -> list[Word]:
        """The clause the word stands in."""
        return next(
            (c for c in self.clauses(sentence) if c[0].index <= word.index <= c[-1].index and word in c), [word]
        )

    def named(self, sentence: RuSentence) -> list[Named]:
        """Everyone named in the sentence."""
        return self.recent.named[sentence.index]

    def who(self, sentence: RuSentence, word: Word, depth: int = 0) -> RuWho:
        """Whom `word`, the head of a phrase or a pronoun, means."""
        if depth > 3:
            return RuWho()
        if word.lemma in ("который", "чей") or word.low in ("кто", "кого", "кому"):
            return self._antecedent(sentence, word, depth)
        named = self._named(sentence, word)
        if named:
            return RuWho(tuple(named), rule="name")
        if word.low in _I and self.speaker is not None:
            spoken = self.speaker(sentence, word)
            known = {p.name for p in self.people.persons}
            return RuWho((spoken,), rule="speaker") if spoken in known and spoken is not None else RuWho()
        if word.low in _HE | _SHE and not (word.low == "им" and word.feats.get("Case") == "Dat"):
            spoken = self.speaker(sentence, word) if self.speaker is not None else None
            person = self.recent.by_gender(sentence, word, "m" if word.low in _HE else "f", spoken)
            return RuWho((person,), rule="pronoun") if person else RuWho()
        if word.low in _BOTH and (pair := self.recent.pair_before(sentence, word)):
            return RuWho(pair, rule="both")
        if word.low in _THAT and word.rel in ("nsubj", "nsubj:pass", "obj", "iobj") and not word.children:
            person = self.recent.named_last(sentence, "f" if word.low in ("та", "той", "ту") else "m")
            return RuWho((person,), rule="pronoun") if person else RuWho()
        group = self._group(sentence, word)
        if group != RuWho():
            return group
        person = self.recent.by_description(sentence, word)
        return RuWho((person,), rule="description") if person else RuWho()

    def _antecedent(self, sentence: RuSentence, word: Word, depth: int) -> RuWho:
        """Who stands before "который": the nearest name that agrees, unless a plural noun stands nearer."""
        plural = word.feats.get("Number") == "Plur" or word.low in ("которых", "которые", "которым", "которыми")
        gender = {"Masc": "m", "Fem": "f"}.get(word.feats.get("Gender", ""))
        gender = "f" if word.low in ("которая", "которую", "которой") else gender
        clause = next((up for up in word.up() if up.rel in ("acl:relcl", "acl")), None)
        head = clause.head if clause is not None else None
        before = [one for one in self.named(sentence) if one.last.index < word.index]
        if not plural and before:
            near = before[-1]
            gap = _without_brackets(sentence.words[near.last.index + 1 : word.index])
            fits = near.person.gender in (gender, None) and not any(w.text in ";.:" for w in gap)
            leads = head is None or head.index <= near.last.index or head.pos != "NOUN" or head.rel in ("appos", "conj")
            if fits and leads and len(gap) <= _GAP:
                return RuWho((near.person.name,), rule="name")
        return self.who(sentence, head, depth + 1) if head is not None else RuWho()

    def _named(self, sentence: RuSentence, word: Word) -> list[str]:
        person = self._at(word)
        if person is None:
            return []
        named = self.named(sentence)
        at = next(
            (n for n, one in enumerate(named) if one.first.index <= word.index <= one.last.index or one.head is word),
            None,
        )
        if at is None:
            return [person.name]
        return list(dict.fromkeys(one.person.name for one in run_from(sentence, named, at)))

    def _at(self, word: Word) -> RuPerson | None:
        """The person at the word, or named beside it: "журналистку ИМЯ"."""
        own = self.people.at(word.span)
        if own is not None:
            return own
        if not (
            lexicon().has("people", word.lemma)
            or lexicon().has("kin", word.lemma)
            or word.pos == "NOUN"
            or lexicon().has("described", word.lemma)
        ):
            return None
        if word.feats.get("Number") == "Plur":
            return None
        beside = [c for c in word.children if c.rel in ("appos", "flat:name", "flat") or _agrees(word, c)]
        for child in (*beside, *(c for b in beside for c in b.children if c.rel in ("appos", "flat:name", "flat"))):
            person = self.people.at(child.span)
            if person is not None and not is_anothers(word, child, person):
                return person
        return None

    def group_at(self, sentence: RuSentence, word: Word) -> RuWho:
        """The group a participle that stands for people speaks of."""
        number = self.number_of(sentence, word)
        count = None if number is None or number.is_vague else number.value
        return RuWho((), True, count, number is None, "group")

    def _group(self, sentence: RuSentence, word: Word) -> RuWho:
        number = self.number_of(sentence, word)
        is_people = means_people(word)
        if is_people and any(c.low == "ни" or any(b.low == "ни" for b in c.children) for c in word.children):
            return RuWho((), True, None, rule="group")  # "ни одного заключенного"
        plural = word.feats.get("Number") == "Plur"
        listed = (
            self._listed(sentence, word)
            if (is_people and plural) or (number is not None and number.value > 1 and word.pos == "NUM")
            else []
        )
        rule = "member" if listed else "group"
        bare = word.pos == "NUM" and not (
            word.rel.startswith("nummod")
            and word.head is not None
            and word.head.pos != "VERB"
            and not means_people(word.head)
        )
        vague = number is not None and number.is_vague and number.core[0] + sentence.span[0] == word.span[0]
        if number is not None and (is_people or bare or vague) and number.value > 1:
            return RuWho(tuple(listed), True, None if number.is_vague else number.value, rule=rule)
        if is_people and plural:
            back = any(c.lemma in ("этот", "тот", "весь", "оба") for c in word.children)
            return RuWho(tuple(listed), True, None, back, rule)
        if word.low in _NOBODY and (
            any(c.low == "из" for below in word.children for c in below.children) or _is_denied(word)
        ):
            return RuWho((), True)  # "никого из них", "не освободили никого"
        if word.low in _THEY:
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
        named = self.named(sentence)
        at = next((n for n, one in enumerate(named) if one.first.span[0] >= start), None)
        if at is None or any(
            w.feats.get("VerbForm") == "Fin" for w in sentence.words if start <= w.span[0] < named[at].first.span[0]
        ):
            return []
        names = list(dict.fromkeys(one.person.name for one in run_from(sentence, named, at)))
        by_dash = opened is not None and opened.group().rstrip()[-1] in "-–—"
        number = self.number_of(sentence, word) if by_dash and not direct else None
        return names if number is None or number.is_vague or number.value == len(names) else []

    def number_of(self, sentence: RuSentence, word: Word) -> Number | None:
        """The number that counts the noun, or that the word itself is."""
        places = [word.span[0], *(c.span[0] for c in word.children if c.rel.startswith("nummod") or c.pos == "NUM")]
        shift = sentence.span[0]
        for number in self.numbers(sentence):
            if any(number.core[0] + shift <= place < number.core[1] + shift for place in places):
                return number
        return None
