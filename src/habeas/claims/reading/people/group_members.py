"""Who is named as one of a group told of before: "The nine include A and B", "They are C", "One of them, the poet D,": they share its fate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from habeas.claims.reading.people.custody_signs import Sign
from habeas.claims.reading.text.numbers import numbers_in
from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.marked import MARK, Marked, MarkedText
from habeas.claims.reading.whom.marked_subjects import listed_from

_OUT = (
    r"released|freed|let (?:go|out)|pardoned|amnestied|exchanged|swapped|traded|deported|expelled|banished|flown|handed over|walked (?:free|out)|set free|allowed to leave|bussed|landed|"
    r"driven to the border|(?:left|out of|collected from|taken from|brought (?:home|out) from) (?:[\w'-]+ ){0,3}(?:prisons?|jails?|colon(?:y|ies)|custody)|crossed (?:into|the border)|left (?:for|[A-Z]\w+)"
)
_HELD = (
    r"arrested|detained|jailed|imprisoned|remanded|sentenced|convicted|held|behind bars|in (?:[\w-]+ )?(?:prison|jail|custody|detention)|rounded up|picked up|seized|abducted|disappeared|missing|taken into custody|"
    r"charged|on trial|as (?:new )?political prisoners|as prisoners of conscience"
)
_FATE = re.compile(rf"\b(?:(?P<out>{_OUT})|(?P<held>{_HELD}))\b")
#: Nothing that only may happen, or did not, is anybody's fate.
_UNREAL = re.compile(
    r"\b(?:not|never|would|could|may|might|should|must|to be|refus\w+ to|call\w* (?:on|for)|demand\w*|urg\w+|if|un(?:less|til)|since|for the|offer\w*|promis\w+)\b[^,;.]{0,50}$"
)
_COUNT = r"(?P<count>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|[Tt]wenty(?:-\w+)?|[Tt]hirty(?:-\w+)?|\d{1,3})"
_BE = r"(?:are|were|is|was|include[sd]?|comprise[sd]?|included|named as|identified as)"
_THE_SO_MANY = re.compile(rf"\b(?:the|those|these) {_COUNT}\b")
#: What points back at a group before names follow, with its number where that is said.
_LISTS = (
    re.compile(rf"^(?:\W*)(?:[Tt]he|[Aa]ll|[Tt]hose|[Tt]hese) {_COUNT}(?: [\w'-]+){{0,4}},? {_BE}:? "),
    re.compile(rf"^\W*[Aa]mong (?:the|those) {_COUNT}(?: [\w'-]+){{0,4}},? {_BE} "),
    re.compile(
        r"^\W*[Aa]mong (?:them|these|those (?:freed|released|pardoned|exchanged|deported|expelled|detained|arrested|held)|the (?:arrivals|passengers|freed|released|detained|detainees|prisoners)),? (?:are|were|is|was) "
    ),
    re.compile(
        r"^\W*(?:[Tt]hey|[Tt]heir names|[Tt]he (?:group|list|names|others?|rest|men|women|detainees|prisoners|activists|journalists)) (?:also )?(?:are|were|include[sd]?|is|comprise[sd]?)(?: as follows)?:? (?=‹|the |an? |[a-z-]+ ‹|(?:[a-z-]+ ){1,3}‹)"
    ),
)
#: What picks one person out of it: "One of them, the pensioner ‹3›,", "The second, ‹4›,", "One who refused was ‹5›".
_ONE = re.compile(
    rf"^\W*(?:[Oo]nly |[Bb]ut |[Aa]nd )?(?:[Oo]ne|[Tt]wo|[Aa]nother|[Tt]he (?:first|second|third|fourth|fifth|last|other|oldest|youngest|eldest|best[- ]known))(?: of (?:them|these|those|the {_COUNT}))?"
    r"(?:, (?:the |an? )?(?:[\w'-]+ ){0,6}|(?: who (?:\w+ ){1,4})? (?:was|is) (?:the |an? )?(?:[\w'-]+ ){0,6})(?P<who>‹\d+›)(?=[,. ])"
)
#: "‹3›, one of the four, said".
_ONE_OF = re.compile(
    rf"(?P<who>‹\d+›),(?: \d+,)? (?:one|another) of (?:them|the {_COUNT})(?=[,.]| (?:released|freed|arrested|detained|people|men|women))"
)
#: What makes a number one of time or measure, and of nobody.
_OF_TIME = re.compile(
    r"[ -]?(?:and a half )?(?:years?|months?|weeks?|days?|hours?|minutes|kg|kilos?|km|per ?cent|percent|%|times|-year)\b|,? (?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
_FAR, _NEAR = 14, 3
#: How many sentences a line reaches that stands over a part of the text: "Who are the 16?".
_UNDER = 6


@dataclass(frozen=True, slots=True)
class _Fate:
    """What befell a group: "out" or "held", its number where that is told, and in which sentence."""

    kind: str
    count: int | None
    where: int


def signs_of_members(text: MarkedText, told: Iterable[Told]) -> list[Sign]:
    """A sign for everybody who is named as one of a group of whom release or custody was told before."""
    fates = sorted([*_read(text), *_told(text, told)], key=lambda fate: fate.where)
    out: list[Sign] = []
    for sentence in text.sentences:
        for count, marks in _pointing(sentence):
            fate = _meant(fates, sentence, count or _over(text, sentence))
            if fate is not None:
                spelt = text.spelt(marks)
                out += [
                    Sign(name, fate.kind, sentence.start, None, where=sentence.index, is_spelt=name in spelt)
                    for name in text.named(marks)
                ]
    return out


def _over(text: MarkedText, sentence: Marked) -> int | None:
    """The number in the line over this part of the text, None where it has none."""
    above = (s for s in reversed(text.sentences[max(0, sentence.index - _UNDER) : sentence.index]) if s.is_heading)
    line = next(above, None)
    match = _THE_SO_MANY.search(line.text) if line is not None else None
    return _number(match["count"]) if match is not None else None


def _pointing(sentence: Marked) -> Iterator[tuple[int | None, str]]:
    """The number of the group a sentence points back at, and the marks of those it names."""
    words = sentence.text
    if not MARK.search(words):
        return
    for pattern in _LISTS:
        match = pattern.match(words)
        if match is not None:
            yield _number(match.groupdict().get("count")), listed_from(words, match.end())
            return
    match = _ONE.match(words)
    if match is not None:
        yield _number(match["count"]), match["who"]
    for match in _ONE_OF.finditer(words):
        yield _number(match["count"]), match["who"]


def _number(words: str | None) -> int | None:
    found = list(numbers_in(words)) if words else []
    return int(found[0].value) if found and found[0].value is not None else None


def _meant(fates: list[_Fate], sentence: Marked, count: int | None) -> _Fate | None:
    """The last group of that number; without a number, the last of all that is near. Being out is told after being held."""
    near = [f for f in fates if f.where < sentence.index and sentence.index - f.where <= (_FAR if count else _NEAR)]
    if count is not None:
        near = [f for f in near if f.count == count]
        return next((f for f in reversed(near) if f.kind == "out"), near[-1] if near else None)
    last = [f for f in near if f.where == near[-1].where] if near else []
    return next((f for f in reversed(last) if f.kind == "out"), last[-1] if last else None)


def _read(text: MarkedText) -> Iterator[_Fate]:
    """Numbers of people with words for their fate in the same clause."""
    for sentence in text.sentences:
        for part in re.split(r";|, (?:and|but|while) ", sentence.text):
            found = [m for m in _FATE.finditer(part) if not _UNREAL.search(part[: m.start()])]
            if not found:
                continue
            kind = "out" if any(m["out"] for m in found) else "held"
            counts = [
                int(n.value)
                for n in numbers_in(part)
                if n.value is not None and 1 < n.value < 400 and not _OF_TIME.match(part[n.span[1] :])
            ]
            for count in counts:
                yield _Fate(kind, count, sentence.index)


_KINDS = {
    **dict.fromkeys(("release", "pardon", "exchange", "exile"), "out"),
    **dict.fromkeys(("arrest", "rearrest", "sentence", "conviction", "charge", "disappearance_incommunicado"), "held"),
}


def _told(text: MarkedText, told: Iterable[Told]) -> Iterator[_Fate]:
    for one in told:
        if one.is_group and one.reality == "actual" and one.type in _KINDS:
            sentence = next((s for s in reversed(text.sentences) if s.start <= one.span[0]), text.sentences[0])
            yield _Fate(_KINDS[one.type], one.count, sentence.index)
