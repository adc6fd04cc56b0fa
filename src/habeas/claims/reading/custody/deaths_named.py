"""Those named out of a number who died: "14 deaths in custody this year, two of them within a week of each other: A, a teacher, and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.numbers import numbers_in
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.when.dated import day_told
from habeas.claims.reading.whom.marked import MarkedSentence
from habeas.claims.reading.whom.marked_subjects import listed_from

KIND = "death_in_custody"
RULE = f"deaths_named.{KIND}"
_INSIDE = r"(?:in (?:\w+ )?(?:custody|detention|prison|jail|captivity|places of detention)|behind bars)"
_DEAD = re.compile(rf"\b(?:deaths? {_INSIDE}|(?:have|has|had) died {_INSIDE}|died {_INSIDE})\b[^.;‹]{{0,60}}$")
_SOME = re.compile(
    r"(?:,|;| and| [-–—]) (?P<many>[\w-]+) of (?:them|these|those|whom)\b(?P<how>[^.;:‹]{0,60})(?::|,| [-–—]) (?=[^.;:‹]{0,40}‹)"
)
_NOT_SO = re.compile(
    r"\b(?:women|men|minors?|under|children|foreign\w*|not|still|free|released|alive|ill|girls|boys)\b"
)
_END = re.compile(r"[.;]|$")


def some_of_the_dead(reader: Reader, sentence: Sentence) -> Iterator[Told]:
    """One telling of their number and one for each of them, where just as many names follow."""
    here = MarkedSentence.of(reader.referents, sentence)
    match = _SOME.search(here.text) if here.numbers else None
    if match is None or not _DEAD.search(here.text[: match.start()]) or _NOT_SO.search(match["how"]):
        return
    number = next((n.value for n in numbers_in(match["many"])), 1 if match["many"].lower() == "one" else None)
    names = here.named(listed_from(here.text, match.end()))
    if number is None or len(names) != number:
        return
    end = _END.search(here.text, match.end())
    span = here.place(match.start("many")), here.place(end.start() if end else len(here.text))
    quote, place = quote_at(reader.referents.passage, span)
    words = next((w for w in reader.dates.of(sentence) if place[0] <= w.span[0] < here.place(match.end())), None)
    day = day_told(words, reader.dates.published, True)
    if number > 1:
        yield Told(KIND, None, number, quote, place, "actual", {RULE}, day, members=names, is_clause=True)
    for name in names:
        yield Told(KIND, name, None, quote, place, "actual", {RULE}, day, is_clause=True, is_member="member")
