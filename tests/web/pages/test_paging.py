"""A long list in parts: together they are the list, and each leads to those beside it."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.kernel.errors import UsageError
from habeas.web.pages.paging import cut, page_number


@given(st.integers(0, 60), st.integers(1, 9))
def test_following_later_from_the_first_page_meets_everything_once(many: int, on_a_page: int) -> None:
    everything, wanted = list(range(many)), "1"
    met: list[int] = []
    while True:
        part = cut(everything, wanted, on_a_page, {"q": "x"})
        met += part.rows
        if part.later is None:
            break
        wanted = parse_qs(part.later.removeprefix("?"))["page"][0]
    assert met == everything
    assert str(part.pages) == wanted


def test_a_page_after_the_last_is_the_last() -> None:
    assert cut("abcde", "99", 2, {}).rows == "e"
    assert cut("abcde", "99", 2, {}).earlier == "?page=2"


@pytest.mark.parametrize("text", ["0", "-1", "two", "²", "1.5", "9" * 50])
def test_what_is_no_page_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="numbered from 1"):
        page_number(text)
