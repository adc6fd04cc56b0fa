"""What one claim says about being held: that custody began, went on, ended, or that the person was outside, and when.

Days are proleptic ordinals (as `date.toordinal`), inclusive at both ends; NEVER and FOREVER stand for "no bound".
A sign that is not strong may be true: it can widen what is possible, never make anything certain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.claims.claim import Claim, Source
from habeas.claims.vocabulary import Predicate, vocabulary
from habeas.kernel.days import Day

NEVER = 0
FOREVER = 10_000_000
#: Days reckoned back from FOREVER (the day before an endless one) are as endless.
ENDLESS = FOREVER - 1000

_EFFECTS = {
    "enters": ("enters", True),
    "inside": ("inside", True),
    "leaves": ("leaves", True),
    "outside": ("outside", True),
    "died": ("died", True),
    "may_leave": ("leaves", False),
    "may_be_inside": ("inside", False),
}
#: A sentence on paper: one passed on somebody absent tells that they were outside, a suspended one that custody may have ended.
_ON_PAPER = {"in_absentia": ("outside", True), "suspended": ("leaves", False)}


@dataclass(frozen=True, slots=True)
class Sign:
    """One effect on one person, on some day from `lo` to `hi`.

    `term` is the number of days an administrative term lasts, None where no term limits the custody. `told_by` is the latest day
    on which its source can have been published. `place_kind` and `way_out` None = not said. A `hint` (a pardon, an acquittal) tells
    that custody may have ended about then, or (a sentence passed in absence) that the person was not there; a release or a proof of
    custody that is told outweighs it. `undated`: a state told without a day of its own, and so of the day it was told.
    """

    effect: str
    lo: int
    hi: int
    strong: bool
    claim: str
    source: str
    predicate: str
    told_by: int = FOREVER
    place_kind: str | None = None
    way_out: str | None = None
    term: int | None = None
    conditions: tuple[str, ...] = ()
    hint: bool = False
    undated: bool = False


def signs_of(claim: Claim, source: Source) -> list[Sign]:
    """The signs in one claim; none when it says nothing about custody, or does not say that it happened."""
    predicate = vocabulary().predicate("administrative_arrest" if _is_of_days(claim) else claim.predicate)
    custody = predicate.custody_of(claim.value)
    on_paper = next((effect for field, effect in _ON_PAPER.items() if claim.value.get(field)), None)
    if claim.reality != "actual" or (custody is None and on_paper is None):
        return []
    effect, strong = on_paper or _EFFECTS[custody or ""]
    strong = strong and not claim.weak and not claim.provisional and claim.value.get("as") != "example"
    known = told_by(claim, source)
    return [
        _sign(claim, predicate, (effect, strong, known), span)
        for span in _when(claim, predicate, source.published, known)
    ]


def days_told(claim: Claim, source: Source) -> list[tuple[int, int]]:
    """The days of which a claim speaks, whatever its reality: those of a moment, or of a stretch's beginning and end."""
    return _when(claim, vocabulary().predicate(claim.predicate), source.published, told_by(claim, source))


def told_by(claim: Claim, source: Source) -> int:
    """The latest day (an ordinal) on which a claim's source can have been published; else that of its entry."""
    return source.published.hi if source.published.hi is not None else _recorded(claim)


def _is_of_days(claim: Claim) -> bool:
    """A sentence counted in days, which is how administrative arrest is imposed, whatever word a source has for it."""
    value = claim.value
    where = value.get("place_kind", "administrative_arrest")
    is_short = value.get("term_days") is not None and value.get("term_years") is None and not _is_on_paper(value)
    return claim.predicate == "sentence" and is_short and where in ("administrative_arrest", "police_custody")


def _is_on_paper(value: Mapping[str, Any]) -> bool:
    """Whether a sentence holds nobody: passed on somebody absent, or suspended."""
    return any(value.get(field) for field in _ON_PAPER)


def _recorded(claim: Claim) -> int:
    return FOREVER if claim.recorded_at is None else claim.recorded_at.date().toordinal()


def _when(claim: Claim, predicate: Predicate, published: Day, told_by: int) -> list[tuple[int, int]]:
    if predicate.time != "stretch":
        return [_clip(claim.when, told_by)]
    if claim.when.is_unknown and claim.until is None:
        # a state told without a day is a state on the day it was told
        return [_clip(published, told_by)]
    spans = [] if claim.when.is_unknown else [_clip(claim.when, told_by)]
    if claim.until is not None:
        until = _clip(published, told_by) if claim.until.is_unknown else _day_before(claim.until)
        if until[1] >= (spans[0][0] if spans else NEVER):
            spans.append(until)
    return spans


def _clip(day: Day, told_by: int) -> tuple[int, int]:
    """What is told as having happened happened by the day it was told, unless its own date says otherwise."""
    lo = NEVER if day.lo is None else day.lo
    hi = FOREVER if day.hi is None else day.hi
    return (lo, min(hi, told_by)) if lo <= told_by else (lo, hi)


def _day_before(day: Day) -> tuple[int, int]:
    return (NEVER if day.lo is None else day.lo - 1, FOREVER if day.hi is None else day.hi - 1)


def _sign(claim: Claim, predicate: Predicate, how: tuple[str, bool, int], span: tuple[int, int]) -> Sign:
    effect, strong, told_by = how
    value = claim.value
    term = value.get("term_days") if predicate.custody == "enters" else None
    return Sign(
        effect, span[0], span[1], strong, claim.id, claim.source, predicate.name, told_by,
        place_kind=value.get("place_kind") or predicate.place_kind, way_out=_way_out(value, predicate),
        term=None if term is None else int(term), conditions=tuple(value.get("conditions", ())),
        hint=_is_on_paper(value) or (predicate.custody or "").startswith("may_"),
        undated=predicate.time == "stretch" and claim.when.is_unknown and claim.until is None,
    )  # fmt: skip


def _way_out(value: Mapping[str, Any], predicate: Predicate) -> str | None:
    return value.get("way_out") or ("suspended_sentence" if value.get("suspended") else predicate.way_out)
