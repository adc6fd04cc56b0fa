"""Who gives a number in Russian prose: every way of naming the source, over several sentences."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from habeas.claims.reading.read import read_text
from habeas.claims.reading.russian.models import is_readable

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "speakers.yml").read_text("utf-8"))


@pytest.mark.skipif(not is_readable(), reason="needs the packages of the extra ru")
@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_a_number_has_the_speaker_its_sentences_name(case: dict[str, Any]) -> None:
    figures = {figure.value: figure.said_by for figure in read_text(case["text"], date(2025, 6, 26), "ru").figures}

    assert {value: figures.get(value, "not found") for value in case["said"]} == case["said"]
