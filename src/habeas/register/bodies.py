"""Bodies that recognise, as they are told of."""

from __future__ import annotations

from habeas.figures.definitions import Definition
from habeas.kernel.asof import AsOf
from habeas.register.known import known
from habeas.register.opened import Register
from habeas.register.remembered import remembered


def bodies(register: Register, asked: AsOf) -> list[str]:
    """Bodies of whose acts of recognition anything is told, in order."""
    now = known(register, asked.known_by, asked.basis)

    def made() -> list[str]:
        acts = (c for c in now.visible.claims if c.predicate in ("recognised", "recognition_withdrawn"))
        return sorted({str(c.value["body"]) for c in acts if c.value.get("body")}, key=str.casefold)

    return remembered(register, "bodies", (now.known_by, now.basis), made, 4)


def body_not_told_of(register: Register, asked: AsOf, of: Definition) -> str | None:
    """The body that a definition is about, where nothing here tells of a recognition by it; else None."""
    if of.parameter is None or of.parameter.casefold() in {body.casefold() for body in bodies(register, asked)}:
        return None
    return of.parameter
