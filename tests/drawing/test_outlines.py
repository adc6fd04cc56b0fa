"""Outlines of countries: the vendored file is the one named, its boundaries are the stated ones, and a cut keeps to its window."""

from __future__ import annotations

import hashlib
import lzma
import re
from importlib import resources

from hypothesis import given
from hypothesis import strategies as st

from habeas.drawing.outlines import Ring, Window, countries, outlines_in


def is_inside(longitude: float, latitude: float, rings: tuple[Ring, ...]) -> bool:
    """By how often a ray to the east meets the rings."""
    crossings = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y1 > latitude) != (y2 > latitude) and longitude < x1 + (latitude - y1) / (y2 - y1) * (x2 - x1):
                crossings += 1
    return crossings % 2 == 1


def test_the_file_is_the_one_that_its_readme_names() -> None:
    folder = resources.files("habeas.drawing").joinpath("world")
    named = re.search(r"file inside: `([0-9a-f]{64})`", folder.joinpath("README.md").read_text("utf-8"))
    assert named is not None
    assert hashlib.sha256(lzma.decompress(folder.joinpath("50m.json.xz").read_bytes())).hexdigest() == named[1]


def test_crimea_is_drawn_with_ukraine() -> None:
    simferopol = (34.1, 44.95)
    assert is_inside(*simferopol, countries()["UKR"])
    assert not is_inside(*simferopol, countries()["RUS"])


@given(st.floats(-170, 150), st.floats(-80, 60), st.floats(0.5, 20), st.floats(0.5, 20))
def test_what_is_cut_lies_in_its_window(west: float, south: float, wide: float, high: float) -> None:
    window = Window(west, south, west + wide, south + high)
    for ring in outlines_in(window):
        assert all(west - 1e-9 <= x <= west + wide + 1e-9 and south - 1e-9 <= y <= south + high + 1e-9 for x, y in ring)


def test_the_open_sea_has_no_outlines() -> None:
    assert outlines_in(Window(-40, 30, -38, 32)) == ()


def test_a_cut_keeps_what_is_inside() -> None:
    rings = outlines_in(Window(4, 46, 8, 48))
    assert all(sum(is_inside(x, y, (ring,)) for ring in rings) == 1 for x, y in ((5.0, 47.0), (7.5, 46.8)))
