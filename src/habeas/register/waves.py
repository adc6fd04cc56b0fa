"""Releases on one day or under one act: how many were announced, who is named, who was nearly out anyway, who was charged again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Any

from habeas.custody.term import due_day
from habeas.figures.evidence import Evidence
from habeas.kernel.asof import AsOf
from habeas.register.known import Known, known
from habeas.register.opened import Register

SOON = 90
SMALLEST = 5


@dataclass(frozen=True, slots=True)
class _Out:
    """One person's release within a wave; `left` days of the term remained, None = due day not known."""

    person: str
    name: str
    left: int | None
    again: str | None


def waves(register: Register, asked: AsOf) -> dict[str, Any]:
    """Every day on which at least SMALLEST people named here left custody, largest first; days on the event's own date."""
    now = known(register, asked.known_by, asked.basis)
    by_day: dict[date, list[_Out]] = {}
    for evidence in now.everyone.values():
        for day, out in _exits(now, evidence):
            by_day.setdefault(day, []).append(out)
    found = [_wave(now, day, outs) for day, outs in by_day.items() if len(outs) >= SMALLEST and day <= asked.day]
    return {"waves": sorted(found, key=lambda w: (-w["named"], w["day"])), "soon_days": SOON}


def _exits(now: Known, evidence: Evidence) -> Iterable[tuple[date, _Out]]:
    for period in evidence.held.periods:
        if period.end is None or period.end.implied or period.end.disputed or period.end.lo != period.end.hi:
            continue
        if any(s.way_out == "died" or s.effect == "died" for s in period.end.signs):
            continue
        day = date.fromordinal(period.end.lo)
        due = due_day(period, evidence.claims, day)
        yield (
            day,
            _Out(
                evidence.person.id,
                evidence.person.name,
                None if due is None else (due - day).days,
                _again(evidence, day),
            ),
        )


def _again(evidence: Evidence, day: date) -> str | None:
    """What followed within a year: arrested or charged again; None = nothing is told."""
    limit = (day + timedelta(days=365)).toordinal()
    for claim in evidence.claims:
        if (
            claim.reality == "actual"
            and claim.predicate in ("rearrest", "arrest", "new_charge")
            and claim.when.lo is not None
            and day.toordinal() < claim.when.lo <= limit
        ):
            return claim.predicate
    return None


def _wave(now: Known, day: date, outs: list[_Out]) -> dict[str, Any]:
    reported = [
        (g.count, g.comparator or "exact")
        for g in now.groups
        if g.predicate in ("release", "pardon", "amnesty") and g.when.first == g.when.last == day and g.count
    ]
    left = sorted(max(0, o.left) for o in outs if o.left is not None)
    soon = [o for o in outs if o.left is not None and o.left <= SOON]
    announced, comparator = max(reported, key=lambda told: told[0], default=(None, None))
    return {
        "day": day.isoformat(), "announced": announced, "announced_comparator": comparator, "named": len(outs), "not_named": None if announced is None else max(0, announced - len(outs)),
        "due_known": len(left), "median_days_left": int(median(left)) if left else None, "nearly_out": len(soon), "days_given_back": sum(left),
        "again_within_a_year": sorted(o.person for o in outs if o.again), "nearly_out_persons": sorted(o.person for o in soon),
    }  # fmt: skip


def charged_before_due(register: Register, asked: AsOf) -> dict[str, Any]:
    """People charged again within SOON days before they were due out, by the sentences known on the day of the charge."""
    now = known(register, asked.known_by, asked.basis)
    found = []
    for evidence in now.everyone.values():
        for claim in evidence.claims:
            if (
                claim.predicate != "new_charge"
                or claim.reality != "actual"
                or not claim.when.is_exact
                or claim.when.first is None
            ):
                continue
            charged = claim.when.first
            period = next(
                (
                    p
                    for p in evidence.held.periods
                    if p.start.lo <= charged.toordinal() and (p.end is None or charged.toordinal() < p.end.hi)
                ),
                None,
            )
            due = due_day(period, evidence.claims, charged) if period is not None else None
            if due is not None and 0 <= (due - charged).days <= SOON:
                found.append(
                    {
                        "person": evidence.person.id,
                        "name": evidence.person.name,
                        "charged": charged.isoformat(),
                        "days_before_due": (due - charged).days,
                        "claim": claim.id,
                    }
                )
    return {"charged": sorted(found, key=lambda f: (f["days_before_due"], f["person"])), "soon_days": SOON}
