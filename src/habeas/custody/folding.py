"""Folding one person's signs into periods of custody.

A proof followed by a proof with no exit between is custody between. A release implies custody on the day before. An
administrative term that has run out leaves the situation open. Contradictions are kept: two sources with two dates make the
days between disputed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from habeas.custody.fitting import doubting_backward_dates, fitted
from habeas.custody.order import in_order, orders
from habeas.custody.periods import Edge, Period
from habeas.custody.signs import FOREVER, NEVER, Sign

#: Days by which two sources may differ about one exit or re-arrest.
_SAME_EXIT = 31
_MOVES = ("house_arrest_ordered", "psychiatric_commitment")


@dataclass(slots=True)
class _Open:
    """A period being put together."""

    starts: list[Sign] = field(default_factory=list)
    inside: list[Sign] = field(default_factory=list)
    ends: list[Sign] = field(default_factory=list)
    #: What tells that there was such a custody, without a day of its own.
    inferred: list[Sign] = field(default_factory=list)
    earliest: int = NEVER
    free_by: int | None = None
    ended_unseen: int | None = None
    dispute: str | None = None
    latest_end: int = FOREVER
    after_exit: bool = False
    contradicted: bool = False

    @property
    def closed(self) -> bool:
        return bool(self.ends) or self.ended_unseen is not None

    def told_twice(self, sign: Sign) -> bool:
        """Whether one source tells two different days for what would be one occurrence."""
        return any(
            s.source == sign.source and not _nested(s, sign)
            for s in (*self.starts, *self.ends)
            if s.predicate == sign.predicate
        )


class _Fold:
    def __init__(self) -> None:
        self.periods: list[_Open] = []
        self.seen_outside: int = NEVER
        self.free_by: int | None = None
        self.told_free: bool = False
        self.dead: bool = False

    @property
    def now(self) -> _Open | None:
        return self.periods[-1] if self.periods and not self.periods[-1].closed else None

    @property
    def before(self) -> _Open | None:
        return self.periods[-1] if self.periods else None

    def enters(self, sign: Sign) -> None:
        now = self.now
        if now is None or _begins_anew(now, sign) or self._another_arrest(sign):
            if now is not None:
                now.ended_unseen = sign.hi
            self.periods.append(_Open(starts=[sign], earliest=self._earliest(), free_by=self.free_by))
            self._doubt_after_death(sign)
        elif _goes_on(now, sign):
            now.inside.append(sign)
        else:
            now.starts.append(sign)

    def _another_arrest(self, sign: Sign) -> bool:
        """Whether a re-arrest is one after the custody now told of, rather than another telling of how that began."""
        now = self.now
        if sign.predicate != "rearrest" or now is None:
            return False
        if now.starts and all(sign.hi <= s.lo for s in now.starts):
            return False
        again = len(self.periods) > 1 or any(s.predicate == "rearrest" for s in now.starts)
        return not (again and now.starts and all(_may_be_one(s, sign) for s in now.starts))

    def is_inside(self, sign: Sign) -> None:
        now = self.now
        if now is None:
            last = self.before
            # an exit that is only possible is not contradicted by a proof of custody after it
            left = self.told_free or (last is not None and _contradicted(last.ends, sign))
            now = _Open(earliest=self._earliest(), after_exit=left)
            self.periods.append(now)
        if now.after_exit and not now.starts and sign.strong:
            # a sign that custody is only possible, such as a sentence passed, contradicts no exit
            now.dispute = "held again after an exit, with no arrest told"
        self._doubt_after_death(sign)
        now.inside.append(sign)

    def _doubt_after_death(self, sign: Sign) -> None:
        """Nobody is held again after they died: one of the two is wrong, whoever tells them."""
        if self.dead and sign.strong:
            self.periods[-1].dispute = "custody is told after the person's death"

    def leaves(self, sign: Sign) -> None:
        now, last = self.now, self.before
        self.dead = self.dead or (sign.strong and sign.way_out == "died")
        if now is not None:
            now.ends.append(sign)
        elif last is not None and not (last.ends and (last.told_twice(sign) or _another_exit(last.ends, sign))):
            last.ends.append(sign)
        elif last is None or not sign.hint:  # a pardon long after an exit tells of no custody in between
            # whoever told of the first exit did not know of an arrest after it
            contradicted = last is not None and bool(last.ends) and _contradicted(last.ends, sign)
            self.periods.append(_Open(ends=[sign], earliest=self._earliest(), contradicted=contradicted))

    def is_outside(self, sign: Sign) -> None:
        self.dead = self.dead or (sign.strong and sign.predicate == "death_after_release")
        self.told_free = self.told_free or (not sign.hint and (sign.lo > NEVER or self.now is not None))
        if self.now is not None:
            self.now.ended_unseen = sign.hi
        self.seen_outside = max(self.seen_outside, sign.lo)
        self.free_by = sign.hi if self.free_by is None else max(self.free_by, sign.hi)

    def died(self, sign: Sign) -> None:
        self.dead = self.dead or sign.strong
        if self.now is not None:
            self.now.ends.append(sign)
        elif self.before is not None and sign.strong:
            self.before.latest_end = min(self.before.latest_end, sign.hi)
        self.seen_outside = max(self.seen_outside, sign.lo)
        self.told_free = self.told_free or sign.lo > NEVER

    def _earliest(self) -> int:
        last = self.before
        ended = NEVER if last is None else min((s.lo for s in last.ends), default=NEVER)
        return max(ended, self.seen_outside)


def fold(signs: Iterable[Sign]) -> list[Period]:
    """One person's periods, oldest first, in the plainest order. Independent of the order in which the signs come."""
    return _folded(in_order(signs))


def readings(signs: Iterable[Sign]) -> list[list[Period]] | None:
    """The periods by every order that the dates allow and that needs no more arrests that nobody told than another; the plainest
    first. None = too many orders to look at.
    """
    possible = orders(signs)
    if possible is None:
        return None
    found = [_folded(order) for order in possible]
    fewest = min(_untold_arrests(periods) for periods in found)
    return [periods for periods in found if _untold_arrests(periods) == fewest]


def _untold_arrests(periods: Sequence[Period]) -> int:
    """After a mere hint, such as a pardon, a proof of custody needs no new arrest: the hint need have ended nothing."""
    befores = (None, *periods)
    return sum(p.start.implied and not (b and b.end_is_hint) for b, p in zip(befores, periods, strict=False))


def _folded(order: Iterable[Sign]) -> list[Period]:
    folding = _Fold()
    step = {
        "enters": folding.enters, "inside": folding.is_inside, "leaves": folding.leaves, "outside": folding.is_outside,
        "died": folding.died,
    }  # fmt: skip
    for sign in order:
        step[sign.effect](sign)
    periods = [_closed(period) for period in (*_before_another_arrest(folding.periods), *folding.periods)]
    return doubting_backward_dates(fitted(periods))


def _before_another_arrest(periods: Sequence[_Open]) -> Sequence[_Open]:
    """Whoever is arrested again had been held before and let out, though nobody told of that custody."""
    again = [s for s in periods[0].starts if s.predicate == "rearrest"] if periods else []
    if not again:
        return ()
    free_by = periods[0].free_by
    return (_Open(inferred=again, ended_unseen=min(s.hi for s in again) if free_by is None else free_by),)


def _closed(period: _Open) -> Period:
    inside = tuple(period.inside)
    start = _edge(period.starts)
    if start is None:
        left = [s for s in period.ends if s.strong and s.effect == "leaves"]
        known = [s.hi for s in inside if s.strong] + [s.hi - 1 for s in left]
        start = Edge(period.earliest, min(known, default=FOREVER), implied=True)
    end = _edge([s for s in period.ends if not s.hint] or period.ends)
    if end is not None:
        # whoever died had left custody by then, however loosely the release is dated
        hi = period.latest_end if period.latest_end >= end.lo else end.hi
        end = Edge(end.lo, min(end.hi, hi), tuple(period.ends), disputed=end.disputed)
    if end is None and period.ended_unseen is not None:
        # an administrative term is custody to its last day
        proved = [s.lo + (s.term or 1) for s in (*period.starts, *inside) if s.lo > NEVER]
        lo = min(max(proved, default=start.lo), period.ended_unseen)
        end = Edge(lo, period.ended_unseen, tuple(period.inferred), implied=True)
    return Period(start, end, inside, period.dispute, period.contradicted)


def _edge(signs: Sequence[Sign]) -> Edge | None:
    """One occurrence told several times: the days on which all agree, else all days told, marked as disputed."""
    if not signs:
        return None
    lo, hi = max(s.lo for s in signs), min(s.hi for s in signs)
    if lo <= hi:
        return Edge(lo, hi, tuple(signs))
    return Edge(min(s.lo for s in signs), max(s.hi for s in signs), tuple(signs), disputed=True)


def _may_be_one(a: Sign, b: Sign) -> bool:
    """Whether two sources may tell of one arrest: their days overlap or lie no further apart than sources differ."""
    return max(a.lo, b.lo) - min(a.hi, b.hi) <= _SAME_EXIT


def _lapsed(period: _Open, sign: Sign) -> bool:
    """Whether an administrative term had run out by then, and the arrest is not the one that led to it, told more loosely."""
    if any(s.predicate == sign.predicate and s.source != sign.source and _nested(s, sign) for s in period.starts):
        return False
    terms = [s.hi + s.term for s in (*period.starts, *period.inside) if s.term is not None]
    return bool(terms) and all(s.term is not None for s in period.inside) and sign.lo >= min(terms)


def _begins_anew(period: _Open, sign: Sign) -> bool:
    """Whether an arrest cannot be the one by which the custody now told of began."""
    if period.starts:
        return _lapsed(period, sign) or period.told_twice(sign)
    return _proved_before(period, sign) and not _goes_on(period, sign)


def _proved_before(period: _Open, sign: Sign) -> bool:
    return any(s.strong and s.hi < sign.lo for s in period.inside)


def _goes_on(period: _Open, sign: Sign) -> bool:
    """Whether what begins custody elsewhere goes on with it here: a move, or a term imposed on somebody told to be held before."""
    if sign.predicate in _MOVES:
        return bool(period.starts) or _proved_before(period, sign)
    arrested = any(s.term is None and s.hi < sign.lo for s in period.starts)
    return sign.term is not None and (arrested or (not period.starts and _proved_before(period, sign)))


def _contradicted(exits: Sequence[Sign], proof: Sign) -> bool:
    """Whether a proof of custody after an exit contradicts it. A source that tells of both knows that custody began again."""
    return any(s.strong for s in exits) and not all(s.source == proof.source for s in exits)


def _another_exit(exits: Sequence[Sign], sign: Sign) -> bool:
    """Whether an exit is another one, not another date for the same: the first was reported before it, and it came long after."""
    return all(s.told_by < sign.lo and sign.lo - s.hi > _SAME_EXIT for s in exits)


def _nested(a: Sign, b: Sign) -> bool:
    """Whether one telling is only a closer one of the other."""
    return (a.lo <= b.lo and b.hi <= a.hi) or (b.lo <= a.lo and a.hi <= b.hi)
