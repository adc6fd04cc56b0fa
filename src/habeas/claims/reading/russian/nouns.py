"""The people of a Russian sentence as phrases with case, gender and number, joined ones as one run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.clauses import is_finite
from habeas.claims.reading.russian.lexicon import lexicon
from habeas.claims.reading.russian.names import same_stem, stem_of
from habeas.claims.reading.russian.words import gender_of

if TYPE_CHECKING:
    from habeas.claims.reading.russian.names import RuPeople, RuPerson
    from habeas.claims.reading.russian.words import RuSentence, Word

_JOINS = frozenset({"и", ",", "или"})
_FARTHEST = 18
_BLOCKS = frozenset({";", ":", "(", ")", ".", "?", "!"})
_RELATIVE = frozenset({"который", "чей", "где", "что", "когда"})
_NAME_RELS = ("appos", "flat:name", "flat", "flat:foreign")


@dataclass(frozen=True, slots=True)
class Named:
    """A person named in a sentence: the words `first` to `last`, the descriptive noun included as `head` when there is one."""

    person: RuPerson
    first: Word
    last: Word
    head: Word

    @property
    def case(self) -> str | None:
        """The case of the phrase; that of the descriptive noun is surest."""
        sure = self.first if self.head.pos == "PROPN" else self.head
        return sure.feats.get("Case")


def named_in(sentence: RuSentence, people: RuPeople) -> list[Named]:
    """Everyone named in the sentence, in order."""
    out: list[Named] = []
    for word in sentence.words:
        person = people.at(word.span)
        if person is None:
            continue
        if out and out[-1].person is person and out[-1].last.index == word.index - 1:
            out[-1] = Named(person, out[-1].first, word, out[-1].head)
        else:
            out.append(Named(person, word, word, _head(word, people)))
    return out


def _head(word: Word, people: RuPeople) -> Word:
    """ "журналиста ИМЯ": the noun that the name stands beside, when it agrees; else the name's own first word."""
    above = word.head
    if (
        above is not None
        and word.rel in _NAME_RELS
        and (above.pos == "NOUN" or _is_noun_for_people(above))
        and above.feats.get("Number") != "Plur"
        and above.index < word.index <= above.index + 4
        and people.at(above.span) is None
        and not is_anothers(above, word, people.at(word.span))
    ):
        return above
    return word


def is_anothers(noun: Word, name: Word, person: RuPerson | None) -> bool:
    """ "Брата Шидловец", she a woman, "брата Айтжанова", he named in full elsewhere: the name says whose brother it is."""
    if person is None or not lexicon().has("kin", noun.lemma):
        return False
    other = gender_of(noun)
    if other is not None and person.gender not in (other, None):
        return True
    is_alone = name.index == noun.index + 1 and not any(c.rel.startswith("flat") for c in name.children)
    stem = stem_of(name.text)
    is_surname = len(person.stems) > 1 and same_stem(stem, person.stems[-1]) and not same_stem(stem, person.stems[0])
    return is_alone and is_surname


def _is_noun_for_people(word: Word) -> bool:
    """ "Политзаключенная ИМЯ", at the head of a sentence taken for a name."""
    known = lexicon().has("people", word.lemma) or lexicon().has("described", word.lemma)
    return word.pos in ("PROPN", "ADJ", "VERB") and known and word.feats.get("VerbForm") != "Fin"


def run_from(sentence: RuSentence, named: list[Named], at: int) -> list[Named]:
    """The named people joined with the one at place `at` by commas and "and", with their descriptions between."""
    low = high = at
    while low > 0 and _joined(sentence, named[low - 1], named[low]):
        low -= 1
    while high + 1 < len(named) and _joined(sentence, named[high], named[high + 1]):
        high += 1
    return named[low : high + 1]


def _joined(sentence: RuSentence, one: Named, other: Named) -> bool:
    between: Sequence[Word] = sentence.words[one.last.index + 1 : other.first.index]
    if not between or len(between) > _FARTHEST or one.person is other.person:
        return False
    between = _without_relative(between)
    if any(w.text in _BLOCKS or w.lemma in _RELATIVE or is_finite(w) for w in between):
        return False
    if any(
        w.low in ("а", "но", "однако")
        and w.index + 1 < other.first.index
        and sentence.words[w.index + 1].low != "также"
        for w in between
    ):
        return False
    if between[0].low not in (*_JOINS, "а") or between[-1].low in ("с", "у", "от", "для", "без", "против", "к"):
        return False
    return not _is_aside(between) and _agree(sentence, one, other)


def _without_relative(between: Sequence[Word]) -> Sequence[Word]:
    """ "A, у которого диабет, и B": what follows the relative clause, when only a noun phrase is left."""
    if not any(w.lemma == "который" for w in between[:4]):
        return between
    last = max((w.index for w in between if w.low in ("и", ",")), default=0)
    tail = [w for w in between if w.index >= last]
    return tail if last > between[0].index + 2 else between


def _is_aside(between: Sequence[Word]) -> bool:
    """ "A, held since May B": a participle with no mark after it that opens the next of the list."""
    told = [w.index for w in between if w.feats.get("VerbForm") in ("Part", "Conv")]
    marks = [w.index for w in between if w.low in _JOINS]
    return bool(told) and marks[-1] < told[-1]


def _agree(sentence: RuSentence, one: Named, other: Named) -> bool:
    cases = {one.case, other.case} - {None}
    if _is_kins(one) and not _is_kins(other):
        return False
    if len(cases) < 2:
        return True
    both = other.head is not other.first and one.head is not one.first
    by_and = any(w.low == "и" for w in sentence.words[one.last.index + 1 : other.first.index])
    return (not both or by_and) and cases in ({"Acc", "Gen"}, {"Nom", "Acc"})


def _is_kins(one: Named) -> bool:
    """ "мужа Анны Беловой": her name says whose he is."""
    above = one.first.head
    if above is None or not lexicon().has("kin", above.lemma) or one.first.index - above.index > _OWNED:
        return False
    other = gender_of(above)
    return one.first.rel == "nmod" or (other is not None and one.person.gender not in (other, None))


_OWNED = 2
