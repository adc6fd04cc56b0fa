"""Rows of one list that may be one human being, told by the list itself: one page under several ids, or one name with one birth date.

Such rows enter as they are, and are shown: a count takes both possibilities into its bounds until a person judges.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from habeas.claims.lists.asserted import Person
from habeas.kernel.days import Day
from habeas.names.keys import identical_key


@dataclass(frozen=True, slots=True)
class Collision:
    """Several rows, what they share, and why that matters."""

    persons: tuple[Person, ...]
    why: str


def doubt_in(list_name: str, why: str = "") -> str:
    """The reason given for the doubt that a collision raises; without `why`, how every such reason of this list begins."""
    return f"in the list {list_name}: {why}"


def collisions_in(persons: Iterable[Person]) -> list[Collision]:
    """Groups of rows that share a page, or a name and a full birth date; a group that shares both is told once."""
    sharing: dict[tuple[str, ...], list[Person]] = defaultdict(list)
    for person in persons:
        for shared in sorted(set(_shared(person))):
            sharing[shared].append(person)
    found: dict[tuple[str, ...], Collision] = {}
    for shared, group in sharing.items():
        if len(group) > 1:
            ids = tuple(p.id for p in group)
            found.setdefault(ids, Collision(tuple(group), f"{_in_words(shared)} under {len(ids)} ids"))
    return [found[ids] for ids in sorted(found)]


def _shared(person: Person) -> Iterator[tuple[str, ...]]:
    born = [a.when for a in person.asserted if a.predicate == "birth_date" and Day.parse(a.when).is_exact]
    for asserted in person.asserted:
        if asserted.predicate == "reference" and asserted.value.get("kind") == "page":
            yield "page", str(asserted.value["value"]).rstrip("/").casefold()
        elif asserted.predicate == "name" and born:
            yield "name", identical_key(str(asserted.value["text"])), born[0]


def _in_words(shared: Sequence[str]) -> str:
    return "the same page" if shared[0] == "page" else f"the same name and birth date ({shared[2]})"
