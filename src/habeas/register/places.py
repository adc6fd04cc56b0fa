"""Places of custody and courts as claims name them: who was where from when to when, and what was heard where.

A stay begins with the first claim that names the place, and ends with the next place named or the way out. The place of an arrest
counts as a place of custody only where its kind is told too: otherwise it may be the street where somebody was taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

import numpy as np

from habeas.claims.claim import Claim
from habeas.claims.vocabulary import vocabulary
from habeas.custody.periods import Edge, Period
from habeas.custody.signs import FOREVER, NEVER, Sign
from habeas.figures.evidence import Evidence
from habeas.kernel.asof import AsOf
from habeas.register.known import Known, known
from habeas.register.opened import Register
from habeas.register.place_names import place_key, told_of_place
from habeas.register.remembered import remembered

Days = tuple[int, int]
_COURT = ("conviction", "sentence", "hearing", "appeal", "acquittal", "case")


@dataclass(frozen=True, slots=True)
class Stay:
    """One person at one place: from some day of `start` until some day of `end` (ordinals, inclusive; None = no end known).

    `start` None = a list names the place as the last on record, without days. `kind` None = not told. `claims` tell of the place.
    """

    person: str
    key: str
    name: str
    kind: str | None
    start: Days | None
    end: Days | None
    claims: tuple[str, ...]


@dataclass(slots=True)
class Place:
    """A place by its `key`: the `names` under which claims know it and how often; `heard`: claims of courts with their persons, by day."""

    key: str
    names: Counter[str] = field(default_factory=Counter)
    stays: list[Stay] = field(default_factory=list)
    heard: list[tuple[str, Claim]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What it is called: as a country file has it, else as claims do."""
        told = told_of_place(self.key)
        return told.name if told else max(self.names, key=lambda name: (self.names[name], name))

    @property
    def kinds(self) -> list[str]:
        """Kinds of custody told of it, the most frequent first."""
        told = Counter(stay.kind for stay in self.stays if stay.kind)
        return sorted(told, key=lambda kind: (-told[kind], kind))


@dataclass(frozen=True, slots=True)
class PlaceDays:
    """From `first`, day by day: persons at a place for certain, and possibly."""

    first: date
    certain: Sequence[int]
    possible: Sequence[int]


def places(register: Register, asked: AsOf) -> Mapping[str, Place]:
    """Every place of custody and court known by K, by key."""
    now = known(register, asked.known_by, asked.basis)
    return remembered(register, "places", (now.known_by, str(asked.basis)), partial(_all, now))


def _all(now: Known) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for evidence in now.everyone.values():
        for stay in stays_of(evidence):
            place = found.setdefault(stay.key, Place(stay.key))
            place.names[stay.name] += 1
            place.stays.append(stay)
        for claim in evidence.claims:
            court = court_of(claim)
            if court and place_key(court):
                place = found.setdefault(place_key(court), Place(place_key(court)))
                place.names[court] += 1
                place.heard.append((evidence.person.id, claim))
    for place in found.values():
        place.heard.sort(key=lambda told: (told[1].when.lo or told[1].when.hi or 0, told[1].id))
    return found


def court_of(claim: Claim) -> str | None:
    """The court that a claim says something happened at; None = none."""
    court = claim.value.get("court") if claim.predicate in _COURT and claim.reality == "actual" else None
    return str(court) if court else None


def is_place_of_custody(claim: Claim) -> bool:
    """Whether a claim's place is one where the person was held."""
    if not claim.value.get("place") or claim.reality != "actual" or not place_key(str(claim.value["place"])):
        return False
    predicate = vocabulary().predicate(claim.predicate)
    if claim.predicate in ("last_held_at", "death_in_custody"):
        return True
    custody = predicate.custody_of(claim.value)
    kind_told = claim.value.get("place_kind") or predicate.place_kind
    return custody == "inside" or (custody == "enters" and bool(kind_told))


def stays_of(evidence: Evidence) -> list[Stay]:
    """One person's stays in order, those of which no days are told last."""
    told = {claim.id: claim for claim in evidence.claims if is_place_of_custody(claim)}
    stays = [
        stay for period in evidence.held.periods for stay in _in_period(evidence.person.id, period, told)
    ]  # fmt: skip
    met = {stay.key for stay in stays}
    for claim in told.values():
        if claim.predicate == "last_held_at" and place_key(str(claim.value["place"])) not in met:
            stays.append(_stay(evidence.person.id, claim, claim.value.get("place_kind"), None, None))
    return stays


def _in_period(person: str, period: Period, told: Mapping[str, Claim]) -> Iterator[Stay]:
    inside = [s for s in (*period.start.signs, *period.inside) if s.claim in told]
    inside.sort(key=lambda s: (s.lo, s.hi, s.claim))
    inside += [
        s for s in (period.end.signs if period.end else ()) if s.claim in told and s.effect in ("leaves", "died")
    ]
    runs = _runs(inside, told)
    end = None if period.end is None else (period.end.lo, period.end.hi)
    for number, run in enumerate(runs):
        until = _days(runs[number + 1][0]) if number + 1 < len(runs) else end
        kind = next((s.place_kind for s in run if s.place_kind), None)
        start = _days(run[0])
        if run[0] in period.start.signs:
            start = _within(start, period.start)
        claims = tuple(dict.fromkeys(s.claim for s in run))
        yield _stay(person, told[claims[0]], kind, start, until, claims)


def _runs(signs: Iterable[Sign], told: Mapping[str, Claim]) -> list[list[Sign]]:
    """Signs one after another that name the same place."""
    runs: list[list[Sign]] = []
    for sign in signs:
        key = place_key(str(told[sign.claim].value["place"]))
        if runs and place_key(str(told[runs[-1][0].claim].value["place"])) == key:
            runs[-1].append(sign)
        else:
            runs.append([sign])
    return runs


def _days(sign: Sign) -> Days:
    return sign.lo, sign.hi


def _within(days: Days, edge: Edge) -> Days:
    """The days of a sign that began a period, as narrowly as the period's beginning is known."""
    low, high = max(days[0], edge.lo), min(days[1], edge.hi)
    return (low, high) if low <= high else days


def _stay(
    person: str, claim: Claim, kind: str | None, start: Days | None, end: Days | None, claims: tuple[str, ...] = ()
) -> Stay:
    name = str(claim.value["place"])
    return Stay(person, place_key(name), name, kind, start, end, claims or (claim.id,))


def is_there(stay: Stay, evidence: Evidence, day: int, staleness: int | None) -> str:
    """Whether the person is at the place on a day (an ordinal): certain, possible or no."""
    certain, possible = at_place(stay, evidence, staleness)
    if any(start <= day < until for start, until in certain):
        return "certain"
    return "possible" if any(start <= day < until for start, until in possible) else "no"


def at_place(stay: Stay, evidence: Evidence, staleness: int | None) -> tuple[list[Days], list[Days]]:
    """Half-open stretches of days on which the person was there for certain, and possibly.

    A proof of custody holds for `staleness` days (None = for ever).
    """
    if stay.start is None:
        return [], []
    first, last = stay.end or (FOREVER, FOREVER)
    held = evidence.held
    certain = [
        (s.start, s.until if staleness is None or s.proved is None else min(s.until, s.proved + staleness + 1))
        for s in held.certain
    ]
    return _common((stay.start[1], first), certain), _common((stay.start[0], last), held.possible)


def _common(days: Days, stretches: Iterable[Days]) -> list[Days]:
    found = [(max(days[0], start), min(days[1], until)) for start, until in stretches]
    return [(start, until) for start, until in found if start < until]


def days_at(now: Known, place: Place, until: date, staleness: int | None, most: int) -> PlaceDays | None:
    """A count of every day up to `until`, at most the last `most` days; None where nobody is known to have been there by then."""
    stretches = [at_place(stay, now.everyone[stay.person], staleness) for stay in place.stays]
    last = until.toordinal()
    begun = [start for _, possible in stretches for start, _ in possible if NEVER < start <= last]
    if not begun:
        return None
    first = max(min(begun) - 7, last - most + 1)
    certain, possible = (
        _per_day([days for one in stretches for days in one[which]], first, last) for which in (0, 1)
    )  # fmt: skip
    return PlaceDays(date.fromordinal(first), certain, possible)


def _per_day(stretches: Iterable[Days], first: int, last: int) -> list[int]:
    steps = np.zeros(last - first + 2, np.int64)
    for start, until in stretches:
        low, high = max(start, first), min(until, last + 1)
        if low < high:
            steps[low - first] += 1
            steps[high - first] -= 1
    counted: list[int] = np.cumsum(steps)[:-1].tolist()
    return counted
