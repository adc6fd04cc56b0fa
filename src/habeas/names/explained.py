"""Why two names score as they do: one sentence for each part, with whether it agrees, is missing or contradicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.names.agreement import (
    BOTH_INITIALS,
    CONTRADICTED,
    INITIAL,
    double_surnames_agree,
    given_names_agree,
    initials_meet,
    patronymics_agree,
)
from habeas.names.alignment import Agreement, are_run_together, native_agree, word_agrees, words_agree_across_scripts
from habeas.names.genders import differ_by_feminine_ending, genders_contradict, is_case_form
from habeas.names.generations import OLDER, YOUNGER, generations_contradict
from habeas.names.given import given_names
from habeas.names.parsed import ParsedName, parsed
from habeas.names.score import best_renderings, by_parts, outcome, score_of
from habeas.names.words import Word

#: From here on a part agrees; between here and contradiction it may be a slip of spelling.
_AGREES = 0.83
_GENERATIONS = {OLDER: "the older", YOUNGER: "the younger"}
_GENDERS = {"m": "a man's name", "f": "a woman's name"}


@dataclass(frozen=True, slots=True)
class Reason:
    """`part`: surname, given name, patronymic, generation, gender or word. `verdict`: agrees, unclear, missing or contradicts."""

    part: str
    verdict: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """`score` is that of `names.score`; `decision` is same, review or different."""

    score: float
    decision: str
    reasons: tuple[Reason, ...]


def explained(one: str, other: str) -> Explanation:
    """The score of two names with its reasons, in the order surname, given name, patronymic, generation, gender; else word by word."""
    return explained_of(parsed(one), parsed(other))


def explained_of(first: ParsedName, second: ParsedName) -> Explanation:
    """The same for names already taken apart."""
    value = score_of(first, second)
    reasons = (
        *_names(first, second),
        *_patronymic(first, second),
        *_generation(first, second),
        *_gender(first, second),
    )
    return Explanation(value, outcome(value), reasons)


def _names(one: ParsedName, other: ParsedName) -> Iterator[Reason]:
    """By parts, by letters or by words, whichever they are scored by."""
    if by_parts(one, other) is not None:
        yield from (_surname(one, other), _given(one, other))
    elif (letters := native_agree(one, other)) is not None:
        said = "the same letters" if letters == 1 else f"{letters:.0%} of the letters in common"
        yield Reason("word", _verdict(letters), f"Written in one script, they have {said}.")
    elif one.native or other.native:
        yield from _words(*best_renderings(one, other), words_agree_across_scripts)
    else:
        yield from _words(one, other, word_agrees)


def _verdict(agreement: float) -> str:
    return "agrees" if agreement >= _AGREES else "unclear" if agreement > CONTRADICTED else "contradicts"


def _surname(one: ParsedName, other: ParsedName) -> Reason:
    agreement = double_surnames_agree(one.surname, other.surname)
    a, b = _written(one.surname), _written(other.surname)
    if len(one.surname) != len(other.surname) and agreement > CONTRADICTED:
        return Reason("surname", _verdict(agreement), f"{a} and {b} share a surname that one of them bears doubled.")
    if agreement >= _AGREES:
        return Reason("surname", "agrees", f"{a} and {b} can be read as one surname." if a != b else f"Both write {a}.")
    if agreement > CONTRADICTED:
        return Reason("surname", "unclear", f"{a} and {b} are near, but no table of romanisation makes them one.")
    return Reason("surname", "contradicts", f"{a} and {b} are two surnames.")


def _given(one: ParsedName, other: ParsedName) -> Reason:
    a, b = _written(one.given[:1]), _written(other.given[:1])
    shared = one.classes & other.classes
    if shared and a != b:
        name = " / ".join(dict.fromkeys(given_names()[min(shared)].full[:2])).title()
        return Reason("given name", "agrees", f"{a} and {b} are forms of one given name ({name}).")
    agreement = given_names_agree(one, other) if not shared else 1.0
    if agreement in (INITIAL, BOTH_INITIALS) and initials_meet(one.given[0], other.given[0]):
        return Reason("given name", "agrees", f"{a} fits the beginning of {b}.")
    if agreement >= _AGREES:
        return Reason("given name", "agrees", f"Both write {a}." if a == b else f"{a} and {b} read alike.")
    if agreement > CONTRADICTED:
        return Reason("given name", "unclear", f"{a} and {b} are near, but not known as one name.")
    if is_case_form(one, other):
        return Reason("given name", "unclear", f"{a} and {b} may be one given name in two cases.")
    return Reason("given name", "contradicts", f"{a} and {b} are two given names.")


def _patronymic(one: ParsedName, other: ParsedName) -> Iterator[Reason]:
    if one.father is None and other.father is None:
        return
    if one.father is None or other.father is None:
        said = one.father or other.father
        yield Reason("patronymic", "missing", f"Only one gives a patronymic ({said.written.title() if said else ''}).")
        return
    verdict = _verdict(patronymics_agree(one.father, other.father))
    words = {"agrees": "name one father", "unclear": "may name one father", "contradicts": "name two fathers"}[verdict]
    yield Reason("patronymic", verdict, f"{one.father.written.title()} and {other.father.written.title()} {words}.")


def _generation(one: ParsedName, other: ParsedName) -> Iterator[Reason]:
    if generations_contradict(one.generation, other.generation):
        told = [_GENERATIONS.get(name.generation, f"number {name.generation.upper()}") for name in (one, other)]
        yield Reason("generation", "contradicts", f"The first is {told[0]} of the family, the second {told[1]}.")
    elif bool(one.generation) != bool(other.generation):
        yield Reason("generation", "missing", "Only one tells which of two namesakes of a family is meant.")


def _gender(one: ParsedName, other: ParsedName) -> Iterator[Reason]:
    if genders_contradict(one, other):
        yield Reason(
            "gender", "contradicts", f"The first is {_GENDERS[one.gender]}, the second {_GENDERS[other.gender]}."
        )
    elif differ_by_feminine_ending(one, other):
        yield Reason("gender", "unclear", "One is the other with the ending of a woman's name.")


def _words(one: ParsedName, other: ParsedName, agrees: Agreement) -> Iterator[Reason]:
    """Each word of the shorter name with its nearest of the other."""
    first, second = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if are_run_together(one, other, agrees):
        yield Reason(
            "word",
            "agrees",
            f"{_in_a_row(first)} and {_in_a_row(second)} have the same letters, or nearly, in words parted otherwise.",
        )
        return
    for word in first.words:
        if not second.words:
            return
        best = max(second.words, key=lambda candidate: agrees(word, candidate))
        verdict = _verdict(agrees(word, best))
        said = {"agrees": "agrees with", "unclear": "is near to", "contradicts": "finds no like; nearest is"}[verdict]
        yield Reason("word", verdict, f"{_written((word,))} {said} {_written((best,))}.")
    if len(second.words) > len(first.words):
        more = len(second.words) - len(first.words)
        yield Reason("word", "missing", f"One name has {more} more {'word' if more == 1 else 'words'}.")


def _in_a_row(name: ParsedName) -> str:
    return " ".join(_written((word,)) for word in name.words)


def _written(words: tuple[Word, ...]) -> str:
    return "-".join(word.text.title() for word in words)
