"""What a charge may bring: "charged with smuggling, which carries up to twelve years", "The offence carries a maximum of life"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.courts.penalties import penalty_at
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told

RULE = "carried"
_CARRY = re.compile(
    r"\b(?:(?:charges?|articles?|offen[cs]es?|crimes?|counts?|accusations?|laws?)(?: of [\w ]{3,60}?)?|which|that|these|together|both)(?: [\w'-]+){0,3}? (?:could |may |can |would )?"
    r"(?:carry|carries|carried|(?:is|are) punishable by) (?=(?:an? |the )?(?:up to|maximum|sentences?|terms?|penalt|death|life|at least|between|\d|\w+ years|\w+ to))",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:an? |the )?(?:(?:maximum|minimum|possible|mandatory) )?(?:(?:sentence|term|penalty|punishment) )?(?:of )?(?:up to |as much as |a maximum of |at least )?"
)
_NEAR = 350
_TRIED = ("charge", "new_charge", "conviction", "sentence")
_Penalty = tuple[float | None, str | None]


def carried_told(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """A sentence still to come for each of those of whom the charge was told last, where they are not told to be cleared of it."""
    shadow = reader.referents.passage.shadow
    for sentence in reader.referents.passage.sentences:
        for match in _CARRY.finditer(shadow, sentence.start, sentence.end):
            lead = _LEAD.match(shadow, match.end(), sentence.end)
            start = lead.end() if lead is not None else match.end()
            penalty = penalty_at(shadow, match.end(), sentence.end) or penalty_at(shadow, start, sentence.end)
            if penalty is not None:
                place = (match.start(), penalty.end)
                yield from _of_those(reader, sentence, place, told, (penalty.term, penalty.note))


def _of_those(
    reader: Reader, sentence: Sentence, place: tuple[int, int], told: list[Told], penalty: _Penalty
) -> Iterator[Told]:
    before = [o for o in told if o.type in _TRIED and 0 <= place[0] - o.span[0] < _NEAR]
    last = max(before, key=lambda o: o.span[0], default=None)
    if last is None or last.type not in ("charge", "new_charge") or last.reality == "denied":
        return
    quote, span = quote_at(reader.referents.passage, place)
    token = sentence.token_at(place[0]) or sentence.tokens.root
    for one in (o for o in before if o.span == last.span and o.type == last.type):
        if not any(o.type == "sentence" and o.person == one.person and o.reality == "planned" for o in told):
            yield Told(
                "sentence", one.person, one.count, quote, span, "planned", {f"{RULE}.sentence"}, term=penalty[0], note=penalty[1],
                said_by=reader.speakers.at(sentence, token), is_clause=True,
            )  # fmt: skip
