"""A locator has one spelling, and comes back from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.kernel.errors import InputRefused
from habeas.sources.locator import Cell, CharSpan, Locator, Page, parse_locator

names = st.text(st.characters(exclude_categories=["Cs"]))
spans = st.tuples(st.integers(0, 10**9), st.integers(0, 10**6)).map(lambda t: CharSpan(t[0], t[0] + t[1]))
locators = st.one_of(
    spans, st.builds(Page, st.integers(1, 10**6), spans), st.builds(Cell, names, st.integers(1, 2**20), names)
)


@given(locators)
def test_a_locator_comes_back_from_its_text(locator: Locator) -> None:
    assert parse_locator(str(locator)) == locator


@given(locators, locators)
def test_two_locators_never_share_a_text(one: Locator, other: Locator) -> None:
    assert (str(one) == str(other)) == (one == other)


@pytest.mark.parametrize(
    ("locator", "text"),
    [
        (CharSpan(12, 40), "char=12-40"),
        (Page(3, CharSpan(1, 9)), "page=3;char=1-9"),
        (Cell("Data", 5, "name"), "sheet=Data;row=5;column=name"),
        (Cell("a;b", 5, "full name"), "sheet=a%3Bb;row=5;column=full%20name"),
    ],
)
def test_it_is_written_so(locator: Locator, text: str) -> None:
    assert str(locator) == text


@pytest.mark.parametrize(
    "text",
    ["", "char=5", "char=-1-4", "char=9-4", "char=01-4", "char=1-٤", "page=0;char=1-2", "sheet=A;row=0;column=B", "char=1-2\n", "row=3"],
)  # fmt: skip
def test_what_is_no_locator_is_refused(text: str) -> None:
    with pytest.raises(InputRefused):
        parse_locator(text)
