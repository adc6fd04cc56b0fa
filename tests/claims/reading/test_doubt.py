"""What a sentence takes back did not happen."""

import pytest

from habeas.claims.reading.read import read_text


@pytest.mark.parametrize("text", [
    "Rumours that Ivan Nibyta had died in custody proved false.",
    "Ivan Nibyta, who was reported to have died in prison, is alive, his family said.",
    "The ministry rejected claims that Ivan Nibyta died in custody on 3 May 2025.",
    "A spokeswoman denied reports that Ivan Nibyta had been rearrested.",
    "Reports that Ivan Nibyta was freed on Monday are untrue.",
    "No political prisoners were released on Monday.",
    "Ivan Nibyta was nearly arrested on Monday.",
    "The film shows Ivan Nibyta being arrested.",
])  # fmt: skip
def test_nothing_of_it_is_actual(text: str) -> None:
    assert [e.type for e in read_text(text).events if e.reality == "actual"] == []


@pytest.mark.parametrize("text", [
    "Ivan Nibyta was released on Monday.",
    "Nearly 300 political prisoners were released on Monday.",
    "Ivan Nibyta died in custody on 3 May 2025.",
    "There was no warning. Ivan Nibyta was arrested on Monday.",
])  # fmt: skip
def test_the_plain_sentence_beside_it_is(text: str) -> None:
    assert any(e.reality == "actual" for e in read_text(text).events)
