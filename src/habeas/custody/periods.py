"""Periods of custody, from entry to way out, each end a range of days: folding one person's signs.

A proof followed by a proof with no exit between is custody between. A release implies custody on the day before. An
administrative term that has run out leaves the situation open. Contradictions are kept: two sources with two dates make the
days between disputed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from habeas.custody.order import in_order
from habeas.custody.signs import FOREVER, NEVER, Sign

_MOVES = ("house_arrest_ordered", "psychiatric_commitment")


@dataclass(frozen=True, slots=True)
class Edge:
    """When a period began or ended: some day from `lo` to `hi`. `implied` = no source tells the day itself."""

    lo: int
    hi: int
    signs: tuple[Sign, ...] = ()
    implied: bool = False
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """Held from `start` until `end` (None = no end known); `inside` are signs between. `dispute` says what contradicts it."""

    start: Edge
    end: Edge | None
    inside: tuple[Sign, ...] = ()
    dispute: str | None = None

    @property
    def last_proof(self) -> int:
        """The latest day on which a proof of custody can lie; NEVER when nothing proves a day."""
        days = [s.hi for s in (*self.start.signs, *self.inside) if s.strong and s.effect in ("enters", "inside")]
        return max(days, default=NEVER)


@dataclass(slots=True)
class _Open:
    """A period being put together."""

    starts: list[Sign] = field(default_factory=list)
    inside: list[Sign] = field(default_factory=list)
    ends: list[Sign] = field(default_factory=list)
    earliest: int = NEVER
    ended_unseen: int | None = None
    dispute: str | None = None
    latest_end: int = FOREVER
    after_exit: bool = False

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

    @property
    def now(self) -> _Open | None:
        return self.periods[-1] if self.periods and not self.periods[-1].closed else None

    @property
    def before(self) -> _Open | None:
        return self.periods[-1] if self.periods else None

    def enters(self, sign: Sign) -> None:
        now = self.now
        if now is None or sign.predicate == "rearrest" or (now.starts and (_lapsed(now, sign) or now.told_twice(sign))):
            if now is not None:
                now.ended_unseen = sign.hi
            self.periods.append(_Open(starts=[sign], earliest=self._earliest()))
        elif now.starts and sign.predicate in _MOVES:
            now.inside.append(sign)
        else:
            now.starts.append(sign)

    def is_inside(self, sign: Sign) -> None:
        now = self.now
        if now is None:
            last = self.before
            # an exit that is only possible is not contradicted by a proof of custody after it
            left = self.seen_outside > NEVER or (
                last is not None and (not last.ends or any(s.strong for s in last.ends))
            )
            now = _Open(earliest=self._earliest(), after_exit=left)
            self.periods.append(now)
        if now.after_exit and not now.starts and sign.strong:
            # a sign that custody is only possible, such as a sentence passed, contradicts no exit
            now.dispute = "held again after an exit, with no arrest told"
        now.inside.append(sign)

    def leaves(self, sign: Sign) -> None:
        now, last = self.now, self.before
        if now is not None:
            now.ends.append(sign)
        elif last is not None and not (last.ends and last.told_twice(sign)):
            last.ends.append(sign)
        else:
            self.periods.append(_Open(ends=[sign], earliest=self._earliest()))

    def is_outside(self, sign: Sign) -> None:
        if self.now is not None:
            self.now.ended_unseen = sign.hi
        self.seen_outside = max(self.seen_outside, sign.lo)

    def died(self, sign: Sign) -> None:
        if self.now is not None:
            self.now.ends.append(sign)
        elif self.before is not None and sign.strong:
            self.before.latest_end = min(self.before.latest_end, sign.hi)
        self.seen_outside = max(self.seen_outside, sign.lo)

    def _earliest(self) -> int:
        last = self.before
        ended = NEVER if last is None else min((s.lo for s in last.ends), default=NEVER)
        return max(ended, self.seen_outside)


def fold(signs: Iterable[Sign]) -> list[Period]:
    """One person's periods, oldest first. Independent of the order in which the signs come."""
    folding = _Fold()
    step = {
        "enters": folding.enters, "inside": folding.is_inside, "leaves": folding.leaves, "outside": folding.is_outside,
        "died": folding.died,
    }  # fmt: skip
    for sign in in_order(signs):
        step[sign.effect](sign)
    periods = [_closed(period) for period in folding.periods]
    return _doubting_backward_dates(_fitted(periods))


def _closed(period: _Open) -> Period:
    inside = tuple(period.inside)
    start = _edge(period.starts)
    if start is None:
        known = [s.hi for s in inside if s.strong] + [s.hi - 1 for s in period.ends if s.strong]
        start = Edge(period.earliest, min(known, default=FOREVER), implied=True)
    end = _edge([s for s in period.ends if not s.hint] or period.ends)
    if end is not None:
        # whoever died had left custody by then, however loosely the release is dated
        hi = period.latest_end if period.latest_end >= end.lo else end.hi
        end = Edge(end.lo, min(end.hi, hi), tuple(period.ends), disputed=end.disputed)
    if end is None and period.ended_unseen is not None:
        # an administrative term is custody to its last day
        proved = [s.lo + (s.term or 1) for s in (*period.starts, *inside) if s.lo > NEVER]
        end = Edge(min(max(proved, default=start.lo), period.ended_unseen), period.ended_unseen, implied=True)
    return Period(start, end, inside, period.dispute)


def _edge(signs: Sequence[Sign]) -> Edge | None:
    """One occurrence told several times: the days on which all agree, else all days told, marked as disputed."""
    if not signs:
        return None
    lo, hi = max(s.lo for s in signs), min(s.hi for s in signs)
    if lo <= hi:
        return Edge(lo, hi, tuple(signs))
    return Edge(min(s.lo for s in signs), max(s.hi for s in signs), tuple(signs), disputed=True)


def _fitted(periods: Sequence[Period]) -> list[Period]:
    """Narrow each end by what lies before and after it, where that leaves a day.

    A proof that could as well belong to the period before or after narrows nothing.
    """
    fitted: list[Period] = []
    ended = NEVER
    for number, period in enumerate(periods):
        before = periods[number - 1].end if number else None
        after = periods[number + 1].start if number + 1 < len(periods) else None
        own = [s for s in period.inside if s.strong and _surely_of(s, before, after)]
        start = _fitted_start(period, own, ended)
        end = _fitted_end(period, own, start)
        ended = ended if end is None else end.lo
        fitted.append(Period(start, end, period.inside, period.dispute))
    return fitted


def _surely_of(sign: Sign, before: Edge | None, after: Edge | None) -> bool:
    return (before is None or before.hi <= sign.lo) and (after is None or sign.hi < after.lo)


def _fitted_start(period: Period, own: Sequence[Sign], ended: int) -> Edge:
    start, end = period.start, period.end
    hi = start.hi
    if not start.disputed:
        hi = min([hi, *(s.hi for s in own)])
        if end is not None and not end.disputed and _told_surely(period):
            hi = min(hi, max(end.hi - 1, start.lo))
    return _narrowed(start, max(start.lo, ended), hi)


def _fitted_end(period: Period, own: Sequence[Sign], start: Edge) -> Edge | None:
    end = period.end
    if end is None:
        return None
    floor = end.lo if end.disputed else max([end.lo, start.lo, *(s.lo + 1 for s in own)])
    return _narrowed(end, floor, end.hi)


def _told_surely(period: Period) -> bool:
    """Whether custody itself is established by a strong sign: its beginning, a proof, or its end."""
    end = () if period.end is None else period.end.signs
    return any(s.strong for s in (*period.start.signs, *period.inside, *end))


def _narrowed(edge: Edge, lo: int, hi: int) -> Edge:
    return Edge(lo, hi, edge.signs, edge.implied, edge.disputed) if lo <= hi else edge


def _doubting_backward_dates(periods: list[Period]) -> list[Period]:
    """A release dated before the only arrest, told by a source that knew of the arrest, is doubted as a whole."""
    if len(periods) != 2:
        return periods
    first, second = periods
    if not first.start.implied or first.inside or first.end is None or second.end is not None or second.start.implied:
        return periods
    rearrested = any(s.predicate == "rearrest" for s in second.start.signs)
    knew = any(s.told_by >= second.start.lo for s in first.end.signs)
    if rearrested or not knew:
        return periods
    why = "the release is dated before the arrest"
    return [Period(p.start, p.end, p.inside, why) for p in periods]


def _lapsed(period: _Open, sign: Sign) -> bool:
    terms = [s.lo + s.term for s in period.starts if s.term is not None]
    return bool(terms) and not period.inside and sign.lo >= min(terms)


def _nested(a: Sign, b: Sign) -> bool:
    """Whether one telling is only a closer one of the other."""
    return (a.lo <= b.lo and b.hi <= a.hi) or (b.lo <= a.lo and a.hi <= b.hi)
