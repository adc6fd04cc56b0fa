"""An import of one version of a list, taken back as one act, and made to count again."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.claims.versions import Version
from habeas.kernel.errors import InputRefused
from habeas.register.acts import Act, claims_of, undo
from habeas.register.deciding import reinstate_all
from habeas.register.opened import Register


@dataclass(frozen=True, slots=True)
class Entered:
    """What an import entered: the version, its claims, and how many of these count now."""

    version: Version
    claims: tuple[str, ...]
    counting: int


def entered_by(register: Register, act: Act) -> Entered:
    """Raises InputRefused where the act is not just the import of one version: an address must not undo more than it names."""
    known = register.caught_up()
    claims = claims_of(register, act)
    within = set(claims)
    told_in = {claim.told_in for claim in known.claims if claim.id in within}
    version = next((v for v in known.versions if told_in == {v.capture}), None)
    if version is None:
        raise InputRefused(
            f"{act} is not the import of one version of a list; take its name from the page that made it"
        )
    return Entered(version, claims, len(within - known.retracted()))


def take_back(register: Register, act: Act, why: str) -> int:
    """Retract what an import entered and still counts. How many claims. Raises InputRefused."""
    entered_by(register, act)
    return undo(register, act, why)


def bring_back(register: Register, act: Act, why: str) -> int:
    """Let what an import entered count again. How many claims. Raises InputRefused."""
    entered = entered_by(register, act)
    gone = register.knowledge.retracted()
    retracted = [claim for claim in entered.claims if claim in gone]
    if retracted:
        reinstate_all(register, retracted, why)
    return len(retracted)
