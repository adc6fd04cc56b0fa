"""Boxes and lines, before anything is drawn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from habeas.drawing.label_layout import Wish, placed_labels
from habeas.drawing.labels import Box, Words, lines_cross

INSIDE = Box(0, 0, 300, 200)


def test_a_line_through_a_box_crosses_it_and_one_beside_does_not() -> None:
    box = Box(10, 10, 20, 10)
    assert box.crossed_by(((0, 0), (40, 30)))
    assert not box.crossed_by(((0, 0), (40, 0)))
    assert not box.crossed_by(((0, 15), (9, 15)))
    assert not box.crossed_by(((20, 0), (20, 10)))  # it ends where the box begins


def test_lines_that_share_an_end_do_not_cross() -> None:
    assert lines_cross(((0, 0), (10, 10)), ((0, 10), (10, 0)))
    assert not lines_cross(((0, 0), (10, 10)), ((0, 0), (10, 0)))


def test_a_label_keeps_off_a_line_where_there_is_room() -> None:
    wish = Wish((150, 100), ((Words("1,150", 12, bold=True),),))
    (placed,) = placed_labels([wish], INSIDE, [], [((150, 100), (300, 100))])
    assert not placed.box.crossed_by(((150, 100), (300, 100)))


def test_where_the_full_words_have_no_room_fewer_are_said() -> None:
    narrow = Box(0, 0, 40, 40)
    full, short = (Words("a very long name of a speaker"),), (Words("7"),)
    (placed,) = placed_labels([Wish((20, 20), (full, short))], narrow, [], [])
    assert placed.lines == short


spots = st.tuples(st.floats(0, 300), st.floats(0, 200))


@given(st.lists(spots, max_size=12))
def test_labels_never_meet_each_other_or_a_dot(at: list[tuple[float, float]]) -> None:
    dots = [Box(x - 4, y - 4, 8, 8) for x, y in at]
    wishes = [Wish(spot, ((Words("12 1,150"),), (Words("12"),))) for spot in at]
    placed = placed_labels(wishes, INSIDE, dots, [])
    boxes = [label.box for label in placed]
    assert not [(a, b) for n, a in enumerate(boxes) for b in boxes[:n] if a.meets(b)]
    assert not [(box, dot) for box in boxes for dot in dots if box.meets(dot)]
    assert len(placed) == len(at)
