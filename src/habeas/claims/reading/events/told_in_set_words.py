"""Reads what set words round people's marks tell, whatever the parse makes of the sentence; see set_words for the words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.events.members import FREED, last_group
from habeas.claims.reading.events.set_words import HINTS, ROWS, SetWords
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.model import Span
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.when.dated import day_told
from habeas.claims.reading.whom.marked import MARK, MarkedSentence
from habeas.claims.reading.whom.marked_subjects import listed_from, subjects_before

RULE = "set_words"
_UNREAL = re.compile(
    r"\b(?:would|could|might|may|will|should|must|can|cannot|if|unless|whether|until|fear(?:s|ed)?|threaten\w*|to be|to have|den(?:y|ies|ied)|refus\w+|want\w*|hop(?:e|es|ed|ing)|plan\w*|expect\w*|demand\w*|nobody|no one|nearly|almost|not|never|n't|without|allegedly planning|rumou?rs?)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;,:]|\sand\s|$")
_QUOTE_REACH = 70
_NEAR = 220
#: Somebody else does it: "NAME said that seven people had ...".
_OTHERS = re.compile(r"\bthat [^‹›.;]{2,90}$")
_WHOSE = re.compile(
    r"\bwhose\b|\bwith\b[^,]{0,60}$|\b(?:met|helped|defended|represent\w+|support\w+|interview\w+|of|for|against|two|several|three|four|five|people|activists|colleagues|others|journalists|protesters|students|prisoners)\b[^,]{0,40}, (?:and )?$"
)
_PARTICIPLES = ("conviction", "arrest", "charge", "sentence")
_SECOND_VERB = re.compile(r"\b(?:and|but|yet|then)(?: then| also| later)? $")
_NEW_CASE = "new_charge"


def set_words_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """Every such telling that `told` does not hold of the same person and kind in the same sentence."""
    for sentence in reader.referents.passage.sentences:
        shadow = reader.referents.passage.shadow[sentence.start : sentence.end]
        if HINTS.search(shadow) is None or shadow.rstrip().rstrip("\"'").endswith("?"):
            continue
        here = MarkedSentence.of(reader.referents, sentence)
        if not here.numbers:
            continue
        for row in ROWS:
            for match in row.words.finditer(here.text):
                yield from _told(reader, sentence, here, row, match, told)


def _told(
    reader: Reader, sentence: Sentence, here: MarkedSentence, row: SetWords, match: re.Match[str], told: list[Told]
) -> Iterator[Told]:
    marks = listed_from(here.text, match.end()) if row.is_after else _subjects(here, row, match)
    freed = last_group(sentence, told, kinds=FREED) if row.needs_freed else []
    if not marks or (row.needs_freed and not freed) or not _is_meant(reader, sentence, here, row, match):
        return
    kind = _way_out(freed[-1], told) if freed else row.kind
    quote, span = quote_at(reader.referents.passage, _span(here, row, match, marks))
    token = sentence.token_at(here.place(match.start())) or sentence.tokens.root
    words = reader.dates.attached(sentence, token, ())
    for name in here.named(marks):
        if any(o.person == name and _alike(o, kind, row) and _touches(o, sentence) for o in told):
            continue
        yield Told(
            kind, name, None, quote, span, row.reality, {f"{RULE}.{kind}"}, day_told(words, reader.dates.published, row.reality == "actual"),
            said_by=reader.speakers.at(sentence, token), note=row.note, of_held=row.of_held and not row.needs_freed, is_clause=True,
            is_state=row.note == "custody state",
        )  # fmt: skip


def _is_meant(reader: Reader, sentence: Sentence, here: MarkedSentence, row: SetWords, match: re.Match[str]) -> bool:
    """Whether nothing before makes the words unreal, and what must stand near them does."""
    if _UNREAL.search(here.text[: match.start()]) or _OTHERS.search(here.text[: match.start()]):
        return False
    shadow = reader.referents.passage.shadow
    return row.near is None or bool(row.near.search(shadow, max(0, sentence.start - _NEAR), sentence.end + _NEAR))


def _span(here: MarkedSentence, row: SetWords, match: re.Match[str], marks: str) -> Span:
    """From those it befell to the end of the words' clause, or of the names that follow."""
    last = _CLAUSE_END.search(here.text, match.end())
    end = min(last.start() if last is not None else len(here.text), match.end() + _QUOTE_REACH)
    if row.is_after:
        return here.place(match.start()), here.place(max(end, here.text.rfind("›", 0, match.end() + _NEAR) + 1))
    start = here.text.rfind(marks[: marks.index("›") + 1], 0, match.start())
    return here.place(start if start >= 0 else match.start()), here.place(end)


def _touches(one: Told, sentence: Sentence) -> bool:
    return one.span[0] < sentence.end and sentence.start < one.span[1]


def _way_out(last: Told, told: list[Told]) -> str:
    """What somebody left out was left out of: a swap, a flight into exile, or a release, by whatever mercy."""
    if any(one.type == "exchange" and one.reality == "actual" for one in told):
        return "exchange"
    return "exile" if last.type == "exile" and last.reality == "actual" else "release"


def _alike(one: Told, kind: str, row: SetWords) -> bool:
    """Whether another telling says the same, or the arrest that a new case follows."""
    same = {"charge", _NEW_CASE} if kind == _NEW_CASE else {"arrest", "rearrest"} if kind == "arrest" else {kind}
    return one.type in same and (row.reality == one.reality or one.reality != "actual")


def _subjects(here: MarkedSentence, row: SetWords, match: re.Match[str]) -> str:
    """Those before the words; "'s name" belongs to the mark right before; a case opened befalls whoever the sentence is about."""
    if match.group().startswith("'s "):
        owner = re.search(r"‹\d+›$", here.text[: match.start()])
        return owner.group() if owner is not None else ""
    marks = subjects_before(here.text, match.start())
    if (
        marks
        and row.kind in _PARTICIPLES
        and _WHOSE.search(here.text[here.text.rfind("›", 0, match.start()) : match.start()])
    ):
        return ""
    if not marks and row.kind == _NEW_CASE:
        first = MARK.search(here.text[: match.start()])
        return first.group() if first is not None and not here.text.startswith("'s", first.end()) else ""
    return marks or _only_one(here.text[: match.start()])


def _only_one(before: str) -> str:
    """ "‹1› finished ‹1›'s term but never ...": a second verb of the only one spoken of before it."""
    marks = {m.group() for m in MARK.finditer(before)}
    opens = before.lstrip(" \"'").startswith("‹") and _SECOND_VERB.search(before)
    return marks.pop() if len(marks) == 1 and opens else ""
