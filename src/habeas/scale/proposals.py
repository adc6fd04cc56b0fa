"""What becomes of a scored pair: an automatic link, a question for a person, or nothing.

An automatic link needs the name and a second agreement independent of it, and nothing that contradicts; and nobody told apart from either
may fit the other as well. Else what is likely enough is a question; questions come in the order in which answering them may move a published count.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from habeas.scale.clusters import contradiction, groups
from habeas.scale.comparisons import GENDER, PARTS
from habeas.scale.judged import Judged
from habeas.scale.keys import Key
from habeas.scale.records import Record, persons_of
from habeas.scale.rivals import Rivals

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
    levels: Mapping[str, str]

    @property
    def probability(self) -> float:
        """How likely they are one person's, 0 to 1."""
        return 1 / (1 + 2**-self.weight)

    @property
    def may_link(self) -> bool:
        """Whether the name agrees, a full birth date or patronymic with place agrees too, and nothing contradicts."""
        told = self.levels
        name = all(told[part] in levels for part, levels in _NAME.items())
        against = any(told[part] in bad for part, bad in _AGAINST.items())
        return self.weight >= LINK_WEIGHT and name and second_agreement(told) is not None and not against


def second_agreement(levels: Mapping[str, str]) -> str | None:
    """What agrees beside the name, as a policy on automatic links calls it; None = nothing that is enough."""
    if levels["born"] == "same day":
        return "birth_date"
    return "patronymic_and_place" if levels["father"] == levels["place"] == "same" else None


@dataclass(frozen=True, slots=True)
class Proposal:
    """`outcome`: link or review. `gain`: by how much the answer is expected to move a published count. `contradiction`: what the two
    contradict each other in (patronymic, gender or birth date), None = nothing. `contested`: somebody told apart from one of them fits the
    other as well.
    """

    a: str
    b: str
    outcome: str
    probability: float
    gain: float
    levels: Mapping[str, str]
    contradiction: str | None
    contested: bool = False


def scored_pairs(pairs: Pairs) -> Iterator[ScoredPair]:
    """The pairs as objects, the heaviest first."""
    names = {part: [level.name for level in levels] for part, levels in {**PARTS, "gender": GENDER}.items()}
    columns = [pairs.levels[part].tolist() for part in names]
    # millions of pairs agree in some hundred ways; each way is held once
    ways: dict[tuple[int, ...], Mapping[str, str]] = {}
    for a, b, weight, *levels in zip(pairs.a.tolist(), pairs.b.tolist(), pairs.weight.tolist(), *columns, strict=True):
        way = tuple(levels)
        if way not in ways:
            ways[way] = {part: names[part][level] for part, level in zip(names, way, strict=True)}
        yield ScoredPair(a, b, weight, ways[way])


def proposals(
    records: Sequence[Record], keys: Sequence[Key], pairs: Pairs, judged: Judged, moves: Callable[[str, str], float]
) -> list[Proposal]:
    """Links by weight, then questions by gain. No two proposals say the same: of what a group needs to be one, each step stands once, and
    every way in which a contested link may go.

    `moves`: by how much a published count would move were two records (by id) one person's.
    """
    every = zip(pairs.a.tolist(), pairs.b.tolist(), pairs.weight.tolist(), strict=True)
    found = groups(every, keys, judged.different, persons_of(records))
    group_of = {row: number for number, group in enumerate(found) for row in group}
    likely = [pair for pair in scored_pairs(pairs) if pair.weight >= REVIEW_WEIGHT]
    inside = [pair.a in group_of and group_of[pair.a] == group_of.get(pair.b) for pair in likely]
    fits, contested = _fitting(likely, Rivals(records, keys, judged))
    joined = Joined(records, judged.different | judged.unsure)
    linked = [p for p, i in zip(likely, inside, strict=True) if i and _ends(p) in fits and joined.join(p.a, p.b)]
    joined.ask(judged.different)
    either = _each_once(contested, joined)
    for pair in either:
        joined.join(pair.a, pair.b)
    asked = [p for p, i in zip(likely, inside, strict=True) if i and joined.join(p.a, p.b)]
    asked += [p for p in likely if _in_a_cell_only(keys, p) and joined.join(p.a, p.b)]
    links = [_proposal(records, keys, pair, "link", moves) for pair in linked]
    questions = [replace(_proposal(records, keys, pair, "review", moves), contested=True) for pair in either]
    questions += [_proposal(records, keys, pair, "review", moves) for pair in asked]
    return links + sorted(questions, key=lambda p: (-p.gain, -p.probability, p.a, p.b))


def _ends(pair: ScoredPair) -> tuple[int, int]:
    return pair.a, pair.b


def _fitting(likely: Sequence[ScoredPair], rivals: Rivals) -> tuple[set[tuple[int, int]], list[ScoredPair]]:
    """The rows that a link may join, and the pairs that could be links if there were no rival."""
    fitting = [pair for pair in likely if pair.may_link and not rivals.are_apart(pair.a, pair.b)]
    has_rival = rivals.contested([_ends(pair) for pair in fitting])
    free = {_ends(pair) for pair, rival in zip(fitting, has_rival, strict=True) if not rival}
    return free, [pair for pair, rival in zip(fitting, has_rival, strict=True) if rival]


def _each_once(pairs: Sequence[ScoredPair], joined: Joined) -> list[ScoredPair]:
    """Of several that ask about the same two persons the first."""
    first: dict[frozenset[int], ScoredPair] = {}
    for pair in pairs:
        first.setdefault(frozenset({joined.first(pair.a), joined.first(pair.b)}), pair)
    return list(first.values())


def _in_a_cell_only(keys: Sequence[Key], pair: ScoredPair) -> bool:
    """Whether two contradict each other in nothing but their birth dates or the sex told: sources err in those."""
    one, other = keys[pair.a], keys[pair.b]
    against = contradiction(one, other)
    two_by_name = bool(one.named_gender and other.named_gender) and one.named_gender != other.named_gender
    return against == "birth date" or (against == "gender" and not two_by_name)


def _proposal(
    records: Sequence[Record], keys: Sequence[Key], pair: ScoredPair, outcome: str, moves: Callable[[str, str], float]
) -> Proposal:
    a, b, against = records[pair.a].id, records[pair.b].id, contradiction(keys[pair.a], keys[pair.b])
    gain = round(pair.probability * moves(a, b), 4)
    return Proposal(a, b, outcome, round(pair.probability, 4), gain, pair.levels, against)


class Joined:
    """Who is one with whom so far, known persons included: never two that are apart, nor two rows of one list.

    Once it only asks, rows of one list may be one too where the list itself is in doubt; then only whom `ask` names is apart.
    """

    def __init__(self, records: Sequence[Record], apart: Collection[tuple[int, int]]) -> None:
        self.above = persons_of(records)
        self.lists: dict[int, set[str]] | None = {}
        for row, record in enumerate(records):
            if record.source:
                self.lists.setdefault(self.first(row), set()).add(record.source)
        self.keep_apart(apart)

    def keep_apart(self, apart: Collection[tuple[int, int]]) -> None:
        """From now on these pairs, and no others, are apart."""
        self.apart: dict[int, set[int]] = {}
        for a, b in apart:
            self.apart.setdefault(self.first(a), set()).add(b)
            self.apart.setdefault(self.first(b), set()).add(a)

    def ask(self, apart: Collection[tuple[int, int]]) -> None:
        """From now on no link follows from being joined."""
        self.lists = None
        self.keep_apart(apart)

    def first(self, row: int) -> int:
        """The row that stands for everybody one with this row."""
        while self.above[row] != row:
            self.above[row] = self.above[self.above[row]]
            row = self.above[row]
        return row

    def join(self, a: int, b: int) -> bool:
        """Whether the two were apart and now are one."""
        a, b = self.first(a), self.first(b)
        if a == b or any(self.first(other) == b for other in self.apart.get(a, ())):
            return False
        if self.lists is not None:
            if self.lists.get(a, set()) & self.lists.get(b, set()):
                return False
            self.lists.setdefault(a, set()).update(self.lists.pop(b, ()))
        self.above[b] = a
        self.apart.setdefault(a, set()).update(self.apart.pop(b, ()))
        return True
