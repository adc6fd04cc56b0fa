"""A person's custody drawn: what is known for certain is filled, what is loose is hatched, what goes on says so."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from habeas.drawing.person_timeline import PATTERNS, Happening, Span, Stretch, person_timeline

MARCH, MAY, DEC = date(2021, 3, 2), date(2021, 5, 1), date(2021, 12, 1)
ASKED = date(2022, 6, 1)


def on(day: date) -> Span:
    return day, day


def drawings(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(f"<both>{svg}</both>"))


def boxes(svg: str, kind: str) -> list[tuple[float, float]]:
    wide = svg.split("</svg>")[0]
    found = re.findall(rf'<rect class="{kind}" x="([\d.]+)" y="\d+" width="([\d.]+)"', wide)
    return [(float(x), float(x) + float(width)) for x, width in found]


def test_there_is_a_drawing_for_wide_and_one_for_narrow_screens() -> None:
    svg = person_timeline([Stretch("pre-trial detention", "diagonal", on(MARCH), on(DEC))], [], ASKED)
    wide, narrow = drawings(svg)
    assert (wide.get("class"), narrow.get("class")) == ("chart timeline wide", "chart timeline narrow")
    assert float(str(narrow.get("viewBox")).split()[2]) <= 360


def test_exact_days_leave_nothing_hatched() -> None:
    svg = person_timeline([Stretch("prison", "solid", on(MARCH), on(DEC))], [], ASKED)
    assert len(boxes(svg, "held")) == 1 and not boxes(svg, "loose")
    assert "onward" not in svg


def test_a_loose_beginning_is_hatched_up_to_the_day_by_which_it_was() -> None:
    svg = person_timeline([Stretch("prison", "solid", (MARCH, MAY), on(DEC))], [], ASKED)
    (loose,), (held,) = boxes(svg, "loose"), boxes(svg, "held")
    assert loose[0] < loose[1] == pytest.approx(held[0], abs=0.2)


def test_an_end_on_a_day_not_known_is_hatched_from_the_beginning() -> None:
    svg = person_timeline([Stretch("prison", "solid", on(MARCH), (None, None))], [], ASKED)
    assert len(boxes(svg, "loose")) == 1


@pytest.mark.parametrize("start", [(None, None), (None, MARCH), (MARCH, None), on(MARCH)])
@pytest.mark.parametrize("end", [None, (None, None), (None, DEC), (MAY, None), on(DEC), (MAY, DEC)])
def test_every_way_of_knowing_the_ends_gives_a_bar_inside_the_drawing(start: Span, end: Span | None) -> None:
    svg = person_timeline([Stretch("prison", "dots", start, end)], [Happening(on(MAY), "transfer")], ASKED)
    found = [*boxes(svg, "held"), *boxes(svg, "loose")]
    assert found
    assert all(22 <= left < right <= 842 for left, right in found)


def test_what_goes_on_has_an_arrow_and_says_so() -> None:
    svg = person_timeline([Stretch("prison", "solid", on(MARCH), None)], [], ASKED)
    assert svg.count('class="onward"') == 2
    assert "prison, from 2021-03-02 on" in svg


def test_happenings_are_named_and_told_in_words() -> None:
    svg = person_timeline([], [Happening(on(MARCH), "arrest"), Happening((MAY, DEC), "release")], ASKED)
    assert ">arrest</text>" in svg and 'class="loosely"' in svg
    assert "release, a day from 2021-05-01 to 2021-12-01" in svg


def test_kinds_of_place_differ_by_pattern_and_label_not_by_colour() -> None:
    lanes = [Stretch(f"kind {pattern}", pattern, on(MARCH), on(DEC)) for pattern in PATTERNS]
    wide = drawings(person_timeline(lanes, [], ASKED))[0]
    fills = {element.get("fill") for element in wide.iter() if element.get("class") == "held"}
    labels = [element.text for element in wide.iter() if element.get("class") == "lane"]
    assert len(fills) == len(PATTERNS) == len(labels)


def test_nothing_known_is_no_drawing() -> None:
    assert person_timeline([], [], ASKED) == ""
    assert person_timeline([Stretch("prison", "solid", (None, None), None)], [], ASKED) == ""
