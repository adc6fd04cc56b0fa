"""Persons who share a name and were not judged: one human being, or several?

Nobody knows, so a count takes the fewest that are certain and the most that are possible over every way of joining them that
judgements and sources allow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, replace
from itertools import combinations, islice

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


#: By persons what their group rested on, their evidence by number and which of them are apart, and the group.
Kept = MutableMapping[Block, tuple[object, LookAlikes]]


def look_alikes_of(
    everyone: Mapping[str, Evidence], persons: Persons, sources: Mapping[str, Source], kept: Kept | None = None
) -> list[LookAlikes]:
    """Every group of look-alikes of whom at least one has a claim that bears on custody. `kept` holds groups made before."""
    found: list[LookAlikes] = []
    for group in persons.look_alikes:
        members = tuple(p for p in group if p in everyone)
        if len(members) > 1 and any(everyone[p].held.signs for p in members):
            apart = frozenset(pair for pair in combinations(members, 2) if pair in persons.apart)
            rests_on = ([everyone[p].number for p in members], apart)
            before = None if kept is None else kept.get(members)
            one = before[1] if before and before[0] == rests_on else _group(members, persons.apart, everyone, sources)
            found.append(one)
            if kept is not None:
                kept[members] = (rests_on, one)
    return found


def _group(
    members: Block, apart: frozenset[tuple[str, str]], everyone: Mapping[str, Evidence], sources: Mapping[str, Source]
) -> LookAlikes:
    ways, every = _ways(members, apart)
    wanted = {block for way in ways for block in way}
    return LookAlikes(members, ways, {b: together([everyone[p] for p in b], sources) for b in wanted}, every)


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
