"""On which days a person was held for certain, possibly, or by some sources against others.

Two readings bound the truth. The cautious one believes every sign of freedom and only strong signs of custody; the generous one
believes every sign of custody and only strong signs of freedom. A day is certain when the cautious reading has it inside, possible
when the generous one has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from habeas.custody.folding import fold
from habeas.custody.periods import Period
from habeas.custody.signs import ENDLESS, FOREVER, NEVER, Sign

Stretch = tuple[int, int]
_INSIDE = ("enters", "inside")


@dataclass(frozen=True, slots=True)
class CertainStretch:
    """Held from `start` up to `until`. `proved` is the last day with a proof; None where an exit or proof follows."""

    start: int
    until: int
    proved: int | None


@dataclass(frozen=True, slots=True)
class Held:
    """Half-open stretches of days. `periods` is the plain reading that people are shown; `signs` all it rests on.

    `last_word` is the latest day on which anything can have been told of custody that, as far as known, has not ended; None = no such
    custody, or told without any day.
    """

    certain: tuple[CertainStretch, ...]
    possible: tuple[Stretch, ...]
    disputed: tuple[Stretch, ...]
    periods: tuple[Period, ...]
    signs: tuple[Sign, ...]
    last_word: int | None = None


def held(signs: Iterable[Sign]) -> Held:
    """Fold one person's signs into stretches."""
    found = tuple(sorted(set(signs), key=lambda s: (s.lo, s.hi, s.claim, s.effect, s.strong, s.predicate)))
    plain = fold(found)
    # a reading that leaves no sign out is the plain one
    doubted_in = any(not s.strong and s.effect in _INSIDE for s in found)
    doubted_out = any(not s.strong and s.effect not in _INSIDE for s in found)
    cautious = fold(s for s in found if s.strong or s.effect not in _INSIDE) if doubted_in else plain
    generous = fold(s for s in found if s.strong or s.effect in _INSIDE) if doubted_out else plain
    possible = merged([(p.start.lo, FOREVER if p.end is None else p.end.hi) for p in generous])
    certain = [stretch for period in cautious for stretch in _certain(period)]
    disputed = merged([stretch for period in plain for stretch in _disputed(period)])
    return Held(_inside(certain, possible), tuple(possible), tuple(disputed), tuple(plain), found, _last_word(generous))


def _last_word(periods: Sequence[Period]) -> int | None:
    """The latest day of any sign in the last period, where it has no end."""
    if not periods or periods[-1].end is not None:
        return None
    days = [s.hi for s in (*periods[-1].start.signs, *periods[-1].inside) if s.hi < ENDLESS]
    return max(days, default=None)


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same days as disjoint stretches in order."""
    out: list[Stretch] = []
    for start, until in sorted(s for s in stretches if s[0] < s[1]):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], until))
        else:
            out.append((start, until))
    return out


def _certain(period: Period) -> list[CertainStretch]:
    if period.dispute is not None:
        return []
    until = FOREVER if period.end is None else period.end.lo
    found = []
    for start, stop in _without_lapses(period, until):
        still_open = period.end is None and stop == FOREVER
        if start < stop and start > NEVER:
            found.append(CertainStretch(start, stop, max(period.last_proof, NEVER) if still_open else None))
    return found


def _without_lapses(period: Period, until: int) -> list[Stretch]:
    """From the latest possible start to `until`, leaving out the time after an administrative term until the next proof."""
    start, lapse = period.start.hi, period.lapse
    if lapse is None:
        return [(start, until)]
    proofs = [s for s in period.inside if s.strong and s.term is None]
    if any(s.lo <= lapse and s.predicate not in ("in_custody", "last_contact") for s in proofs):
        return [(start, until)]
    resumed = min((s.hi for s in proofs if s.lo > lapse), default=_day_before_exit(period))
    return [(start, min(lapse, until)), (max(lapse, resumed), until)]


def _day_before_exit(period: Period) -> int:
    end = period.end
    return FOREVER if end is None or end.implied or not end.signs or end.disputed else end.hi - 1


def _disputed(period: Period) -> list[Stretch]:
    if period.dispute is not None:
        return [(period.start.lo, FOREVER if period.end is None else period.end.hi)]
    found = []
    if period.start.disputed:
        found.append((period.start.lo, period.start.hi))
    if period.end is not None and period.end.disputed:
        found.append((period.end.lo, period.end.hi))
    return found


def _inside(certain: Sequence[CertainStretch], possible: Sequence[Stretch]) -> tuple[CertainStretch, ...]:
    """Certain days are possible days; where the two readings differ, the narrower holds."""
    kept = []
    for stretch in certain:
        for start, until in possible:
            first, last = max(stretch.start, start), min(stretch.until, until)
            if first < last:
                kept.append(CertainStretch(first, last, stretch.proved if last == stretch.until else None))
    return tuple(kept)
