"""The picture in plain text."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from habeas.drawing.figure_marks import FigureMark
from habeas.drawing.terminal_picture import WIDTH, terminal_picture

DAY = date(2030, 6, 21)
MARKS = [
    FigureMark("1,172 in custody", "between 2030-06-21 and 2030-06-26; M. Fiktsyya", DAY, DAY, False),
    FigureMark("14 released", "2030-06-21; The Veldan Courier, an evening paper", DAY, DAY, True),
    FigureMark("more than 300 released", "since 2029", None, DAY, True),
]


def test_the_table_says_what_when_and_who() -> None:
    lines = terminal_picture(MARKS, {}, {}).splitlines()
    assert lines[0].split() == ["figure", "as", "of,", "or", "period", "who", "says", "so"]
    assert lines[1].startswith("  1  1,172 in custody") and lines[1].endswith("M. Fiktsyya")
    assert "2030-06-26" in lines[2] and not lines[2].startswith("  2")
    assert any(line.startswith("  3  more than 300 released") for line in lines)


def test_every_pair_has_its_sign_and_conditions_their_words() -> None:
    text = terminal_picture(MARKS, {(0, 1): "only_if", (1, 2): "incompatible"}, {(0, 1): "only if rounded"})
    assert "  2   ?\n  3   =  x\n      1  2" in text
    assert text.endswith("1 and 2: only if rounded")


def test_a_triangle_too_wide_for_the_screen_goes_on_below() -> None:
    text = terminal_picture([MARKS[1]] * 40, {(0, 39): "incompatible", (30, 35): "only_if"}, {})
    rows = [line for line in text.splitlines() if line.startswith(" 40   ")]
    assert len(rows) == 2  # one in each block of columns
    assert rows[0].split()[1] == "x"
    assert next(line for line in text.splitlines() if line.startswith(" 36  ") and "?" in line)


def test_nothing_is_still_a_picture() -> None:
    assert "Every pair" in terminal_picture([], {}, {})


words = st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=120)


@given(st.lists(st.tuples(words, words), max_size=30), words)
def test_no_line_is_wider_than_the_terminal(told: list[tuple[str, str]], condition: str) -> None:
    marks = [FigureMark(title, below, None, None, False) for title, below in told]
    conditions = {(0, 1): condition} if len(marks) > 1 else {}
    assert all(len(line) <= WIDTH for line in terminal_picture(marks, {}, conditions).splitlines())
