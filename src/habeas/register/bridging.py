"""The itemised bridge between two of the register's own counts: two days, two days of knowledge, two definitions, or two bases.

Between two bases, such as two lists, whoever was judged to be one person is one; the rest are paired as any two lists are. Nothing of
that is kept: a pairing here is no judgement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from habeas.figures.bridge import RollAsked, bridge
from habeas.figures.definitions import Definition
from habeas.figures.roll import Standing
from habeas.identity.listed import Listed, in_their_order, listed_from
from habeas.identity.two_lists import Candidate, matched
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.kernel.errors import UsageError
from habeas.register.known import Known, known
from habeas.register.opened import Register
from habeas.register.rolled import roll_of_day


def bridged(
    register: Register, first: AsOf, of: Definition, second: AsOf, second_of: Definition, *, possible: bool = False
) -> dict[str, Any]:
    """Who makes the difference between two counts, by reason; `start` + in - out = `end`. Raises UsageError for one question asked twice."""
    if (first, str(of)) == (second, str(second_of)):
        raise UsageError(
            "both ends of the bridge are one question; give another --to, --to-known-by, --to-basis or --to-definition"
        )
    worlds = [known(register, asked.known_by, asked.basis) for asked in (first, second)]
    ends, names = [], {}
    for asked, definition in ((first, of), (second, second_of)):
        standings = roll_of_day(register, asked, definition)
        names.update({s.person: s.name for s in standings})
        ends.append(RollAsked(asked.day, asked.known_by, definition, standings, str(asked.basis)))
    pairs = [] if first.basis == second.basis else _pair(register, worlds, ends)
    found = bridge(*ends, possible=possible)
    return {
        "from": _end(first, of, found.start), "to": _end(second, second_of, found.end), "unit": "person",
        "counted": "possible" if possible else "certain", "difference": found.end - found.start,
        "items": [
            {
                "kind": span.kind, "direction": span.direction, "count": len(span.persons), "why": span.why,
                "persons": [{"id": p, "name": names[p]} for p in span.persons],
            }
            for span in found.spans
        ],
        **({} if first.basis == second.basis else {"pairs": pairs}),
    }  # fmt: skip


def _end(asked: AsOf, of: Definition, number: int) -> dict[str, Any]:
    return {
        "on": asked.day.isoformat(), "known_by": asked.known_by.isoformat(), "basis": str(asked.basis), "definition": str(of),
        "count": number,
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Ends:
    """The people of the two rolls that no judgement joins, as lists have them."""

    ones: Sequence[Listed]
    others: Sequence[Listed]


def _pair(register: Register, worlds: Sequence[Known], ends: list[RollAsked]) -> list[dict[str, Any]]:
    """Give whoever is one person on both bases one id on both rolls; the pairs that no judgement made, with how likely each is."""
    persons = known(register, utc_today(), Basis.register()).persons
    everyone = persons.of_mention
    of_one = {everyone.get(s.person, s.person): s.person for s in ends[0].standings}
    judged = {s.person: of_one[same] for s in ends[1].standings if (same := everyone.get(s.person, s.person)) in of_one}
    left = _Ends(
        _listed(worlds[0], [s for s in ends[0].standings if s.person not in judged.values()]),
        _listed(worlds[1], [s for s in ends[1].standings if s.person not in judged]),
    )
    one_of, other_of = ({everyone.get(p.id, p.id): p.id for p in people} for people in (left.ones, left.others))
    both_ways = {*persons.apart, *((b, a) for a, b in persons.apart)}
    apart = frozenset((one_of[a], other_of[b]) for a, b in both_ways if a in one_of and b in other_of)
    found = matched(left.ones, left.others, apart)
    one_id = judged | {left.others[c.b].id: left.ones[c.a].id for c in found.same}
    ends[0] = replace(ends[0], perhaps=frozenset(left.ones[c.a].id for c in found.review))
    ends[1] = replace(
        ends[1], perhaps=frozenset(left.others[c.b].id for c in found.review),
        standings=[replace(s, person=one_id.get(s.person, s.person)) for s in ends[1].standings],
    )  # fmt: skip
    told = [("same", c) for c in found.same] + [("review", c) for c in found.review]
    return [_told(decision, c, left) for decision, c in told]


def _listed(now: Known, standings: Sequence[Standing]) -> list[Listed]:
    people = [now.everyone[s.person] for s in standings]
    return in_their_order([listed_from(e.person.id, e.person.names, e.claims) for e in people])


def _told(decision: str, c: Candidate, left: _Ends) -> dict[str, Any]:
    return {
        "from": left.ones[c.a].id, "to": left.others[c.b].id, "names": list(c.names), "score": round(c.chance, 4),
        "decision": decision,
    }  # fmt: skip
