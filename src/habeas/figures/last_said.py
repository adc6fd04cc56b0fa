"""What somebody said last, where days are known only within bounds: what it can have been by some order that the days allow.

Of two acts of one day nothing tells which was the later.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Said:
    """`what` was said on some day from `first` to `last` (ordinals, infinite where there is no bound). `sure`: False where it may not have
    been said at all. `for_all_days`: it speaks of days before it too.
    """

    what: str
    first: float = -inf
    last: float = inf
    sure: bool = True
    for_all_days: bool = False

    def may_stand_by(self, day: float) -> bool:
        """Whether it can have been said by then, or speaks of then."""
        return self.for_all_days or self.first <= day

    def must_stand_by(self, day: float) -> bool:
        """Whether it was said by then, or speaks of then, on whichever of its days it was said."""
        return self.sure and (self.for_all_days or self.last <= day)


def last_said(said: Iterable[Said], day: float = inf) -> set[str | None]:
    """Everything that can be the last that was said by `day`; None among it where it can be that nothing had been said."""
    acts = list(said)
    found: set[str | None] = {act.what for act in acts if act.may_stand_by(day) and _can_be_last(act, acts, day)}
    return found if any(act.must_stand_by(day) for act in acts) else found | {None}


def _can_be_last(act: Said, acts: Sequence[Said], day: float) -> bool:
    """Whether every other can come before the latest day on which this one can have been said, or after `day`."""
    latest = act.last if act.for_all_days else min(act.last, day)
    return all(other is act or other.first <= latest or not other.must_stand_by(day) for other in acts)
