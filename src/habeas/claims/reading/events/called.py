"""Custody told by what somebody is called: "former political prisoner NAME", "NAME, her cellmate", "NAME was a prisoner of conscience"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told

RULE = "called.arrest"
_HELD = r"(?:(?:political )?(?:prisoner|inmate|detainee|convict|internee|hostage|captive)(?: of conscience)?|cellmate|prison-mate|ex-prisoner|ex-detainee)"
_BEFORE = re.compile(
    rf"\b(?:(?:former|ex|fellow|one-time|longtime|late|freed|released|jailed|another|old|his|her|my|the)[ -])*{_HELD},? $",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^(?:,? (?:\(\d\d\)|\d\d))?,? (?:himself |herself )?(?:(?:is|was|has been|became|remains) )?(?:also )?(?:a|an|her|his|the|another|my|our|their)(?: (?:former|fellow|long-time|longtime|one-time|well-known|recognised|recognized|ex))* {_HELD}\b",
    re.IGNORECASE,
)  # fmt: skip
_LOOK_BACK = 60


def called_told(reader: Reader) -> Iterator[Told]:
    """One state of custody for each name so called."""
    shadow = reader.referents.passage.shadow
    for sentence in reader.referents.passage.sentences:
        for span, name in reader.referents.people.between(sentence.start, sentence.end):
            start = max(sentence.start, span[0] - _LOOK_BACK)
            before = _BEFORE.search(shadow[start : span[0]])
            after = _AFTER.match(shadow[span[1] : sentence.end])
            if before is None and after is None:
                continue
            found = (
                (start + before.start(), span[1])
                if before is not None
                else (span[0], span[1] + (after.end() if after else 0))
            )
            quote, place = quote_at(reader.referents.passage, found)
            yield Told("arrest", name, None, quote, place, "actual", {RULE}, is_state=True, note="custody state")
