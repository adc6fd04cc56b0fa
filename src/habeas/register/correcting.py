"""The same bytes again: recognised whatever the file is called, and their publication day corrected when that is asked for.

A wrong day is not overwritten. The claims read under it are retracted, with the reason, and the text is read anew under the right day;
what was answered before the correction can still be asked for.
"""

from __future__ import annotations

from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.register.deciding import reinstate_all, retract_all, waiting
from habeas.register.opened import Register

#: How the reason of every such retraction begins, which tells it from one that a reviewer made.
_CORRECTED = "publication day corrected"


def same_bytes(register: Register, sha256: str) -> dict[str, Day]:
    """Captures of these bytes in force, by id, with their publication day: without those that a correction set aside."""
    knowledge = register.caught_up()
    corrected = _corrected(register)
    aside = {claim.source for claim in knowledge.claims if claim.id in corrected}
    return {s.id: s.published for s in knowledge.sources.values() if s.sha256 == sha256 and s.id not in aside}


def refuse_other_day(path: str, held: dict[str, Day], published: Day) -> None:
    """Raises InputRefused where these bytes are held under another publication day."""
    other = next(((s, day) for s, day in held.items() if day != published), None)
    if other is None or published.is_unknown or any(day == published for day in held.values()):
        return
    source, day = other
    said = f"published on {day.text}" if day.text else "without a publication day"
    raise InputRefused(
        f"{path}: these bytes are here already as {source}, {said}, and now they are said to be of {published.text}; "
        "if the day held is wrong, add the file with --correct-day"
    )


def set_aside_other_days(register: Register, held: dict[str, Day], published: Day) -> int:
    """Retract what was read under another day, and drop what still waited. How many claims were retracted."""
    knowledge = register.caught_up()
    wrong = {source for source, day in held.items() if day != published}
    gone = knowledge.retracted()
    standing = [c.id for c in knowledge.claims if c.source in wrong and c.id not in gone]
    retract_all(register, standing, f"{_CORRECTED} to {published.text}")
    register.store.settle([], _waiting_of(register, wrong), register.store.clock())
    return len(standing)


def bring_back(register: Register, source: str, published: Day) -> int:
    """Claims of a capture that a correction set aside count again; what a reviewer retracted stays retracted. How many."""
    corrected = _corrected(register)
    back = [c.id for c in register.caught_up().claims if c.source == source and c.id in corrected]
    reinstate_all(register, back, f"{_CORRECTED} to {published.text}")
    return len(back)


def _corrected(register: Register) -> set[str]:
    """Claims that are retracted now because the day of their source was corrected."""
    latest = {one.claim: one for one in sorted(register.caught_up().withdrawn, key=lambda one: one.when)}
    return {c for c, one in latest.items() if not one.counts and (one.why or "").startswith(_CORRECTED)}


def _waiting_of(register: Register, sources: set[str]) -> list[str]:
    return [d.id(register.store.key) for d in waiting(register) if d.claim.get("source") in sources]
