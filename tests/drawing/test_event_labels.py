"""Labels of ticks: readable, inside the drawing, and honest about those left out."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from habeas.drawing.event_labels import Tick, tick_labels

TICKS = st.lists(
    st.builds(lambda x, more, label: Tick(x, x + more, label), st.integers(0, 300), st.integers(0, 40), st.sampled_from(["arrest", "sentence", "transfer"])),
    max_size=12,
)  # fmt: skip


def places(elements: list[str]) -> list[tuple[float, float, str]]:
    found = (re.search(r'<text x="([\d.-]+)" y="([\d.]+)"[^>]*>([^<]*)', element) for element in elements)
    return [(float(f[1]), float(f[2]), f[3]) for f in found if f]


@given(TICKS)
def test_no_label_covers_another_or_leaves_the_drawing(ticks: list[Tick]) -> None:
    elements, height = tick_labels(ticks, 50, 20, 344)
    shown = sorted(places(elements), key=lambda p: (p[1], p[0]))
    for (x, y, words), (x2, y2, _) in pairwise(shown):
        assert y != y2 or x + len(words) * 6 <= x2
    assert all(x + len(words) * 6 <= 346 and 50 < y <= 50 + height for x, y, words in shown)


@given(TICKS)
def test_each_happening_is_named_or_counted(ticks: list[Tick]) -> None:
    elements, _ = tick_labels(ticks, 0, 20, 344)
    counted = sum(int(words.rpartition("×")[2]) if "×" in words else 1 for _, _, words in places(elements))
    assert counted == len(ticks)


def test_where_there_is_no_more_room_the_rest_goes_unnamed() -> None:
    elements, height = tick_labels([Tick(9, 9, "arrest"), Tick(10, 10, "sentence")], 0, 1, 344)
    assert [words for _, _, words in places(elements)] == ["arrest"]
    assert height == 16


def test_words_are_never_taken_for_markup() -> None:
    elements, _ = tick_labels([Tick(9, 9, "<b>")], 0, 1, 344)
    assert "&lt;b&gt;" in "".join(elements)
