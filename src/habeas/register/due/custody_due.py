"""People whose custody needs a look: due out and no news, an administrative term that ran out, no proof of contact for too long.

Due days are for staff only: who is due out soon, and whose term may be prolonged, is nobody else's to know.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from habeas.custody.periods import Period
from habeas.custody.signs import ENDLESS, NEVER
from habeas.custody.status import answer_on
from habeas.custody.term import due_day
from habeas.figures.evidence import Evidence
from habeas.register.due.needs import Looked, Need, in_order
from habeas.register.known import known
from habeas.register.opened import Register


def due_out(register: Register, looked: Looked) -> list[Need]:
    """Held as far as is known, though the day of release that the sentences allow, or a source tells, has passed with nothing told since."""
    found = []
    for evidence, period in _held(register, looked):
        due = _due(evidence, period, looked.asked.day)
        if due is not None and due <= looked.asked.day and not _told_after(evidence, due):
            why = f"due out on {due} at the latest, by the sentences known; nothing told since"
            found.append(
                Need(
                    "due_out", f"due_out:{evidence.person.id}:{due}", evidence.person.name, why, due, evidence.person.id
                )
            )
    return in_order(found)


def term_ended(register: Register, looked: Looked) -> list[Need]:
    """Whose last known ground of custody was an administrative term that has run out, with no release told."""
    found = []
    for evidence, period in _held(register, looked):
        lapse = period.lapse
        if lapse is not None and NEVER < lapse.hi < ENDLESS and lapse.hi <= looked.asked.day.toordinal():
            ended = date.fromordinal(lapse.hi)
            why = f"the term ran out on {ended}; no release is told"
            found.append(
                Need(
                    "term_ended",
                    f"term_ended:{evidence.person.id}:{ended}",
                    evidence.person.name,
                    why,
                    ended,
                    evidence.person.id,
                )
            )
    return in_order(found)


def no_contact(register: Register, looked: Looked) -> list[Need]:
    """Possibly held, and without any proof of it for longer than the days asked about."""
    found = []
    limit = looked.asked.day.toordinal() - looked.days
    for evidence, _ in _held(register, looked):
        last = _last_word(evidence, looked.asked.day.toordinal())
        if last is not None and last < limit:
            told = date.fromordinal(last)
            why = f"nothing told of them since {told}, {looked.asked.day.toordinal() - last:,} days"
            since = told + timedelta(days=looked.days)
            found.append(
                Need(
                    "no_contact",
                    f"no_contact:{evidence.person.id}:{told}",
                    evidence.person.name,
                    why,
                    since,
                    evidence.person.id,
                )
            )
    return in_order(found)


def _held(register: Register, looked: Looked) -> Iterator[tuple[Evidence, Period]]:
    """Everybody who may be held on the day, with the period of custody that has not ended."""
    number = looked.asked.day.toordinal()
    for evidence in known(register, looked.asked.known_by, looked.asked.basis).everyone.values():
        period = evidence.held.periods[-1] if evidence.held.periods else None
        if (
            period is not None
            and period.end is None
            and period.start.lo <= number
            and answer_on(evidence.held, number, None)[0] != "no"
        ):
            yield evidence, period


def _due(evidence: Evidence, period: Period, day: date) -> date | None:
    """The latest of the day that the sentences allow and those that sources tell within this custody."""
    begun = period.start.lo
    told = [
        c.when.last for c in evidence.claims
        if c.predicate == "due_release" and c.reality == "actual" and c.when.last is not None and c.when.last.toordinal() >= begun
    ]  # fmt: skip
    reckoned = due_day(period, evidence.claims, day)
    return max([*told, *([reckoned] if reckoned is not None else [])], default=None)


def _told_after(evidence: Evidence, due: date) -> bool:
    return any(sign.lo > due.toordinal() for sign in evidence.held.signs)


def _last_word(evidence: Evidence, number: int) -> int | None:
    """The last day by then on which anything was told of custody that has not ended; None = told without a day."""
    days = [s.hi for s in evidence.held.signs if s.effect in ("enters", "inside") and s.hi <= number and s.hi > NEVER]
    return max(days, default=None)
