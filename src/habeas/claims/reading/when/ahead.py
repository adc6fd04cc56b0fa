"""Days without a year that lie ahead: "will be released on 15 April" means the next such day, "was released on 15 April" the last."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from habeas.claims.reading.when.dates import DateWords
from habeas.kernel.days import Day
from habeas.kernel.errors import DayInvalid

if TYPE_CHECKING:
    from spacy.tokens import Token

_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_SET = frozenset({"due", "set", "expected", "scheduled", "slated", "planned", "to"})
_PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
_PLANNING = frozenset({"plan", "intend", "promise", "expect", "hope", "aim", "vow", "pledge", "prepare", "agree", "threaten", "mean", "want", "propose", "schedule"})  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")
_WEEKDAY = re.compile(r"(?:this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember|\b)",
    re.IGNORECASE,
)
_LAST = re.compile(r"\blast\b", re.IGNORECASE)


def is_of_the_future(verb: Token) -> bool:
    """ "will be freed", "is due to be released", "is to stand trial": told at the time of writing of what is still to come."""
    here = verb
    for _ in range(4):
        auxiliaries = {c.lower_ for c in here.children if c.dep_ in ("aux", "auxpass")}
        if auxiliaries & _WILL:
            return True
        beside = auxiliaries | {here.head.lower_}
        if (here.lower_ in _SET or "to" in auxiliaries) and beside & _PRESENT:
            return True
        if "to" in auxiliaries and _is_planned_now(here.head):
            return True
        is_finished = auxiliaries - {"be", "to", "been", "being"}
        if is_finished or here.head == here or here.dep_ in ("relcl", "advcl", "acl", "ccomp"):
            return False
        here = here.head
    return False


def _is_planned_now(verb: Token) -> bool:
    """ "plans to free", "has promised to free", "is expected to be freed": the plan stands when it is written of."""
    if verb.lemma_ not in _PLANNING:
        return False
    now = ("VBZ", "VBP")
    return verb.tag_ in now or any(c.tag_ in now for c in verb.children if c.dep_ in ("aux", "auxpass"))


def goes_on_trial(verb: Token) -> bool:
    """ "goes on trial", "faces trial": in the present tense, which a day ahead makes a plan."""
    return (
        verb.tag_ in ("VBZ", "VBP")
        and verb.lemma_ in ("go", "stand", "face", "come")
        and any(t.lemma_ == "trial" for t in verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)])
    )


def next_such_day(words: DateWords, published: date | None, with_weekdays: bool = True) -> DateWords:
    """The same words, resolved to the first such day not before publication; as they stand where they name a year or say "last"."""
    day = words.day
    if (
        published is None
        or day is None
        or day.hi is None
        or day.hi >= published.toordinal()
        or _LAST.search(words.words)
    ):
        return words
    if with_weekdays and _WEEKDAY.fullmatch(words.words.strip()):
        return replace(words, day=Day.on(date.fromordinal(day.hi) + timedelta(days=7)))
    if _YEAR.search(words.words) or not _MONTH.search(words.words) or day.lo is None:
        return words
    year = date.fromordinal(day.lo).year
    return replace(words, day=_of_year(day, year + 1))


def _of_year(day: Day, year: int) -> Day | None:
    """The same day or month of another year; None for 29 February where there is none."""
    try:
        return Day.parse(f"{year}{day.text[4:]}")
    except DayInvalid:
        return None
