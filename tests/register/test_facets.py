"""What people may be narrowed by, where it takes more than reading one claim."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from habeas.kernel.asof import Basis
from habeas.kernel.days import Day
from habeas.register.facets import told_facets
from habeas.register.importing import Wish, import_claims
from habeas.register.known import known
from habeas.register.opened import new_register
from habeas.sources.capture import About


def facets_of(folder: Path, *claims: dict[str, object]) -> dict[str, list[str]]:
    """Of one invented person, of whom the claims are told."""
    lines = folder / "lines.jsonl"
    common = {"subject": "Nina Nibyta", "source": "Lantern", "published": "2024-08-01"}
    lines.write_text("".join(json.dumps({**common, **claim}) + "\n" for claim in claims), "utf-8")
    with new_register(str(folder / "r.habeas"), invented=True) as register:
        import_claims(register, str(lines), About(Day.unknown()), Wish())
        now = known(register, date(2030, 1, 1), Basis.register())
        (evidence,) = now.everyone.values()
        return told_facets(now, evidence)


@pytest.mark.parametrize(
    ("born", "arrested", "under_age"),
    [
        ("2006-05-05", "2024-05-04", ["yes"]),
        ("2006-05-05", "2024-05-05", []),
        ("2008-02-29", "2026-02-28", ["yes"]),
        ("2006", "2024-06-01", []),  # may have been eighteen
        ("2007", "2024-06-01", ["yes"]),
        ("2006-05-05", "2024", []),  # may have come first
    ],
)
def test_whoever_cannot_have_come_of_age_was_held_under_age(
    tmp_path: Path, born: str, arrested: str, under_age: list[str]
) -> None:
    found = facets_of(tmp_path, {"predicate": "birth_date", "valid": born}, {"predicate": "arrest", "valid": arrested})
    assert found["minor"] == under_age


def test_without_a_birth_date_only_being_told_to_be_a_minor_counts(tmp_path: Path) -> None:
    found = facets_of(
        tmp_path, {"predicate": "arrest", "valid": "2024-01-01"}, {"predicate": "minor", "value": {"value": True}}
    )
    assert found["minor"] == ["yes"]


def test_a_body_that_withdrew_its_recognition_recognises_no_longer(tmp_path: Path) -> None:
    found = facets_of(
        tmp_path,
        {"predicate": "recognised", "valid": "2024-01-01", "value": {"body": "Lantern"}},
        {"predicate": "recognised", "valid": "2024-01-01", "value": {"body": "Beacon"}},
        {"predicate": "recognition_withdrawn", "valid": "2024-02-01", "value": {"body": "Lantern"}},
    )
    assert found["recognised_by"] == ["Beacon"]
