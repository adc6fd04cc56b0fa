"""Every sign, near a name, that somebody is or was held, or is out: what colours the person's role, never an event by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.claims.reading.people.custody_implied import AFTER_IMPLIED, BEFORE_IMPLIED, INSIDE_IMPLIED
from habeas.claims.reading.people.custody_words import AFTER, BEFORE, HEADINGS
from habeas.claims.reading.people.custody_words_inside import INSIDE
from habeas.claims.reading.people.occupations import heads_of
from habeas.claims.reading.whom.marked import ITEM, MARK, Marked, MarkedText, number_of
from habeas.claims.reading.whom.marked_subjects import ACCORDING, last_before, listed_from, subjects_before

_NOW = re.compile(
    r"\b(?:today|tonight|yesterday|this (?:week|month|morning|year)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last (?:week|night|month))\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNREAL = re.compile(
    r"\b(?:would(?: have)?|could|might|may|will|fears?|feared|threaten\w*|risks?|risked|to be|[Nn]ot|[Nn]ever|n't|[Nn]obody|[Nn]o one|without|[Ii]nstead of|refus\w+ to|avoid|deni(?:es|ed)|rumou?rs?|[Nn]or|no longer)\b[^,;.‹›]{0,40}(?:‹\d+›[^,;.‹›]{0,30})?$"
)
_CONDITION = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|[Uu]ntil)\b(?:(?!, (?:and|but|while) |,\" )[^;.]){0,140}$")
#: "declined to be swapped and remains in prison": a second verb with a tense of its own.
_JOINED = re.compile(r"\b(?:and|but) $")
_FINITE = re.compile(r"(?:is|are|was|were|has|have|remains?|stays?|sits?)\b")
_ASKED = re.compile(
    r"\b(?:Let|should|must|call\w*|urg\w+|demand\w*|wants?|ask\w*|refus\w+|hop\w+|plead\w*|appeal\w*|seek\w*|expect\w*|promis\w+|to let|to allow|to free|petition\w*|plann?\w*|await\w*|pending|would)\b(?:(?!, (?:and|but|while|who) |\" )[^;.]){0,70}$"
)
#: "a bid to have NAME freed".
_TO_HAVE = re.compile(r"\bto (?:have|get|see) (?:‹\d+› )?$")
SPEAKS = re.compile(r"\b(?:said|says|told|tells|wrote|writes|added|explained|recalled|according)\b")
_SAYER = re.compile(
    r"(‹\d+›)(?:,[^‹›]{0,90}(?:‹\d+›'s [^‹›]{0,60})?,)? (?:said|says|told|tells|wrote|writes|added|explained)\b|\b(?:said|says|told|wrote|added) (‹\d+›)"
)
_EARLIER = re.compile(r"\b(?:after|since|before|when)(?: [\w-]+)? ‹\d+›[^‹›]{0,12}$")
#: "who spent three years in a colony before he was exchanged": the way out comes last.
_SPENT_UNTIL = re.compile(r"\b(?:spent|served|did)\b[^.;‹›]{0,60} before ‹\d+›[^‹›]{0,12}$")
_PRISON_TELLS = re.compile(
    r"\b(?:prison|penitentiary) (?:service|authorities|officials?|officers?|staff|administration|guards?)\b"
)
#: Full stops that end no sentence.
_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Gov|Gen|Rev|St|Col|Prof)\. ")
_NOT_SO = re.compile(r"\bNOT confirmed\b|\b(?:denied|denies)\b[^;.]{0,60}\bthat\b")
_THOSE = re.compile(
    r"^(?:[Aa]mong (?:them|those|the [\w-]+)|[Tt]hey(?= (?:are|were|include))|[Oo]ne(?: of them)?|[Aa]nother|[Oo]thers|[Tt]he (?:first|second|third|latest|oldest|youngest)|[Tt]he (?:three|two|four|five))(?: (?:is|are|was|were|include[sd]?))?,? "
)
#: "One woman who never left is NAME".
_NOT_OF_THEM = re.compile(r"\b(?:never|not|no|should|must|would|refus\w+|declin\w+|said|says|told)\b|n['’]t\b")
#: "A was bailed. B was not."
_NOT_THEM = re.compile(r"^(?P<who>‹\d+›) (?:was|is|were|has|did) not\.?$")
_TOLD_OF_THOSE = (
    ("out", re.compile(r"\b(?:released|freed|walked (?:free|out)|deported|crossed|flown|pardoned|exchanged|swapped|let (?:go|out)|allowed to leave|expelled|driven to the border|stepped off|arrived|collect(?:ed)?|brought (?:home|back|out)|flew home|bring home)\b")),
    ("held", re.compile(r"\b(?:arrested|detained|jailed|imprisoned|behind bars|in (?:prison|jail|custody|detention)|rearrested|remanded|sentenced|held|taken|in the camps?)\b")),
)  # fmt: skip
_ITEM = re.compile(r"^\s*(?:[-–—•*·▪●◦‣✔]+|\(?\d{1,3}[.)])?\s*(?:[^‹›]{0,30})?‹(\d+)›")
NOW = 9999
#: "was locked up for two nights herself": nobody else is meant.
_SELF = re.compile(r"\b(?:himself|herself)\b")
_SELF_REACH = 50
_HEADING_LONGEST = 70


@dataclass(frozen=True, slots=True)
class Sign:
    """`kind` is what the words say; `year` of the sentence, NOW for the news itself, None when not told; `where` is the number of the sentence.

    `is_spelt` = the name itself stands there; a pronoun may be taken for the wrong person, above all in a sentence that the person
    says (`is_said`): "NAME said he had been moved".
    """

    person: str
    kind: str
    at: int
    year: int | None
    is_told: bool = False
    where: int = -1
    is_spelt: bool = True
    is_said: bool = False


#: Whoever does it, and whoever only has kin whom it befalls.
_DOERS = re.compile(
    r"\b(?:arrested|jailed|detained|sentenced|convicted|seized|tried|charged|imprisoned|beaten|tortured|questioned|interrogated|remanded|freed|released|pardoned|acquitted|ordered|signed)\b[^.;‹›]{0,40} by (?:[\w'-]+ ){0,5}(?P<who>‹\d+›)(?!'s)"
    r"|(?P<fetcher>‹\d+›)(?:,[^;.‹›]{2,60},)?(?! (?:was|were|is|are)\b)[^.;‹›]{0,60}\b(?:came|flew|went|returned|travelled|traveled) (?:back|home)(?: to [A-Z]\w+)? with ‹\d+›"
    r"|(?P<kin>‹\d+›), whose (?:\w+ ){0,2}(?:husband|wife|son|daughter|brother|sister|father|mother|partner|parents|children|sons|cousin|uncle|aunt)(?:, [^,;.‹›]{2,40},)? (?:has|have|had|was|were|is|are|vanished|disappeared|died)\b"
)


def not_befallen(text: MarkedText) -> set[tuple[str, int]]:
    """Who, in the sentence of that number, does what it tells, or has kin whom it befalls: "jailed by Judge NAME", "NAME, whose son is missing"."""
    return {
        (name, sentence.index)
        for sentence in text.sentences
        for match in _DOERS.finditer(sentence.text)
        for name in text.named(match["who"] or match["fetcher"] or match["kin"])
    }


#: "NAME, sister of the jailed poet": what befell somebody else.
_CALLED_AFTER = re.compile(
    r"(?P<who>‹\d+›), (?!one |two |among |part )(?:(?:the|an?|‹\d+›'s) )?(?:[\w-]+ ){1,5}?(?:of|for|to|with) (?:[\w'-]+ ){0,5}?(?:jailed|detained|arrested|imprisoned|missing|disappeared|exiled|convicted|murdered|killed|freed|released) (?!in |on |by |for |with |since |after |at |last |this |under |over |as |and |from )[a-z]"
)


def called_after_others(text: MarkedText) -> set[tuple[str, int]]:
    """Who, in the sentence of that number, is called after somebody without a name whom something befell."""
    return {
        (name, sentence.index)
        for sentence in text.sentences
        for match in _CALLED_AFTER.finditer(sentence.text)
        for name in text.named(match["who"])
    }


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
    sayers = text.spelt(" ".join(match[1] or match[2] for match in _SAYER.finditer(words)))
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
        if kind == "short":
            kind = (
                "term" if year_at(words[:until], at) == NOW or _TODAY.search(words) or _is_news(words, at) else "past"
            )
        if kind == "back" and is_before_the_news(words, at):
            kind = "held"
        if kind == "till" and _SINCE_THEN.search(words):
            kind = "held"
        if kind == "out" and (_ASKED.search(words[max(0, at - 80) : at]) or _TO_HAVE.search(words[:at])):
            continue
        spelt = text.spelt(marks)
        for name in text.named(marks):
            year = year_at(words[:until], at)
            is_spelt = name in spelt or _SELF.search(words[at : at + _SELF_REACH]) is not None
            is_said = not is_spelt and name in sayers
            yield Sign(name, kind, sentence.start + at, year, False, sentence.index, is_spelt, is_said)


#: What dates a few days in custody so that they may not be over.
_TODAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
#: What puts a few days in custody into the past.
_DATED = re.compile(
    r"\b(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December|last|ago|earlier|once|previously|twice|before|later|since|after|spring|summer|autumn|winter)\b"
)
_JAILED = re.compile(r"(?:jailed for|sentenced to|ordered to serve) (?:1\d|2\d|ten|twelve|fourteen|fifteen)\b")
_HAD_BEEN = re.compile(r"\bhad (?:\w+ )?been\b")


def _is_news(words: str, at: int) -> bool:
    """ "was jailed for 15 days", of which no date is told: what the text reports."""
    return _JAILED.match(words, at) is not None and _DATED.search(words) is None


def is_before_the_news(words: str, at: int) -> bool:
    """ "He had been rearrested in April": earlier than what the news tells, unless somebody says so."""
    return bool(_HAD_BEEN.search(words[max(0, at - 30) : at + 20])) and not SPEAKS.search(words)


#: What befell somebody after what had been so.
_SINCE_THEN = re.compile(
    r"\b(?:was|were|has been|have been|is|are) (?:\w+ly |then |again |also )?(?:sentenced|jailed|arrested|handed|given|convicted|remanded|rearrested|transferred|moved|taken|killed)\b|\b(?:died|dies|dead|death|body)\b"
)
_ALWAYS = frozenset({"wanted", "absent", "suspended", "spared", "charged", "dead", "never"})
#: Said of whoever was named last, whatever stands between.
_LOOSE = frozenset({"absent", "suspended", "spared", "never"})


def _before(words: str) -> Iterator[tuple[str, int, str, int | None]]:
    for kind, pattern in (*BEFORE, *BEFORE_IMPLIED):
        for match in pattern.finditer(words):
            marks = subjects_before(words, match.start())
            if not marks and (kind in _LOOSE or match.group().startswith("after ")):
                first, marks = MARK.search(words), last_before(words, match.start())
                if (
                    first is not None
                    and marks
                    and words.startswith("'s", first.end())
                    and number_of(first[1]) == number_of(marks)
                ):
                    marks = ""  # "NAME's wife, tried with NAME, was acquitted"
            if (
                kind == "out"
                and _EARLIER.search(words[: match.start()])
                and not _SPENT_UNTIL.search(words[: match.start()])
            ):
                kind = "earlier"
            if (
                kind == "dead"
                and not re.search(
                    r"prison|jail|custody|colony|cell|detention|bars|remand|camp|coma|station|to death|executed|hanged",
                    match.group(),
                )
                and not _PRISON_TELLS.search(words)
            ):
                kind = "death"
            if marks:
                yield kind, match.start(), marks, None


def _inside(words: str) -> Iterator[tuple[str, int, str, int | None]]:
    for kind, pattern in (*INSIDE, *INSIDE_IMPLIED):
        for match in pattern.finditer(words):
            groups = match.groupdict()
            whose = next((key for key in ("who", "who2", "who3", "who4") if groups.get(key)), None)
            marks = groups[whose] if whose is not None else ""
            if whose is not None and _only_tells(words, match.start(whose), match.end(whose)):
                continue
            what = groups.get("what")
            if what is not None and re.search(r"\b(?:has|had|have)$", what):
                continue  # "NAME, a lawyer who has taken on the case"
            if what is not None and not (what.endswith(",") or heads_of(what, or_several=True)):
                continue  # "NAME, who had defended people held in May"
            yield kind, match.start(), marks, None


def _only_tells(words: str, start: int, end: int) -> bool:
    """ "according to his wife NAME, taken back to the colony"."""
    return words.startswith(",", end) and ACCORDING.search(words[:start]) is not None


def _after(words: str) -> Iterator[tuple[str, int, str, int | None]]:
    for kind, pattern in (*AFTER, *AFTER_IMPLIED):
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
    told = [
        (m.start(), kind)
        for kind, pattern in _TOLD_OF_THOSE
        for m in pattern.finditer(last)
        if not _UNREAL.search(last[: m.start()][-90:])
    ]
    marks = listed_from(words, match.end())
    if told and marks and not _NOT_OF_THEM.search(words[match.end() : words.index("‹", match.end())]):
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
    before = _TITLES.sub("", words[:at])
    is_joined = _JOINED.search(before) is not None and _FINITE.match(words[at:]) is not None
    return bool(
        (_UNREAL.search(before[-90:]) and not is_joined) or _CONDITION.search(before[-160:]) or _NOT_SO.search(before)
    )


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
