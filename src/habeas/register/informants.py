"""Who an informant really is: kept apart from the note, as an entry of its own that no question opens.

Knowledge never holds it, no export writes it, and it can be expunged while the note stays.
"""

from __future__ import annotations

from habeas.claims.entries import new_entry, open_body
from habeas.claims.ledger import NewEntry
from habeas.register.opened import Register
from habeas.register.remembered import remembered


def sealed_entry(register: Register, note: str, real_name: str) -> NewEntry:
    """The name behind a note, ready to append with it."""
    return new_entry(register.store.key, "sealed", {"note": note, "name": real_name}, register.stamp())


def real_name_of(register: Register, note: str) -> str | None:
    """The name behind a note, as last given; None = none was given, or it was expunged. Only for who may read sealed names."""
    found = None
    for body in register.store.bodies(("sealed",)):
        if body.data is not None and (content := open_body(body).content)["note"] == note:
            found = str(content["name"])
    return found


def notes_with_a_name(register: Register) -> set[str]:
    """Notes behind which a name is kept, without the names. Kept until something is appended: the whole ledger is gone through for it."""

    def made() -> set[str]:
        opened = (open_body(body) for body in register.store.bodies(("sealed",)) if body.data is not None)
        return {str(one.content["note"]) for one in opened}

    register.caught_up()
    return remembered(register, "notes with a name", None, made)
