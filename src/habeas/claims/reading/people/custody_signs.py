"""Every sign, near a name, that somebody is or was held, or is out: what colours the person's role, never an event by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.claims.reading.people.custody_words import AFTER, BEFORE, HEADINGS
from habeas.claims.reading.people.custody_words_inside import INSIDE
from habeas.claims.reading.people.occupations import heads_of
from habeas.claims.reading.whom.marked import ITEM, MARK, Marked, MarkedText
from habeas.claims.reading.whom.marked_subjects import last_before, listed_from, subjects_before

_NOW = re.compile(
    r"\b(?:today|tonight|yesterday|this (?:week|month|morning|year)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last (?:week|night|month))\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNREAL = re.compile(
    r"\b(?:would(?: have)?|could|might|may|will|fears?|feared|threaten\w*|risks?|risked|to be|[Nn]ot|[Nn]ever|n't|[Nn]obody|[Nn]o one|without|[Ii]nstead of|refus\w+ to|avoid|deni(?:es|ed)|rumou?rs?|[Nn]or|no longer)\b[^,;.‹›]{0,40}(?:‹\d+›[^,;.‹›]{0,30})?$"
)
_CONDITION = re.compile(r"\b(?:[Ii]f|[Uu]nless|whether|until)\b(?:(?!, (?:and|but|while) )[^;.]){0,140}$")
_ASKED = re.compile(
    r"\b(?:should|must|call\w*|urg\w+|demand\w*|wants?|ask\w*|refus\w+|hop\w+|plead\w*|appeal\w*|seek\w*|expect\w*|promis\w+|to let|to allow|to free|petition\w*|plann?\w*|await\w*|pending|would)\b(?:(?!, (?:and|but|while|who) |\" )[^;.]){0,70}$"
)
_EARLIER = re.compile(r"\b(?:after|since|before|when)(?: [\w-]+)? ‹\d+›[^‹›]{0,12}$")
_NOT_SO = re.compile(r"\bNOT confirmed\b|\b(?:denied|denies)\b[^;.]{0,60}\bthat\b")
_THOSE = re.compile(
    r"^(?:[Aa]mong (?:them|those|the [\w-]+)|[Tt]hey|[Oo]ne(?: of them)?|[Aa]nother|[Oo]thers|[Tt]he (?:first|second|third|latest|oldest|youngest)|[Tt]he (?:three|two|four|five))(?: (?:is|are|was|were|include[sd]?))?,? "
)
#: "A was bailed. B was not."
_NOT_THEM = re.compile(r"^(?P<who>‹\d+›) (?:was|is|were|has|did) not\.?$")
_TOLD_OF_THOSE = (
    ("out", re.compile(r"\b(?:released|freed|walked (?:free|out)|deported|crossed|flown|pardoned|exchanged|swapped|let (?:go|out)|allowed to leave|expelled|driven to the border|stepped off|arrived|collect(?:ed)?|brought (?:home|back|out)|flew home|bring home)\b")),
    ("held", re.compile(r"\b(?:arrested|detained|jailed|imprisoned|behind bars|in (?:prison|jail|custody|detention)|rearrested|remanded|sentenced|held|taken|in the camps?)\b")),
)  # fmt: skip
_ITEM = re.compile(r"^\s*(?:[-–—•*·▪●◦‣✔]+|\(?\d{1,3}[.)])?\s*(?:[^‹›]{0,30})?‹(\d+)›")
NOW = 9999
_HEADING_LONGEST = 70


@dataclass(frozen=True, slots=True)
class Sign:
    """`kind` is what the words say; `year` of the sentence, NOW for the news itself, None when not told; `where` is the number of the sentence."""

    person: str
    kind: str
    at: int
    year: int | None
    is_told: bool = False
    where: int = -1


def signs_in(text: MarkedText) -> list[Sign]:
    """Found by words and order, in the order of the text."""
    before = ["", *(sentence.text for sentence in text.sentences)]
    found = [
        sign
        for sentence, last in zip(text.sentences, before, strict=False)
        for sign in _of_sentence(text, sentence, last)
    ]
    return sorted(found, key=lambda sign: sign.at)


def _of_sentence(text: MarkedText, sentence: Marked, last: str) -> Iterator[Sign]:
    words = sentence.text
    if not MARK.search(words) or words.rstrip().rstrip("\"'").endswith("?"):
        return
    for kind, at, marks, until in (
        *_before(words),
        *_inside(words),
        *_after(words),
        *_of_those(words, last),
        *_under_heading(sentence),
    ):
        if kind not in _ALWAYS and _is_unreal(words, at):
            continue
        if kind == "out" and _ASKED.search(words[max(0, at - 80) : at]):
            continue
        for name in text.named(marks):
            yield Sign(name, kind, sentence.start + at, year_at(words[:until], at), where=sentence.index)


_ALWAYS = frozenset({"wanted", "absent", "suspended", "charged", "dead", "never"})
#: Said of whoever was named last, whatever stands between.
_LOOSE = frozenset({"absent", "suspended", "never"})


def _before(words: str) -> Iterator[tuple[str, int, str, int | None]]:
    for kind, pattern in BEFORE:
        for match in pattern.finditer(words):
            marks = subjects_before(words, match.start())
            if not marks and (kind in _LOOSE or match.group().startswith("after ")):
                first, marks = MARK.search(words), last_before(words, match.start())
                if first is not None and words.startswith("'s", first.end()) and first.group() == marks:
                    marks = ""  # "NAME's wife, tried with NAME, was acquitted"
            if kind == "out" and _EARLIER.search(words[: match.start()]):
                kind = "past"
            if kind == "dead" and not re.search(
                r"prison|jail|custody|colony|cell|detention|bars|remand|camp|coma|station|to death|executed|hanged",
                match.group(),
            ):
                kind = "death"
            if marks:
                yield kind, match.start(), marks, None


def _inside(words: str) -> Iterator[tuple[str, int, str, int | None]]:
    for kind, pattern in INSIDE:
        for match in pattern.finditer(words):
            groups = match.groupdict()
            marks = groups.get("who") or groups.get("who2") or groups.get("who3") or ""
            what = groups.get("what")
            if what is not None and not (what.endswith(",") or heads_of(what)):
                continue  # "NAME, who had defended people held in May"
            yield kind, match.start(), marks, None


def _after(words: str) -> Iterator[tuple[str, int, str, int | None]]:
    for kind, pattern in AFTER:
        for match in pattern.finditer(words):
            marks = listed_from(words, match.end())
            if marks:
                yield kind, match.start(), marks, match.end()


def _of_those(words: str, last: str) -> Iterator[tuple[str, int, str, int | None]]:
    """ "Among them were NAME and NAME": those of whom the sentence before tells."""
    left = _NOT_THEM.match(words)
    if left is not None and _TOLD_OF_THOSE[0][1].search(last):
        yield "now", 0, left["who"], None
    match = _THOSE.match(words)
    if match is None:
        return
    told = [(m.start(), kind) for kind, pattern in _TOLD_OF_THOSE for m in pattern.finditer(last)]
    marks = listed_from(words, match.end())
    if told and marks:
        yield max(told)[1], match.start(), marks, match.end()


def _under_heading(sentence: Marked) -> Iterator[tuple[str, int, str, int | None]]:
    """Those named first in an item under a heading that says what befell those below it."""
    is_line = sentence.is_heading and not sentence.text.lower().startswith("by ")
    if not 0 < len(sentence.heading) <= _HEADING_LONGEST or not (ITEM.match(sentence.text) or is_line):
        return
    item = _ITEM.match(sentence.text)
    kind = next((kind for kind, pattern in HEADINGS if pattern.search(sentence.heading)), None)
    if item is not None and kind is not None:
        head = re.split(r" [–—-] |: |\. ", sentence.text[:400], maxsplit=1)[0]
        yield f"{kind} list", item.start(1), listed_from(head, 0) or f"‹{item[1]}›", None


def _is_unreal(words: str, at: int) -> bool:
    before = words[:at]
    return bool(_UNREAL.search(before[-90:]) or _CONDITION.search(before[-160:]) or _NOT_SO.search(before))


def year_at(words: str, at: int) -> int | None:
    """The year that stands next to the words, after them rather than before."""
    after = _YEAR.search(words, at)
    before = _YEAR.findall(words[:at])
    if after is not None:
        return int(after.group())
    return int(before[-1]) if before else NOW if _NOW.search(words) else None


def is_unsure(words: str) -> bool:
    """Whether the sentence passes on what it does not vouch for."""
    return bool(re.search(r"\bNOT confirmed\b|\bunconfirmed\b", words))
