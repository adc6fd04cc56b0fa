"""Everybody, kept while mentions and judgements come in: only who is linked by a judgement to something changed is grouped anew.

Judgements link mentions into blocks, and how one block is grouped depends on nothing outside of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from habeas.claims.claim import Mention
from habeas.identity.judgements import Judgement, Verdict, latest
from habeas.identity.kept_pairs import KeptPairs
from habeas.identity.like_names import LikeNames
from habeas.identity.particulars import NOTHING_TOLD, Told
from habeas.identity.persons import EVERY_VERSION, Person, Persons, by_record, grouped, looked_at, person_of
from habeas.identity.resemblance import Looked, Pair, pair_of

T = TypeVar("T", Mention, Judgement)
_NOBODY = Persons({}, {}, (), frozenset(), ())


class KeptPersons:
    """What `persons_of` answers, from what it answered last. It may be asked about anything; quick is what differs little from the last."""

    def __init__(self) -> None:
        self._begin(LikeNames())

    def _begin(self, names: LikeNames) -> None:
        self._names = names
        self._answer = _NOBODY
        self._listed: Sequence[Mention] = ()
        self._decided: Sequence[Judgement] = ()
        self._told, self._stood = NOTHING_TOLD, EVERY_VERSION
        self._mentions: dict[str, Mention] = {}
        self._judged: dict[str, dict[str, Judgement]] = defaultdict(dict)
        self._not_same: dict[Pair, Verdict] = {}
        self._pairs = KeptPairs(names)

    def of(
        self, mentions: Sequence[Mention], judgements: Sequence[Judgement], told: Told, names: LikeNames,
        stood: Mapping[str, int] = EVERY_VERSION,
    ) -> Persons:  # fmt: skip
        """`persons_of` these."""
        if names is not self._names:
            self._begin(names)
        try:
            touched = self._touched(mentions, judgements)
            otherwise = self._told_otherwise(told, stood)
            self._listed, self._decided, self._told, self._stood = mentions, judgements, told, stood
            if touched or otherwise:
                self._answer = self._anew(touched, otherwise)
        except BaseException:  # half of it would be taken for all
            self._begin(names)
            raise
        return self._answer

    def _touched(self, mentions: Sequence[Mention], judgements: Sequence[Judgement]) -> set[str]:
        """Mentions in blocks in which a mention or a judgement is not what it was; those that are gone among them."""
        begins = not self._listed and not self._decided
        gone, come = _differing(self._listed, mentions)
        links = [one.id for one in (*gone, *come)]
        for mention in gone:
            del self._mentions[mention.id]
        self._mentions |= {mention.id: mention for mention in come}
        undone, made = _differing(self._decided, judgements)
        links += [end for one in (*undone, *made) for end in (one.a, one.b)]
        for one in undone:
            for end in {one.a, one.b}:
                del self._judged[end][one.id]
        for one in made:
            self._judged[one.a][one.id] = self._judged[one.b][one.id] = one
        found = set(self._mentions) if begins else set()
        while links and not begins:
            if (mention_id := links.pop()) not in found:
                found.add(mention_id)
                # what is undone linked them before: both its ends are among those begun with
                links += [end for one in self._judged.get(mention_id, {}).values() for end in (one.a, one.b)]
        return found if len(found) < len(self._mentions) else found | self._mentions.keys()

    def _told_otherwise(self, told: Told, stood: Mapping[str, int]) -> set[str]:
        """Mentions of which other particulars are told than before, or that stood in other versions of their list."""
        found = changed_keys(self._stood, stood)
        for part in self._told.keys() | told.keys():
            found |= changed_keys(self._told.get(part, {}), told.get(part, {}))
        return found

    def _anew(self, touched: set[str], otherwise: set[str]) -> Persons:
        before = self._answer
        fresh, in_force, unmet, whose = self._grouped(touched)
        anew = self._is_all(touched)
        of_mention = {m: person for m, person in before.of_mention.items() if not anew and m not in touched} | whose
        changed = {one for one in touched if one in before.by_id} | {p.id for p in fresh}
        changed |= {of_mention[mention] for mention in otherwise if mention in of_mention}
        people = self._ordered({p.id: p for p in fresh}, touched)
        looked = {one: self._looked(people[one]) if one in changed else before.looked[one] for one in people}
        self._not_same = {pair: how for pair, how in self._not_same.items() if not anew and pair[0] not in touched}
        self._not_same |= {j.pair: j.verdict for j in in_force if j.verdict is not Verdict.SAME}
        judged = {
            verdict: {
                pair_of(of_mention[a], of_mention[b])
                for (a, b), held in self._not_same.items()
                if held is verdict and a in of_mention and b in of_mention
            }
            for verdict in (Verdict.DIFFERENT, Verdict.UNSURE)
        }
        found = self._pairs.of(looked, changed, judged[Verdict.DIFFERENT], judged[Verdict.UNSURE])
        conflicts = [one for one in before.conflicts if not anew and one.a not in touched] + unmet
        conflicts.sort(key=lambda j: (j.automatic, j.recorded_at, j.id))
        return Persons(
            people, of_mention, found.groups, found.apart, tuple(conflicts), found.alike, found.in_sight, looked
        )

    def _ordered(self, fresh: Mapping[str, Person], touched: Collection[str]) -> dict[str, Person]:
        """Everybody, by their first mention."""
        people = {one: person for one, person in self._answer.by_id.items() if one not in touched}
        first = by_record(self._mentions[min(fresh, key=self._recorded)]) if fresh else None
        last = by_record(self._mentions[next(reversed(people))]) if people else None
        people |= fresh
        if first is None or last is None or last < first:
            return people
        return {one: people[one] for one in sorted(people, key=self._recorded)}

    def _recorded(self, mention: str) -> tuple[datetime, str]:
        return by_record(self._mentions[mention])

    def _is_all(self, touched: set[str]) -> bool:
        return len(touched) >= len(self._mentions)

    def _grouped(self, touched: set[str]) -> tuple[list[Person], list[Judgement], list[Judgement], dict[str, str]]:
        if not self._is_all(touched):
            here = [self._mentions[m] for m in touched if m in self._mentions]
            decided = [*{j.id: j for mention in touched for j in self._judged.get(mention, {}).values()}.values()]
        else:
            here, decided = [*self._listed], [*self._decided]
        here.sort(key=by_record)
        in_force = latest(decided)
        groups, unmet, whose = grouped(here, in_force)
        return [person_of(group) for group in groups], in_force, unmet, whose

    def _looked(self, person: Person) -> Looked:
        # of its own, so that what is told of everybody is not kept for the sake of one
        told = {
            part: of_them
            for part, of_all in self._told.items()
            if (of_them := {m: of_all[m] for m in person.mentions if m in of_all})
        }
        return looked_at(person, [self._mentions[m] for m in person.mentions], told, self._stood)


def changed_keys(before: Mapping[str, Any], now: Mapping[str, Any]) -> set[str]:
    """What came, went, or is not what it was."""
    if before is now:
        return set()
    found = {key for key, one in now.items() if (was := before.get(key)) is not one and was != one}
    return found | {key for key in before if key not in now}


def _differing(before: Sequence[T], now: Sequence[T]) -> tuple[list[T], list[T]]:
    """What is in the first only, and what is in the second only; quick where a few came in between."""
    start = next(
        (n for n, (a, b) in enumerate(zip(before, now, strict=False)) if a is not b), min(len(before), len(now))
    )
    most = min(len(before), len(now)) - start
    ends = zip(islice(reversed(before), most), islice(reversed(now), most), strict=True)
    end = next((n for n, (a, b) in enumerate(ends) if a is not b), most)
    was, new = before[start : len(before) - end], now[start : len(now) - end]
    by_id = {one.id: one for one in was}
    come = [one for one in new if one.id not in by_id or by_id[one.id] != one]
    there = {one.id: one for one in new}
    return [one for one in was if one.id not in there or there[one.id] != one], come
