"""Numbers of people in Russian prose: each with what became of those counted; numbers of anything else are left alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from habeas.claims.reading.read import read_text
from habeas.claims.reading.russian.models import is_readable
from habeas.claims.reading.russian.ordinals import ranked_in

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "figures.yml").read_text("utf-8"))


@pytest.mark.skipif(not is_readable(), reason="needs the packages of the extra ru")
@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_a_number_of_people_has_its_population(case: dict[str, Any]) -> None:
    figures = read_text(case["text"], date(2025, 6, 26), "ru").figures

    assert {figure.value: figure.population for figure in figures} == case["figures"]


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("третий политзаключённый, умерший в колонии", [(3, "died_in_custody")]),
        ("15-й учёный, осужденный по этой статье", [(15, "convicted")]),
        ("двенадцатая смерть узника", [(12, "died_in_custody")]),
        ("третий министр, умерший от болезни", []),
        ("первый политзаключенный, умерший в колонии", []),
        ("вторая смерть в его семье", []),
    ],
)
def test_a_rank_counts_those_whom_custody_befell(text: str, ranks: list[tuple[int, str]]) -> None:
    assert [(one.value, one.population) for one in ranked_in(text)] == ranks
