"""People picked out of a group told of before: "one of them, the actress NAME, ...", "two, named as A and B, ...", "one is NAME; the others are B and C".

What befell the group befell them, whatever else the sentence tells of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.claims.reading.events.members import last_group
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.numbers import numbers_in
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.listed import names_running_on

RULE = "picked_out"
_SOME = r"(?:(?:at least|only) )?(?:one|two|three|four|five|six|both|another|several|some)(?: (?:others?|more))?"
_OF = r" of (?P<of>them|these|those|whom|(?:the|these|those)(?: (?!of\b)[\w-]+){1,3}?)"
_NAMED = r"(?:who (?:was|were) )?(?:(?:named|identified)(?: (?:by|to|in) [^,;.]{2,40}?)?(?: only)? as|named|identified as|called) "
#: Where a pick may begin: a clause of its own.
_AT = r"(?:^\W*(?:(?:but|and) )?|[;:,(–—-] ?(?:(?:and|but|with) )?|\bsaid (?:that )?)"
_PICKS = (
    re.compile(rf"{_AT}(?P<pick>{_SOME}{_OF}(?: who [^,;.]{{3,60}})?(?:,| [-–—]| \() (?:{_NAMED})?)", re.IGNORECASE),
    re.compile(rf"{_AT}(?P<pick>(?:one|another|a (?:second|third|fourth))(?:,| [-–—]| \() (?:{_NAMED})?)(?=(?:the |an? |\d|(?:[a-z-]+ ){{0,4}}(?-i:[A-Z])))", re.IGNORECASE),
    re.compile(rf"{_AT}(?P<pick>(?:{_SOME}(?:{_OF})?|the (?:others?|rest|remaining \w+)) (?:is|was|are|were):? )(?=(?:the |an? |his |her |their )?(?:[a-z-]+ ){{0,5}}(?-i:[A-Z]))", re.IGNORECASE),
)  # fmt: skip
_ALL = re.compile(
    r"(?:^\W*|[;:] )(?:all|the|these|those) (?:of the )?(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})(?: (?!of\b|who\b|in\b)[\w-]+){0,2}(?:,| [-–—]| \()(?= )\s",
    re.IGNORECASE,
)
_PEOPLE = frozenset(
    {
        "freed",
        "released",
        "detained",
        "arrested",
        "convicted",
        "jailed",
        "men",
        "women",
        "people",
        "group",
        "newcomers",
        "arrivals",
    }
)
_NUMBER = re.compile(
    r"\b(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty)\b", re.IGNORECASE
)
#: Whoever will not have it is told of as that, not as one of the rest.
_REFUSES = re.compile(
    r"^[^;]{0,160}?\b(?:refus\w+|declin\w+|balked|rejected|was not|were not|wasn't|weren't|never|would have)\b",
    re.IGNORECASE,
)
#: Whoever is acquitted shares no verdict.
_LET_OFF = re.compile(r"^[^;]{0,60}?\b(?:acquitted|cleared|exonerated|found not guilty)\b", re.IGNORECASE)
_JUDGED = ("sentence", "conviction")
_NEAR = 70
_BACK = 2


def picked_out_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """One telling for each person so picked out, of what befell the group told of last before."""
    shadow = reader.referents.passage.shadow
    for sentence in reader.referents.passage.sentences:
        text = shadow[sentence.start : sentence.end]
        for pattern in _PICKS:
            for match in pattern.finditer(text):
                yield from _picked(reader, sentence, told, match)
        for match in _ALL.finditer(text):
            yield from _all_of_them(reader, sentence, told, match)


def _picked(reader: Reader, sentence: Sentence, told: list[Told], match: re.Match[str]) -> Iterator[Told]:
    place, opening = sentence.start + match.start("pick"), sentence.start + match.end("pick")
    names = _names(reader, sentence, opening)
    whole = match.groupdict().get("of")
    base = _base(reader, sentence, told, place, whole)
    if not names or not base or not _means(whole, base):
        return
    end = max(span[1] for span, name in reader.referents.people.between(opening, sentence.end) if name == names[-1])
    rest = reader.referents.passage.shadow[end : sentence.end]
    if _REFUSES.match(rest):
        return
    if _LET_OFF.match(rest):
        base = [one for one in base if one.type not in _JUDGED]
    yield from _as_members(reader, sentence, told, base, names, place)


def _all_of_them(reader: Reader, sentence: Sentence, told: list[Told], match: re.Match[str]) -> Iterator[Told]:
    """ "The three - A, B and C - had spent 41 days inside": as many names as the group of that number has people."""
    count = next((n.value for n in numbers_in(match["count"])), 0)
    place, opening = sentence.start + match.start("count"), sentence.start + match.end()
    names = _names(reader, sentence, opening)
    base = last_group(sentence, told, count, place=place) if len(names) == count > 1 else []
    yield from _as_members(reader, sentence, told, base, names, place)


def _as_members(
    reader: Reader, sentence: Sentence, told: list[Told], base: Sequence[Told], names: Sequence[str], place: int
) -> Iterator[Told]:
    """What befell a group, of each member named, unless that is told of the member already. `place` is where the quote begins."""
    quote, span = quote_at(reader.referents.passage, (place, sentence.end))
    for one in base:
        for name in names:
            if not any(o.person == name and o.type == one.type and o.reality == one.reality for o in told):
                yield Told(
                    one.type, name, None, quote, span, one.reality, {f"{RULE}.{one.type}"}, one.date, is_member="member",
                    said_by=reader.speakers.at(sentence, sentence.tokens.root),
                )  # fmt: skip


def _names(reader: Reader, sentence: Sentence, opening: int) -> list[str]:
    """The names right after the pick, only a description before the first."""
    named = reader.referents.people.between(opening, sentence.end)
    if not named or named[0][0][0] - opening > _NEAR:
        return []
    between = [t for t in sentence.tokens if opening <= sentence.place(t)[0] < named[0][0][0]]
    if any(
        (t.pos_ in ("VERB", "AUX") and t.tag_ not in ("VBN", "VBG"))
        or t.tag_ in ("WP", "WP$", "WDT")
        or t.text in (",", ";", ":")
        for t in between
    ):
        return []
    if any(lexicon().has("kin", t.lemma_) and t.nbor(1).lower_ in ("of", "to") for t in between):
        return []
    return names_running_on(reader.referents.people, sentence, opening, reader.referents.passage.shadow)


def _base(reader: Reader, sentence: Sentence, told: list[Told], place: int, whole: str | None) -> list[Told]:
    """What befell the group told of last in the sentence or those before; the group of that number in "of the nine"."""
    number = next((n.value for n in numbers_in(whole or "") if n.value > 1), None)
    if number is not None:
        return last_group(sentence, told, number, place=place)
    first = reader.referents.passage.sentences[max(0, sentence.index - _BACK)].start
    return [one for one in last_group(sentence, told, place=place) if one.span[0] >= first]


def _means(whole: str | None, base: list[Told]) -> bool:
    """Whether "of the ..." can speak of that group: by a pronoun, its number, a word for people let out or held, or its own noun."""
    if whole is None:
        return any(
            len(one.words.split()) > 1 and " of " not in one.words for one in base
        )  # not "two left; another, NAME"
    if whole.lower() in ("them", "these", "those", "whom"):
        return True
    words = {word.lower() for word in whole.split()}
    if (
        words & _PEOPLE
        or any(lexicon().has("held_people", word.rstrip("s")) for word in words)
        or _NUMBER.search(whole)
    ):
        return True
    told = {word.lower().rstrip("s") for one in base for word in one.words.split()}
    return whole.split()[-1].lower().rstrip("s") in told
