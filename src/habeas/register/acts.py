"""Acts: what was entered at once. An act is named by its place in the ledger, so that nothing else has to be kept to undo it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from habeas.claims.entries import open_body
from habeas.kernel.errors import InputRefused
from habeas.register.deciding import retract_all
from habeas.register.opened import Register

_NAME = re.compile(r"([0-9]{1,18})-([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Act:
    """The entries after number `after` up to number `to` of the ledger."""

    after: int
    to: int

    def __str__(self) -> str:
        return f"{self.after}-{self.to}"


def act_named(text: str) -> Act:
    """Read "AFTER-TO". Raises InputRefused."""
    found = _NAME.fullmatch(text)
    if found is None or int(found[1]) >= int(found[2]):
        raise InputRefused(f"'{text}' names no act; take its name from the page that made it")
    return Act(int(found[1]), int(found[2]))


def claims_of(register: Register, act: Act) -> tuple[str, ...]:
    """Ids of the claims that an act entered, or that it let count again, in order; those retracted since included."""
    found: dict[str, None] = {}
    for body in register.store.bodies(("claim", "reinstate"), after=act.after):
        if body.sequence > act.to:
            break
        if body.kind == "claim":
            found[body.id] = None
        elif body.data is not None:
            found[str(open_body(body).content["claim"])] = None
    return tuple(found)


def actor_of(register: Register, act: Act) -> str | None:
    """The opaque id of whoever did it; None where nothing readable is left of it."""
    for body in register.store.bodies(None, after=act.after):
        if body.sequence > act.to:
            break
        if body.data is not None and body.kind != "bytes":
            return str(json.loads(body.data)["actor"])
    return None


def undo(register: Register, act: Act, why: str) -> int:
    """Retract, as one act, every claim that an act entered or brought back and that still counts. How many. What was answered before stays as it was."""
    register.caught_up()
    retracted = register.knowledge.retracted()
    counting = [claim for claim in claims_of(register, act) if claim not in retracted]
    if counting:
        retract_all(register, counting, why)
    return len(counting)
