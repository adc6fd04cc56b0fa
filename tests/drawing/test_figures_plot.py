"""The plot of how high and when, read back from its SVG."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from habeas.drawing.figure_marks import FigureMark
from habeas.drawing.figures_picture import WIDTH, figures_picture
from habeas.drawing.labels import Box, width_of

SVG = "{http://www.w3.org/2000/svg}"
JUNE = date(2030, 6, 21)


def stock(value: int, first: date | None, last: date, low: int | None = -1, high: int | None = -1) -> FigureMark:
    bounds = (value if low == -1 else low, value if high == -1 else high)
    return FigureMark(f"{value:,} in custody", f"{last}; Lantern", first, last, False, value, *bounds, "in_custody")


def flow(value: int, on: date, moves: int) -> FigureMark:
    return FigureMark(f"{value} released", f"{on}; Lantern", on, on, True, value, value, value, "released", moves)


def drawn(marks: list[FigureMark], verdict: str = "compatible") -> ElementTree.Element:
    verdicts = {(i, j): verdict for j in range(len(marks)) for i in range(j)}
    return ElementTree.fromstring(figures_picture(marks, verdicts, "Figures"))


def texts(root: ElementTree.Element) -> list[str]:
    return ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]


PAIR = [stock(1172, JUNE, JUNE), stock(1201, JUNE + timedelta(days=90), JUNE + timedelta(days=90))]


def test_stocks_with_a_value_stand_in_the_plot_with_their_number() -> None:
    root = drawn(PAIR)
    assert {"1 1,172", "2 1,201"} <= set(texts(root))
    assert len([c for c in root.iter(f"{SVG}circle") if c.get("r") == "3.6"]) == 2


def test_marks_without_a_value_are_only_listed() -> None:
    bare = [FigureMark(m.title, m.below, m.first, m.last, False) for m in PAIR]
    root = drawn(bare)
    assert not [c for c in root.iter(f"{SVG}circle") if c.get("r") == "3.6"]
    assert any("1,172 in custody" in text for text in texts(root))


def test_a_higher_number_lies_higher_and_a_later_one_further_right() -> None:
    first, second = (c for c in drawn(PAIR).iter(f"{SVG}circle") if c.get("r") == "3.6")
    assert float(second.get("cx", 0)) > float(first.get("cx", 0))
    assert float(second.get("cy", 0)) < float(first.get("cy", 0))


def test_neighbours_are_joined_by_a_line_that_shows_their_verdict() -> None:
    def joins(verdict: str) -> tuple[int, int]:
        root = drawn(PAIR, verdict)
        dashed = [line for line in root.iter(f"{SVG}line") if line.get("stroke-dasharray") == "4 3"]
        crossed = [path for path in root.iter(f"{SVG}path") if "l-8 8" in path.get("d", "")]
        return len(dashed), len(crossed)

    assert joins("compatible") == (0, 0)
    assert joins("only_if") == (1, 0)
    assert joins("incompatible") == (1, 1)


def test_an_open_number_has_an_arrow_and_a_hollow_point() -> None:
    root = drawn([*PAIR, stock(1000, None, JUNE, 1001, None)])
    points = [c for c in root.iter(f"{SVG}circle") if c.get("r") == "3.6"]
    assert [c.get("fill") for c in points].count("#fff") == 1
    assert len([p for p in root.iter(f"{SVG}path") if p.get("d", "").endswith("Z")]) == 1
    assert "3 >1,000" in texts(root)


def test_people_who_leave_and_people_who_come_are_signed_and_a_day_is_told_once() -> None:
    root = drawn([*PAIR, flow(14, JUNE, -1), flow(14, JUNE, -1), flow(58, JUNE + timedelta(days=30), 1)])
    assert texts(root).count("−14") == 1
    assert "+58" in texts(root)


def test_the_sign_of_a_comparator_is_short() -> None:
    ends = [(1, 1), (1, None), (2, None), (0, 1), (0, 0), (0, 2)]
    marks = [FigureMark("", "", None, None, False, 1, low, high) for low, high in ends]
    assert [m.shown for m in marks] == ["1", "≥1", ">1", "≤1", "<1", "~1"]
    assert FigureMark("", "", None, None, False).shown == ""


dates = st.integers(0, 400).map(lambda n: JUNE + timedelta(days=n))


@st.composite
def any_stock(draw: st.DrawFn) -> FigureMark:
    value, last, open_high = draw(st.integers(0, 3000)), draw(dates), draw(st.booleans())
    first = draw(st.sampled_from([None, last, last - timedelta(days=draw(st.integers(0, 40)))]))
    return stock(value, first, last, value, None if open_high else value)


def _labels(root: ElementTree.Element) -> list[Box]:
    """Labels of points: the only text drawn over a white edge."""
    found = [text for text in root.iter(f"{SVG}text") if text.get("paint-order") == "stroke"]
    return [
        Box(float(t.get("x", 0)), float(t.get("y", 0)) - 9.4, width_of("".join(t.itertext()), 11) - 0.2, 10.8)
        for t in found
    ]


@given(
    st.lists(
        st.one_of(any_stock(), st.builds(flow, st.integers(0, 99), dates, st.sampled_from([-1, 0, 1]))), max_size=25
    )
)
def test_labels_never_cover_each_other_and_nothing_runs_out_of_the_picture(marks: list[FigureMark]) -> None:
    root = drawn(marks)
    labels = _labels(root)
    assert not [(a, b) for n, a in enumerate(labels) for b in labels[:n] if a.meets(b)]
    assert all(box.x >= 0 and box.x + box.width <= WIDTH for box in labels)
    for line in root.iter(f"{SVG}line"):
        assert all(0 <= float(line.get(end, 0)) <= WIDTH for end in ("x1", "x2"))
    assert float(root.get("viewBox", "").split()[2]) == WIDTH
