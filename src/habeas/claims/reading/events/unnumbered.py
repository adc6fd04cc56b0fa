"""Groups without a number: the rest beside somebody named ("release NAME and all other jailed reporters"), releases by the plural noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.speech.reality import reality_of
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import clause_span, quote_at
from habeas.claims.reading.told import Told

RULE = "unnumbered"
_FREED = ("release", "pardon")
_HELD = r"(?:(?:political )?prisoners?|detainees?|hostages|inmates|detained|held|imprisoned|jailed|incarcerated|behind bars|in (?:prison|jail|custody|detention)|arrested|convicted)"
_REST = re.compile(
    rf"(?:,| and| or|,? as well as|,? along with)(?: (?:of|for|to))? (?:all|every|everyone|everybody|any|each)\b(?:(?! who (?:speak|ask|work))[^.;:]){{0,60}}?\b{_HELD}\b",
    re.IGNORECASE,
)
_RELEASES = re.compile(
    r"\b(?:further|more|new|additional|other|fresh) (?:\w+ )?releases\b(?! (?:from|of) the press)", re.IGNORECASE
)
_OUT = r"(?:come (?:home|out)|be (?:home|out|free)|walk (?:free|out)|go (?:home|free))"
_ALL_OUT = re.compile(
    rf"\b(?:they|all(?: of them)?|everyone|every one of them|the others|the rest) (?:must|should) (?:all |now )?{_OUT}\b"
    r"|\bwants? (?:them all|all of them|every one of them|(?:all of|all) (?:our|the) [\w-]+s?) (?:out|home|free|freed|released)\b",
    re.IGNORECASE,
)


def unnumbered_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """One telling for each such group of which `told` does not hold the same in that sentence."""
    for sentence in reader.referents.passage.sentences:
        here = [one for one in told if one.type in _FREED and sentence.start <= one.span[0] < sentence.end]
        for found in (*_the_rest(reader, sentence, here), *_releases(reader, sentence), *_all_out(reader, sentence)):
            if not any(o.is_group and o.count is None and o.type == found.type for o in here):
                yield found


def _the_rest(reader: Reader, sentence: Sentence, here: list[Told]) -> Iterator[Told]:
    """Everybody else held, whose freedom is asked for in one breath with that of people named or counted."""
    for one in here:
        if one.reality not in ("demanded", "planned") or (one.is_group and one.count is None):
            continue
        match = _REST.search(reader.referents.passage.shadow, one.span[0], sentence.end)
        if match is not None:
            yield _group(reader, one.type, (match.start(), match.end()), one.reality, one.said_by)
            return


def _releases(reader: Reader, sentence: Sentence) -> Iterator[Told]:
    """ "further releases would be announced", "promised no more releases"."""
    for match in _RELEASES.finditer(reader.referents.passage.shadow, sentence.start, sentence.end):
        token = sentence.token_at(match.end() - 1)
        if token is not None and token.tag_ == "NNS":
            reality, _ = reality_of(token, "release")
            said_by = reader.speakers.at(sentence, token)
            yield _group(reader, "release", clause_span(sentence, token), reality, said_by)


def _all_out(reader: Reader, sentence: Sentence) -> Iterator[Told]:
    """ "They must all come home", "we want all of them out"."""
    match = _ALL_OUT.search(reader.referents.passage.shadow, sentence.start, sentence.end)
    token = sentence.token_at(match.end() - 1) if match is not None else None
    if match is not None and token is not None:
        yield _group(reader, "release", match.span(), "demanded", reader.speakers.at(sentence, token))


def _group(reader: Reader, kind: str, place: tuple[int, int], reality: str, said_by: str | None) -> Told:
    quote, span = quote_at(reader.referents.passage, place)
    return Told(kind, None, None, quote, span, reality, {f"{RULE}.{kind}"}, said_by=said_by, is_clause=True)
