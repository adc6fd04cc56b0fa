"""Two stocks of one population: S(t1) = S(t0) + additions - exits.

Base days are seldom exact. Each pair of days at the ends of what the two sources leave open is tried, and the day they may share; the
known flows between such two days give the net additions still missing. Where some pair of days needs none, the two hold together.
Otherwise the smallest number over all of them is what would have to be true, so "at least" is true whichever days were meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from habeas.figures.between import Moved, Movements, Telling, moved_between
from habeas.figures.conditions import BASE_DAY, ROUNDED, another_list, one_voice, same_people
from habeas.figures.published import Days, PublishedFigure
from habeas.figures.rounding import Range
from habeas.figures.verdicts import Condition, Item, Verdict, collide, hold_together

#: The named people known to have moved after one day and up to another (ordinals).
Bridge = Callable[[int, int], Sequence[Item]]
_NOBODY = Moved((0, 0), (0, 0), ())


@dataclass(frozen=True, slots=True)
class Known:
    """What else is known: flows, the same sorted out, growth of lists in words, people by name (None = they are not asked about)."""

    flows: Sequence[PublishedFigure]
    moving: Movements
    pace: str
    bridge: Bridge | None


@dataclass(frozen=True, slots=True)
class _World:
    """The two figures on two days: `days` from the first to the second, None = not known; 0 = the same day."""

    first: PublishedFigure
    second: PublishedFigure
    days: int | None
    moved: Moved
    named: tuple[Item, ...] = ()

    @property
    def items(self) -> list[Item]:
        """The published flows counted, and the people named."""
        return [*self.moved.items, *self.named]

    def missing(self, rounded: bool = False) -> int:
        """Net additions (above 0) or net exits (below 0), the fewest, that no published flow and no named person accounts for.

        Those named may be among a flow already counted, so of the two numbers the larger counts.
        """
        before, after = self._ranges(rounded)
        left, came = self._with_named(self.moved.left, "named_out"), self._with_named(self.moved.came, "named_in")
        low = after[0] - before[1] + left[0] - came[1]
        high = after[1] - before[0] + left[1] - came[0]
        return low if low > 0 else high if high < 0 else 0

    def _with_named(self, flows: Range, kind: str) -> Range:
        people = sum(item.people for item in self.named if item.kind == kind)
        return max(flows[0], people), max(flows[1], people)

    def _ranges(self, rounded: bool) -> tuple[Range, Range]:
        if rounded:
            return self.first.rounded_values, self.second.rounded_values
        return self.first.values, self.second.values


def compare_stocks(a: PublishedFigure, b: PublishedFigure, known: Known) -> Verdict:
    """The verdict on two stocks of one population."""
    worlds = _worlds(a, b, known.moving.of(a, b), known.bridge if a.population == "in_custody" else None)
    nearest = min(worlds, key=lambda world: abs(world.missing()))
    if nearest.missing() == 0:
        one_day = any(world.days == 0 for world in worlds)
        return hold_together(a, b, nearest.items, same_people(a, b) if one_day else ())
    nearest = min([w for w in worlds if w.days != 0] or [nearest], key=lambda world: abs(world.missing()))
    conditions = [*_changes(worlds, known), *another_list(a, b)]
    if any(world.missing(rounded=True) == 0 for world in worlds):
        conditions.append(ROUNDED)
    if a.as_of.is_unknown or b.as_of.is_unknown:
        conditions.append(BASE_DAY)
    return collide(a, b, conditions, [*nearest.items, *one_voice(a, b)], abs(nearest.missing()))


def _changes(worlds: Sequence[_World], known: Known) -> list[Condition]:
    """Additions and exits that published flows do not tell of; both, where it is open which figure is the earlier."""
    found = []
    moving = [world for world in worlds if world.days != 0]
    grow = [world for world in moving if world.missing() > 0]
    shrink = [world for world in moving if world.missing() < 0]
    open_order = len({world.first.id for world in moving}) > 1
    if grow:
        said = _change("net addition", grow, order_open=open_order) + (f" ({known.pace})" if known.pace else "")
        found.append(Condition("net_additions", min(world.missing() for world in grow), said))
    if shrink:
        said = _change("further exit", shrink, order_open=open_order)
        found.append(Condition("further_exits", min(-world.missing() for world in shrink), said))
    return found


def _change(what: str, worlds: Sequence[_World], *, order_open: bool) -> str:
    least = min(worlds, key=lambda world: abs(world.missing()))
    spans = [world.days for world in worlds]
    known = [days for days in spans if days is not None]
    within = ""
    if len(known) == len(spans):
        days = f"{max(known)} day{'s' if max(known) != 1 else ''}"
        within = f" in {days}" if len(set(known)) == 1 and _fixed(least) else f" in at most {days}"
    earlier = f", {least.first.in_words} being the earlier" if order_open else ""
    fewest = abs(least.missing())
    kind = "named_in" if least.missing() > 0 else "named_out"
    besides = " besides those named here" if any(item.kind == kind for item in least.named) else ""
    return f"at least {fewest:,} {what}{'s' if fewest != 1 else ''}{within}{besides}{earlier}"


def _fixed(world: _World) -> bool:
    return all(f.base_days[0] == f.base_days[1] for f in (world.first, world.second))


def _worlds(a: PublishedFigure, b: PublishedFigure, flows: Sequence[Telling], bridge: Bridge | None) -> list[_World]:
    """The latest days first: unless more is said, a number speaks of the day it was published."""
    days = list(product(_ends(a.base_days), _ends(b.base_days)))
    shared = _shared_day(a.base_days, b.base_days)
    if not days:  # one of them has no day at all, so either may be the earlier
        apart = [_World(a, b, None, _NOBODY), _World(b, a, None, _NOBODY)]
        return [*apart, _World(a, b, 0, _NOBODY)]
    if shared is not None:
        days.append((shared, shared))
    return [_world(a, b, on_a, on_b, flows, bridge) for on_a, on_b in dict.fromkeys(days)]


def _world(
    a: PublishedFigure, b: PublishedFigure, on_a: int, on_b: int, flows: Sequence[Telling], bridge: Bridge | None
) -> _World:
    if on_a > on_b:
        return _world(b, a, on_b, on_a, flows, bridge)
    named = tuple(bridge(on_a, on_b)) if bridge is not None and on_a < on_b else ()
    return _World(a, b, on_b - on_a, moved_between(flows, on_a, on_b), named)


def _ends(days: Days) -> list[int]:
    return list(dict.fromkeys(day for day in reversed(days) if day is not None))


def _shared_day(a: Days, b: Days) -> int | None:
    """The latest day that both may speak of; None = there is none, or no day is known."""
    latest = min((day for day in (a[1], b[1]) if day is not None), default=None)
    earliest = max((day for day in (a[0], b[0]) if day is not None), default=None)
    return None if latest is None or (earliest is not None and earliest > latest) else latest
