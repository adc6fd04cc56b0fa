"""Claims that need a second look: a death that one source tells, what one person accepted, what is held back for want of consent."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date

from habeas.claims.claim import Claim
from habeas.claims.origin import origin_of
from habeas.claims.vocabulary import vocabulary
from habeas.gate.rules import SOURCES_FOR_A_DEATH
from habeas.kernel.days import Day
from habeas.register.due.needs import Looked, Need, in_order
from habeas.register.known import Known, known
from habeas.register.opened import Register

_DEATHS = ("death_in_custody", "death_after_release", "death")


def single_source_deaths(register: Register, looked: Looked) -> list[Need]:
    """Whose death fewer independent sources tell than it takes to let it be told outside."""
    now = known(register, looked.asked.known_by, looked.asked.basis)
    found = []
    for evidence in now.everyone.values():
        told = [c for c in evidence.claims if c.reality == "actual" and _is_death(c) and c.source in now.sources]
        origins = {origin_of(now.sources[c.source], now.sources) for c in told}
        if told and len(origins) < SOURCES_FOR_A_DEATH:
            first = min(told, key=lambda c: (c.when.hi or 0, c.id))
            why = (
                f"told by {now.sources[first.source].name} alone; {SOURCES_FOR_A_DEATH} independent sources are needed"
            )
            person = evidence.person
            found.append(
                Need(
                    "single_source_death",
                    f"single_source_death:{person.id}",
                    person.name,
                    why,
                    _day_of(now, first),
                    person.id,
                    claim=first.id,
                    source=first.source,
                )
            )
    return in_order(found)


def provisional(register: Register, looked: Looked) -> list[Need]:
    """Claims that fewer people have accepted than the review policy wants; they count as possible only."""
    now = known(register, looked.asked.known_by, looked.asked.basis)
    found = []
    for claim in now.visible.claims:
        if claim.provisional:
            person = _person_of(now, claim)
            name = now.persons.by_id[person].name if person is not None else _group(claim)
            recorded = claim.recorded_at.date() if claim.recorded_at is not None else None
            why = f"{vocabulary().predicate(claim.predicate).label}: counts as possible until somebody else accepts it"
            found.append(
                Need(
                    "provisional",
                    f"provisional:{claim.id}",
                    name,
                    why,
                    recorded,
                    person,
                    claim=claim.id,
                    source=claim.source,
                )
            )
    return in_order(found)


def consents(register: Register, looked: Looked) -> list[Need]:
    """Notes from which claims were made that their consent keeps from being shown: ask again, or leave it so."""
    now = known(register, looked.asked.known_by, looked.asked.basis)
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in now.visible.claims:
        held[claim.source].append(claim)
    found = []
    for body in register.store.bodies(("note",)):
        if body.data is not None and held.get(body.id):
            content = json.loads(body.data)["content"]
            if content["consent"] != "public":
                found.append(
                    _of_note(
                        body.id, content["channel"], content["consent"], Day.parse(content["day"]), len(held[body.id])
                    )
                )
    return in_order(found)


def _of_note(note: str, channel: str, consent: str, day: Day, claims: int) -> Need:
    why = f"{consent.replace('_', ' ')}: {claims} claim{'' if claims == 1 else 's'} held back"
    return Need("consent", f"consent:{note}", f"Note ({channel}) of {day.text or 'no day'}", why, day.last, source=note)


def _is_death(claim: Claim) -> bool:
    return claim.predicate in _DEATHS or claim.value.get("way_out") == "died"


def _day_of(now: Known, claim: Claim) -> date | None:
    return claim.when.last or now.sources[claim.source].published.last


def _person_of(now: Known, claim: Claim) -> str | None:
    return None if claim.subject is None else now.persons.of_mention.get(claim.subject)


def _group(claim: Claim) -> str:
    return f"A group of {claim.count:,}" if claim.count else "A group"
