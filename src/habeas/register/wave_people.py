"""One wave of releases: everybody let go on one day or by one act, and what is known to have become of each since.

Each state is three-valued and rests on claims: yes and no name the claim that says so, unknown means that nobody here says either. Later
events are taken up to the day asked about, as known by the day of knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from habeas.claims.claim import Claim, Source
from habeas.claims.origin import origin_of
from habeas.figures.definitions import Definition, Inclusion, inclusion
from habeas.figures.evidence import Evidence
from habeas.kernel.asof import AsOf
from habeas.register.known import Known, known
from habeas.register.opened import Register
from habeas.register.remembered import remembered

#: Events that put somebody into the wave of their day.
LEAVING = ("release", "exchange", "expulsion")
_ANNOUNCED = (*LEAVING, "pardon", "amnesty")
_FREE = ("at_liberty", "exile", "expulsion", "exchange", "death_after_release", "refusal_to_leave")
_HELD = ("in_custody", "last_contact", "transfer", "punishment_cell", "stricter_regime", "term_prolonged")
_AGAIN = (
    "new_charge",
    "rearrest",
    "arrest",
    "administrative_arrest",
    "charge",
    "house_arrest_ordered",
    "pre_trial_order",
)
_DEAD_OR_GONE = ("died", "escaped")
#: States in the order in which they are told; the first that is so is what a person's line says.
STATES = {
    "charged_again": "charged or arrested again", "refused": "refused to leave", "crossed": "crossed the border or expelled",
    "at_home": "at liberty in the country", "confirmed": "confirmed free", "announced": "announced", "noted": "told to us, announced by nobody", "unknown": "not known",
}  # fmt: skip
_SLUG = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Told:
    """yes, no or unknown, and the claims that say so, those of the best kind first."""

    answer: str = "unknown"
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Freed:
    """One person of a wave. `state` is a key of STATES; `told` has the answer to each of them; `ours` says whether they count as belonging
    under the definition: yes, possibly, no or not assessed. `acts`: the decrees under which they were let go. `provisional`: their leaving was
    accepted by one person only where two are needed; `confidential`: only what may not be published tells of it.
    """

    person: str
    name: str
    state: str
    told: Mapping[str, Told]
    ours: str
    acts: frozenset[str]
    provisional: bool = False
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Announced:
    """A number said to have been let go on a day, by one claim. `confidential`: its source may not be published."""

    day: date
    count: int
    comparator: str
    claim: Claim
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Wave:
    """`key` names it: its day, and the act where it is of one act. `people` are those named, by name."""

    key: str
    day: date
    act: str | None
    people: tuple[Freed, ...]
    numbers: tuple[Announced, ...] = ()
    states: Mapping[str, int] = field(default_factory=dict)

    @property
    def largest(self) -> Announced | None:
        """The largest number told; None = none was."""
        return _largest(self.numbers)

    @property
    def announced(self) -> int | None:
        """That number, without "at least" or "about"."""
        return None if self.largest is None else self.largest.count

    @property
    def not_named(self) -> int | None:
        """How many of those announced nobody names here; None where no number was announced."""
        return None if self.announced is None else max(0, self.announced - len(self.people))

    @property
    def confidential(self) -> int:
        """Of how many of those named only what may not be published tells."""
        return sum(one.confidential for one in self.people)

    @property
    def not_ours(self) -> int:
        """How many of those named do not belong under the definition, or were not assessed."""
        return sum(one.ours in ("no", "not assessed") for one in self.people)


@dataclass(frozen=True, slots=True)
class Listed:
    """A wave as a line of the list of waves."""

    key: str
    day: date
    act: str | None
    named: int
    announced: int | None
    comparator: str = "exact"


def _largest(numbers: Iterable[Announced]) -> Announced | None:
    """Of two equal numbers one that is no more than possible is told last."""
    return max(numbers, key=lambda one: (one.count, one.comparator != "up_to"), default=None)


def key_of(day: date, act: str | None = None) -> str:
    """The name of a wave in an address."""
    slug = _SLUG.sub("-", act or "").strip("-").casefold()
    return f"{day.isoformat()}-{slug}" if slug else day.isoformat()


def listed_waves(register: Register, asked: AsOf, smallest: int) -> list[Listed]:
    """Waves up to the day asked about of at least `smallest` people, announced or named; the latest first. Of one day also each act told."""
    return remembered(register, "waves", (asked, smallest), lambda: _listed(register, asked, smallest))


def _listed(register: Register, asked: AsOf, smallest: int) -> list[Listed]:
    now = known(register, asked.known_by, asked.basis)
    by_day = _by_day(register, asked, now)
    numbers: dict[date, list[Announced]] = {}
    for one in _numbers(now):
        numbers.setdefault(one.day, []).append(one)
    found: list[Listed] = []
    for day, people in by_day.items():
        if day <= asked.day and max(len(people), max((n.count for n in numbers.get(day, ())), default=0)) >= smallest:
            acts = [_acts(now.everyone[person], day) for person in people]
            found += _lines(day, acts, numbers.get(day, ()), smallest)
    return sorted(found, key=lambda w: (-w.day.toordinal(), w.act or ""))


def _lines(day: date, acts: Sequence[frozenset[str]], numbers: Sequence[Announced], smallest: int) -> Iterator[Listed]:
    for act in (None, *sorted({act for own in acts for act in own})):
        named = sum(act is None or act in own for own in acts)
        largest = _largest(n for n in numbers if act in (None, n.claim.value.get("act")))
        if max(named, largest.count if largest else 0) >= smallest:
            told = (largest.count, largest.comparator) if largest else (None, "exact")
            yield Listed(key_of(day, act), day, act, named, *told)


def wave(register: Register, key: str, asked: AsOf, of: Definition) -> Wave | None:
    """The wave of that name; None where nobody is known to have been let go then. Kept until something is appended."""
    return remembered(register, "wave", (key, asked, str(of)), lambda: _wave(register, key, asked, of))


def _wave(register: Register, key: str, asked: AsOf, of: Definition) -> Wave | None:
    day = _day_in(key)
    now = known(register, asked.known_by, asked.basis)
    if day is None:
        return None
    everybody = [now.everyone[person] for person in _by_day(register, asked, now).get(day, ())]
    numbers = tuple(one for one in _numbers(now) if one.day == day)
    told = {a for e in everybody for a in _acts(e, day)} | {str(n.claim.value.get("act") or "") for n in numbers}
    act = next((a for a in sorted(told) if a and key_of(day, a) == key), None)
    if act is None and key != day.isoformat():
        return None
    people = [_freed(now, e, day, asked, of) for e in everybody]
    people = sorted((p for p in people if act is None or act in p.acts), key=lambda p: (p.name.casefold(), p.person))
    numbers = tuple(n for n in numbers if act is None or n.claim.value.get("act") == act)
    if not people and not numbers:
        return None
    states = {state: sum(p.state == state for p in people) for state in STATES}
    return Wave(key, day, act, tuple(people), numbers, states)


def _day_in(key: str) -> date | None:
    try:
        return date.fromisoformat(key[:10])
    except ValueError:
        return None


def _by_day(register: Register, asked: AsOf, now: Known) -> Mapping[date, Sequence[str]]:
    """Whoever was let go, by the day; days of which one only knows about when are no wave."""
    question = (asked.known_by, str(asked.basis))
    return remembered(register, "let go by day", question, lambda: _let_go(now), most=6)


def _let_go(now: Known) -> Mapping[date, Sequence[str]]:
    found: dict[date, list[str]] = {}
    for evidence in now.everyone.values():
        for day in sorted(days_let_go(evidence)):
            found.setdefault(day, []).append(evidence.person.id)
    for group in now.groups:
        if group.predicate in _ANNOUNCED and group.when.is_exact and group.when.first and group.reality == "actual":
            found.setdefault(group.when.first, [])
    return found


def days_let_go(evidence: Evidence) -> set[date]:
    """The days on which somebody is known to have been let go; each is that of a wave."""
    told = {
        c.when.first for c in evidence.claims if c.predicate in LEAVING and c.reality == "actual" and c.when.is_exact
    }
    ends = [p.end for p in evidence.held.periods if p.end is not None and not p.end.implied and not p.end.disputed]
    for end in ends:
        if end.lo == end.hi and not any(s.way_out in _DEAD_OR_GONE for s in end.signs):
            told.add(date.fromordinal(end.lo))
    return {day for day in told if day is not None}


def _acts(evidence: Evidence, day: date) -> frozenset[str]:
    return frozenset(str(c.value["act"]) for c in _letting_go(evidence.claims, day) if c.value.get("act"))


def _letting_go(claims: Iterable[Claim], day: date) -> list[Claim]:
    return [
        c
        for c in claims
        if c.predicate in _ANNOUNCED and c.reality == "actual" and c.when.could_be(day) and not c.when.is_unknown
    ]


def _numbers(now: Known) -> Iterator[Announced]:
    for c in now.groups:
        if (
            c.predicate in _ANNOUNCED
            and c.reality == "actual"
            and c.count
            and c.when.is_exact
            and c.when.first is not None
        ):
            confidential = c.source in now.sources and now.sources[c.source].consent != "public"
            yield Announced(c.when.first, int(c.count), c.comparator or "exact", c, confidential)


def _freed(now: Known, evidence: Evidence, day: date, asked: AsOf, of: Definition) -> Freed:
    until = asked.day.toordinal()
    claims = [c for c in evidence.claims if c.when.lo is None or c.when.lo <= until]
    told = _told(now.sources, claims, day)
    state = next(state for state in STATES if state == "unknown" or _is_so(told, state))
    ours = _OURS[inclusion(of, evidence.claims, day.toordinal() - 1)]
    leaving = _letting_go(claims, day)
    sources = [now.sources[c.source] for c in leaving if c.source in now.sources]
    if state == "announced" and all(source.kind == "note" for source in sources):
        state = "noted"
    return Freed(
        evidence.person.id, evidence.person.name, state, told, ours, _acts(evidence, day),
        provisional=bool(leaving) and all(c.provisional for c in leaving),
        confidential=bool(sources) and all(source.consent != "public" for source in sources),
    )  # fmt: skip


_OURS = {
    Inclusion.IN: "yes",
    Inclusion.POSSIBLE: "possibly",
    Inclusion.OUT: "no",
    Inclusion.NOT_ASSESSED: "not assessed",
}


def _is_so(told: Mapping[str, Told], state: str) -> bool:
    """A release that something speaks against is no more than told of."""
    return told.get(state, Told()).answer == "yes" and (state != "announced" or told["confirmed"].answer != "no")


def _told(sources: Mapping[str, Source], claims: Sequence[Claim], day: date) -> dict[str, Told]:
    leaving = _letting_go(claims, day)
    actual = [c for c in claims if c.reality == "actual"]
    crossed = [c for c in actual if _from(c, day) and _crosses(c)]
    refused = [c for c in actual if _from(c, day) and _refuses(c)]
    again = [c for c in actual if c.predicate in _AGAIN and _from(c, day, later=True)]
    free = [c for c in actual if c.predicate in _FREE and _from(c, day)]
    at_home = [c for c in actual if c.predicate == "at_liberty" and _from(c, day)]
    return {
        "announced": Told("yes", tuple(leaving)) if leaving else Told(),
        "confirmed": _confirmed(sources, claims, leaving, free, day),
        "crossed": _one_or_other(crossed, refused),
        "refused": _one_or_other(refused, crossed),
        "at_home": _one_or_other(at_home, crossed),
        "charged_again": Told("yes", tuple(again)) if again else Told(),
    }  # fmt: skip


def _one_or_other(yes: Sequence[Claim], no: Sequence[Claim]) -> Told:
    return Told("yes", tuple(yes)) if yes else Told("no", tuple(no)) if no else Told()


def _confirmed(
    sources: Mapping[str, Source], claims: Iterable[Claim], leaving: Sequence[Claim], free: Sequence[Claim], day: date
) -> Told:
    """By a proof of freedom, or by two sources of which neither repeats the other; no where custody is proved after, or a source denies it."""
    by_origin = {
        origin_of(sources[c.source], sources): c
        for c in leaving
        if c.source in sources and not c.weak and not c.provisional
    }
    against = [c for c in claims if _speaks_against(c, day)]
    if free or len(by_origin) > 1:
        return Told("yes", (*free, *by_origin.values()))
    return Told("no", tuple(against)) if against else Told()


def _speaks_against(claim: Claim, day: date) -> bool:
    if claim.reality == "denied":
        return claim.predicate in _ANNOUNCED and claim.when.could_be(day)
    return claim.reality == "actual" and claim.predicate in _HELD and _from(claim, day, later=True)


def _from(claim: Claim, day: date, *, later: bool = False) -> bool:
    """Whether it surely speaks of that day or after; `later`: of a day after it."""
    return claim.when.lo is not None and claim.when.lo >= day.toordinal() + later


def _crosses(claim: Claim) -> bool:
    by_word = claim.predicate in ("expulsion", "exile", "exchange")
    return by_word or (
        claim.predicate in _ANNOUNCED
        and (claim.value.get("way_out") == "expelled_on_release" or bool(claim.value.get("destination")))
    )


def _refuses(claim: Claim) -> bool:
    return claim.predicate == "refusal_to_leave" or claim.value.get("way_out") == "refused_to_leave"
