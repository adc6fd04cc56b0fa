"""The itemised bridge between two of the register's own counts: two days, two days of knowledge, or two definitions."""

from __future__ import annotations

from typing import Any

from habeas.figures.bridge import RollAsked, bridge
from habeas.figures.definitions import Definition
from habeas.figures.roll import roll
from habeas.kernel.asof import AsOf
from habeas.kernel.errors import UsageError
from habeas.register.known import known
from habeas.register.opened import Register


def bridged(
    register: Register, first: AsOf, of: Definition, second: AsOf, second_of: Definition, *, possible: bool = False
) -> dict[str, Any]:
    """Who makes the difference between two counts, by reason; `start` + in - out = `end`. Raises UsageError for one question asked twice."""
    if (first, str(of)) == (second, str(second_of)):
        raise UsageError(
            "both ends of the bridge are one question; give another --to, --to-known-by or --to-definition"
        )
    ends, names = [], {}
    for asked, definition in ((first, of), (second, second_of)):
        now = known(register, asked.known_by, asked.basis)
        standings = roll(now.everyone, now.look_alikes, definition, asked.day)
        names.update({s.person: s.name for s in standings})
        ends.append(RollAsked(asked.day, asked.known_by, definition, standings))
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
    }  # fmt: skip


def _end(asked: AsOf, of: Definition, number: int) -> dict[str, Any]:
    return {
        "on": asked.day.isoformat(), "known_by": asked.known_by.isoformat(), "basis": str(asked.basis), "definition": str(of),
        "count": number,
    }  # fmt: skip
