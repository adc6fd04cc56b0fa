"""Which mentions are one person, by the judgements in force, and who merely looks alike.

Mentions are joined by SAME. A join that would put two mentions judged DIFFERENT into one person is not made; the conflict is
reported. Persons' judgements are followed first; an automatic one then joins nobody whom a person held apart or was unsure of, and no
two whom one source names apart. A person's id is the id of the earliest recorded mention, so it survives later joins; absorbed ids
redirect. Mentions that may be one person and that nobody judged stay apart, and are reported as look-alikes: they widen bounds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from habeas.claims.claim import Mention
from habeas.identity.features import contradicts
from habeas.identity.judgements import Judgement, Verdict, latest
from habeas.identity.like_names import LikeNames
from habeas.identity.particulars import NOTHING_TOLD, Particulars, Told
from habeas.identity.resemblance import Looked, Pair, pair_of, resemblance
from habeas.names.partial import is_partial

#: Every version of a source.
_ALL = -1
EVERY_VERSION: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class Person:
    """Mentions held to be one human being. `names` as written, earliest first, without repeats; `sources` that name them."""

    id: str
    mentions: tuple[str, ...]
    names: tuple[str, ...]
    sources: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The fullest name first recorded; a nickname or a description only where nothing else is told."""
        if len(self.names) == 1:
            return self.names[0]
        return max(self.names, key=lambda name: (not is_partial(name), len(name.split()), -self.names.index(name)))


@dataclass(frozen=True, slots=True)
class Persons:
    """Everybody known, with how to find them.

    `of_mention` gives the person's id for every mention, and for those of which nothing counts any more but that were judged to be somebody
    known (absorbed ids included). `look_alikes` are groups of persons any two of whom
    may be one and were not judged, by themselves or through a third; `alike` are the pairs themselves. `apart` holds pairs of persons
    judged DIFFERENT, or told apart by a source that names both or by what is told of them. `in_sight` are pairs of one name told
    apart by their days of birth or the sex told, which a person should see. `looked` is everybody as they were compared. `conflicts` are SAME
    judgements not followed.
    """

    by_id: Mapping[str, Person]
    of_mention: Mapping[str, str]
    look_alikes: tuple[tuple[str, ...], ...]
    apart: frozenset[Pair]
    conflicts: tuple[Judgement, ...]
    alike: frozenset[Pair] = frozenset()
    in_sight: frozenset[Pair] = frozenset()
    looked: Mapping[str, Looked] = field(default_factory=dict, repr=False)

    def told(self, person: str) -> Particulars:
        """What is told of a person beside custody."""
        return self.looked[person].told

    def are_apart(self, a: str, b: str) -> bool:
        """Whether nobody but a person may join two: they are told apart by judgement, by what is told of them, or by a source that names
        both, be it a list in different versions.
        """
        shared = not self.by_id[a].sources.isdisjoint(self.by_id[b].sources)
        return pair_of(a, b) in self.apart or shared or contradicts(self.told(a), self.told(b))


class _Groups:
    """Mentions joined so far, and which groups must stay apart."""

    def __init__(self, mentions: Sequence[Mention], judgements: Iterable[Judgement]) -> None:
        self.parent = {mention.id: mention.id for mention in mentions}
        # a judgement stands though nothing told of one of the two counts any more: whoever was one through them stays one
        self.parent |= {m: m for j in judgements for m in (j.a, j.b) if m not in self.parent}
        self.apart: dict[str, set[str]] = defaultdict(set)
        self.mentions = mentions

    def find(self, mention: str) -> str:
        while self.parent[mention] != mention:
            self.parent[mention] = self.parent[self.parent[mention]]
            mention = self.parent[mention]
        return mention

    def keep_apart(self, judgements: Iterable[Judgement]) -> None:
        for one in judgements:
            for a, b in ((one.a, one.b), (one.b, one.a)):
                self.apart[self.find(a)].add(b)

    def join(self, judgement: Judgement) -> bool:
        """Join unless they must stay apart; whether they are now one."""
        a, b = self.find(judgement.a), self.find(judgement.b)
        if a == b:
            return True
        if b in {self.find(other) for other in self.apart[a]}:
            return False
        self.parent[b] = a
        self.apart[a] |= self.apart.pop(b, set())
        return True

    def join_all(self, judgements: Iterable[Judgement]) -> Iterator[Judgement]:
        """Join by automatic judgements, unless one source names both; those not followed."""
        sources: dict[str, set[str]] = defaultdict(set)
        judgements = list(judgements)
        for mention in self.mentions if judgements else ():
            sources[self.find(mention.id)].add(mention.source)
        for one in judgements:
            a, b = self.find(one.a), self.find(one.b)
            if a != b and (not sources[a].isdisjoint(sources[b]) or not self.join(one)):
                yield one
            elif a != b:
                sources[self.find(a)] = sources[a] | sources[b]


def persons_of(
    mentions: Iterable[Mention],
    judgements: Iterable[Judgement],
    told: Told = NOTHING_TOLD,
    names: LikeNames | None = None,
    stood: Mapping[str, int] = EVERY_VERSION,
) -> Persons:
    """Everybody, from the mentions and judgements known. A mention that is only judged of joins others, and is nobody by itself.

    `told` are the particulars of mentions; `names` an index kept from call to call, so that only new names are looked at; `stood` the
    versions of a list in which its mentions stood, a bit each, where it has several.
    """
    ordered = sorted(mentions, key=by_record)
    in_force = latest(judgements)
    members, unmet, whose = grouped(ordered, in_force)
    people = {found[0].id: person_of(found) for found in members}
    looked = [looked_at(p, found, told, stood) for p, found in zip(people.values(), members, strict=True)]
    judged = [(whose.get(j.a), whose.get(j.b), j.verdict) for j in in_force]
    return _assemble(people, whose, looked, judged, tuple(unmet), names or LikeNames())


def by_record(mention: Mention) -> tuple[datetime, str]:
    """What mentions are ordered by."""
    return (mention.recorded_at, mention.id)


def grouped(
    ordered: Sequence[Mention], in_force: Sequence[Judgement]
) -> tuple[list[list[Mention]], list[Judgement], dict[str, str]]:
    """Mentions joined by judgements in force, each group and the groups in the order given; judgements not followed; and whose each mention
    is, those only judged of included.
    """
    groups = _Groups(ordered, in_force)
    by_persons = [j for j in in_force if not j.automatic]
    groups.keep_apart(j for j in by_persons if j.verdict is Verdict.DIFFERENT)
    unmet = [j for j in by_persons if j.verdict is Verdict.SAME and not groups.join(j)]
    groups.keep_apart(j for j in by_persons if j.verdict is Verdict.UNSURE)
    unmet += groups.join_all(j for j in in_force if j.automatic and j.verdict is Verdict.SAME)
    members: dict[str, list[Mention]] = defaultdict(list)
    for mention in ordered:
        members[groups.find(mention.id)].append(mention)
    person_of_group = {root: found[0].id for root, found in members.items()}
    whose = {m: person_of_group[root] for m in groups.parent if (root := groups.find(m)) in person_of_group}
    # of two of whom nothing counts nobody needs to know that they were not joined
    return list(members.values()), [j for j in unmet if j.a in whose or j.b in whose], whose


def person_of(found: Sequence[Mention]) -> Person:
    """The person whose mentions these are, earliest first."""
    mentions, names = tuple(m.id for m in found), tuple(dict.fromkeys(m.name for m in found))
    return Person(found[0].id, mentions, names, frozenset(m.source for m in found))


def looked_at(person: Person, found: Sequence[Mention], told: Told, stood: Mapping[str, int]) -> Looked:
    """The person as compared with others."""
    return Looked(person.id, _named_in(found, stood), person.mentions, person.names, told)


def _named_in(found: Sequence[Mention], stood: Mapping[str, int]) -> dict[str, int]:
    named: dict[str, int] = {}
    for mention in found:
        named[mention.source] = named.get(mention.source, 0) | stood.get(mention.id, _ALL)
    return named


def _assemble(
    people: Mapping[str, Person], of_mention: Mapping[str, str], looked: Sequence[Looked],
    told: Iterable[tuple[str | None, str | None, Verdict]], conflicts: tuple[Judgement, ...], names: LikeNames,
) -> Persons:  # fmt: skip
    judged: dict[Verdict, set[Pair]] = {verdict: set() for verdict in Verdict}
    for one, other, verdict in told:
        if one is not None and other is not None:
            judged[verdict].add(pair_of(one, other))
    found = resemblance(looked, judged[Verdict.DIFFERENT], judged[Verdict.UNSURE], names)
    return Persons(
        people, of_mention, found.groups, found.apart, conflicts, found.alike, found.in_sight, {one.id: one for one in looked},
    )  # fmt: skip
