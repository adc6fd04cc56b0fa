"""Who stands in the same clause as a Russian verb or noun of custody, in a case that fits: what to go by when the arcs say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.russian.lexicon import RuFrame, lexicon
from habeas.claims.reading.russian.nouns import run_from
from habeas.claims.reading.russian.refer import RuWho
from habeas.claims.reading.russian.words import cases_of, is_animate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habeas.claims.reading.russian.refer import RuReferents
    from habeas.claims.reading.russian.words import RuSentence, Word

_CASES = {
    "object": ("Acc", "Gen"), "passive": ("Nom",), "subject": ("Nom",), "dative": ("Dat",), "noun": ("Gen",), "genitive": ("Gen", "Acc"),
}  # fmt: skip
_OBLIQUE = frozenset(
    {
        "с",
        "со",
        "к",
        "ко",
        "от",
        "для",
        "о",
        "об",
        "про",
        "против",
        "под",
        "над",
        "перед",
        "из",
        "в",
        "на",
        "по",
        "за",
        "через",
        "без",
        "при",
        "до",
        "после",
        "кроме",
        "вместо",
        "среди",
    }
)
_FARTHEST = 16


def in_clause(
    referents: RuReferents, sentence: RuSentence, word: Word, frame: RuFrame, triggers: set[int]
) -> tuple[Word, RuWho] | None:
    """The nearest people in the clause whose case fits, before the trigger rather than after it."""
    passive = word.feats.get("Voice") == "Pass" or word.feats.get("Variant") == "Short"
    cases = _CASES.get("passive" if frame.patient == "object" and passive else frame.patient)
    if cases is None or (word.feats.get("VerbForm") == "Part" and word.feats.get("Variant") != "Short"):
        return None
    clause = referents.clause(sentence, word)
    found = _nearest(referents, sentence, (word, frame, triggers), clause, cases)
    opens = next((w for w in clause if w.text not in ",—–"), word)
    if found is None and (opens.low in _GOES_ON or opens is word) and frame.patient in ("object", "subject", "dative"):
        at = referents.clauses(sentence).index(clause)
        found = (
            _nearest(referents, sentence, (word, frame, set()), referents.clauses(sentence)[at - 1], cases)
            if at
            else None
        )
    return found


_GOES_ON = frozenset({"и", "а", "но", "однако"})


def _nearest(
    referents: RuReferents,
    sentence: RuSentence,
    told: tuple[Word, RuFrame, set[int]],
    clause: list[Word],
    cases: tuple[str, ...],
) -> tuple[Word, RuWho] | None:
    word, frame, triggers = told
    single = word.feats.get("Number") != "Plur" and cases == ("Nom",)
    for lenient in (False, True):
        found = sorted(
            (_far(word, at), at.index, at, who)
            for at, who in _people(referents, sentence, clause, cases, lenient)
            if abs(at.index - word.index) <= _FARTHEST
            and not _is_taken(word, at, triggers)
            and _follows(frame, word, at, sentence)
        )
        for _, _, at, who in found:
            return at, RuWho(who.persons[:1], rule=who.rule) if len(who.persons) > 1 and single else who
    return None


def _follows(frame: RuFrame, word: Word, at: Word, sentence: RuSentence) -> bool:
    """ "арест журналистки ИМЯ": a noun has whom it befalls right after it."""
    if frame.patient != "noun":
        return True
    between = sentence.words[word.index + 1 : at.index]
    return at.index > word.index and len(between) <= 3 and all(w.pos in ("ADJ", "NUM", "DET", "ADV") for w in between)


def _far(word: Word, at: Word) -> int:
    return word.index - at.index if at.index < word.index else at.index - word.index + 3


def _is_taken(word: Word, at: Word, triggers: set[int]) -> bool:
    """Another trigger between has the better claim."""
    low, high = sorted((word.index, at.index))
    return any(low < other < high for other in triggers)


def _people(
    referents: RuReferents, sentence: RuSentence, clause: list[Word], cases: tuple[str, ...], lenient: bool
) -> Iterator[tuple[Word, RuWho]]:
    named = referents.named(sentence)
    heads = {one.head.index: n for n, one in enumerate(named)}
    inside = {w.index for one in named for w in sentence.words[one.first.index : one.last.index + 1]}
    for word in clause:
        if word.index in heads:
            first = named[heads[word.index]].first
            if fits(word, cases, first) or (lenient and first is word and may_fit(word, cases)):
                run = run_from(sentence, named, heads[word.index])
                persons = tuple(dict.fromkeys(one.person.name for one in run))
                if _are_summed(referents, sentence, run[0].head, len(persons)):
                    yield word, RuWho(persons, True, len(persons), rule="member")
                else:
                    yield word, RuWho(persons, rule="name")
        elif word.index not in inside and _may_be_people(word) and fits(word, cases, word):
            who = referents.who(sentence, word)
            if who != RuWho():
                yield word, who


def _are_summed(referents: RuReferents, sentence: RuSentence, first: Word, many: int) -> bool:
    """ "Двоих - A и B - выслали": the number before the names counts them."""
    at = first.index - 1
    if many < 2 or at < 1 or sentence.words[at].text not in ("—", "–", "-", ":"):
        return False
    start, end = sentence.words[at - 1].span
    shift = sentence.span[0]
    return any(
        number.value == many and number.core[0] + shift < end and start < number.core[1] + shift
        for number in referents.numbers(sentence)
    )


def _may_be_people(word: Word) -> bool:
    return (
        word.pos in ("PRON", "NUM")
        or is_animate(word)
        or lexicon().has("described", word.lemma)
        or lexicon().has("people", word.lemma)
    )


def fits(word: Word, cases: tuple[str, ...], name: Word) -> bool:
    """Whether a phrase can stand in one of these cases; names that do not decline fit any, and "with whom" fits none but its own."""
    if any(c.low in _OBLIQUE and c.rel == "case" for w in {word, name} for c in w.children):
        return False
    case = word.feats.get("Case")
    if word.rel in ("nmod",) and case == "Gen" and "Gen" in cases and word.head is not None and word.head.pos == "NOUN":
        return "Acc" not in cases
    return case is None or case in cases


def may_fit(word: Word, cases: tuple[str, ...]) -> bool:
    """Whether a bare name could stand in one of these cases by the dictionary, whatever the model took it for."""
    if any(c.low in _OBLIQUE and c.rel == "case" for c in word.children):
        return False
    return bool(cases_of(word) & set(cases))
