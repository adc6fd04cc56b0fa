"""Letters: for each prison how to write there, and a sheet to print of those held there who may be written to."""

from __future__ import annotations

from typing import Any

from habeas.register.letters import addressees, writing
from habeas.register.opened import Register
from habeas.register.places import places
from habeas.web.asking import NotHere, Question


def letters(register: Register, question: Question) -> dict[str, Any]:
    """Prisons named here with an address, or with somebody who may be written to, by name."""
    held = addressees(register, question.asked, question.of.staleness)
    known_places = places(register, question.asked)
    named = [key for key, place in known_places.items() if place.stays and (key in writing() or key in held)]
    rows = [(key, known_places[key].name, key in writing(), len(held.get(key, ()))) for key in named]
    return {"title": "Letters", "rows": sorted(rows, key=lambda row: (-row[3], row[1]))}


def sheet(register: Register, question: Question, key: str) -> dict[str, Any]:
    """One prison's address, rules and sheet. Raises NotHere where nothing of it is known."""
    place = places(register, question.asked).get(key)
    if place is None or not place.stays:
        raise NotHere(f"{key}: nobody is known by {question.asked.known_by} to have been held at a place of that key")
    held = addressees(register, question.asked, question.of.staleness).get(key, ())
    return {"title": f"Letters to {place.name}", "place": place, "how": writing().get(key), "held": held}
