"""Sentences that take back what they name: rumours proved false, reports denied, nobody freed, nearly arrested.

A last look over a whole sentence, after the grammar has been read: what such a sentence names is denied, never actual. Who "denies the allegations"
denies guilt, not what befell them. Better a true
event that a person has to confirm than a false one that nobody questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from habeas.claims.reading.model import ReadEvent, ReadFigure
from habeas.claims.reading.text.numbers import numbers_in

_TAKEN_BACK = re.compile(
    r"\b(?:rumou?rs?|untrue|hoax|proved (?:to be )?false|turned out to be false|(?:is|are|was|were) false"
    r"|(?:denie[sd]|deny|denying|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)) (?:\w+ ){0,2}?"
    r"(?:reports?|rumou?rs?|suggestions?|(?:claims?|allegations?) (?:that|of))"
    r"|denie[sd] (?:\w+ ){0,5}that"
    r"|(?:film|movie|novel|drama|series) (?:shows?|depicts?|portrays?))\b",
    re.IGNORECASE,
)
_NEWS = r"(?:reports?|rumou?rs?|claims?|news|suggestions?|allegations?|posts?|stories|story)"
#: A report and what becomes of it round the number it tells, in one clause.
_FALSE_NEWS = (
    (re.compile(rf"\b{_NEWS}\b(?: [\w'’-]+){{0,4}}? (?:that|of|about)\b[^.;:]*$", re.IGNORECASE),
     re.compile(r"^[^.;:]*\b(?:turned out|proved|proven|were|are|was|is|have been|has been)(?: to be)? (?:\w+ly )?(?:false|untrue|wrong|fake|a hoax|unfounded|baseless|mistaken|fabricated|denied|refuted)\b", re.IGNORECASE)),
    (re.compile(rf"\b(?:denie[sd]|deny|denying|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)) (?:\w+ ){{0,3}}?{_NEWS} (?:that|of|about)\b[^.,;:]*$", re.IGNORECASE),
     re.compile("")),
)  # fmt: skip
_NOBODY = re.compile(
    r"^\W*(?:no|none of|not one|not a single|neither)\b[^,;]{0,80}?\b(?:were|was|have been|has been|had been)\b",
    re.IGNORECASE,
)
_NEARLY = re.compile(r"\b(?:nearly|almost) (?:re-?)?(?:\w+(?:ed|wn)|caught|held|sent|let)\b", re.IGNORECASE)
_ALIVE = re.compile(r"\b(?:is|are) (?:still )?alive\b", re.IGNORECASE)
_SET_FREE = re.compile(r"\b(?:freed|released|pardoned|release|pardon|freedom)\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:unless|until|if)\b[^.;]{0,140}?\b(?:is|are|be|were|was) (?:\w+ )?(?:freed|released|pardoned)\b",
    re.IGNORECASE,
)
#: What is told of somebody by the way: "denied that NAME, jailed since 2022, was ill".
_BY_THE_WAY = re.compile(
    r"^[^,.;]{3,45}(?:, \d\d)?, (?:who (?:was|is|has been) )?(?:jailed|arrested|detained|held|imprisoned|sentenced|convicted|charged|freed|released)\b[^,]*$"
)
#: Said of whoever the sentence has just told of: "his wife says he has not been", "the family says this is untrue".
_SAYS_NO = re.compile(
    r"(?<=[;,–—] )(?:but |yet |while )?(?:(?:his|her|the|their|a) (?:[\w’'-]+ ){1,3})?(?:says?|said|insists?|insisted|maintains?|wrote|replied)(?: that)? "
    r"(?:he|she) (?:has|had|was|is)(?: not|n[’']t)(?: been| yet been)?(?=[.,;]|$)",
    re.IGNORECASE,
)
_TOLD_AND_DENIED = frozenset({"release", "pardon", "exchange", "exile", "arrest", "rearrest", "transfer"})
_END = re.compile(r"[.!?][\"'”’)]*\s+|\n")


def without_false_news(events: tuple[ReadEvent, ...], text: str) -> tuple[ReadEvent, ...]:
    """The same events, those that their own sentence takes back marked as denied."""
    seen = (replace(e, reality="denied") if e.reality == "actual" and _taken_back(e, text) else e for e in events)
    kept = tuple(replace(e, reality="planned") if e.reality == "actual" and _on_condition(e, text) else e for e in seen)
    return tuple(sorted((*kept, *_also_denied(kept, text)), key=lambda one: one.span))


def _also_denied(events: tuple[ReadEvent, ...], text: str) -> Iterator[ReadEvent]:
    """ "NAME had been released; his wife says he has not been": told by one and denied by another, so both are told."""
    for match in _SAYS_NO.finditer(text):
        before = [
            e
            for e in events
            if e.type in _TOLD_AND_DENIED
            and e.person is not None
            and e.span[0] < match.start()
            and _is_one_sentence(text, e.span[0], match.start())
        ]
        told = [e for e in before if e.reality == "actual"]
        people = {e.person for e in before}
        last = max((e for e in told if e.type != "arrest" or len(told) == 1), key=lambda e: e.span, default=None)
        if last is not None and len(people) == 1:
            yield replace(
                last,
                reality="denied",
                date=None,
                quote=match.group(),
                span=match.span(),
                said_by=None,
                detectors=("denied.ellipsis",),
                strength="check",
            )


def _is_one_sentence(text: str, start: int, end: int) -> bool:
    return _END.search(text, start, end) is None


def without_false_counts(figures: tuple[ReadFigure, ...], text: str) -> tuple[ReadFigure, ...]:
    """The same figures, those that only a report now said to be false tells marked as denied."""
    return tuple(
        replace(f, reality="denied") if f.reality == "actual" and _is_false_news(f, text) else f for f in figures
    )


def _is_false_news(figure: ReadFigure, text: str) -> bool:
    around = _sentence(text, figure.span)
    return any(
        before.search(around[: number.core[0]]) and after.search(around[number.core[1] :])
        for number in numbers_in(around)
        if number.value == figure.value
        for before, after in _FALSE_NEWS
    )


def _on_condition(event: ReadEvent, text: str) -> bool:
    """ "unless NAME, in prison since 2019, is freed": the sentence's only release hangs on a condition."""
    if event.type not in ("release", "pardon"):
        return False
    sentence = _sentence(text, event.span)
    return bool(_CONDITION.search(sentence)) and len(_SET_FREE.findall(sentence)) == 1


def _taken_back(event: ReadEvent, text: str) -> bool:
    if event.person is not None and _BY_THE_WAY.match(event.quote):
        return False
    sentence = _sentence(text, event.span)
    if event.type.startswith("death") and _ALIVE.search(sentence):
        return True
    if event.type == "disappearance_incommunicado":
        return bool(_TAKEN_BACK.search(sentence))  # "no one has been able to speak to him" is what it tells
    return any(pattern.search(sentence) for pattern in (_TAKEN_BACK, _NOBODY, _NEARLY))


def _sentence(text: str, span: tuple[int, int]) -> str:
    """The sentence, or sentences, in which a span stands."""
    before = [match.end() for match in _END.finditer(text, max(0, span[0] - 1000), span[0])]
    after = _END.search(text, span[1] - 1 if span[1] > span[0] else span[1])
    return text[before[-1] if before else max(0, span[0] - 1000) : after.start() + 1 if after else len(text)]
