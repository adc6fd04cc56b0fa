"""Facts about a person that sources tell differently: every value beside the others, with who tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from habeas.claims.vocabulary import vocabulary
from habeas.web.pages.claim_words import day_of, facts, first_day

_SIDES = {
    "enters": "Beginning of custody",
    "leaves": "End of custody",
    "may_leave": "End of custody",
    "died": "End of custody",
}
_BOTH = "Custody"


@dataclass(frozen=True, slots=True)
class Dispute:
    """`values` are the facts told against each other, each with its tellings; never fewer than two."""

    fact: str
    values: Sequence[Mapping[str, Any]]


def disputes(claims: Sequence[Mapping[str, Any]]) -> list[Dispute]:
    """What is told differently among one person's claims: of custody where it is marked so, of facts that can have one value only."""
    actual = [claim for claim in claims if claim["reality"] == "actual"]
    return [*_of_custody(actual), *_of_single_facts(actual)]


def _of_custody(claims: Sequence[Mapping[str, Any]]) -> list[Dispute]:
    sides: dict[str, list[Mapping[str, Any]]] = {}
    for claim in claims:
        custody = vocabulary().predicate(str(claim["predicate"])).custody
        if claim["disputed"] and custody:
            sides.setdefault(_SIDES.get(custody, _BOTH), []).append(claim)
    found, alone = [], []
    for side, told in sides.items():
        values = _values(told) if len(_values(told)) > 1 else _values([*told, *_against(told, claims)])
        if len(values) > 1:
            found.append(Dispute(side, values))
        else:
            alone += told
    together = _values(alone)
    return [*found, Dispute(_BOTH, together)] if len(together) > 1 else found


def _against(told: Sequence[Mapping[str, Any]], claims: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """What stands against claims that lost by a ruling or a grade: the same told of the nearest other day."""
    predicates = {claim["predicate"] for claim in told}
    others = [c for c in claims if c["predicate"] in predicates and not c["disputed"] and c["valid"]]
    day = first_day(told[0]["valid"])
    return sorted(others, key=lambda c: abs(first_day(c["valid"]) - day))[:1]


def _of_single_facts(claims: Sequence[Mapping[str, Any]]) -> list[Dispute]:
    found = []
    single = [p for p in vocabulary().predicates.values() if p.cardinality == "one"]
    for predicate in single:
        values = _values(c for c in claims if c["predicate"] == predicate.name)
        if predicate.custody is None and any(_differ(a, b, predicate.time) for a, b in combinations(values, 2)):
            found.append(Dispute(predicate.label.capitalize(), values))
    return found


def _differ(one: Mapping[str, Any], other: Mapping[str, Any], time: str) -> bool:
    """Whether both cannot be: days that have none in common, or other words. A year and a day in it do not differ."""
    if time == "moment":
        return not day_of(one["valid"]).overlaps(day_of(other["valid"]))
    return str(one["words"]).casefold() != str(other["words"]).casefold()


def _values(claims: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return facts(claims)
