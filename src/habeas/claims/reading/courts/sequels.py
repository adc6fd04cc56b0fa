"""Sentences told by what came of an earlier one, or after a verdict: "was reduced on appeal to nine", "Sentence will be passed in May", "the retrial of NAME ended with life".

Whom they befell is named in the sentence, or is the one sentenced or convicted last before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.courts.penalties import NUMBER, penalty_at, years_of
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.model import Span
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.when.dated import day_told
from habeas.claims.reading.whom.marked import MarkedSentence
from habeas.claims.reading.whom.marked_subjects import last_before, listed_from, subjects_before

RULE = "sequel.sentence"
_CHANGED = r"(?:cut|reduced|shortened|lowered|commuted|increased|raised|lengthened|extended|halved)"
_UNIT = r"(?: (?:years?|months?)(?: and (?:a half|[\w-]+ months))?)?"
_AND_THEN = r"(?:later |then |since |subsequently |eventually )?"
#: A term changed, with what it became; "from" what comes before.
_NEW_TERM = re.compile(
    rf"(?P<which>\bwhich|\b(?:sentence|term|punishment|penalty)(?: (?:of|against) [^.;]{{2,50}}?)?) (?:was|were|has been|had been) {_AND_THEN}{_CHANGED}(?: (?:on|after an?|by an?|in an?) [^.;,]{{3,40}}?)??"
    rf"(?: from [^.;,]{{3,30}}?)? to (?P<term>(?:an? )?{NUMBER}{_UNIT})(?=[ .;,]|$)",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    rf"\b{_CHANGED} (?P<which>(?:the|his|her|‹\d+›'s) (?:\w+ )?(?:sentence|term|punishment))(?: (?:of|for) [^.;]{{2,50}}?)?(?: (?:on|after) appeal)?(?: from [^.;,]{{3,30}}?)? to (?P<term>{NUMBER}{_UNIT})(?=[ .;,]|$)",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:(?:the )?(?:sentence|punishment|penalty) (?:will|is to|is due to|is expected to|was to|would) be (?:passed|pronounced|announced|handed down|read(?: out)?|delivered|decided)|sentencing (?:is|was) (?:set|due|scheduled|expected|fixed|planned|postponed)|(?:the )?(?:court|judge) will (?:pass sentence|announce (?:the|his|her|‹\d+›'s) sentence))\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:re)?trial of (?=[^‹.;]{0,60}‹)(?P<gap>[^.;]{3,140}?) (?:ended|closed|concluded|finished)\b[^.;]{0,60}? (?:with|in) (?=an?\b|\w+ (?:and|years?|months?)|\d|life|the death|death)",
    re.IGNORECASE,
)
_SENT_THERE = re.compile(
    r"\b(?:was|were|been) (?:sent|packed off|committed) (?:there|to (?:the |a )?[^,.;‹]{3,50}?)(?: (?:in|last|this) [\w ]{3,14}?)? for (?:the next )?(?=\w+(?: and a half)? (?:years|months)\b)",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\b(?:there|prison|jail|colony|camp|custody|detention|penal|cell|isolator|penitentiary)\b", re.IGNORECASE
)
_IN_ABSENCE = re.compile(
    r"\b(?:was|were|been) (?:\w+ )?sentenced (?:[^.;,]{0,20} )?in (?:his|her|their|‹\d+›'s) absence\b"
)
_DAYS = re.compile(
    rf"(?:\band|,) (?:was |were )?given (?P<term>{NUMBER} days)\b(?! (?:off|to|leave|notice|of (?:leave|rest)))"
)
_TAKEN = re.compile(
    r"\b(?:detain\w*|arrest\w*|court|police|judge|seized|picked up|protest\w*|rall(?:y|ies))\b", re.IGNORECASE
)
_UNREAL = re.compile(
    r"\b(?:would|could|might|may|if|unless|asked|demand\w*|want\w*|hop\w+|not|never|refus\w+|should|urg\w+|to have)\b[^.;:]{0,50}$",
    re.IGNORECASE,
)
_REACH = 350


def sequels_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """Every such telling that `told` does not hold of the same person there."""
    tried = sorted(
        (one for one in told if one.person and one.type in ("sentence", "conviction") and one.reality == "actual"),
        key=lambda one: one.span,
    )
    for sentence in reader.referents.passage.sentences:
        here = MarkedSentence.of(reader.referents, sentence)
        for marks, at, end, term, reality in (*_changed(here), *_passed(here), *_ahead(here)):
            before = [one for one in tried if one.span[0] < here.place(at) and here.place(at) - one.span[1] < _REACH]
            names = here.named(marks) if marks else [str(one.person) for one in before[-1:]]
            for name in names:
                one = _telling(reader, sentence, name, (here.place(at), here.place(end)), term, reality)
                if not any(_is_same(other, one) for other in told):
                    yield one


def _changed(here: MarkedSentence) -> Iterator[tuple[str, int, int, float | None, str]]:
    for pattern in (_NEW_TERM, _ACTIVE):
        for match in pattern.finditer(here.text):
            if _UNREAL.search(here.text[: match.start()]):
                continue
            words = match["term"].lower().removeprefix("a ").removeprefix("an ")
            term = years_of(words) if not re.search(r"year|month", words) else None
            penalty = penalty_at(words, 0, len(words)) if term is None else None
            owner = re.search(r"‹\d+›(?='s (?:\w+ )?$)", here.text[: match.start("which")])
            marks = owner.group() if owner else last_before(here.text, match.start("which"))
            if inside := re.search(r"‹\d+›", match.group()):
                marks = inside.group()
            yield marks, match.start(), match.end(), term if penalty is None else penalty.term, "actual"


def _passed(here: MarkedSentence) -> Iterator[tuple[str, int, int, float | None, str]]:
    for match in _ENDED.finditer(here.text):
        penalty = penalty_at(here.text, match.end(), len(here.text))
        marks = listed_from(here.text, match.start("gap"))
        if penalty is not None and marks:
            yield marks, match.start(), penalty.end, penalty.term, "actual"
    for match in _SENT_THERE.finditer(here.text):
        penalty = penalty_at(here.text, match.end(), len(here.text))
        marks = subjects_before(here.text, match.start())
        if (
            penalty is not None
            and marks
            and _INSIDE.search(match.group())
            and not _UNREAL.search(here.text[: match.start()])
        ):
            yield marks, match.start(), penalty.end, penalty.term, "actual"
    for match in _IN_ABSENCE.finditer(here.text):
        penalty = penalty_at(here.text, match.end() + 4, len(here.text))
        marks = subjects_before(here.text, match.start()) or _first(here.text, match.start())
        if marks:
            yield marks, match.start(), match.end(), penalty.term if penalty else None, "actual"
    for match in _DAYS.finditer(here.text):
        marks = subjects_before(here.text, match.start()) or _first(here.text, match.start())
        penalty = penalty_at(match["term"], 0, len(match["term"]))
        if marks and _TAKEN.search(here.text[: match.start()]) and not _UNREAL.search(here.text[: match.start()]):
            yield marks, match.start("term") - 6, match.end(), penalty.term if penalty else None, "actual"


def _first(text: str, before: int) -> str:
    """The mark of the only one named before a place; empty where there are several."""
    marks = {m.group() for m in re.finditer(r"‹\d+›(?!'s)", text[:before])}
    return marks.pop() if len(marks) == 1 else ""


def _ahead(here: MarkedSentence) -> Iterator[tuple[str, int, int, float | None, str]]:
    match = _TO_COME.search(here.text)
    if match is not None:
        yield "", match.start(), match.end(), None, "planned"


def _is_same(other: Told, one: Told) -> bool:
    if (other.type, other.person) != (one.type, one.person):
        return False
    return other.reality == one.reality and (
        (other.span[0] < one.span[1] and one.span[0] < other.span[1] and (one.term is None or other.term == one.term))
        or (other.term is not None and other.term == one.term)
    )


def _telling(reader: Reader, sentence: Sentence, person: str, span: Span, term: float | None, reality: str) -> Told:
    quote, place = quote_at(reader.referents.passage, span)
    token = sentence.token_at(place[0]) or sentence.tokens.root
    words = next((w for w in reader.dates.of(sentence) if place[0] <= w.span[0] < place[1] + 40), None)
    day = day_told(words, reader.dates.published, reality == "actual")
    published = reader.dates.published
    if reality == "planned" and day is not None and day.lo is not None and published and day.lo < published.toordinal():
        day = None  # a day without its year, still ahead
    return Told(
        "sentence", person, None, quote, place, reality, {RULE}, day,
        term=term, said_by=reader.speakers.at(sentence, token), is_clause=True,
    )  # fmt: skip
