"""The orders in which a person's signs can have happened, when some dates are only ranges.

Sorting by either end goes wrong ("arrested in 2020, released in June 2020"). So the next sign is always chosen among those that
could come first: in the plainest order the one that needs no unreported arrest or release in between, in the others each in turn.
The result does not depend on the order in which claims came in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, product

from habeas.custody.signs import Sign

#: Orders of one person's signs that are looked at; who has more is possible throughout and never certain.
MOST_ORDERS = 64
_TURNS = ("enters", "leaves", "outside")

_WHEN_OUT = {"outside": 0, "enters": 1, "inside": 2, "leaves": 3, "died": 4}
_WHEN_IN = {"inside": 0, "enters": 1, "leaves": 2, "outside": 3, "died": 4}


@dataclass(frozen=True, slots=True)
class _Way:
    """An order in the making: what is placed, what is left, and how the person stands by what is placed."""

    placed: tuple[Sign, ...]
    left: tuple[Sign, ...]
    held: bool = False
    released: bool = False
    began: Sign | None = None

    def could_come(self) -> list[Sign]:
        latest_start = min(sign.hi for sign in self.left)
        return [sign for sign in self.left if sign.lo <= latest_start]

    def plainest(self, could_come: Sequence[Sign]) -> Sign:
        return _next(could_come, self.held, self.began, missing=self.held or not self.released)

    def then(self, sign: Sign) -> _Way:
        left = list(self.left)
        left.remove(sign)
        began = self.began if self.held and sign.effect == "inside" else sign if sign.effect == "enters" else None
        held = sign.effect in ("enters", "inside")
        return replace(
            self,
            placed=(*self.placed, sign),
            left=tuple(left),
            held=held,
            released=self.released or not held,
            began=began,
        )


def in_order(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    """All signs, in the plainest order that their dates allow."""
    way = _beginning(signs)
    while way.left:
        way = way.then(way.plainest(way.could_come()))
    return way.placed


def orders(signs: Iterable[Sign]) -> list[tuple[Sign, ...]] | None:
    """The plainest order first, then each other in which arrests and ways out of overlapping dates can have come; None = too many."""
    way = _beginning(signs)
    if not _is_open(way.left):
        return [in_order(way.left)]
    found = list(islice(_from(way), MOST_ORDERS + 1))
    return found if len(found) <= MOST_ORDERS else None


def _beginning(signs: Iterable[Sign]) -> _Way:
    return _Way((), tuple(sorted(set(signs), key=_stable)))


def _is_open(signs: Sequence[Sign]) -> bool:
    """Whether an arrest and a way out, or a way out and a sign of freedom, overlap, so that either may have come first."""
    entries, exits, free = ([s for s in signs if s.effect == effect] for effect in _TURNS)
    return any(
        _undecided(*pair) for pair in chain(product(entries, exits), product(entries, free), product(exits, free))
    )


def _undecided(a: Sign, b: Sign) -> bool:
    return (a.lo < a.hi or b.lo < b.hi) and a.lo <= b.hi and b.lo <= a.hi


def _from(way: _Way) -> Iterator[tuple[Sign, ...]]:
    if not way.left:
        yield way.placed
        return
    could_come = way.could_come()
    plainest = way.plainest(could_come)
    yield from _from(way.then(plainest))
    if plainest.effect in _TURNS and _is_open(way.left):
        turns = [sign for sign in could_come if sign != plainest and sign.effect in _TURNS]
        for sign in (*turns, *_held_before(could_come)):
            yield from _from(way.then(sign))


def _held_before(could_come: Sequence[Sign]) -> list[Sign]:
    """The first proof, where a re-arrest could come with it: the proof may tell of the custody before, or of the one after."""
    proofs = [s for s in could_come if s.effect == "inside"]
    rearrested = any(s.predicate == "rearrest" for s in could_come)
    return [min(proofs, key=_stable)] if proofs and rearrested else []


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
    return _let_out_before(first, could_come) if first.effect == "outside" else first


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


def _let_out_before(free: Sign, could_come: Sequence[Sign]) -> Sign:
    """Whoever was seen free about when a release is told had been let out by then, and held before that."""
    exits = [s for s in could_come if s.effect == "leaves"]
    if not exits or any(s.effect == "enters" for s in could_come):
        return free
    inside = [s for s in could_come if s.effect == "inside" and s.lo < max(way_out.hi for way_out in exits)]
    return min(inside or exits, key=_stable)


def _another_arrest(began: Sign, entry: Sign) -> bool:
    """Whether one source tells of two arrests on days that exclude each other, so that a release lies between."""
    apart = entry.lo > began.hi or began.lo > entry.hi
    return entry.effect == "enters" and entry.source == began.source and entry.predicate == began.predicate and apart


def _stable(sign: Sign) -> tuple[int, int, str, str, bool, str]:
    return (sign.lo, sign.hi, sign.effect, sign.claim, sign.strong, sign.predicate)
