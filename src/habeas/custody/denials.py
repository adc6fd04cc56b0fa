"""What one source tells and another denies: the same evidence once as told and once as denied, and where the two exclude each other.

A denial by itself says nothing; only against what is told does it count. Whoever denies a release holds that custody went on, whoever
denies custody that the person was outside then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from habeas.claims.claim import Claim, Source
from habeas.claims.vocabulary import vocabulary
from habeas.custody.signs import NEVER, Sign, days_told

#: Days by which a denial and what it denies may be dated apart.
_SAME = 31
#: Predicates that, denied, deny every other of their effect: no release means no exchange either.
_GENERAL = {"enters": "arrest", "leaves": "release", "inside": "in_custody", "outside": "at_liberty", "died": "death"}


@dataclass(frozen=True, slots=True)
class Denial:
    """That something happened on some day from `lo` to `hi`, denied; `lo` NEVER where the denial names no day: the latest before it."""

    effect: str
    predicate: str
    lo: int
    hi: int
    claim: str
    source: str


@dataclass(frozen=True, slots=True)
class Denied:
    """A denial (its claim's id and its predicate) and the claims that tell what it denies."""

    claim: str
    predicate: str
    told: tuple[str, ...]


def denial_of(claim: Claim, source: Source) -> Denial | None:
    """The denial in one claim; None when it denies nothing about custody."""
    predicate = vocabulary().predicate(claim.predicate)
    effect = predicate.custody_of(claim.value)
    if claim.reality != "denied" or effect not in _GENERAL:
        return None
    days = days_told(claim, source)
    if not days:
        return None
    return Denial(effect, predicate.name, min(lo for lo, _ in days), max(hi for _, hi in days), claim.id, claim.source)


def as_denied(signs: Sequence[Sign], denials: Iterable[Denial]) -> tuple[list[Sign], list[Denied]]:
    """The signs as whoever denies would have them, and what is denied of what is told; where nothing is, the signs as they were."""
    left = list(signs)
    found = []
    for denial in sorted(denials, key=lambda d: (d.lo, d.hi, d.claim, d.predicate, d.effect, d.source)):
        gone = [s for s in _the_very_thing(signs, denial) if s in left]
        told = gone or _custody_before(signs, denial)
        if told:
            found.append(Denied(denial.claim, denial.predicate, tuple(dict.fromkeys(s.claim for s in told))))
            left = [*(s for s in left if s not in gone), *_instead(denial, gone)]
    return left, found


def _the_very_thing(signs: Sequence[Sign], denial: Denial) -> list[Sign]:
    apart = 0 if denial.effect == "inside" else _SAME
    same = [s for s in signs if not s.hint and _is_of(denial, s) and _days_between(denial, s) <= apart]
    if denial.lo > NEVER or denial.effect == "inside":
        return same
    latest = max((s.lo for s in same), default=NEVER)
    return [s for s in same if latest - s.lo <= _SAME]


def _custody_before(signs: Sequence[Sign], denial: Denial) -> list[Sign]:
    """What tells of custody that had begun by the days of which custody is denied."""
    if denial.predicate != _GENERAL["inside"]:
        return []
    return [s for s in signs if s.effect in ("enters", "inside") and not s.hint and s.lo <= denial.hi]


def _is_of(denial: Denial, sign: Sign) -> bool:
    if sign.predicate == denial.predicate:
        return True
    if _is_death(sign):
        return denial.predicate == _GENERAL["died"]
    return sign.effect == denial.effect and denial.predicate == _GENERAL[denial.effect]


def _is_death(sign: Sign) -> bool:
    return sign.effect == "died" or sign.way_out == "died"


def _days_between(denial: Denial, sign: Sign) -> int:
    return max(denial.lo, sign.lo) - min(denial.hi, sign.hi)


def _instead(denial: Denial, gone: Sequence[Sign]) -> list[Sign]:
    """What the denial says instead of what is told."""
    if denial.effect == "leaves":
        return [_still_held(denial, s) for s in gone]
    if denial.predicate == _GENERAL["inside"]:
        return [Sign("outside", denial.lo, denial.hi, True, denial.claim, denial.source, "at_liberty", hint=True)]
    return []


def _still_held(denial: Denial, release: Sign) -> Sign:
    """Who tells of the release and who denies it agree on the day before."""
    lo, hi = max(release.lo - 1, NEVER), release.hi - 1
    return Sign("inside", lo, hi, release.strong, denial.claim, denial.source, "in_custody")
