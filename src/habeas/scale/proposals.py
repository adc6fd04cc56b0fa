"""What becomes of a scored pair: an automatic link, a question for a person, or nothing.

An automatic link needs the name and a second agreement independent of it, and nothing that contradicts. Else
what is likely enough is a question; questions come in the order in which answering them may move a published count.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.scale.clusters import contradiction, groups
from habeas.scale.comparisons import GENDER, PARTS
from habeas.scale.keys import Key
from habeas.scale.records import Record, persons_of

if TYPE_CHECKING:
    from habeas.scale.engine import Pairs

#: An automatic link weighs at least this: the odds are 256 to 1, over what the rules below ask for.
LINK_WEIGHT = 8.0
#: A question weighs at least this: one in five is one person.
REVIEW_WEIGHT = -2.0

#: Levels of a part in which a name agrees well enough for an automatic link.
_NAME = {"surname": {"same", "same consonants", "one letter"}, "given": {"same"}}
#: Levels that speak against, however slightly.
_AGAINST = {
    "father": {"apart"}, "gender": {"apart"},
    "born": {"day and month swapped", "one part differs", "apart", "year near", "year apart"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """Two rows, the lower first, the weight, and for each part (surname, given, father, place, born, gender) how far it agrees."""

    a: int
    b: int
    weight: float
    levels: dict[str, str]

    @property
    def probability(self) -> float:
        """How likely they are one person's, 0 to 1."""
        return 1 / (1 + 2**-self.weight)

    @property
    def may_link(self) -> bool:
        """Whether the name agrees, a full birth date or patronymic with place agrees too, and nothing contradicts."""
        told = self.levels
        second = told["born"] == "same day" or told["father"] == told["place"] == "same"
        name = all(told[part] in levels for part, levels in _NAME.items())
        return self.weight >= LINK_WEIGHT and name and second and not any(told[p] in bad for p, bad in _AGAINST.items())


@dataclass(frozen=True, slots=True)
class Proposal:
    """`outcome`: link or review. `gain`: by how much the answer is expected to move a published count. `contradiction`: what the two
    contradict each other in (patronymic, gender or birth date), None = nothing.
    """

    a: str
    b: str
    outcome: str
    probability: float
    gain: float
    levels: dict[str, str]
    contradiction: str | None


def scored_pairs(pairs: Pairs) -> Iterator[ScoredPair]:
    """The pairs as objects, the heaviest first."""
    names = {part: [level.name for level in levels] for part, levels in {**PARTS, "gender": GENDER}.items()}
    columns = [pairs.levels[part].tolist() for part in names]
    for a, b, weight, *levels in zip(pairs.a.tolist(), pairs.b.tolist(), pairs.weight.tolist(), *columns, strict=True):
        told = {part: names[part][level] for part, level in zip(names, levels, strict=True)}
        yield ScoredPair(a, b, weight, told)


def proposals(
    records: Sequence[Record],
    keys: Sequence[Key],
    pairs: Pairs,
    apart: Collection[tuple[int, int]],
    moves: Callable[[str, str], float],
) -> list[Proposal]:
    """Links by weight, then questions by gain. No two proposals say the same: of what a group needs to be one, each step stands once.

    `moves`: by how much a published count would move were two records (by id) one person's.
    """
    persons = persons_of(records)
    every = zip(pairs.a.tolist(), pairs.b.tolist(), pairs.weight.tolist(), strict=True)
    group_of = {row: n for n, group in enumerate(groups(every, keys, apart, persons)) for row in group}
    joined = _Joined(persons, apart)
    found = []
    waiting = [pair for pair in scored_pairs(pairs) if pair.weight >= REVIEW_WEIGHT]
    for outcome in ("link", "review"):
        for pair in waiting:
            inside = pair.a in group_of and group_of[pair.a] == group_of.get(pair.b)
            against = None if inside else contradiction(keys[pair.a], keys[pair.b])
            wanted = inside and pair.may_link if outcome == "link" else inside or against == "birth date"
            if wanted and joined.join(pair.a, pair.b):
                found.append(_proposal(records, pair, outcome, against, moves))
    return sorted(found, key=lambda p: (p.outcome, -p.gain if p.outcome == "review" else 0, -p.probability, p.a, p.b))


def _proposal(
    records: Sequence[Record], pair: ScoredPair, outcome: str, against: str | None, moves: Callable[[str, str], float]
) -> Proposal:
    a, b = records[pair.a].id, records[pair.b].id
    gain = round(pair.probability * moves(a, b), 4)
    return Proposal(a, b, outcome, round(pair.probability, 4), gain, pair.levels, against)


class _Joined:
    """Who is one with whom so far, known persons included; never two judged to be different."""

    def __init__(self, persons: Sequence[int], apart: Collection[tuple[int, int]]) -> None:
        self.above = list(persons)
        self.apart: dict[int, set[int]] = {}
        for a, b in apart:
            self.apart.setdefault(self.first(a), set()).add(b)
            self.apart.setdefault(self.first(b), set()).add(a)

    def first(self, row: int) -> int:
        while self.above[row] != row:
            self.above[row] = self.above[self.above[row]]
            row = self.above[row]
        return row

    def join(self, a: int, b: int) -> bool:
        """Whether the two were apart and now are one."""
        a, b = self.first(a), self.first(b)
        if a == b or any(self.first(other) == b for other in self.apart.get(a, ())):
            return False
        self.above[b] = a
        self.apart.setdefault(a, set()).update(self.apart.pop(b, ()))
        return True
