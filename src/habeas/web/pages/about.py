"""What the numbers mean and how they are made: definitions, the review policy in force, the words used."""

from __future__ import annotations

from typing import Any

from habeas.claims.vocabulary import vocabulary
from habeas.figures.definitions import definition_files
from habeas.register.opened import Register
from habeas.web.asking import Question


def about(register: Register, question: Question) -> dict[str, Any]:
    """Everything the page shows."""
    policy = register.knowledge.policy(question.asked.known_by)
    words = vocabulary()
    return {
        "title": "About", "definitions": definition_files(), "policy": policy, "head": register.store.head(),
        "predicates": sorted(words.predicates.values(), key=lambda p: p.label),
        "ways_out": words.codes["way_out"], "place_kinds": words.codes["place_kind"],
    }  # fmt: skip
