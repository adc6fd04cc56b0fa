"""What layout tells: names in a list under a heading "Released", or under a sentence that ends with a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.events.voters import LIST_MARK, Reader
from habeas.claims.reading.model import Span
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.when.terms import term_in
from habeas.claims.reading.whom.joined import joined_names

RULE = "layout"
_HEADINGS = (
    ("rearrest", r"re-?arrest(?:ed|s)?|detained again"),
    ("death_in_custody", r"died in (?:custody|prison|detention)|deaths? in (?:custody|prison|detention)"),
    ("exchange", r"exchanged|swapped|handed over"),
    ("pardon", r"pardon(?:ed|s)"),
    ("exile", r"deported|deportations?|expelled|expulsions?|exiled"),
    ("transfer", r"transfer(?:red|s)"),
    ("sentence", r"sentenced|sentences|verdicts|convicted"),
    ("arrest", r"arrested|arrests|detained|detentions?"),
    ("charge", r"charged"),
    ("release", r"out of (?:prison|jail|custody)|released?|releases|freed|at liberty|^\W*free\W*$"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _HEADINGS)
_UNREAL = re.compile(
    r"\b(?:not|yet|awaiting|await|must|should|demand\w*|call\w*|free (?=\w)|hope\w*|expected|due|to be|still|wanted|unlawful|arbitrary|before|trial)\b|\?",
    re.IGNORECASE,
)
_LONGEST_HEADING = 10
_LONGEST_OPENER = 25
_LONGEST_LINE = 45
_NEAR_START = 45


def layout_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """One telling for each person listed, unless the same is told of them in their own line."""
    kind: str | None = None
    opener = ""
    for paragraph in _paragraphs(reader):
        text = _text(reader, paragraph)
        announced = _announced(reader, paragraph, text, told)
        if announced:
            kind, opener = announced, text
        elif kind is not None:
            found = list(_listed(reader, paragraph, text, kind, opener))
            if not found and not LIST_MARK.match(text):
                kind = None
            yield from (one for one in found if not _is_told(one, told))


def _paragraphs(reader: Reader) -> Iterator[list[Sentence]]:
    kept: list[Sentence] = []
    for sentence in reader.referents.passage.sentences:
        if kept and kept[-1].paragraph != sentence.paragraph:
            yield kept
            kept = []
        kept.append(sentence)
    if kept:
        yield kept


def _text(reader: Reader, paragraph: list[Sentence]) -> str:
    return reader.referents.passage.shadow[paragraph[0].start : paragraph[-1].end]


def _announced(reader: Reader, paragraph: list[Sentence], text: str, told: list[Told]) -> str | None:
    """What the lines below are said to have undergone, None when this paragraph announces nothing."""
    start, end = paragraph[0].start, paragraph[-1].end
    if text.rstrip().endswith(":"):
        last = [
            one for one in told if paragraph[-1].start <= one.span[0] < end and one.reality == "actual" and one.is_group
        ]
        if last:
            return last[-1].type
    longest = _LONGEST_OPENER if text.rstrip().endswith(":") else _LONGEST_HEADING
    is_short = len(text.split()) <= longest and not LIST_MARK.match(text)
    is_heading = is_short and (paragraph[0].is_heading or text.rstrip().endswith(":"))
    if not is_heading or _UNREAL.search(text) or reader.referents.people.between(start, end):
        return None
    return next((kind for kind, words in _COMPILED if words.search(text)), None)


def _listed(reader: Reader, paragraph: list[Sentence], text: str, kind: str, opener: str) -> Iterator[Told]:
    mark = LIST_MARK.match(text)
    if mark is None and (len(text.split()) > _LONGEST_LINE or not _opens_with_name(reader, paragraph)):
        return
    start, end = paragraph[0].start, paragraph[-1].end
    body = start + (mark.end() if mark else 0)
    people = [(span, name) for span, name in reader.referents.people.between(body, end) if span[0] < body + _NEAR_START]
    if not people and mark is not None:
        yield from _group_listed(reader, paragraph, body, kind)
    for span, _ in people[:1]:
        quote, place = quote_at(reader.referents.passage, _line(reader, span, paragraph))
        term = term_in(quote) if kind == "sentence" else None
        for name in _joined(reader, paragraph, span):
            yield Told(kind, name, None, quote, place, "actual", {f"{RULE}.{kind}"}, term=term, note="structural")


def _group_listed(reader: Reader, paragraph: list[Sentence], body: int, kind: str) -> Iterator[Told]:
    """ "- Two volunteers (names withheld)": people in a list who are counted, not named."""
    for token in paragraph[0].tokens:
        group = reader.referents.group(paragraph[0], token) if paragraph[0].place(token)[0] >= body else None
        if group is not None:
            if group.count is not None and paragraph[0].place(token)[0] < body + _NEAR_START:
                quote, place = quote_at(reader.referents.passage, (body, paragraph[0].end))
                yield Told(
                    kind,
                    None,
                    group.count,
                    quote,
                    place,
                    "actual",
                    {f"{RULE}.{kind}"},
                    words=group.words,
                    note="structural",
                )
            return


def _joined(reader: Reader, paragraph: list[Sentence], span: Span) -> list[str]:
    own = next((s for s in paragraph if s.start <= span[0] < s.end), paragraph[0])
    token = own.token_at(span[0])
    return joined_names(reader.referents.people, own, token) if token is not None else []


def _opens_with_name(reader: Reader, paragraph: list[Sentence]) -> bool:
    first = paragraph[0]
    return any(span[0] < first.start + 3 for span, _ in reader.referents.people.between(first.start, first.end))


def _line(reader: Reader, span: Span, paragraph: list[Sentence]) -> Span:
    """The sentence the name stands in."""
    own = next((s for s in paragraph if s.start <= span[0] < s.end), paragraph[0])
    mark = LIST_MARK.match(reader.referents.passage.shadow[own.start : own.end])
    return own.start + (mark.end() if mark else 0), own.end


def _is_told(one: Told, told: list[Told]) -> bool:
    return any(other.person == one.person and other.type == one.type and other.reality == "actual" for other in told)
