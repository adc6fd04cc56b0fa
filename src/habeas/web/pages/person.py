"""One person: names, status, custody over time, and every fact down to the words of its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from habeas.claims.vocabulary import vocabulary
from habeas.register.known import known
from habeas.register.opened import Register
from habeas.register.persons import person as person_of
from habeas.web.asking import NotHere, Question

#: Under which heading a claim stands; what is not named here stands under the last.
_HEADINGS: Sequence[tuple[str, frozenset[str]]] = (
    ("Name", frozenset(("name", "patronymic"))),
    ("Custody", frozenset()),
    ("Charges and courts", frozenset(("charge", "charge_changed", "new_charge", "conviction", "sentence", "appeal", "hearing", "case", "involvement"))),
    ("Recognition", frozenset(("described_as_political_prisoner", "recognised", "recognition_withdrawn", "assessment"))),
    ("Health", frozenset(("health_condition",))),
    ("The person", frozenset(("birth_date", "sex", "age", "nationality", "occupation", "minor", "relation", "role", "description", "address"))),
    ("Other", frozenset()),
)  # fmt: skip


def person(register: Register, question: Question, person_id: str) -> dict[str, Any]:
    """Everything the page shows. Raises NotHere for an unknown id."""
    now = known(register, question.asked.known_by, question.asked.basis)
    if person_id not in now.persons.of_mention:
        raise NotHere(f"{person_id}: nobody of that id is known here by {question.asked.known_by}; search by name")
    found = person_of(register, person_id, question.asked, question.of)
    return {
        "title": found["names"][0], "person": found,
        "sections": _sections(found["claims"]),
        "alike": [(other, now.everyone[other].person.name) for other in found["look_alikes"] if other in now.everyone],
    }  # fmt: skip


def _sections(claims: Sequence[Mapping[str, Any]]) -> list[tuple[str, list[Mapping[str, Any]]]]:
    placed: dict[str, list[Mapping[str, Any]]] = {heading: [] for heading, _ in _HEADINGS}
    for claim in claims:
        placed[_heading(str(claim["predicate"]))].append({**claim, "words": in_words(claim)})
    return [(heading, sorted(found, key=_by_day)) for heading, found in placed.items() if found]


def _by_day(claim: Mapping[str, Any]) -> tuple[str, str]:
    return str(claim["valid"] or ""), str(claim["id"])


def _heading(predicate: str) -> str:
    for heading, predicates in _HEADINGS:
        if predicate in predicates:
            return heading
    return "Custody" if vocabulary().predicate(predicate).custody else "Other"


def in_words(claim: Mapping[str, Any]) -> str:
    """What a claim's value says, field by field; empty where its label says everything."""
    return "; ".join(
        _field(name, value) for name, value in claim["value"].items() if value not in (None, "", [], False)
    )


def _field(name: str, value: Any) -> str:
    if name in ("value", "text"):
        return str(value).replace("_", " ")
    if value is True:
        return name.replace("_", " ")
    coded = vocabulary().codes.get(name, {}).get(str(value))
    shown = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return coded or f"{name.replace('_', ' ')} {shown}"
