"""Faults of a list's version as a whole: a column that slid, or was sorted by itself, against the ids.

After such a slip most rows would give a person somebody else's name or birth date, each by itself a change that a list may make.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from habeas.claims.lists.asserted import Person
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.names.keys import identical_key
from habeas.names.score import REVIEW, score
from habeas.register.list_state import ListState

#: So many people known before have to be there; fewer may change by chance.
_FEWEST = 10


@dataclass(frozen=True, slots=True)
class ListedAs:
    """How a list gives somebody: every name that it gave them, and the birth dates of its last version."""

    names: frozenset[str]
    born: frozenset[Day]


def listed_as(person: Person) -> ListedAs:
    """What a row says."""
    told = person.asserted
    names = {str(a.value["text"]) for a in told if a.predicate == "name" and "text" in a.value}
    born = {Day.parse(a.when) for a in told if a.predicate == "birth_date" and a.when}
    return ListedAs(frozenset({person.name, *names}), frozenset(born))


def listed_before(state: ListState, retracted: Collection[str]) -> dict[str, ListedAs]:
    """By id, how the list gave those of whom a claim of the version before stands and is not retracted."""
    found = {}
    for person, claims in state.claims.items():
        standing = [c for c in claims.values() if c.id in state.standing and c.id not in retracted]
        if standing:
            names = {state.names[mention] for mention in state.mentions[person]}
            names |= {str(c.value["text"]) for c in standing if c.predicate == "name" and "text" in c.value}
            born = {c.when for c in standing if c.predicate == "birth_date" and not c.when.is_unknown}
            found[person] = ListedAs(frozenset(names), frozenset(born))
    return found


def refuse_slipped(name: str, persons: Iterable[Person], before: Mapping[str, ListedAs]) -> None:
    """Raises InputRefused where more than half of those known `before`, ten or more, now have another name, or another birth date."""
    both = [(before[person.id], listed_as(person)) for person in persons if person.id in before]
    for what, differ, pairs in (
        ("name", _is_renamed, both),
        ("birth date", _is_born_otherwise, [(a, b) for a, b in both if a.born and b.born]),
    ):
        changed = _how_many(differ, pairs)
        if len(pairs) >= _FEWEST and changed * 2 > len(pairs):
            raise InputRefused(
                f"{name}: {changed} of {len(pairs)} people known by their ids have another {what} than in the version before: the column has"
                " slipped against the ids, was sorted by itself, or is read as another; get the file again. If the version before was the"
                " faulty one, take its import back first; if the list has given its ids anew, it needs a name of its own: say --list NAME"
            )


def _how_many(differ: Callable[[ListedAs, ListedAs], bool], pairs: Iterable[tuple[ListedAs, ListedAs]]) -> int:
    return sum(differ(one, other) for one, other in pairs)


def _is_renamed(before: ListedAs, now: ListedAs) -> bool:
    """Another spelling or script is no other name."""
    if not {*map(identical_key, before.names)}.isdisjoint(map(identical_key, now.names)):
        return False
    return all(score(a, b) < REVIEW for a, b in product(before.names, now.names))


def _is_born_otherwise(before: ListedAs, now: ListedAs) -> bool:
    """A year beside a day in it is the same birth date."""
    return not any(a.overlaps(b) for a, b in product(before.born, now.born))
