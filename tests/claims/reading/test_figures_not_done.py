"""Releases demanded, failed or about to come are no counted figures, and plans lie ahead."""

from datetime import date

import pytest

from habeas.claims.reading.read import read_text

PUBLISHED = date(2024, 3, 7)


def released(text: str) -> set[str]:
    return {f.reality for f in read_text(text, PUBLISHED).figures if f.population == "released"}


@pytest.mark.parametrize(("text", "reality"), [
    ('"All three are political prisoners and all three must go free," said Maria Fiktsyya.', "demanded"),
    ("46 political prisoners should be let go, Lantern said.", "demanded"),
    ("Nearly 46 political prisoners were about to be released when the talks failed.", "planned"),
    ("46 political prisoners, including Ivan Nibyta, were to be released on 3 March but were not.", "planned"),
    ("46 political prisoners are expected to be freed in April.", "planned"),
    ("46 political prisoners were released on 3 March.", "actual"),
    ("46 political prisoners walked free on 3 March.", "actual"),
    ("All 46 political prisoners were allowed to leave on Monday.", "actual"),
])  # fmt: skip
def test_a_number_is_counted_only_where_it_is_told_as_done(text: str, reality: str) -> None:
    assert released(text) == {reality}


@pytest.mark.parametrize(("text", "month"), [
    ("The government plans to release 46 political prisoners in May.", "2024-05"),
    ("The government has promised to release 46 political prisoners in May.", "2024-05"),
    ("46 political prisoners are expected to be freed in May.", "2024-05"),
    ("The government released 46 political prisoners in May.", "2023-05"),
])  # fmt: skip
def test_a_plan_lies_ahead_and_a_deed_behind(text: str, month: str) -> None:
    assert [str(e.date) for e in read_text(text, PUBLISHED).events if e.type == "release"] == [month]
