"""The plot of how high and when, read back from its SVG."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.drawing.figure_marks import FigureMark
from habeas.drawing.figures_picture import WIDTH, figures_picture
from habeas.drawing.labels import Box
from habeas.drawing.plot_points import plotted

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


def points(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [c for c in root.iter(f"{SVG}circle") if c.get("class") == "point"]


def test_stocks_with_a_value_stand_in_the_plot_with_number_value_and_speaker() -> None:
    root = drawn(PAIR)
    assert {"1 1,172", "2 1,201", "Lantern"} <= set(texts(root))
    assert len(points(root)) == 2


def test_marks_without_a_value_are_only_listed() -> None:
    bare = [FigureMark(m.title, m.below, m.first, m.last, False) for m in PAIR]
    root = drawn(bare)
    assert not points(root)
    assert any("1,172 in custody" in text for text in texts(root))


def test_a_higher_number_lies_higher_and_a_later_one_further_right() -> None:
    first, second = points(drawn(PAIR))
    assert float(second.get("cx", 0)) > float(first.get("cx", 0))
    assert float(second.get("cy", 0)) < float(first.get("cy", 0))


def joins(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [element for element in root.iter() if element.get("class") == "join"]


def test_neighbours_are_joined_by_a_line_that_shows_their_verdict() -> None:
    def signs(verdict: str) -> tuple[int, int, int]:
        root = drawn(PAIR, verdict)
        dashed = [line for line in joins(root) if line.get("stroke-dasharray") == "4 3"]
        crossed = [path for path in root.iter(f"{SVG}path") if "l8 8" in path.get("d", "")]
        return len(joins(root)), len(dashed), len(crossed)

    assert signs("compatible") == (1, 0, 0)
    assert signs("only_if") == (1, 1, 0)
    assert signs("incompatible") == (1, 1, 1)


def test_two_figures_of_one_day_are_joined_beside_the_day() -> None:
    root = drawn([stock(1150, JUNE, JUNE), stock(1172, JUNE, JUNE)], "only_if")
    (arc,) = joins(root)
    assert "Q" in arc.get("d", "")
    assert "a" in [text for text in texts(root) if len(text) == 1]


def test_each_of_two_figures_of_a_day_is_joined_with_the_figure_before() -> None:
    day_before = stock(1183, JUNE - timedelta(days=30), JUNE - timedelta(days=30))
    root = drawn([day_before, stock(1150, JUNE, JUNE), stock(1172, JUNE, JUNE)], "only_if")
    assert len(joins(root)) == 3


def test_a_bound_that_fits_is_joined_with_nobody() -> None:
    assert len(joins(drawn([*PAIR, stock(1000, JUNE, JUNE, 1001, None)]))) == 1


def test_an_open_number_has_an_arrow_and_a_hollow_point() -> None:
    root = drawn([*PAIR, stock(1000, None, JUNE, 1001, None)])
    assert [c.get("fill") for c in points(root)].count("#fff") == 1
    assert len([p for p in root.iter(f"{SVG}path") if p.get("d", "").endswith("Z")]) == 1
    assert "3 >1,000" in texts(root)


def test_people_who_leave_and_people_who_come_are_signed_and_named_and_share_an_arrow_of_one_day() -> None:
    root = drawn([*PAIR, flow(14, JUNE, -1), flow(9, JUNE, -1), flow(58, JUNE + timedelta(days=30), 1)])
    assert {"3 −14 released", "4 −9 released", "5 +58 released"} <= set(texts(root))
    heads = [p for p in root.iter(f"{SVG}path") if p.get("d", "").endswith("Z")]
    assert len(heads) == 2 + 2  # two in the plot, two in its key


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


def _boxes(root: ElementTree.Element) -> list[Box]:
    """Labels of points and flows, and the letters of lines."""
    found = []
    for text in root.iter(f"{SVG}text"):
        size, x, foot = (float(text.get(name, 0)) for name in ("font-size", "x", "y"))
        width = 0.55 * size * len("".join(text.itertext()))
        if text.get("class") == "label":
            found.append(Box(x, foot - 0.8 * size, width, 0.8 * size))
        if text.get("class") == "badge":
            found.append(Box(x - 7, foot - 10.8, 14, 14))
    return found


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.one_of(any_stock(), st.builds(flow, st.integers(0, 99), dates, st.sampled_from([-1, 0, 1]))), max_size=25
    ),
    st.sampled_from(["compatible", "only_if", "incompatible"]),
)
def test_no_two_labels_meet_no_dot_goes_without_and_nothing_runs_out_of_the_picture(
    marks: list[FigureMark], verdict: str
) -> None:
    root = drawn(marks, verdict)
    labels = _boxes(root)
    assert not [(a, b) for n, a in enumerate(labels) for b in labels[:n] if a.meets(b)]
    assert all(box.x >= 0 and box.x + box.width <= WIDTH for box in labels)
    for line in root.iter(f"{SVG}line"):
        assert all(0 <= float(line.get(end, 0)) <= WIDTH for end in ("x1", "x2"))
    told = {n for t in root.iter(f"{SVG}text") if t.get("class") == "label" for n in "".join(t.itertext()).split(" ")}
    chosen = plotted(marks)
    assert {str(n + 1) for n in chosen} <= {n.rstrip(",") for n in told}
    assert len(points(root)) == len(chosen)


@given(st.lists(any_stock(), max_size=8))
def test_the_same_figures_always_give_the_same_picture(marks: list[FigureMark]) -> None:
    assert figures_picture(marks, {}, "Figures") == figures_picture(marks, {}, "Figures")


def test_forty_figures_of_one_day_are_each_told() -> None:
    marks = [stock(1000 + n // 4, JUNE, JUNE) for n in range(40)]
    labels = [t for t in drawn(marks).iter(f"{SVG}text") if t.get("class") == "label"]
    told = " ".join("".join(t.itertext()) for t in labels).replace(",", "").split()
    assert {str(n + 1) for n in range(40)} <= set(told)
