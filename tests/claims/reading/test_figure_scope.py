"""Whom a number counts, in the words of the text: a part by its own noun, unless that could mean anybody."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.claims.reading.read import read_text


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "Lantern counted 1,374 political prisoners in Veldania on 21 May, among them 168 women.",
            {1374: "political prisoners", 168: "women"},
        ),
        (
            "Lantern counted 1,374 political prisoners in Veldania on 21 May, among them 168 people.",
            {1374: "political prisoners", 168: "political prisoners"},
        ),
    ],
)
def test_a_part_is_called_by_its_own_noun(text: str, scopes: dict[int, str]) -> None:
    assert {f.value: f.scope for f in read_text(text, date(2030, 5, 22)).figures} == scopes
