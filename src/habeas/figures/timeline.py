"""Counts for many days at once: each person's standing as segments of days, laid out as integer arrays.

A person's standing changes on few days. `segments` evaluates the roll's own rule once between two such days; the counts of any day
are then sums over arrays. One pass over sorted segments gives a whole series.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from habeas.custody.signs import FOREVER, NEVER
from habeas.figures.definitions import Definition
from habeas.figures.evidence import Evidence
from habeas.figures.look_alikes import Block, LookAlikes
from habeas.figures.roll import MAYBE, Count, answer_at, bears_on

Ints = NDArray[np.int64]
#: The days laid out, as ordinals: from the first up to the second. Every day that can be asked about, so that none is answered by nobody.
SPAN = (date.min.toordinal(), date.max.toordinal() + 1)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Parallel arrays: from `start` up to `until` (ordinals), this many persons are certain, possible, unconfirmed, not assessed."""

    start: Ints
    until: Ints
    counted: Ints

    def on(self, day: date) -> Count:
        """The count of one day."""
        number = day.toordinal()
        covering = (self.start <= number) & (number < self.until)
        return _count(self.counted[covering].sum(axis=0))

    def series(self, first: date, last: date) -> list[Count]:
        """The counts of every day from `first` to `last`, both included."""
        low, days = first.toordinal(), (last - first).days + 1
        change = np.zeros((days + 1, 4), dtype=np.int64)
        begins = np.clip(self.start - low, 0, days)
        ends = np.clip(self.until - low, 0, days)
        np.add.at(change, begins, self.counted)
        np.subtract.at(change, ends, self.counted)
        return [_count(row) for row in np.cumsum(change[:days], axis=0)]


Row = tuple[int, int, int, int, int, int]
Kept = MutableMapping[tuple[str, int], tuple[Row, ...]]


def timeline(
    everyone: Mapping[str, Evidence], look_alikes: Sequence[LookAlikes], of: Definition, kept: Kept
) -> Timeline:
    """Lay out everybody under one definition. A snapshot definition is refused where days are asked, not here.

    `kept` holds the segments of evidence laid out before, by definition and the evidence's identity, so that a person of whom nothing
    new is known is not laid out again.
    """
    grouped = {p for group in look_alikes for p in group.persons}
    name = f"{of}{of.staleness}"
    rows: list[Row] = []
    for evidence in everyone.values():
        if evidence.person.id in grouped or not bears_on(evidence):
            continue
        key = (name, evidence.number)
        if key not in kept:
            kept[key] = tuple(_segments_of_one(evidence, of))
        rows += kept[key]
    for group in look_alikes:
        rows += _segments_of_group(group, of)
    table = np.array(rows, dtype=np.int64).reshape(-1, 6)
    return Timeline(table[:, 0], table[:, 1], table[:, 2:])


def _segments_of_one(evidence: Evidence, of: Definition) -> Iterable[Row]:
    for start, until in between(changes(evidence, of)):
        answer, unconfirmed = answer_at(evidence, of, start)
        if answer != "no":
            yield (start, until, *_counted(answer, unconfirmed))


def _segments_of_group(group: LookAlikes, of: Definition) -> Iterable[Row]:
    """As the roll does for look-alikes; persons of the group who are unconfirmed or not assessed count as when apart."""
    days = {day for evidence in group.blocks.values() for day in changes(evidence, of)}
    for start, until in between(days):
        answers = {block: answer_at(evidence, of, start) for block, evidence in group.blocks.items()}
        certain, possible = group.bounds(partial(_is_one_of, ("yes",), answers), partial(_is_one_of, MAYBE, answers))
        alone = [answers[(p,)] for p in group.persons if (p,) in answers]
        apart = [answer for answer, _ in alone if answer not in MAYBE]
        shown = max(possible, len(alone) - len(apart))
        # as in the roll, those in doubt beyond the ones who may be in by themselves are taken in the group's order
        left_out = apart[shown - (len(alone) - len(apart)) :]
        counted = (certain, shown, sum(u for _, u in alone), left_out.count("not_assessed"))
        if any(counted):
            yield (start, until, *counted)


def _is_one_of(wanted: Sequence[str], answers: Mapping[Block, tuple[str, bool]], block: Block) -> bool:
    return answers[block][0] in wanted


def changes(evidence: Evidence, of: Definition) -> set[int]:
    """Every day on which this person's standing can change."""
    held = evidence.held
    days = {day for stretch in (*held.possible, *held.disputed) for day in stretch}
    for certain in held.certain:
        days |= {certain.start, certain.until}
        if certain.proved is not None and of.staleness is not None:
            days.add(certain.proved + of.staleness + 1)
    if held.last_word is not None and of.staleness is not None:
        days.add(held.last_word + of.staleness + 1)
    if evidence.former_by is not None:
        days |= {day for p in held.periods for day in (p.start.lo, FOREVER if p.end is None else p.end.hi)}
    if of.place_kinds is not None:
        days |= {sign.lo for sign in held.signs} | {p.end.hi for p in held.periods if p.end is not None}
    for claim in evidence.claims:
        if claim.predicate in ("recognised", "recognition_withdrawn"):
            days |= {day for day in (claim.when.lo, claim.when.hi) if day is not None}
    return days | {day + 1 for day in days} if of.first_hour else days


def between(days: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Consecutive segments that cover all days of `SPAN`."""
    first, last = SPAN
    edges = sorted({first, *(min(max(day, first), last) for day in days if NEVER <= day <= FOREVER), last})
    return pairwise(edges)


def _counted(answer: str, unconfirmed: bool) -> tuple[int, int, int, int]:
    return (answer == "yes", answer in MAYBE, unconfirmed, answer == "not_assessed")


def _count(row: Ints) -> Count:
    certain, possible, unconfirmed, not_assessed = (int(value) for value in row)
    return Count(certain, possible, unconfirmed, not_assessed)
