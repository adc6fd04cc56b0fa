"""The roll of every day at once: each person's standing, with its reason, as segments of days.

A standing and its reason change on few days, so the roll's own rule is evaluated once between two such days; the roll of any day is
then a choice of rows. A test holds the two against each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from habeas.custody.held import Held
from habeas.figures.definitions import Definition
from habeas.figures.evidence import Evidence
from habeas.figures.look_alikes import LookAlikes
from habeas.figures.roll import Standing, bears_on, standing, widened
from habeas.figures.timeline import between, changes

#: From this day (an ordinal) up to that one, the person stands so.
Row = tuple[int, int, Standing]


def roll_table(everyone: Mapping[str, Evidence], look_alikes: Sequence[LookAlikes], of: Definition) -> list[Row]:
    """Everybody's rows, ordered by name. A snapshot definition is refused where days are asked, not here."""
    rows: list[Row] = []
    grouped = {p for group in look_alikes for p in group.persons}
    for evidence in everyone.values():
        if evidence.person.id not in grouped and bears_on(evidence):
            days = between(turns(evidence, of))
            rows += _joined((start, until, standing(evidence, of, date.fromordinal(start))) for start, until in days)
    for group in look_alikes:
        rows += _rows_of_group(group, everyone, of)
    return sorted(rows, key=lambda row: (row[2].name, row[2].person, row[0]))


def turns(evidence: Evidence, of: Definition) -> set[int]:
    """Every day on which this person's standing, or the reason for it, can change."""
    told = _told(evidence.held)
    return changes(evidence, of) | told | ({day + 1 for day in told} if of.first_hour else set())


def _told(held: Held) -> set[int]:
    days = {sign.lo for sign in held.signs} | {day for stretch in held.denied_on for day in stretch}
    for period in held.periods:
        edges = (period.start, period.end, period.lapse)
        days |= {day for edge in edges if edge is not None for day in (edge.lo, edge.hi)}
    return days


def _rows_of_group(group: LookAlikes, everyone: Mapping[str, Evidence], of: Definition) -> Iterator[Row]:
    members = [everyone[p] for p in group.persons if p in everyone and bears_on(everyone[p])]
    days = {day for evidence in (*members, *group.blocks.values()) for day in turns(evidence, of)}
    found: dict[str, list[Row]] = defaultdict(list)
    for start, until in between(days):
        day = date.fromordinal(start)
        alone = {e.person.id: standing(e, of, day) for e in members}
        for stands in widened(alone, group, of, day).values():
            found[stands.person].append((start, until, stands))
    for rows in found.values():
        yield from _joined(rows)


def _joined(rows: Iterable[Row]) -> Iterator[Row]:
    """Neighbouring rows that say the same, as one."""
    last: Row | None = None
    for row in rows:
        if last is not None and last[2] == row[2]:
            last = (last[0], row[1], last[2])
            continue
        if last is not None:
            yield last
        last = row
    if last is not None:
        yield last
