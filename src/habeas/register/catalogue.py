"""Everybody as a list to be searched, narrowed, sorted and counted: where each stands on a day, and what each may be found by.

What the claims tell is laid out once as arrays, so that narrowing and counting a hundred thousand people is a few sums.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np
from numpy.typing import NDArray

from habeas.custody.periods import Edge
from habeas.custody.signs import ENDLESS, FOREVER, NEVER
from habeas.custody.status import is_nothing_known, status_on, told_out_from
from habeas.figures.definitions import Definition
from habeas.figures.evidence import Evidence
from habeas.figures.roll import place_kind_on
from habeas.kernel.asof import AsOf
from habeas.kernel.errors import UsageError
from habeas.register.facets import FACETS, recognised_by, told_facets
from habeas.register.finding import find
from habeas.register.known import Known, known
from habeas.register.opened import Register
from habeas.register.places import is_there, places
from habeas.register.remembered import remembered

#: Where somebody stands. Of whom nothing is told is not said to be out.
STATUS = {
    "yes": "in custody", "unknown": "not known", "disputed": "disputed", "no": "not in custody", "untold": "nothing told of custody",
}  # fmt: skip
#: In which order people may be listed, and what a page calls it. The first is that of a list without a search, `likeness` of one with.
ORDERS = {"name": "by name", "arrest": "latest arrest first", "likeness": "best match first"}
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the list. `status` is a key of STATUS; `why` its reason; `since` the first and the last day on which the latest custody
    that had begun by then can have begun, each None where there is no bound; None where none had begun, or none says when.
    """

    id: str
    name: str
    names: tuple[str, ...]
    status: str
    unconfirmed: bool
    why: str
    since: tuple[date | None, date | None] | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the list is asked for. `narrowed`: a value by facet. `order` is a key of ORDERS, None = the usual one. `many` rows from row `first`."""

    text: str = ""
    narrowed: tuple[tuple[str, str], ...] = ()
    order: str | None = None
    first: int = 0
    many: int = 50


@dataclass(frozen=True, slots=True)
class Listing:
    """`rows` are the part asked for of all `total` that fit; `of` is how many people are known at all. `facets`: of each its values among
    those that fit with how many have them, the most frequent first.
    """

    rows: tuple[Row, ...]
    total: int
    of: int
    facets: Mapping[str, Sequence[tuple[str, int]]]


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Who has which value: `people` and `codes` go together, a code being a place in `values`, each a facet and its value."""

    people: Ints
    codes: Ints
    values: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, told: Iterable[tuple[int, str, str]]) -> _Pairs:
        numbers: dict[tuple[str, str], int] = {}
        pairs = [(person, numbers.setdefault((facet, value), len(numbers))) for person, facet, value in told]
        table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        return cls(table[:, 0], table[:, 1], tuple(numbers))

    def having(self, facet: str, value: str, many: int) -> NDArray[np.bool_]:
        """Of each of `many` people, whether they have the value."""
        has = np.zeros(many, np.bool_)
        if (facet, value) in self.values:
            has[self.people[self.codes == self.values.index((facet, value))]] = True
        return has

    def counted(self, among: NDArray[np.bool_]) -> Iterable[tuple[str, str, int]]:
        """Each value with how many of those marked have it, where any does."""
        numbers = np.bincount(self.codes[among[self.people]], minlength=len(self.values))
        return ((*self.values[code], int(numbers[code])) for code in np.flatnonzero(numbers))


@dataclass(frozen=True, slots=True)
class _Laid:
    """Everybody by name, what is told of them, and their custody: rows of person, first day, day after the last, how surely (2 for certain,
    1 disputed, 0 possible) and the last day with a proof. `told_out`: of each the first day by which somebody tells that they are out.
    `recognised`: those of whom a recognition is told.
    """

    everyone: tuple[Evidence, ...]
    numbers: Mapping[str, int]
    told: _Pairs
    custody: Ints
    told_out: Ints
    recognised: tuple[int, ...]


def listing(register: Register, asked: AsOf, of: Definition, wanted: Asked = Asked()) -> Listing:
    """Those whom a name fits (everybody where it is empty) and every facet given allows. Raises UsageError for an unknown facet or order.

    A proof of custody holds for as long as the definition says.
    """
    unknown = sorted({name for name, _ in wanted.narrowed} - FACETS.keys())
    if unknown:
        raise UsageError(f"{', '.join(unknown)}: people cannot be narrowed by that; use one of {', '.join(FACETS)}")
    if wanted.order not in (None, *ORDERS):
        raise UsageError(f"order {wanted.order}: people are listed by one of {', '.join(ORDERS)}")
    laid = _laid(register, asked)
    question = (asked, of.staleness, wanted.text, wanted.narrowed, wanted.order)
    order, facets = remembered(register, "listing", question, partial(_chosen, register, asked, of, laid, wanted))
    shown = order[wanted.first : wanted.first + wanted.many]
    return Listing(
        tuple(_row(laid.everyone[number], asked, of.staleness) for number in shown),
        len(order), len(laid.everyone), facets,
    )  # fmt: skip


def rows_of(register: Register, asked: AsOf, of: Definition, persons: Iterable[str]) -> dict[str, Row]:
    """The rows of some people by id; who is not known is left out."""
    everyone = known(register, asked.known_by, asked.basis).everyone
    return {p: _row(everyone[p], asked, of.staleness) for p in persons if p in everyone}


def among(register: Register, asked: AsOf, of: Definition, persons: Iterable[str]) -> tuple[list[str], dict[str, int]]:
    """Some people by name, and how many of them have each status (a key of STATUS) on the day; who is not known is left out."""
    laid = _laid(register, asked)
    numbers = sorted(laid.numbers[p] for p in persons if p in laid.numbers)
    by_day, many = _by_day(register, asked, of, laid), len(laid.everyone)
    counts = {status: int(by_day.having("status", status, many)[numbers].sum()) for status in STATUS}
    return [laid.everyone[number].person.id for number in numbers], counts


def _chosen(
    register: Register, asked: AsOf, of: Definition, laid: _Laid, wanted: Asked
) -> tuple[list[int], dict[str, list[tuple[str, int]]]]:
    """The people who fit, in order, and their facets counted."""
    many = len(laid.everyone)
    by_day = _by_day(register, asked, of, laid)
    fit = np.ones(many, np.bool_)
    for facet, value in wanted.narrowed:
        fit &= laid.told.having(facet, value, many) | by_day.having(facet, value, many)
    if wanted.text.strip():
        found = [laid.numbers[hit["id"]] for hit in find(register, wanted.text, asked)["hits"]]
        named = np.zeros(many, np.bool_)
        named[found] = True
        fit &= named
    facets: dict[str, list[tuple[str, int]]] = {name: [] for name in FACETS}
    for facet, value, number in (*laid.told.counted(fit), *by_day.counted(fit)):
        facets[facet].append((value, number))
    for values in facets.values():
        values.sort(key=lambda item: (-item[1], item[0]))
    if wanted.text.strip() and wanted.order in (None, "likeness"):
        return [number for number in found if fit[number]], facets
    order: list[int] = np.flatnonzero(fit).tolist()
    if wanted.order == "arrest":
        order.sort(key=lambda number: -_first_day(laid.everyone[number], asked))
    return order, facets


def _begun(evidence: Evidence, asked: AsOf) -> Edge | None:
    """When the latest custody begun by the day began; None where none had begun, or no source tells the day."""
    begun = [p.start for p in evidence.held.periods if p.start.lo <= asked.day.toordinal()]
    return begun[-1] if begun and not begun[-1].implied else None


def _first_day(evidence: Evidence, asked: AsOf) -> int:
    begun = _begun(evidence, asked)
    return NEVER if begun is None else begun.lo


def _row(evidence: Evidence, asked: AsOf, staleness: int | None) -> Row:
    status, person, begun = status_on(evidence.held, asked.day, staleness), evidence.person, _begun(evidence, asked)
    since = None if begun is None else (_day(begun.lo), _day(begun.hi))
    answer = "untold" if is_nothing_known(evidence.held, asked.day) else status.answer
    return Row(person.id, person.name, person.names, answer, status.unconfirmed, status.why, since)


def _day(number: int) -> date | None:
    return date.fromordinal(number) if NEVER < number < ENDLESS else None


def _laid(register: Register, asked: AsOf) -> _Laid:
    question = (asked.known_by, asked.basis)
    return remembered(register, "catalogue", question, partial(_laid_anew, register, asked), 4)


def _laid_anew(register: Register, asked: AsOf) -> _Laid:
    now = known(register, asked.known_by, asked.basis)
    everyone = sorted(now.everyone.values(), key=lambda e: (e.person.name.casefold(), e.person.id))
    told = (
        (number, facet, value)
        for number, evidence in enumerate(everyone)
        for facet, value in _told(register, now, evidence)
    )
    custody = [row for number, evidence in enumerate(everyone) for row in _custody(number, evidence)]
    return _Laid(
        tuple(everyone), {e.person.id: number for number, e in enumerate(everyone)}, _Pairs.of(told),
        np.array(custody, np.int64).reshape(-1, 5), np.array([told_out_from(e.held) for e in everyone], np.int64),
        tuple(n for n, e in enumerate(everyone) if any(c.predicate == "recognised" for c in e.claims)),
    )  # fmt: skip


def _told(register: Register, now: Known, evidence: Evidence) -> tuple[tuple[str, str], ...]:
    """Facets and values of one person, told once for as long as nothing new is known of them."""
    key = ("facets", evidence.number)
    if key not in register.laid:
        told = told_facets(now, evidence).items()
        register.laid[key] = tuple((facet, value) for facet, values in told for value in values)
    kept: tuple[tuple[str, str], ...] = register.laid[key]
    return kept


def _custody(number: int, evidence: Evidence) -> Iterable[tuple[int, int, int, int, int]]:
    held = evidence.held
    for stretch in held.certain:
        yield (number, stretch.start, stretch.until, 2, FOREVER if stretch.proved is None else stretch.proved)
    yield from ((number, start, until, 1, FOREVER) for start, until in held.disputed)
    yield from ((number, start, until, 0, FOREVER) for start, until in held.possible)


def _by_day(register: Register, asked: AsOf, of: Definition, laid: _Laid) -> _Pairs:
    question = (asked, of.staleness)
    return remembered(register, "facets of a day", question, partial(_of_day, register, laid, asked, of.staleness), 8)


def _of_day(register: Register, laid: _Laid, asked: AsOf, staleness: int | None) -> _Pairs:
    """What depends on the day: whether held, for whoever is or may be, where, and by whom they are recognised."""
    day = asked.day.toordinal()
    covering = laid.custody[(laid.custody[:, 1] <= day) & (day < laid.custody[:, 2])]
    surely = np.full(len(laid.everyone), -1)
    for how in (0, 1, 2):  # what is surer is written over what is less
        surely[covering[covering[:, 3] == how, 0]] = how
    if staleness is not None:
        surely[covering[(covering[:, 3] == 2) & (day > covering[:, 4] + staleness), 0]] = 0
    surely[(surely < 0) & (day < laid.told_out)] = -2
    told = [
        (n, "status", ("untold", "no", "unknown", "disputed", "yes")[how + 2]) for n, how in enumerate(surely.tolist())
    ]
    for number in np.flatnonzero(surely >= 0).tolist():
        evidence = laid.everyone[number]
        kind = place_kind_on(evidence, asked.day)
        told += [(number, "place_kind", kind)] if kind else []
    told += [(laid.numbers[person], "place", name) for name, person in _there(register, asked, staleness)]
    told += [(n, "recognised_by", body) for n in laid.recognised for body in recognised_by(laid.everyone[n], day)]
    return _Pairs.of(told)


def _there(register: Register, asked: AsOf, staleness: int | None) -> Iterable[tuple[str, str]]:
    """Places, by name, with each person who is or may be there, as the places' own pages have it."""
    everyone, day = known(register, asked.known_by, asked.basis).everyone, asked.day.toordinal()
    found = (
        (place.name, stay.person)
        for place in places(register, asked).values()
        for stay in place.stays
        if is_there(stay, everyone[stay.person], day, staleness) != "no"
    )
    return dict.fromkeys(found)
