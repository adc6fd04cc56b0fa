"""A term is read from a cell as a whole: amounts and units in the languages held, or nothing at all."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.lists.terms_in_cells import term_fields


@pytest.mark.parametrize(
    ("cell", "fields"),
    [
        ("1,5 years", {"term_years": 1.5}), ("2.5 years", {"term_years": 2.5}), ("1½ years", {"term_years": 1.5}), ("2 1/2 years", {"term_years": 2.5}),
        ("3 years 6 mo.", {"term_years": 3.5}), ("2 years, and 3 months", {"term_years": 2.25}), ("5 years 100 days", {"term_years": 5.27}),
        ("2 года 6 месяцев", {"term_years": 2.5}), ("2 г. 6 мес.", {"term_years": 2.5}), ("полтора года", {"term_years": 1.5}), ("4 гады", {"term_years": 4.0}),
        ("5 лет лишения свободы", {"term_years": 5.0}), ("3 роки", {"term_years": 3.0}), ("3 lata i 6 miesięcy", {"term_years": 3.5}),
        ("two and a half years", {"term_years": 2.5}), ("11-year", {"term_years": 11.0}), ("2 months", {"term_years": 0.1667}),
        ("15 days", {"term_days": 15}), ("15 суток", {"term_days": 15}), ("life", {"life": True}), ("Пожизненно", {"life": True}),
    ],
)  # fmt: skip
def test_a_term_is_read(cell: str, fields: dict[str, Any]) -> None:
    assert term_fields(cell) == fields


@pytest.mark.parametrize(
    "cell",
    [
        "12 + 1 years", "not 5 years", "up to 7 years", "6+ years", "2 years to 3 years", "from 3 to 5 years", "14 years (reduced to 12)",
        "10 years → 8 years", "5 years of home confinement", "1,500 days", "6 months 2 years", "2 years 3 years", "1 year 6 m", "4", "0 years", "",
        "2 years and imprisonment", "200 base units",
    ],
)  # fmt: skip
def test_a_cell_that_says_more_is_no_term(cell: str) -> None:
    assert term_fields(cell) is None


@given(st.integers(1, 40), st.integers(1, 11), st.sampled_from([" ", ", ", " and "]))
def test_years_and_months_add_up_however_they_are_joined(years: int, months: int, joint: str) -> None:
    assert term_fields(f"{years} years{joint}{months} months") == {"term_years": round(years + months / 12, 2)}


@given(st.integers(1, 40), st.text(alphabet="0123456789+-/*x?~<>()", min_size=1, max_size=4))
def test_a_term_with_signs_behind_it_is_none(years: int, signs: str) -> None:
    assert term_fields(f"{years} years {signs}") is None
