"""Ways out told by where somebody went, in a text that opens with people let out: "was driven to his home", "stepped off a plane", "a jet carrying NAME landed".

Outside such a text the same words tell of journeys. Whoever is told of as let out, or speaks for a state, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.model import Span
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.when.dated import day_told
from habeas.claims.reading.whom.marked import MarkedSentence
from habeas.claims.reading.whom.marked_subjects import listed_from, subjects_before

RULE = "arrival"
_CRAFT = r"(?:plane|jet|aircraft|airliner|flight|bus|minibus|coach|van|helicopter|convoy|train)s?"
_OWN = r"(?:his|her|their|‹\d+›'s)"
_ABOARD = re.compile(
    rf"\b(?:an?|the|another|two|three) (?:[\w-]+ ){{0,3}}?{_CRAFT} (?:carrying|with|bringing|transporting) (?=[^.;:]{{0,60}}‹)", re.IGNORECASE
)  # fmt: skip
_ARRIVED = re.compile(r"\b(?:landed|touched down|arrived|crossed|reached|left|took off|pulled (?:in|up)|set down)\b")
_WENT = re.compile(
    rf"\b(?:(?:stepped|climbed|came|walked|got|emerged) (?:down |out )?(?:off|from|out of) (?:a|the|another|an) (?:[\w-]+ ){{0,3}}?{_CRAFT}\b"
    rf"|(?:was|were|had been|been) (?:then |later |finally |also )*(?:driven|flown|taken|brought|escorted|carried) (?:back )?(?:home\b|to {_OWN} (?:own )?(?:\w+ )?(?:home|house|flat|apartment|family|village|parents|wife|husband)\b)"
    rf"|(?:was|were) (?:[\w-]+ly )?(?:embraced|hugged|reunited|greeted|welcomed|met) (?:on the tarmac|at the (?:airport|border|gates?|prison gates?)|(?:by|with) {_OWN} (?:\w+ )?(?:wife|husband|family|parents|mother|father|children|son|daughter|relatives))\b"
    r"|spent (?:his|her|their) first night (?:at home|of freedom|in freedom)|(?:is|was|are|were) (?:back|safely) (?:at )?home\b|(?:walked|stepped|came) (?:out )?(?:through|past) the (?:\w+ )?gates?\b)",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:would|could|might|may|will|should|if|unless|until|not|never|n't|had hoped|before|when|while|years? (?:ago|earlier)|den(?:y|ies|ied))\b[^;‹›]{0,50}$",
    re.IGNORECASE,
)
_OFFICES = re.compile(
    r"\b(?:envoy|ministers?|ambassador|president|secretary|official|spokes\w+|consul|senator|negotiator|diplomat|journalist|reporter|correspondent)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:former|ex-?)\W?", re.IGNORECASE)
_OUT = ("release", "exchange", "exile", "pardon", "rearrest")
#: A way out told this near the head of a text is what the text is about.
_OPENING = 700
_DAY_BESIDE = 40


def arrivals_told(reader: Reader, told: list[Told], beside: dict[str, str]) -> Iterator[Told]:
    """Every such telling, of the kind of the way out that the text opens with; `beside` are the words beside each name."""
    news = [
        one
        for one in told
        if one.type in ("release", "exchange") and one.reality == "actual" and one.is_group and one.span[0] < _OPENING and not one.is_period
    ]  # fmt: skip
    if not news:
        return
    kind = "exchange" if any(one.type == "exchange" for one in news) else "release"
    gone = {one.person for one in told if one.type in _OUT and one.reality != "demanded" and not one.of_held}
    for sentence in reader.referents.passage.sentences:
        here = MarkedSentence.of(reader.referents, sentence)
        if not here.numbers:
            continue
        for marks, span, at in (*_aboard(here), *_went(here)):
            names = [n for n in here.named(marks) if n not in gone and not _holds_office(beside.get(n, ""))]
            yield from (_telling(reader, sentence, kind, name, span, at) for name in names)
            gone |= set(names)


def _holds_office(words: str) -> bool:
    """Whether they speak for a state or report; a former minister may well have been held."""
    return bool(_OFFICES.search(words)) and not _FORMER.search(words)


def _aboard(here: MarkedSentence) -> Iterator[tuple[str, Span, int]]:
    for match in _ABOARD.finditer(here.text):
        marks = listed_from(here.text, match.end())
        arrived = _ARRIVED.search(here.text, match.end())
        if marks and arrived and not _UNREAL.search(here.text[: match.start()]):
            yield marks, (here.place(match.start()), here.place(arrived.end())), here.place(arrived.start())


def _went(here: MarkedSentence) -> Iterator[tuple[str, Span, int]]:
    for match in _WENT.finditer(here.text):
        marks = subjects_before(here.text, match.start())
        if marks and not _UNREAL.search(here.text[: match.start()]):
            first = here.text.rfind(marks[: marks.index("›") + 1], 0, match.start())
            yield marks, (here.place(max(first, 0)), here.place(match.end())), here.place(match.start())


def _telling(reader: Reader, sentence: Sentence, kind: str, person: str, span: Span, at: int) -> Told:
    """`at` is where the going is told: only a day told after it is its day."""
    quote, place = quote_at(reader.referents.passage, span)
    token = sentence.token_at(at) or sentence.tokens.root
    words = next((w for w in reader.dates.of(sentence) if at < w.span[0] < span[1] + _DAY_BESIDE), None)
    return Told(
        kind, person, None, quote, place, "actual", {f"{RULE}.{kind}"}, day_told(words, reader.dates.published, True),
        said_by=reader.speakers.at(sentence, token), is_clause=True,
    )  # fmt: skip
