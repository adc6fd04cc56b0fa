"""What a reading becomes in the register's own vocabulary: terms of days, lawyers, figures without a name for whom they count."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.claims.drafts import Draft
from habeas.claims.reading.read import read_text
from habeas.register.drafting import Place, drafts_of


def drafted(text: str) -> list[Draft]:
    reading = read_text(text, date(2022, 1, 20), "en")
    return drafts_of(reading, Place(b"key", "cap_a", "psg_a"))


def told(text: str) -> dict[str, dict[str, object]]:
    contents = (draft.claim for draft in drafted(text))
    return {str(content["predicate"]): dict(content.get("value") or {}) for content in contents}


@pytest.mark.parametrize(
    ("text", "predicate", "value"),
    [
        ("Ivan Nibyta was sentenced to 15 days in jail on January 11.", "sentence", {"term_days": 15}),
        ("Ivan Nibyta was sentenced to five years in prison on January 11.", "sentence", {"term_years": 5.0}),
        (
            "Ivan Nibyta was placed under administrative arrest for 10 days on January 11.",
            "administrative_arrest",
            {"term_days": 10},
        ),
    ],
)
def test_a_term_is_kept_in_the_unit_it_is_served_in(text: str, predicate: str, value: dict[str, object]) -> None:
    assert value.items() <= told(text)[predicate].items()


def test_the_lawyer_of_a_prisoner_is_for_staff_alone() -> None:
    assert "lawyer" in told("Ivan Nibyta was arrested on Monday. His lawyer Yan Kazachny was not let in.")


def test_a_lawyer_in_prison_is_a_prisoner_with_an_occupation() -> None:
    assert told("Alena Vymyslova, a lawyer, was jailed for five years.")["occupation"] == {"value": "lawyer"}


@pytest.mark.parametrize("text", [
    "Ivan Nibyta, a former political prisoner, gave a talk on January 11.",
    "Former political prisoner Ivan Nibyta fled abroad.",
])  # fmt: skip
def test_a_former_political_prisoner_is_called_so_and_not_proposed_as_held(text: str) -> None:
    assert told(text)["described_as_political_prisoner"]["former"] is True
    assert not {"arrest", "in_custody"} & set(told(text))


def test_a_political_prisoner_is_proposed_as_held_some_time() -> None:
    found = told("Ivan Nibyta, a political prisoner, gave a talk on January 11.")

    assert "former" not in found["described_as_political_prisoner"]
    assert "arrest" in found
