"""The same bytes again: recognised whatever the file is called, and their publication day corrected when that is asked for.

A wrong day is not overwritten. The claims read under it are retracted, with the reason, and the text is read anew under the right day;
what was answered before the correction can still be asked for.
"""

from __future__ import annotations

from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.register.deciding import reinstate, retract, waiting
from habeas.register.opened import Register


def same_bytes(register: Register, sha256: str) -> dict[str, Day]:
    """Captures of these bytes that still count, by id, with their publication day. One whose claims were all retracted for a
    correction counts no longer."""
    knowledge = register.caught_up()
    found = {s.id: s.published for s in knowledge.sources.values() if s.sha256 == sha256}
    if len(found) < 2:
        return found
    gone = knowledge.retracted()
    claimed: dict[str, list[str]] = {}
    for claim in knowledge.claims:
        if claim.source in found:
            claimed.setdefault(claim.source, []).append(claim.id)
    return {s: day for s, day in found.items() if not claimed.get(s) or any(c not in gone for c in claimed[s])}


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
    for claim in standing:
        retract(register, claim, f"publication day corrected to {published.text}")
    register.store.settle([], _waiting_of(register, wrong), register.store.clock())
    return len(standing)


def bring_back(register: Register, source: str, published: Day) -> int:
    """Claims of a capture once set aside for another day count again. How many."""
    knowledge = register.caught_up()
    gone = knowledge.retracted()
    back = [c.id for c in knowledge.claims if c.source == source and c.id in gone]
    for claim in back:
        reinstate(register, claim, f"publication day corrected to {published.text}")
    return len(back)


def _waiting_of(register: Register, sources: set[str]) -> list[str]:
    return [d.id(register.store.key) for d in waiting(register) if d.claim.get("source") in sources]
