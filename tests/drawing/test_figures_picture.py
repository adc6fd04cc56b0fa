"""The picture of figures, in SVG and in text."""

from datetime import date
from xml.etree import ElementTree

from habeas.drawing.figures_picture import SYMBOLS, FigureMark, figures_picture

MARKS = [
    FigureMark("1,172 in custody", "2030-06-26; Lantern & friends", date(2030, 6, 21), date(2030, 6, 26), False),
    FigureMark("14 released", "2030-06-21; <Courier>", date(2030, 6, 21), date(2030, 6, 21), True),
    FigureMark("more than 300 released", "since 2029", None, date(2030, 6, 26), True),
]
VERDICTS = {(0, 1): "compatible", (0, 2): "only_if", (1, 2): "incompatible"}


def test_the_svg_is_well_formed_and_names_itself() -> None:
    root = ElementTree.fromstring(figures_picture(MARKS, VERDICTS, "Figures"))
    texts = ["".join(e.itertext()) for e in root.iter("{http://www.w3.org/2000/svg}text")]
    assert any("1,172 in custody" in t for t in texts)
    assert root.find("{http://www.w3.org/2000/svg}title") is not None
    assert "1 pairs only if" in "".join(root.find("{http://www.w3.org/2000/svg}desc").itertext())  # type: ignore[union-attr]  # a picture without one has to fail


def test_the_svg_holds_no_script_and_asks_for_nothing_from_elsewhere() -> None:
    svg = figures_picture(MARKS, VERDICTS, "Figures")
    assert "<script" not in svg
    assert "href" not in svg
    assert svg.count("http") == 1  # the name of the SVG vocabulary itself


def test_verdicts_differ_by_shape_and_not_only_by_shade() -> None:
    assert len(set(SYMBOLS.values())) == 3


def test_a_picture_of_nothing_is_still_a_picture() -> None:
    ElementTree.fromstring(figures_picture([], {}, "Nothing"))


def _texts(svg: str) -> list[str]:
    return ["".join(e.itertext()) for e in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_what_would_have_to_be_true_stands_in_words() -> None:
    told = " ".join(_texts(figures_picture(MARKS, VERDICTS, "Figures", {(0, 2): "only if at least 22 net additions"})))
    assert "What would have to be true" in told
    assert "only if at least 22 net additions" in told


def test_every_figure_says_with_which_others_it_fits_only_under_conditions() -> None:
    texts = _texts(figures_picture(MARKS, VERDICTS, "Figures"))
    assert "? only if, with 3" in texts
    assert "? only if, with 1; × does not fit 2" in texts
    assert "= fits all the others" in _texts(figures_picture(MARKS, {}, "Figures"))


def test_one_number_of_different_people_is_told_apart() -> None:
    pardoned = [
        FigureMark("123 pardoned", "2030-12-13; Lantern", date(2030, 12, 13), date(2030, 12, 13), True, counted=who)
        for who in ("political prisoners", "citizens of various countries")
    ]
    told = " ".join(_texts(figures_picture(pardoned, {}, "Figures")))
    assert "123 pardoned: political prisoners" in told
    assert "123 pardoned: citizens of various countries" in told


def test_cells_keep_their_size_however_many_figures_there_are_and_every_row_is_numbered() -> None:
    root = ElementTree.fromstring(figures_picture([MARKS[1]] * 60, {}, "Figures"))
    cells = [r for r in root.iter("{http://www.w3.org/2000/svg}rect") if r.get("stroke") == "#999"]
    assert len(cells) == 60 * 59 // 2
    assert all(float(c.get("width", 0)) >= 12 for c in cells)
    assert all(float(t.get("font-size", 0)) >= 10 for t in root.iter("{http://www.w3.org/2000/svg}text"))
    assert all(float(c.get("x", 0)) + float(c.get("width", 0)) <= 390 for c in cells)
