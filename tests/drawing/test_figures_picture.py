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
    assert "1 pairs only if" in "".join(root.find("{http://www.w3.org/2000/svg}desc").itertext())  # type: ignore[union-attr]


def test_the_svg_holds_no_script_and_asks_for_nothing_from_elsewhere() -> None:
    svg = figures_picture(MARKS, VERDICTS, "Figures")
    assert "<script" not in svg
    assert "href" not in svg
    assert svg.count("http") == 1  # the name of the SVG vocabulary itself


def test_verdicts_differ_by_shape_and_not_only_by_shade() -> None:
    assert len(set(SYMBOLS.values())) == 3


def test_a_picture_of_nothing_is_still_a_picture() -> None:
    ElementTree.fromstring(figures_picture([], {}, "Nothing"))
