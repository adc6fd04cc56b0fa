"""Names told as the members of a group: "three people: A, B and C", "127 prisoners, among them A and B", "prisoners such as A"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.people.people import People
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.joined import is_aside, is_kin_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENS = re.compile(
    r"(?:[,;(]|\s[-–—]|\s)?\s*(?:including|include[sd]?|among (?:them|those|whom|others)(?: (?:are|were|is|was))?|namely|notably|in particular"
    r"|in addition to|such as|(?:named|identified|known)(?: to us)? as)\b|:|\s[-–—](?=\s)|[–—]",
    re.IGNORECASE,
)  # fmt: skip
_REACH = 60
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MOST_BETWEEN = 30
_WITHIN_ROLES = frozenset({"of", "at", "for", "from", "in"})


def listed_after(people: People, sentence: Sentence, token: Token, shadow: str) -> list[str]:
    """The people whose names follow the group's noun as its members, in order; empty when none are listed."""
    start = sentence.place(token)[1]
    opening = _opening(people, sentence, token, shadow, start)
    return names_running_on(people, sentence, opening, shadow) if opening is not None else []


def names_running_on(people: People, sentence: Sentence, opening: int, shadow: str) -> list[str]:
    """The names from a place on, as long as only descriptions and clauses about the one before lie between them."""
    out: list[str] = []
    here = opening
    for span, name in people.between(opening, sentence.end):
        if not _continues(sentence, here, span[0], bool(out)):
            break
        if _speaks(sentence, span) or _does_within(sentence, span):
            break
        between = [t for t in sentence.tokens if here <= sentence.place(t)[0] < span[0]]
        if shadow[span[1] : span[1] + 2] == "'s" or is_aside(sentence, span) or is_kin_of(between):
            continue
        out += [name] if name not in out else []
        here = span[1]
    return out


def _opening(people: People, sentence: Sentence, token: Token, shadow: str, start: int) -> int | None:
    """Where the list begins, None when no word or mark opens one."""
    named = people.between(start, sentence.end)
    if not named:
        return None
    found = _OPENS.search(shadow, start, min(sentence.end, named[0][0][0]))
    if found is None:
        apposed = next((c for c in token.children if c.dep_ == "appos" and people.at(sentence.place(c))), None)
        follows = shadow[start : named[0][0][0]].strip() == ","
        return start if (apposed is not None or follows) and len(named) > 1 else None
    between = [t for t in sentence.tokens if start <= sentence.place(t)[0] < found.start()]
    if any(
        t.pos_ == "NUM" and t.dep_ == "nummod" and t.head.pos_ == "NOUN" and t.ent_type_ == "CARDINAL" for t in between
    ):
        return None  # the list belongs to the count told after
    if found.group().strip() in (":", "-", "–", "—"):
        if found.start() - start > _REACH or any(_is_other_clause(t, token) for t in between):
            return None
        return found.end()
    return found.end() if not any(t.text in (";", ":") for t in between) else None


def _is_other_clause(word: Token, group: Token) -> bool:
    """Whether a verb before the mark tells of something else: "three remained in detention: A, B and C" is about the three."""
    return word.pos_ in ("VERB", "AUX") and word.dep_ not in ("acl", "aux", "auxpass") and word != group.head


def _continues(sentence: Sentence, here: int, there: int, is_begun: bool) -> bool:
    """Whether only descriptions, and clauses about the one before, lie between the opening or a name and the next name."""
    between = [t for t in sentence.tokens if here <= sentence.place(t)[0] < there]
    if len(between) > _MOST_BETWEEN or (any(t.text == ";" for t in between) and not is_begun):
        return False
    if any(t.lower_ == "according" for t in between):
        return False
    if between and between[-1].pos_ == "ADP":
        return False  # "including an employee, after an appeal from NAME"
    if not is_begun and any(t.pos_ == "ADP" and t.lower_ not in _WITHIN_ROLES for t in between):
        return False
    finite = [t for t in between if t.tag_ in _FINITE]
    return all(_is_in_relative(t) for t in finite)


def _speaks(sentence: Sentence, span: tuple[int, int]) -> bool:
    """ "..., NAME said": the one who tells it is no member of the list."""
    last = sentence.token_at(span[1] - 1)
    if last is not None and last.dep_ == "appos":
        last = last.head  # "his wife, NAME, said"
    return last is not None and last.dep_ == "nsubj" and lexicon().has("speech", last.head.lemma_)


def _does_within(sentence: Sentence, span: tuple[int, int]) -> bool:
    """ "A, whose wife, NAME, had been told", "A, hanged after what the director, NAME, called a trial": the doer in a clause about A."""
    last = sentence.token_at(span[1] - 1)
    if last is not None and last.dep_ == "appos" and last.head.i > last.sent.start:
        last = last.head
    if last is None or last.dep_ not in ("nsubj", "nsubjpass"):
        return False
    verb = last.head
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return verb.dep_ in ("relcl", "pcomp") and verb.i > last.i and len(subjects) == 1 and last.lemma_ != "name"


def _is_in_relative(token: Token) -> bool:
    return token.dep_ == "relcl" or any(up.dep_ in ("relcl", "acl", "appos") for up in token.ancestors)
