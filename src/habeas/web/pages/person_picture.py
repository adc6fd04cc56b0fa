"""A person's custody and what happened, made ready to be drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from habeas.claims.vocabulary import vocabulary
from habeas.drawing.person_timeline import PATTERNS, Happening, Span, Stretch, person_timeline
from habeas.kernel.days import Day
from habeas.web.pages.claim_words import day_of

#: What is marked on the timeline, and how short it is called there.
_MARKED = {
    "arrest": "arrest", "administrative_arrest": "arrest", "rearrest": "arrested again", "charge": "charge", "conviction": "verdict",
    "disappearance_incommunicado": "incommunicado", "house_arrest_ordered": "house arrest", "psychiatric_commitment": "committed",
    "charge_changed": "charge changed", "new_charge": "new charge", "sentence": "sentence", "appeal": "appeal",
    "transfer": "transfer", "punishment_cell": "punishment cell", "stricter_regime": "stricter regime",
    "lighter_measure": "lighter measure", "term_prolonged": "term prolonged", "last_contact": "sign of life",
    "release": "release", "exchange": "exchange", "expulsion": "expulsion", "escape": "escape", "acquittal": "acquittal",
    "charge_dropped": "charge dropped", "pardon": "pardon", "amnesty": "amnesty", "refusal_to_leave": "refused to leave",
    "death_in_custody": "death", "death": "death", "death_after_release": "death", "fled": "fled", "exile": "exile",
}  # fmt: skip
#: Days without a bound are the loosest of all.
LASTS_LONGEST = 10**6
_SHORT = {
    "prison": "prison or colony",
    "administrative_arrest": "administrative arrest",
    "unknown": "kind of place not known",
}


def picture(episodes: Sequence[Mapping[str, Any]], claims: Sequence[Mapping[str, Any]], asked: date) -> str:
    """The timeline as SVG; empty where no day is known."""
    return person_timeline([_stretch(e) for e in episodes], _happenings(claims), asked)


def lane(kind: str) -> str:
    """What a lane of the timeline is called: the kind of place without its gloss."""
    return _SHORT.get(kind) or vocabulary().codes["place_kind"].get(kind, kind).split(",")[0]


def _stretch(episode: Mapping[str, Any]) -> Stretch:
    kind = str(episode["place_kind"])
    kinds = ["prison", *(k for k in vocabulary().codes["place_kind"] if k != "prison")]
    pattern = PATTERNS[kinds.index(kind) % len(PATTERNS)] if kind in kinds else PATTERNS[-1]
    start: Span = (None, None) if episode["from"] is None else _span(episode["from"])
    end = (
        _span(episode["to"])
        if episode["to"]
        else ((None, None) if episode["way_out"] or episode.get("unsettled") else None)
    )
    return Stretch(lane(kind), pattern, start, end)


def _happenings(claims: Sequence[Mapping[str, Any]]) -> list[Happening]:
    """Each once, however many tell it: what may have been on one day is taken for one, on the narrowest days told."""
    told = [
        (day_of(str(c["valid"])), _MARKED[str(c["predicate"])])
        for c in claims
        if c["predicate"] in _MARKED and c["reality"] == "actual" and c["valid"] and "/.." not in str(c["valid"])
    ]
    kept: list[tuple[Day, str]] = []
    for day, label in sorted(told, key=lambda one: (_width(one[0]), one[0].lo or 0)):
        if not any(label == other and day.overlaps(known) for known, other in kept):
            kept.append((day, label))
    return [Happening((day.first, day.last), label) for day, label in sorted(kept, key=lambda one: one[0].lo or 0)]


def _width(day: Day) -> int:
    return LASTS_LONGEST if day.lo is None or day.hi is None else day.hi - day.lo


def _span(edtf: str) -> Span:
    found = day_of(edtf)
    return found.first, found.last
