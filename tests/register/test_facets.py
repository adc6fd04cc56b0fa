"""What people may be narrowed by, where it takes more than reading one claim."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.figures.evidence import Evidence
from habeas.kernel.asof import Basis
from habeas.kernel.days import Day
from habeas.register.facets import recognised_by, told_facets
from habeas.register.importing import Wish, import_claims
from habeas.register.known import known
from habeas.register.opened import new_register
from habeas.sources.capture import About


def facets_of(folder: Path, *claims: dict[str, object], by: Callable[[Evidence], Any] | None = None) -> Any:
    """Of one invented person, of whom the claims are told: what is told, or what `by` says."""
    lines = folder / "lines.jsonl"
    common = {"subject": "Nina Nibyta", "source": "Lantern", "published": "2024-08-01"}
    lines.write_text("".join(json.dumps({**common, **claim}) + "\n" for claim in claims), "utf-8")
    with new_register(str(folder / "r.habeas"), invented=True) as register:
        import_claims(register, str(lines), About(Day.unknown()), Wish())
        now = known(register, date(2030, 1, 1), Basis.register())
        (evidence,) = now.everyone.values()
        return told_facets(now, evidence) if by is None else by(evidence)


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


def recognitions(folder: Path, *claims: dict[str, object]) -> list[str]:
    found: list[str] = facets_of(folder, *claims, by=lambda e: recognised_by(e, date(2025, 1, 1).toordinal()))
    return found


def act(predicate: str, day: str, body: str = "Lantern", **said: object) -> dict[str, object]:
    return {"predicate": predicate, "valid": day, "value": {"body": body}, **said}


def test_a_body_that_withdrew_its_recognition_recognises_no_longer(tmp_path: Path) -> None:
    told = (act("recognised", "2024-01-01"), act("recognised", "2024-01-01", "Beacon"))
    assert recognitions(tmp_path, *told, act("recognition_withdrawn", "2024-02-01")) == ["Beacon"]


def test_who_was_recognised_again_or_whose_withdrawal_is_denied_is_recognised(tmp_path: Path) -> None:
    (tmp_path / "denied").mkdir()
    told = (act("recognised", "2024-01-20"), act("recognition_withdrawn", "2024-03-20"))
    assert recognitions(tmp_path, *told, act("recognised", "2024-06-20")) == ["Lantern"]
    denied = act("recognition_withdrawn", "2024-03-20", reality="denied")
    assert recognitions(tmp_path / "denied", told[0], denied) == ["Lantern"]


def test_before_the_recognition_nobody_is_recognised(tmp_path: Path) -> None:
    assert recognitions(tmp_path, act("recognised", "2025-01-20")) == []
