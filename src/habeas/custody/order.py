"""The order in which a person's signs can have happened, when some dates are only ranges.

Sorting by either end goes wrong ("arrested in 2020, released in June 2020"). So the next sign is always chosen among those that
could come first, preferring the one that needs no unreported arrest or release in between. The result does not depend on the
order in which claims came in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from habeas.custody.signs import Sign

_WHEN_OUT = {"outside": 0, "enters": 1, "inside": 2, "leaves": 3, "died": 4}
_WHEN_IN = {"inside": 0, "enters": 1, "leaves": 2, "outside": 3, "died": 4}


def in_order(signs: Iterable[Sign]) -> list[Sign]:
    """All signs, in the plainest order that their dates allow."""
    left = sorted(set(signs), key=_stable)
    held = released = False
    began: Sign | None = None
    ordered = []
    while left:
        latest_start = min(sign.hi for sign in left)
        could_come = [sign for sign in left if sign.lo <= latest_start]
        sign = _next(could_come, held, began, missing=held or not released)
        left.remove(sign)
        ordered.append(sign)
        began = began if held and sign.effect == "inside" else sign if sign.effect == "enters" else None
        held = sign.effect in ("enters", "inside")
        released = released or not held
    return ordered


def _next(could_come: Sequence[Sign], held: bool, began: Sign | None, missing: bool) -> Sign:
    """The sign that comes first; `began` is the arrest that began the custody so far, if one is told.

    `missing` = an arrest after a release still lacks that release.
    """
    rank = _WHEN_IN if held else _WHEN_OUT
    first = min(could_come, key=lambda sign: (rank[sign.effect], *_stable(sign)))
    if held and first.effect == "inside":
        # a proof that a later, told arrest accounts for does not keep the release between from having come first
        again = [s for s in could_come if s.predicate == "rearrest" and s.lo <= first.hi]
        between = _release_before(min(again, key=_stable), could_come, held, missing) if again else None
        return between or _release_before(first, could_come, held, missing) or first
    if held and began is not None and _another_arrest(began, first):
        return min((s for s in could_come if s.effect == "leaves"), key=_stable, default=first)
    if first.effect in ("enters", "inside"):
        return _release_before(first, could_come, held, missing) or first
    return first


def _release_before(entry: Sign, could_come: Sequence[Sign], held: bool, missing: bool) -> Sign | None:
    """A release that must lie before this arrest or proof: told so, or dated so.

    On one and the same day a held person is released and arrested again; one who was not held is arrested and let go. A proof of
    custody on the day of a release is a proof of custody after it, since that day no longer counts as held.
    """
    latest = entry.lo if held or entry.effect == "inside" else entry.lo - 1
    releases = [
        s
        for s in could_come
        if s.effect == "leaves" and ((missing and entry.predicate == "rearrest") or s.hi <= latest)
    ]
    return min(releases, key=_stable, default=None)


def _another_arrest(began: Sign, entry: Sign) -> bool:
    """Whether one source tells of two arrests on days that exclude each other, so that a release lies between."""
    apart = entry.lo > began.hi or began.lo > entry.hi
    return entry.effect == "enters" and entry.source == began.source and entry.predicate == began.predicate and apart


def _stable(sign: Sign) -> tuple[int, int, str, str, bool, str]:
    return (sign.lo, sign.hi, sign.effect, sign.claim, sign.strong, sign.predicate)
