"""Illness, injury and hunger strikes of people held, told by many set phrases; whom they befell is who in the sentence is held, or the group it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.custody.contact_words import JAILERS
from habeas.claims.reading.custody.illness_bearers import bearer_of, is_of_court, is_other
from habeas.claims.reading.custody.illness_words import (
    DIED_OF,
    ELSEWHERE,
    IN_PRISON,
    SAID_FINE,
    SAID_WELL,
    STARVING,
    SUDDEN,
    THEN_DIED,
    UNWELL,
)
from habeas.claims.reading.events.held_here import held_in, held_of_late
from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.events.voters import Reader, telling_of
from habeas.claims.reading.speech.reality import reality_of
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.phrase_patterns import small
from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.refer import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

KIND = "health_condition"
#: Constructions that belong to the illness itself ("cannot walk", "refuses food", "no longer").
_OF_ILLNESS = (
    "negation",
    "plan: attempt",
    "plan: try",
    "infinitive",
    "plan: can",
    "plan: could",
    "plan: unable",
    "without",
    "demand: need",
    "plan: condition",
    "predicate",
)
_FRAGMENT = 3
_CANNOT = re.compile(r"\b(?:cannot|not|no longer|barely|hardly|unable)\b", re.IGNORECASE)
_TELLERS = frozenset(
    {
        "doctor",
        "medic",
        "test",
        "scan",
        "examination",
        "court",
        "judge",
        "physician",
        "surgeon",
        "authority",
        "official",
        "x-ray",
        "report",
    }
)
_FIND = frozenset({"find", "diagnose", "discover", "detect", "confirm", "show", "reveal"})
#: How an illness is named as known: refused help or release changes nothing about it.
_AS_GIVEN = (
    "despite", "citing", "with ", "treatment", "care for", "medic", "early release", "reasons", "grounds", "health ", "without", "denied", "refused",
    "insulin", "no ", "deprived", "untreated",
)  # fmt: skip
_UNREAL_AUX = frozenset({"may", "might", "would", "will", "should", "must", "'ll", "'d"})


def health_told(reader: Reader, held: set[str]) -> Iterator[Told]:
    """One telling for each set phrase and each person or group it is told of."""
    for sentence in reader.referents.passage.sentences:
        text = reader.referents.passage.shadow[sentence.start : sentence.end]
        if ELSEWHERE.search(text):
            continue
        said_fine = ((SAID_FINE, True),) if JAILERS.search(text) else ()
        for pattern, is_well in ((UNWELL, False), (SAID_WELL, True), *said_fine):
            for match in pattern.finditer(small(text)):
                if match.group().startswith("surviv") and text[: match.start()].lower().endswith(
                    ("not ", "n't ", "n’t ")
                ):
                    continue
                of_death = DIED_OF.search(text[: match.start()]) or (
                    SUDDEN.search(match.group()) and THEN_DIED.match(text[match.end() :])
                )
                if not is_well and (SAID_WELL.search(match.group()) or of_death):
                    continue  # "has no health problems", "died of a heart attack"
                span = (sentence.start + match.start(), sentence.start + match.end())
                token = _token_of(sentence, span)
                if token is not None:
                    yield from _told(reader, sentence, token, held, span, is_well)


def mark_hunger(told: list[Told]) -> None:
    """A hunger strike is another happening than an illness of the same person."""
    for one in told:
        if one.type == KIND and _is_only_starving(small(one.quote)):
            one.deed = "hunger strike"


def one_illness_each(told: list[Told]) -> list[Told]:
    """A sentence that tells of one person's illness in several words tells one: "had surgery and was taken to hospital with chest pains"."""
    kept: list[Told] = []
    for one in told:
        is_again = one.type == KIND and one.person is not None and any(_is_beside(other, one) for other in kept)
        if not is_again:
            kept.append(one)
    return kept


def _is_beside(other: Told, one: Told) -> bool:
    same = (other.type, other.person, other.reality, other.deed) == (KIND, one.person, one.reality, one.deed)
    return same and other.span[0] < one.span[1] and one.span[0] < other.span[1]


def _is_only_starving(quote: str) -> bool:
    return bool(STARVING.search(quote)) and not UNWELL.search(STARVING.sub("", quote))


def _told(
    reader: Reader, sentence: Sentence, token: Token, held: set[str], span: tuple[int, int], is_well: bool
) -> Iterator[Told]:
    subject = bearer_of(token, span, sentence)
    words = reader.referents.passage.shadow[span[0] : span[1]]
    if subject is not None and subject.lower_ == "i":
        yield from _told_of_oneself(reader, sentence, token, held, words)
        return
    is_told = _is_told(subject, token, words)
    subject = None if is_told else subject
    who = reader.referents.who(sentence, subject) if subject is not None else Who()
    inside = IN_PRISON.search(sentence.tokens.text)
    if subject is not None and (is_other(subject) or (who.persons and not held & set(who.persons) and not inside)):
        return
    reality = "denied" if is_well else _reality(token, words)
    names = [name for name in who.persons if name in held or inside]
    if not who.persons and subject is not None and is_of_court(subject):
        return
    if who.rule == "definite noun" and subject is not None and is_of_court(subject):
        return
    if not names and who.group is None and _may_be_theirs(subject):
        is_fragment = subject is None and token.dep_ == "ROOT" and token.i - token.sent.start < _FRAGMENT
        names = held_in(reader, sentence, held, span)
        names = names or (held_of_late(reader, sentence, held) if is_told or is_fragment else [])
    triggers = [Trigger(KIND, token, "given", False, None, None, given=token, person=name) for name in names]
    if not names and _is_counted(who) and subject is not None and not is_well:
        triggers = [Trigger(KIND, token, "given", False, None, None, given=subject)]
    for trigger in triggers:
        for one in telling_of(reader, sentence, trigger):
            if one.person is None or one.person in who.persons or one.person != one.said_by:
                one.reality = reality
                yield one


def _told_of_oneself(reader: Reader, sentence: Sentence, token: Token, held: set[str], words: str) -> Iterator[Told]:
    """ "I weigh 47 kilos," NAME wrote: who speaks, when held."""
    speaker = reader.speakers.at(sentence, token)
    if speaker in held:
        for one in telling_of(
            reader, sentence, Trigger(KIND, token, "given", False, None, None, given=token, person=speaker)
        ):
            one.reality = _reality(token, words)
            yield one


def _is_told(subject: Token | None, token: Token, words: str) -> bool:
    """ "doctors found a tumour", "the court refused, citing his diabetes", "her client has cancer": not told of the subject."""
    if subject is None:
        return False
    by_teller = subject.lemma_.lower() in _TELLERS and token.lemma_ in _FIND
    return (
        by_teller
        or words.lower().startswith(("citing", "despite"))
        or subject.lemma_.lower() in ("client", "ambulance")
    )


def _may_be_theirs(subject: Token | None) -> bool:
    """A pronoun, a name, something of somebody's, or nobody by the grammar."""
    return subject is None or subject.pos_ in ("PRON", "PROPN") or any(c.dep_ == "poss" for c in subject.children)


def _is_counted(who: Who) -> bool:
    """A group with a number, or of people held: not "people who have tuberculosis"."""
    group = who.group
    return group is not None and (
        group.count is not None or group.is_vague or lexicon().has("held_people", group.head.lemma_)
    )


def _token_of(sentence: Sentence, span: tuple[int, int]) -> Token | None:
    """The verb of the words matched, else the first of them that says anything."""
    inside = [t for t in sentence.tokens if span[0] <= sentence.place(t)[0] < span[1]]
    verbs = [t for t in inside if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("aux", "auxpass")]
    return verbs[0] if verbs else next((t for t in inside if t.pos_ in ("NOUN", "ADJ", "PROPN")), None)


def _reality(token: Token, words: str) -> str:
    if words.lower().startswith(_AS_GIVEN):
        return "actual"
    reality, why = reality_of(token, KIND)
    if why == "modal" and _CANNOT.search(words):
        return "actual"
    auxiliaries = {c.lower_ for c in token.children if c.dep_ == "aux"}
    if why.startswith(_OF_ILLNESS) and not auxiliaries & _UNREAL_AUX:
        return "denied" if why == "negation" and token.lemma_ in ("be", "have", "suffer") else "actual"
    return reality
