"""Where two sources give different days for one happening and no reviewer has ruled, the better graded source decides.

Only between sources that both carry a grade, and only where nothing tells of two happenings: two releases with an arrest between them are
two releases, whatever the grades. A claim outgraded does not count and stays visible as disputed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from habeas.claims.claim import Claim, Source
from habeas.claims.vocabulary import vocabulary

_OPPOSITE = {"enters": ("leaves", "died", "outside"), "leaves": ("enters", "inside"), "died": ("enters", "inside")}


def outgraded(claims: Sequence[Claim], sources: Mapping[str, Source]) -> frozenset[str]:
    """Ids of one person's claims that a better graded source contradicts."""
    if not any(sources[claim.source].grade for claim in claims if claim.source in sources):
        return frozenset()
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if (
            claim.reality == "actual"
            and claim.when.lo is not None
            and claim.when.hi is not None
            and claim.source in sources
        ):
            told[claim.predicate].append(claim)
    lost: set[str] = set()
    for predicate, same in told.items():
        opposite = _OPPOSITE.get(vocabulary().predicate(predicate).custody or "")
        for one, other in combinations(same, 2) if opposite else ():
            grades = sources[one.source].grade, sources[other.source].grade
            if 0 in grades or grades[0] == grades[1] or one.when.overlaps(other.when):
                continue
            if not _lies_between(claims, one, other, opposite or ()):
                lost.add(other.id if grades[0] > grades[1] else one.id)
    return frozenset(lost)


def _lies_between(claims: Iterable[Claim], one: Claim, other: Claim, effects: tuple[str, ...]) -> bool:
    """Whether something of the opposite effect may have happened between the two days."""
    first, last = sorted((one.when.lo or 0, other.when.lo or 0))
    for claim in claims:
        if claim.reality == "actual" and vocabulary().predicate(claim.predicate).custody_of(claim.value) in effects:
            low, high = claim.when.lo, claim.when.hi
            if low is None or high is None or (first < high and low < last):
                return True
    return False
