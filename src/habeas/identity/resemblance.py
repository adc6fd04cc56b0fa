"""Who may be one person though nobody judged so: pairs whose names agree and whom nothing tells apart, and the groups they make.

Two persons of one name whose full days of birth differ, or of whom one is told to be a man and the other a woman, are told apart by that,
and kept in sight: sources disagree about a person's birth too. A day of birth in common brings in names that are near and not the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, product

from habeas.identity.features import are_two_sexes, births_compared, names_contradict
from habeas.identity.like_names import LikeNames, name_score
from habeas.identity.particulars import Particulars, Told, part_of, particulars
from habeas.names.score import REVIEW

Pair = tuple[str, str]
#: In larger groups nobody asks of every two whether they are told apart; that can only widen the bounds.
_MOST_COMPARED = 60


@dataclass(frozen=True)
class Looked:
    """A person as far as likeness goes: the names `written` in mentions, and what is told of them. `named_in`: by source, in which of its
    versions, a bit each; every bit is set for a source that has none.
    """

    id: str
    named_in: Mapping[str, int]
    mentions: tuple[str, ...]
    written: tuple[str, ...]
    all_told: Told = field(repr=False, compare=False)

    @cached_property
    def names(self) -> frozenset[str]:
        """As mentioned and as told."""
        return part_of(self.all_told, "names", self.mentions) | frozenset(self.written)

    def is_named_beside(self, other: Looked) -> bool:
        """Whether one source names both, a list in one version: then they are two. Rows of a list that never stood together may be one
        person, listed again under another id.
        """
        return any(versions & other.named_in.get(source, 0) for source, versions in self.named_in.items())

    @cached_property
    def births(self) -> frozenset[str]:
        """Full days of birth, as text."""
        return frozenset(day.text for day in part_of(self.all_told, "births", self.mentions) if day.is_exact)

    @cached_property
    def told(self) -> Particulars:
        """Everything by which this person can be compared."""
        return particulars(self.all_told, self.mentions, self.written)


@dataclass(slots=True)
class Resemblance:
    """`groups` of persons linked by `alike` or an UNSURE judgement; `apart` and `in_sight` as in `Persons`."""

    groups: tuple[tuple[str, ...], ...] = ()
    alike: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    in_sight: frozenset[Pair] = frozenset()


def pair_of(a: str, b: str) -> Pair:
    """Two persons in a fixed order."""
    return (a, b) if a <= b else (b, a)


def resemblance(
    people: Sequence[Looked], different: Iterable[Pair], unsure: Iterable[Pair], names: LikeNames
) -> Resemblance:
    """Compare those whose names are alike. Judgements go before what is told: UNSURE keeps a pair open, DIFFERENT closes it."""
    found = Pairs(set(different), {(a, b) for a, b in unsure if a != b} - set(different))
    for one, other in _of_like_names(people, names):
        found.look_at(one, other)
    for one, other in _born_on_one_day(people):
        if near(one.told, other.told):
            found.look_at(one, other)
    return resembling(found, {p.id: p for p in people})


def resembling(found: Pairs, people: Mapping[str, Looked]) -> Resemblance:
    """The groups that pairs make, in which some more are told `apart`."""
    groups = tuple(_components(found.alike | found.unsure))
    # whom somebody looked at and could not tell may be one through a third, even where one source names both
    doubted = {pair for group in _components(found.unsure) for pair in combinations(group, 2)}
    for group in groups:
        if len(group) <= _MOST_COMPARED:
            for pair in combinations(group, 2):
                if pair not in doubted:
                    found.tell_apart(people[pair[0]], people[pair[1]])
    return Resemblance(groups, frozenset(found.alike), frozenset(found.apart), frozenset(found.in_sight))


@dataclass(slots=True)
class Pairs:
    """Pairs looked at so far, each in one of these."""

    apart: set[Pair]
    unsure: set[Pair]
    alike: set[Pair] = field(default_factory=set)
    in_sight: set[Pair] = field(default_factory=set)

    def look_at(self, one: Looked, other: Looked) -> None:
        """Two of like names, or born on one day."""
        pair = pair_of(one.id, other.id)
        if pair in self.apart or pair in self.alike or pair in self.unsure or pair in self.in_sight:
            return
        if one.is_named_beside(other) or names_contradict(one.told, other.told):
            self.apart.add(pair)
        elif _differ_in_a_cell(one.told, other.told):
            self.in_sight.add(pair)
            self.apart.add(pair)
        else:
            self.alike.add(pair)

    def tell_apart(self, one: Looked, other: Looked) -> None:
        """Of two who are in one group through others: whether one source names both, or what is told of them contradicts."""
        pair = pair_of(one.id, other.id)
        if pair in self.apart or pair in self.alike or pair in self.unsure:
            return
        told = names_contradict(one.told, other.told) or _differ_in_a_cell(one.told, other.told)
        if told or one.is_named_beside(other):
            self.apart.add(pair)


def _differ_in_a_cell(one: Particulars, other: Particulars) -> bool:
    """Whether two of like names are told apart by the day of birth or by the sex told: things that sources get wrong."""
    return births_compared(one, other) == "contradicts" or are_two_sexes(one, other)


def _of_like_names(people: Sequence[Looked], names: LikeNames) -> Iterator[tuple[Looked, Looked]]:
    bearing: dict[str, list[Looked]] = defaultdict(list)
    for person in people:
        for name in person.names:
            bearing[name].append(person)
    for name in bearing:
        names.like(name)
    for name, bearers in bearing.items():
        if names.says_something(name):
            yield from combinations(bearers, 2)
        for other in names.like(name):
            if name < other and other in bearing:
                yield from ((a, b) for a, b in product(bearers, bearing[other]) if a.id != b.id)


def _born_on_one_day(people: Sequence[Looked]) -> Iterator[tuple[Looked, Looked]]:
    born: Mapping[str, list[Looked]] = defaultdict(list)
    for person in people:
        for day in person.births:
            born[day].append(person)
    for group in born.values():
        yield from ((a, b) for a, b in combinations(group, 2) if not a.is_named_beside(b))


def near(one: Particulars, other: Particulars) -> bool:
    """Whether two who were born on one day have names that come near each other."""
    return any(name_score(a, b) >= REVIEW for a, b in product(one.names, other.names))


def _components(pairs: Iterable[Pair]) -> list[tuple[str, ...]]:
    linked: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        linked[a].add(b)
        linked[b].add(a)
    seen: set[str] = set()
    found = []
    for start in sorted(linked):
        if start in seen:
            continue
        group, todo = {start}, [start]
        while todo:
            for other in linked[todo.pop()] - group:
                group.add(other)
                todo.append(other)
        seen |= group
        found.append(tuple(sorted(group)))
    return found
