"""Persons who share a name and were not judged: one human being, or several?

Nobody knows, so a count takes the fewest that are certain and the most that are possible over every way of joining them that
judgements and sources allow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from habeas.claims.claim import Source
from habeas.figures.evidence import Evidence, together
from habeas.identity.persons import Persons

#: Ways of joining grow fast (203 for six persons, 877 for seven), and fewer are allowed where some are known to be apart. Beyond this
#: many ways only "all apart" and "all one" are tried, and at most one of the group is held to be certain, which can only widen the bounds.
MOST_WAYS = 203
#: Larger groups have too many ways unless nearly all are apart, and then they are not worth looking for.
_MOST_SPLIT = 60

Block = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookAlikes:
    """Persons of one name, the ways of joining them (`every`: all that are allowed), and what each possible joined person would rest on."""

    persons: tuple[str, ...]
    ways: tuple[tuple[Block, ...], ...]
    blocks: Mapping[Block, Evidence]
    every: bool = True

    def bounds(self, surely: Callable[[Block], bool], maybe: Callable[[Block], bool]) -> tuple[int, int]:
        """Fewest for which `surely` holds and most for which `maybe` holds, over all ways."""
        fewest = min(sum(surely(block) for block in way) for way in self.ways)
        most = max(sum(maybe(block) for block in way) for way in self.ways)
        return (fewest if self.every else min(fewest, 1)), most

    def judged(self, a: str, b: str, *, same: bool) -> LookAlikes:
        """What is left of the group's ways once two of its persons are judged. Only where `every` way is here does that say all."""
        ways = tuple(way for way in self.ways if any(a in block and b in block for block in way) == same)
        return replace(self, ways=ways)


def look_alikes_of(
    everyone: Mapping[str, Evidence],
    persons: Persons,
    sources: Mapping[str, Source],
    before: dict[Any, Any] | None = None,
) -> list[LookAlikes]:
    """Every group of look-alikes of whom at least one has a claim that bears on custody.

    `before` keeps what several would rest on, were they one, by the numbers of their evidence; None = nothing is kept.
    """
    found = []
    kept = {} if before is None else before
    for group in persons.look_alikes:
        members = tuple(p for p in group if p in everyone)
        if len(members) > 1 and any(everyone[p].held.signs for p in members):
            ways, every = _ways(members, persons.apart)
            wanted = {block for way in ways for block in way}
            blocks = {block: _as_one([everyone[p] for p in block], sources, kept) for block in wanted}
            found.append(LookAlikes(members, ways, blocks, every))
    return found


def _as_one(many: Sequence[Evidence], sources: Mapping[str, Source], kept: dict[Any, Any]) -> Evidence:
    key = tuple(evidence.number for evidence in many)
    if key not in kept:
        kept[key] = together(many, sources)
    found: Evidence = kept[key]
    return found


def _ways(members: Block, apart: frozenset[tuple[str, str]]) -> tuple[tuple[tuple[Block, ...], ...], bool]:
    """The ways to try, and whether they are all that are allowed."""
    ways = tuple(islice(_split(members, apart), MOST_WAYS + 1)) if len(members) <= _MOST_SPLIT else ()
    if ways and len(ways) <= MOST_WAYS:
        return ways, True
    each: tuple[tuple[Block, ...], ...] = (tuple((m,) for m in members),)
    joinable = not any((a, b) in apart for a in members for b in members)
    return ((*each, (members,)) if joinable else each), False


def _split(members: Block, apart: frozenset[tuple[str, str]]) -> Iterator[tuple[Block, ...]]:
    if not members:
        yield ()
        return
    first, rest = members[0], members[1:]
    for way in _split(rest, apart):
        yield ((first,), *way)
        for index, block in enumerate(way):
            if not any((first, other) in apart or (other, first) in apart for other in block):
                yield (*way[:index], (first, *block), *way[index + 1 :])
