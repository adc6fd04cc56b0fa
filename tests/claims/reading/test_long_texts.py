"""A long text is read in parts whose readings are one: spans of the whole text, people joined, nothing told twice."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.reading import read
from habeas.claims.reading.text import long_texts
from habeas.claims.reading.text.long_texts import parts_of

TEXT = (
    "Alena Vymyslova was arrested in March 2021.\n\nA court sentenced Alena Vymyslova to six years in prison.\n\n"
    "Piotr Prydumany was released on Saturday.\n\nAlena Vymyslova was arrested in March 2021.\n\n"
)


@given(st.text(alphabet="ab \n", max_size=80), st.integers(1, 20))
def test_parts_are_the_whole_text(text: str, longest: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_texts, "LONGEST", longest)
        parts = list(parts_of(text))

    assert "".join(part for _, part in parts) == text
    assert all(text[start:].startswith(part) for start, part in parts)


def test_parts_are_joined_into_one_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_texts, "LONGEST", 90)
    monkeypatch.setattr(read, "LONGEST", 90)

    found = read.read_text(TEXT, date(2025, 6, 26), "en")

    assert [(e.type, e.person) for e in found.events].count(("arrest", "Alena Vymyslova")) == 1
    assert {p.name: len(p.mentions) for p in found.persons} == {"Alena Vymyslova": 3, "Piotr Prydumany": 1}
    assert all(TEXT[e.span[0] : e.span[1]] == e.quote for e in found.events)
    assert "parts" in found.notes[-1]
