"""Who is who among many records, and which rows of a list are people of a register. Needs the extra `scale`.

Plain functions: records in, scored pairs, proposals and answers about rows out. Nothing is judged and nothing is stored here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.kernel.errors import CannotOpen
from habeas.scale.clusters import groups, may_be_one
from habeas.scale.judged import Judged, nobody_apart
from habeas.scale.keys import Key, key_of
from habeas.scale.proposals import REVIEW_WEIGHT, Proposal, ScoredPair, proposals, scored_pairs
from habeas.scale.records import Record, persons_of

if TYPE_CHECKING:
    from habeas.scale.engine import Pairs

#: Another candidate this much lighter leaves a link unambiguous: the odds between them are 16 to 1.
_CLEAR_LEAD = 4.0


@dataclass(frozen=True, slots=True)
class RowLink:
    """What became of one row of a list. `outcome`: link, review or new; `record`: the register's record it is linked or likened to,
    None when new; `probability` that this is so; `others`: further candidates, the likeliest first.
    """

    row: str
    outcome: str
    record: str | None = None
    probability: float = 0.0
    others: tuple[str, ...] = ()


def scored_among(records: Sequence[Record]) -> list[ScoredPair]:
    """Every pair of records worth comparing, by their places in `records`, the likeliest first. Raises CannotOpen without the extra `scale`."""
    return list(scored_pairs(_scored(records, [key_of(r) for r in records])))


def grouped(records: Sequence[Record], different: Collection[tuple[str, str]] = ()) -> list[list[str]]:
    """Ids of records held to be one person's, as the likeliest reading of everything; for measuring and for a first look, not to be judged
    unseen. `different`: ids of records that were judged to be two people. Raises CannotOpen without the extra `scale`.
    """
    records = _in_order(records)
    keys = [key_of(r) for r in records]
    pairs = _scored(records, keys)
    every = zip(pairs.a.tolist(), pairs.b.tolist(), pairs.weight.tolist(), strict=True)
    found = groups(every, keys, _rows(records, different), persons_of(records))
    return [[records[row].id for row in group] for group in found]


def proposed(
    records: Sequence[Record],
    different: Collection[tuple[str, str]] = (),
    unsure: Collection[tuple[str, str]] = (),
    moves: Callable[[str, str], float] = lambda _a, _b: 1.0,
    apart: Callable[[str, str], bool] = nobody_apart,
) -> list[Proposal]:
    """What to link and what to ask about, links first, then questions by the gain of an answer.

    `different`: ids of records judged to be two people; `unsure`: of those somebody looked at and could not tell, which are never linked;
    `moves`: by how much a published count would move were two records one person's; `apart`: whether two are told apart by what the records
    do not hold, so that nobody is linked to either for being like both. Raises CannotOpen without the extra `scale`.
    """
    records = _in_order(records)
    keys = [key_of(r) for r in records]
    judged = Judged(_rows(records, different), _rows(records, unsure), apart)
    return proposals(records, keys, _scored(records, keys), judged, moves)


def linked_list(
    rows: Sequence[Record], register: Sequence[Record], different: Collection[tuple[str, str]] = ()
) -> list[RowLink]:
    """Each row's place in the register, in the order of the rows. A row takes one person at most, and a person one row at most, unless the
    row is doubtful. Raises CannotOpen without the extra `scale`.
    """
    records = [*rows, *register]
    keys = [key_of(r) for r in records]
    pairs = _scored(records, keys, [0] * len(rows) + [1] * len(register))
    apart, persons = _rows(records, different), persons_of(records)
    candidates: dict[int, list[ScoredPair]] = {}
    taken: dict[int, ScoredPair] = {}
    held: set[int] = set()
    for pair in scored_pairs(pairs):
        if pair.weight < REVIEW_WEIGHT or (pair.a, pair.b) in apart or not may_be_one(keys[pair.a], keys[pair.b]):
            continue
        candidates.setdefault(pair.a, []).append(pair)
        if pair.a not in taken and (persons[pair.b] not in held or records[pair.a].doubtful):
            taken[pair.a] = pair
            held.add(persons[pair.b])
    return [_row_link(records, n, taken.get(n), candidates.get(n, []), persons) for n in range(len(rows))]


def _row_link(
    records: Sequence[Record], row: int, best: ScoredPair | None, every: Sequence[ScoredPair], persons: Sequence[int]
) -> RowLink:
    if best is None:
        others = tuple(dict.fromkeys(records[persons[p.b]].id for p in every))
        return RowLink(records[row].id, "review" if others else "new", others=others)
    rivals = [p for p in every if persons[p.b] != persons[best.b]]
    clear = all(p.weight <= best.weight - _CLEAR_LEAD for p in rivals)
    outcome = "link" if best.may_link and clear else "review"
    others = tuple(dict.fromkeys(records[persons[p.b]].id for p in rivals))
    return RowLink(records[row].id, outcome, records[persons[best.b]].id, round(best.probability, 4), others)


def _in_order(records: Sequence[Record]) -> list[Record]:
    """By id, so that the answer does not hang on the order in which records come."""
    return sorted(records, key=lambda record: record.id)


def _rows(records: Sequence[Record], different: Collection[tuple[str, str]]) -> frozenset[tuple[int, int]]:
    row_of = {record.id: row for row, record in enumerate(records)}
    known = [(row_of[a], row_of[b]) for a, b in different if a in row_of and b in row_of]
    return frozenset((min(a, b), max(a, b)) for a, b in known)


def _scored(records: Sequence[Record], keys: Sequence[Key], sides: Sequence[int] | None = None) -> Pairs:
    try:
        from habeas.scale.columns import table_of
        from habeas.scale.engine import scored
    except ModuleNotFoundError as error:
        raise CannotOpen("linkage in bulk needs the extra: pip install 'habeas[scale]'") from error
    return scored(table_of(records, keys, sides))
