"""Sentences told by how much of them is served or left: "halfway through a six-year term", "had five years left to serve", "on death row"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.claims.reading.courts.penalties import penalty_at
from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.recipients import is_human, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_INTO = re.compile(
    r"(?:\b(?:half-?way|midway|part-?way|part of the way|deep|(?:years?|months?|weeks?)) (?:through|into)|\bin the \w+ (?:year|month) of|\b(?:prison|jail|colony|camp|bars|custody|jailed|imprisoned|held) on"
    r"|\b(?:half|most|all|part|much|two thirds|a third|two-thirds|the rest|the remainder|(?:years?|months?|weeks?)(?: left| remaining)?|the end|nearly all|more than half) (?:of|on)|\bunder|\bwith)"
    r" (?=(?:an?|his|her|their|the|that) )"
)
_LEFT = re.compile(
    r"\b(?:ha(?:s|d|ve)|with)\b (?:still |at least |about |nearly |almost |over |more than |only |just |another |a further |some )*(?P<term>[\w½ -]{1,24}?(?:years?|months?|weeks?|days?))"
    r" (?:(?:more )?(?:left )?to serve\b|left on (?:his|her|their|the) (?:sentence|term)|(?:of|on) (?:his|her|their) (?:sentence|term) (?:left|remaining)|of (?:his|her|their) (?:sentence|term) (?:still )?to (?:run|serve))"
)
_SERVED = re.compile(
    r"\b(?:ha(?:s|d|ve|ving)(?: since| already| now| long| both| each| all)* (?:served|completed|done|finished)|(?:served|completed|finished)(?: out)?) (?:out )?(?:his|her|their|its)(?: full| whole| entire| prison| jail)* (?:sentences?|terms?|time)\b"
)
_IN_FULL = re.compile(r"(?: in full)?,? \(?")
_RUNS = re.compile(
    r"\b(?P<whose>[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w-]+['’]s?)(?: current| prison| jail| present)* (?:sentence|term) (?:(?:runs|ran|ends|ended|expires|expired|lasts) (?:to|until|till|in|on|out|next|this)|(?:is|was) (?:due|set|to) (?:to )?(?:end|expire|run))\b"
)
_DEATH_ROW = re.compile(r"\b(?:on|from) death row\b|\bdeath[- ]row (?:inmates?|prisoners?|convicts?)\b")


def served_told(sentence: Sentence) -> Iterator[Trigger]:
    """Every trigger of this kind, in the order of the text."""
    text, start, end = sentence.tokens.doc.text, sentence.tokens.start_char, sentence.tokens.end_char
    for match in _INTO.finditer(text, start, end):
        penalty = penalty_at(text, match.end(), end)
        is_plural = (
            penalty is not None
            and penalty.term is None
            and not penalty.note
            and "their" in text[match.end() : match.end() + 7]
        )
        if penalty is not None and not penalty.is_plain and not is_plural:
            yield from _told(sentence, match.start(), penalty.term, penalty.note)
    for match in _LEFT.finditer(text, start, end):
        yield from (
            one
            for one in _told(sentence, match.start(), None, "remainder")
            if one.given is not None and one.given.tag_ not in ("NNS", "CD")
        )
    for match in _SERVED.finditer(text, start, end):
        beside = _IN_FULL.match(text, match.end(), end)
        whole = penalty_at(text, beside.end(), end) if beside else None
        yield from _told(sentence, match.start(), whole.term if whole else None, "served")
        yield from _told(sentence, match.start(), None, "term served", "release")
    for match in _DEATH_ROW.finditer(text, start, end):
        yield from _told(sentence, match.start(), None, "death")
    for match in _RUNS.finditer(text, start, end):
        whose = _token_at(sentence, match.start("whose"))
        if whose is not None:
            yield Trigger(
                "sentence", whose, "given", False, None, "end of term", given=whose, reality="actual", is_undated=True
            )


def _told(
    sentence: Sentence, at: int, term: float | None, note: str | None, kind: str = "sentence"
) -> Iterator[Trigger]:
    token = _token_at(sentence, at)
    whom = _whose(token) if token is not None else None
    if token is not None and whom is not None and is_human(whom):
        verb = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), token)
        yield Trigger(kind, verb, "given", False, term, note, given=whom, is_undated=True)


def _whose(token: Token) -> Token | None:
    for up in (token, *token.ancestors):
        if up.pos_ in ("VERB", "AUX") and up.dep_ not in ("aux", "auxpass"):
            return subject_of(up)
        if up.dep_ == "prep" and up.head.pos_ in ("PROPN", "PRON") and up.head.i < up.i:
            return up.head
        if up != token and up.i < token.i and up.pos_ in ("PROPN", "NOUN") and is_human(up):
            return up
    return None


def _token_at(sentence: Sentence, at: int) -> Token | None:
    return next((t for t in sentence.tokens if t.idx <= at < t.idx + len(t)), None)
