"""Resemblance kept while people come in: whoever has not changed is compared only with those who have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from habeas.identity.like_names import LikeNames
from habeas.identity.resemblance import Looked, Pair, Pairs, Resemblance, near, resembling


class KeptPairs:
    """What `resemblance` answers of everybody, from what it answered last and who has changed since."""

    def __init__(self, names: LikeNames) -> None:
        self._names = names
        self._looked: dict[str, Looked] = {}
        self._apart: set[Pair] = set()
        self._alike: set[Pair] = set()
        self._in_sight: set[Pair] = set()
        self._bearing: dict[str, dict[str, Looked]] = defaultdict(dict)
        self._born: dict[str, dict[str, Looked]] = defaultdict(dict)

    def of(
        self,
        people: Mapping[str, Looked],
        changed: Collection[str],
        different: Collection[Pair],
        unsure: Iterable[Pair],
    ) -> Resemblance:
        """The resemblance of `people`. `changed` are the ids of those who came, went, are made of other mentions, are told of otherwise, or
        were judged otherwise, since the last call.
        """
        self._forget(changed)
        fresh = [people[one] for one in changed if one in people]
        self._file(fresh)
        found = Pairs(
            self._apart | set(different),
            {(a, b) for a, b in unsure if a != b} - set(different),
            self._alike,
            self._in_sight,
        )
        for one in fresh:
            for other in self._worth_a_look(one):
                found.look_at(one, other)
        # what is told apart within groups depends on the groups: it is looked for each time
        self._apart = found.apart - set(different)
        return resembling(found, people)

    def _forget(self, changed: Collection[str]) -> None:
        for pairs in (self._apart, self._alike, self._in_sight):
            pairs -= {pair for pair in pairs if pair[0] in changed or pair[1] in changed}
        for one in (self._looked.pop(person) for person in changed if person in self._looked):
            for filed, under in ((self._bearing, one.names), (self._born, one.births)):
                for word in under:
                    del filed[word][one.id]
                    if not filed[word]:
                        del filed[word]

    def _file(self, fresh: Iterable[Looked]) -> None:
        for one in fresh:
            self._looked[one.id] = one
            for name in one.names:
                self._names.like(name)
                self._bearing[name][one.id] = one
            for day in one.births:
                self._born[day][one.id] = one

    def _worth_a_look(self, one: Looked) -> Iterator[Looked]:
        for name in one.names:
            alike = [*([name] if self._names.says_something(name) else []), *self._names.like(name)]
            for bearers in (self._bearing[other] for other in alike if other in self._bearing):
                yield from (other for other in bearers.values() if other is not one)
        for day in one.births:
            for other in self._born[day].values():
                if other is not one and not one.is_named_beside(other) and near(one.told, other.told):
                    yield other
