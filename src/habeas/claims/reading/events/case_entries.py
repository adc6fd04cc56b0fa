"""Entries of a list of cases, told without a subject: "3. NAME, 34, translator. Arrested on 3 May; whereabouts concealed. Given two years.".

Every piece of such an entry, up to a full stop or a semicolon, that opens with what befell somebody tells it of the one named at its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.courts.penalties import Penalty, penalty_at
from habeas.claims.reading.events.voters import LIST_MARK, Reader
from habeas.claims.reading.model import Span
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.when.dated import day_told
from habeas.claims.reading.when.terms import term_in

RULE = "case_entry"
_OPENS = r"(?:(?:then|later|also|since|now|finally|first|initially|reportedly|subsequently|promptly|has been|had been|was|and|but)\s)*"
_SEIZED = r"(?:arrested|detained|seized|abducted|kidnapped|picked up|taken (?:from|off|away)|snatched|dragged (?:from|out)|rounded up|remanded)"
_TABLE = (
    ("rearrest", rf"(?:re-?arrested|re-?detained|{_SEIZED} (?:[^,.;]{{0,40}} )?(?:again|anew|a second time)|back (?:in|behind) (?:prison|jail|custody|detention|bars))\b"),
    ("arrest", rf"(?:{_SEIZED}|held (?:since|in|at|without)|in (?:custody|detention|jail|prison|pre-?trial detention) since)\b"),
    ("new_charge", r"(?:charged (?:again|anew|a second time)|faces? (?:a )?(?:new|fresh|second|further) charges?)\b"),
    ("charge", r"(?:charged (?:with|under|over|in)|accused of|indicted (?:for|on|under)|awaiting trial|on trial (?:for|on|since))\b"),
    ("conviction", r"(?:convicted (?:of|on|under|in|by)|found guilty)\b"),
    ("pardon", r"(?:pardoned|amnestied)\b"),
    ("release", r"(?:freed|released|let (?:go|out)|set free|bailed)\b"),
    ("exile", r"(?:expelled|deported|banished)\b"),
    ("transfer", r"(?:(?:moved|transferred|sent|taken) (?:on [^,.;]{1,20} |in [^,.;]{1,20} |back )?(?:to|into|from) )"),
    ("death_in_custody", r"(?:died|killed|found (?:dead|hanged)|passed away) (?=on|in|at|of|from|under|after|during|there|last|this|aged)"),
    ("disappearance_incommunicado", r"(?:(?:his |her |their )?whereabouts (?:were |are |was |remain |have been |still )*(?:concealed|unknown|hidden|not (?:disclosed|known)|undisclosed|withheld)|held incommunicado|incommunicado|not (?:seen|heard (?:from|of)) since|no (?:contact|news|letters?) (?:with|from|since|for)|denied (?:access to (?:a |his |her )?lawyers?|(?:all )?contact|(?:all )?(?:visits|calls|letters)))\b"),
)  # fmt: skip
_KINDS = tuple((kind, re.compile(rf"{_OPENS}{words}", re.IGNORECASE)) for kind, words in _TABLE)
_GIVEN = re.compile(
    rf"{_OPENS}(?:given|sentenced(?: [^.;]{{1,40}}?)? to|serving|jailed for|imprisoned for|handed|got|received|facing (?=a sentence))\s+(?:just |only )?",
    re.IGNORECASE,
)
#: A move told further on in an entry: "medicines withheld since he was moved to Block 4".
_MOVED_SINCE = re.compile(
    r"\b(?:since|when|after|before) (?:he|she) was (?:moved|transferred) (?:back )?(?:to|from) [^.;]+", re.IGNORECASE
)
_DIED_FREE = re.compile(
    r"\b(?:at home|at (?:his|her|their) home|abroad|in exile|after (?:his|her|their|being|he was|she was) (?:\w+ )?(?:released?|freed|let (?:go|out)))\b",
    re.IGNORECASE,
)
_SHORT_ENOUGH = 14
_LONGEST_HEAD = 110
_PIECE = re.compile(r"[^.;]+(?:\.(?=[\w])[^.;]*)*")
_HEAD_VERB = ("VBD", "VBZ", "VBP", "MD")


def case_entries_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """One telling for each such piece, unless the same is told there of the same person already."""
    for paragraph in _paragraphs(reader):
        opened = _head(reader, paragraph)
        if opened is None:
            continue
        person, at = opened
        for sentence in paragraph:
            for start, end in _pieces(reader, sentence, at):
                yield from (one for one in _of_piece(reader, sentence, person, (start, end)) if not _is_told(one, told))


def _paragraphs(reader: Reader) -> Iterator[list[Sentence]]:
    """The lines of the text, each with its sentences."""
    shadow, kept = reader.referents.passage.shadow, list[Sentence]()
    for sentence in reader.referents.passage.sentences:
        if kept and (kept[-1].paragraph != sentence.paragraph or "\n" in shadow[kept[-1].end : sentence.start]):
            yield kept
            kept = []
        kept.append(sentence)
    if kept:
        yield kept


def _head(reader: Reader, paragraph: list[Sentence]) -> tuple[str, int] | None:
    """Whom the line is about and where its head ends: a name, what they are, and no verb, before a full stop or a colon."""
    start, end, shadow = paragraph[0].start, paragraph[-1].end, reader.referents.passage.shadow
    mark = LIST_MARK.match(shadow, start, end)
    body = mark.end() if mark else start
    named = reader.referents.people.between(body, end)
    if not named or named[0][0][0] > body + (_SHORT_ENOUGH if mark else 0) or shadow[named[0][0][1]] in "'’":
        return None
    stop = re.compile(r"(?<!\b[A-Z])[.:;](?=\s)|\s[-–—](?=\s)").search(shadow, named[0][0][1], end)
    if stop is None or stop.end() - body > _LONGEST_HEAD:
        return None
    people = {name for span, name in named if span[0] < stop.start()}
    verbs = any(t.tag_ in _HEAD_VERB for s in paragraph for t in s.tokens if body <= s.place(t)[0] < stop.start())
    return (named[0][1], stop.end()) if len(people) == 1 and not verbs else None


def _pieces(reader: Reader, sentence: Sentence, after: int) -> Iterator[Span]:
    shadow = reader.referents.passage.shadow
    for match in _PIECE.finditer(shadow, max(sentence.start, after), sentence.end):
        start = match.start() + len(match.group()) - len(match.group().lstrip(" \n\"'(-–—"))
        if start < match.end():
            yield start, match.end()


def _of_piece(reader: Reader, sentence: Sentence, person: str, span: Span) -> Iterator[Told]:
    shadow = reader.referents.passage.shadow
    given = _GIVEN.match(shadow, *span)
    penalty = penalty_at(shadow, given.end(), span[1]) if given else None
    if penalty is not None:
        yield _telling(reader, sentence, "sentence", person, span, penalty)
        return
    kind = next((kind for kind, words in _KINDS if words.match(shadow, *span)), None)
    if kind is not None:
        is_free = kind == "death_in_custody" and _DIED_FREE.search(shadow, *span)
        yield _telling(reader, sentence, "death_after_release" if is_free else kind, person, span, None)
    moved = _MOVED_SINCE.search(shadow, *span)
    if moved is not None:
        yield _telling(reader, sentence, "transfer", person, moved.span(), None)


def _telling(reader: Reader, sentence: Sentence, kind: str, person: str, span: Span, penalty: Penalty | None) -> Told:
    quote, place = quote_at(reader.referents.passage, span)
    words = next((w for w in reader.dates.of(sentence) if span[0] <= w.span[0] < span[1]), None)
    is_term_only = penalty is not None and term_in(quote) is not None and words is not None and words.lead == "until"
    return Told(
        kind, person, None, quote, place, "actual", {f"{RULE}.{kind}"}, None if is_term_only else day_told(words, reader.dates.published, True),
        term=penalty.term if penalty else None, note=penalty.note if penalty and penalty.note else "structural", is_clause=True,
    )  # fmt: skip


def _is_told(one: Told, told: list[Told]) -> bool:
    alike = (
        {one.type, "arrest"}
        if one.type == "rearrest"
        else {one.type, "rearrest"}
        if one.type == "arrest"
        else {one.type}
    )
    return any(
        o.person == one.person and o.type in alike and o.span[0] < one.span[1] and one.span[0] < o.span[1] for o in told
    )
