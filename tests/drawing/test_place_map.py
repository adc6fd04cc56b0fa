"""A map of places: every place is marked where it lies, names cover nothing, and its numbers are told in words."""

from __future__ import annotations

import re
from itertools import combinations, product
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from habeas.drawing.place_map import MapPoint, place_map

ORSK = MapPoint("Orsk", 53.0, 28.0, 4, 9, "/places/orsk/")
POINTS = st.lists(
    st.builds(MapPoint, st.sampled_from(["Orsk", "Velmar", "Colony <5>"]), st.floats(40, 60), st.floats(10, 40), st.just(2), st.integers(2, 40), st.none()),
    min_size=1, max_size=8,
)  # fmt: skip


def circles(svg: str, kind: str) -> list[tuple[float, float, float]]:
    found = re.findall(rf'<circle class="{kind}" cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', svg.split("</svg>")[0])
    return [(float(x), float(y), float(r)) for x, y, r in found]


def label(text: ElementTree.Element) -> tuple[float, float, str]:
    """Where a name begins, its foot, and what it says."""
    x, y, name = float(text.get("x") or 0), float(text.get("y") or 0), text.text or ""
    return (x if text.get("text-anchor") == "start" else x - len(name) * 6), y, name


def test_without_places_there_is_no_map() -> None:
    assert place_map([]) == ""


def test_a_place_is_a_disc_within_a_ring_and_leads_to_its_page() -> None:
    svg = place_map([ORSK])
    ((x, y, held),), ((x2, y2, most),) = circles(svg, "held"), circles(svg, "most")
    assert (x, y) == (x2, y2) == (430, 210) and held < most
    assert '<a href="/places/orsk/" aria-label="Orsk: 4 held, at most 9">' in svg
    assert "Orsk: 4 held, at most 9." in svg


def test_where_nobody_more_may_be_there_is_no_ring() -> None:
    assert not circles(place_map([MapPoint("Orsk", 53, 28, 4, 4, None)]), "most")


def test_north_is_up_and_east_is_right() -> None:
    (west, east) = circles(place_map([MapPoint("A", 50, 20, 2, 2, None), MapPoint("B", 52, 30, 1, 1, None)]), "held")
    assert west[0] < east[0] and west[1] > east[1]


@given(POINTS)
def test_marks_lie_inside_and_names_cover_no_other(points: list[MapPoint]) -> None:
    svg = place_map(points)
    wide, narrow = ElementTree.fromstring(f"<both>{svg}</both>")
    assert wide.get("class") == "chart map wide" and narrow.get("class") == "chart map narrow"
    assert all(0 < x < 860 and 0 < y < 420 for x, y, _ in circles(svg, "held"))
    labels = [label(t) for t in wide.iter() if t.tag.endswith("text")]
    for (x, y, name), (x2, y2, other) in combinations(labels, 2):
        assert abs(y - y2) >= 14.8 or x + len(name) * 6 <= x2 or x2 + len(other) * 6 <= x
    for (x, y, name), (at, foot, _) in product(labels, circles(svg, "held")):
        assert abs(y - 4 - foot) >= 7 or not x < at < x + len(name) * 6


def test_a_map_of_half_the_world_still_leaves_room_on_a_page_of_150_kilobytes() -> None:
    svg = place_map([MapPoint("A", -40, -70, 2, 2, None), MapPoint("B", 65, 100, 1, 1, None), ORSK])
    assert 10_000 < len(svg) < 90_000
