"""Which mentions are one person, by the judgements in force, and who merely looks alike.

Mentions are joined by SAME. A join that would put two mentions judged DIFFERENT into one person is not made; the conflict is
reported. A person's id is the id of the earliest recorded mention, so it survives later joins; absorbed ids redirect.
Mentions of one name in different sources that nobody judged stay apart, and are reported as look-alikes: they widen bounds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.claims.claim import Mention
from habeas.identity.judgements import Judgement, Verdict, latest
from habeas.names.keys import identical_key


@dataclass(frozen=True, slots=True)
class Person:
    """Mentions held to be one human being. `names` as written, earliest first, without repeats; `sources` that name them."""

    id: str
    mentions: tuple[str, ...]
    names: tuple[str, ...]
    sources: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The fullest name first recorded."""
        return max(self.names, key=lambda name: (len(name.split()), -self.names.index(name)))


@dataclass(frozen=True, slots=True)
class Persons:
    """Everybody known, with how to find them.

    `of_mention` gives the person's id for every mention (absorbed ids included). `look_alikes` are groups of persons who share
    a name and were not judged; `apart` holds pairs of persons judged DIFFERENT, or told apart by a source that names both;
    `conflicts` are SAME judgements not followed.
    """

    by_id: Mapping[str, Person]
    of_mention: Mapping[str, str]
    look_alikes: tuple[tuple[str, ...], ...]
    apart: frozenset[tuple[str, str]]
    conflicts: tuple[Judgement, ...]


class _Groups:
    """Mentions joined so far, and which groups must stay apart."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.parent = {mention.id: mention.id for mention in mentions}
        self.apart: dict[str, set[str]] = defaultdict(set)

    def find(self, mention: str) -> str:
        while self.parent[mention] != mention:
            self.parent[mention] = self.parent[self.parent[mention]]
            mention = self.parent[mention]
        return mention

    def keep_apart(self, a: str, b: str) -> None:
        self.apart[a].add(b)
        self.apart[b].add(a)

    def join(self, a: str, b: str) -> bool:
        """Join unless they must stay apart; whether they are now one."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return True
        if b in {self.find(other) for other in self.apart[a]}:
            return False
        self.parent[b] = a
        self.apart[a] |= self.apart.pop(b, set())
        return True


def persons_of(mentions: Iterable[Mention], judgements: Iterable[Judgement]) -> Persons:
    """Everybody, from the mentions and judgements known. Judgements about mentions not known are ignored."""
    ordered = sorted(mentions, key=lambda m: (m.recorded_at, m.id))
    groups = _Groups(ordered)
    in_force = [j for j in latest(judgements) if j.a in groups.parent and j.b in groups.parent]
    for judgement in in_force:
        if judgement.verdict is Verdict.DIFFERENT:
            groups.keep_apart(judgement.a, judgement.b)
    same = [j for j in in_force if j.verdict is Verdict.SAME]
    conflicts = tuple(j for j in same if not groups.join(j.a, j.b))
    return _assemble(ordered, groups, in_force, conflicts)


def _assemble(
    ordered: Sequence[Mention], groups: _Groups, in_force: Sequence[Judgement], conflicts: tuple[Judgement, ...]
) -> Persons:
    members: dict[str, list[Mention]] = defaultdict(list)
    for mention in ordered:
        members[groups.find(mention.id)].append(mention)
    people = [
        Person(
            found[0].id,
            tuple(m.id for m in found),
            tuple(dict.fromkeys(m.name for m in found)),
            frozenset(m.source for m in found),
        )
        for found in members.values()
    ]
    of_mention = {mention: person.id for person in people for mention in person.mentions}
    judged = [j for j in in_force if j.verdict is Verdict.DIFFERENT]
    apart = {_pair(of_mention[j.a], of_mention[j.b]) for j in judged}
    unsure = {_pair(of_mention[j.a], of_mention[j.b]) for j in in_force if j.verdict is Verdict.UNSURE}
    look_alikes = _look_alikes(people, apart, unsure - apart)
    return Persons({p.id: p for p in people}, of_mention, look_alikes, frozenset(apart), conflicts)


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)


def _look_alikes(
    people: Sequence[Person], apart: set[tuple[str, str]], unsure: set[tuple[str, str]]
) -> tuple[tuple[str, ...], ...]:
    """Groups linked by a shared name, or by an UNSURE judgement whatever their names.

    Two persons whom one source names as two are added to `apart`, unless somebody has looked and is unsure.
    """
    sharing: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for key in {identical_key(name) for name in person.names}:
            if key:
                sharing[key].append(person)
    linked: dict[str, set[str]] = defaultdict(set)
    for one, other in unsure:
        if one != other:
            linked[one].add(other)
            linked[other].add(one)
    for alike in sharing.values():
        for index, a in enumerate(alike):
            for b in alike[index + 1 :]:
                if a.sources & b.sources and _pair(a.id, b.id) not in unsure:
                    apart.add(_pair(a.id, b.id))
                if _pair(a.id, b.id) not in apart:
                    linked[a.id].add(b.id)
                    linked[b.id].add(a.id)
    return tuple(_components(linked))


def _components(linked: Mapping[str, set[str]]) -> list[tuple[str, ...]]:
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
