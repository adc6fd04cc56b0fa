"""A chart of days: whatever days are asked for, it can be drawn and read."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.drawing.day_chart import ChartDay, day_chart

_ALL = (date.max - date.min).days


def drawn(first: date, counts: list[tuple[int, int]], apart: int = 1) -> list[ET.Element]:
    """Both drawings, from counts of days so many days apart."""
    days = [ChartDay(first + timedelta(days=n * apart), low, low + more) for n, (low, more) in enumerate(counts)]
    return list(ET.fromstring(f"<both>{day_chart(days)}</both>"))


@given(
    st.integers(400_000, _ALL - 40_000),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 500)), min_size=1, max_size=60),
    st.integers(1, 600),
)
def test_every_point_and_every_label_lies_inside_the_drawing(
    start: int, counts: list[tuple[int, int]], apart: int
) -> None:
    for svg in drawn(date.min + timedelta(days=start), counts, apart):
        width, height = (float(part) for part in svg.attrib["viewBox"].split()[2:])
        for path in svg.iter("{http://www.w3.org/2000/svg}path"):
            numbers = [float(number) for number in re.findall(r"[\d.]+", path.attrib["d"])]
            assert all(0 <= x <= width for x in numbers[::2])
            assert all(0 <= y <= height for y in numbers[1::2])
        for label in svg.iter("{http://www.w3.org/2000/svg}text"):
            assert 0 <= float(label.attrib["y"]) <= height
            long = len(label.text or "") * 0.62 * float(label.attrib["font-size"])
            x, anchor = float(label.attrib["x"]), label.attrib.get("text-anchor", "start")
            left = {"end": x - long, "middle": x - long / 2, "start": x}[anchor]
            assert left >= 0 and left + long <= width, label.text


@pytest.mark.parametrize("first", [date.min, date.max - timedelta(days=40)])
def test_the_ends_of_the_calendar_are_drawn(first: date) -> None:
    assert len(drawn(first, [(1, 0)] * 41)) == 2


def test_many_months_are_told_by_their_years() -> None:
    wide, _ = drawn(date(2020, 3, 1), [(1, 0)] * 60, 30)
    told = [label.text for label in wide.iter("{http://www.w3.org/2000/svg}text")]
    assert {"2021", "2022", "2023", "2024"} <= set(told) and not any("Jan" in (text or "") for text in told)


def test_the_last_day_is_told_in_words() -> None:
    wide, narrow = drawn(date(2024, 1, 1), [(1, 0), (1200, 34)])
    for svg in (wide, narrow):
        assert "on the last day at least 1,200 and at most 1,234" in svg.attrib["aria-label"]
