"""Custody as whoever may not see all of it can know it: where something told is held back, neither custody nor freedom is certain.

Somebody released or dead of whom that may not be told must not be said to be held, nor somebody arrested again to be out. Which of these
it is, or whether what is held back only confirms what is shown, is not told either, nor its exact day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from habeas.claims.held_back import HeldBack, Settles
from habeas.custody.held import CertainStretch, Held, Stretch, merged
from habeas.custody.signs import ENDLESS, FOREVER, NEVER

_PROOFS = {Settles.PROOF: ("enters", "inside"), Settles.ARREST: ("enters",), Settles.NOTHING: ()}


def with_held_back(held: Held, back: Iterable[HeldBack]) -> Held:
    """`held` with every day possible, and none certain, from the month of what is held back until something shown settles it again.

    Of whom nothing of custody is shown, nothing is told by this either.
    """
    back = [*back]
    if not held.signs or not back:
        return held
    died = min((s.hi for s in held.signs if s.effect == "died" and s.strong), default=FOREVER)
    windows = merged(
        (start, min(until, died) if start < died else start) for start, until in (_window(held, one) for one in back)
    )
    certain = tuple(part for stretch in held.certain for part in _outside(stretch, windows))
    return replace(
        held, certain=certain, possible=tuple(merged([*held.possible, *windows])), unsettled=tuple(windows)
    )  # fmt: skip


def _window(held: Held, one: HeldBack) -> Stretch:
    strong = [s for s in held.signs if s.strong and s.effect in ("enters", "inside")]
    told_before = max((s.hi + 1 for s in strong if s.hi < one.lo), default=NEVER)
    month = date.fromordinal(one.lo).replace(day=1).toordinal() if NEVER < one.lo < ENDLESS else one.lo
    start = max(month, told_before, min(s.lo for s in held.signs) if one.lo <= NEVER else NEVER)
    settled = min(
        (s.lo for s in strong if s.lo > one.hi and s.effect in _PROOFS[one.settled_by]), default=FOREVER
    )  # fmt: skip
    return start, settled


def _outside(stretch: CertainStretch, windows: Sequence[Stretch]) -> list[CertainStretch]:
    """What of a stretch lies in none of these."""
    left = [(stretch.start, stretch.until)]
    for start, until in windows:
        left = [p for a, b in left for p in ((a, min(b, start)), (max(a, until), b)) if p[0] < p[1]]
    return [CertainStretch(a, b, stretch.proved) for a, b in left]
