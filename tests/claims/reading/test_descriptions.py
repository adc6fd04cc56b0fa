"""Who is called a political prisoner, who only stands beside one, and of whom it is denied."""

from datetime import date

import pytest

from habeas.claims.reading.read import read_text


def called(text: str) -> set[tuple[str, str]]:
    return {(d.person, d.reality) for d in read_text(text, date(2024, 3, 7)).descriptions}


@pytest.mark.parametrize("text", [
    "Judge Maria Fiktsyya sentenced the political prisoner Ivan Nibyta to five years on 3 March.",
    "President Maria Fiktsyya pardoned the political prisoner Ivan Nibyta on 3 March.",
    "Lawyer Maria Fiktsyya said the political prisoner Ivan Nibyta was released on 3 March.",
    "On Monday the envoy Maria Fiktsyya met the political prisoner Ivan Nibyta.",
    "Maria Fiktsyya visits political prisoner Ivan Nibyta every month.",
])  # fmt: skip
def test_whoever_does_something_to_a_political_prisoner_is_none(text: str) -> None:
    assert called(text) == {("Ivan Nibyta", "actual")}


@pytest.mark.parametrize("text", [
    "Ivan Nibyta helped political prisoners. He was arrested in May 2023.",
    "Maria Fiktsyya, who defends political prisoners, was arrested on 3 March.",
])  # fmt: skip
def test_helping_them_does_not_make_one(text: str) -> None:
    assert called(text) == set()


@pytest.mark.parametrize("text", [
    "Ivan Nibyta is a political prisoner. He was arrested in May 2023.",
    "Ivan Nibyta became a political prisoner in 2021.",
    "Ivan Nibyta has been a political prisoner since 2021.",
    "Ivan Nibyta was recognised as a political prisoner in 2021.",
    "Ivan Nibyta, a prominent political prisoner, was moved on Monday.",
])  # fmt: skip
def test_being_called_one_does(text: str) -> None:
    assert called(text) == {("Ivan Nibyta", "actual")}


@pytest.mark.parametrize("text", [
    "Guards denied political prisoner Ivan Nibyta medical care on 3 March.",
    "The court did not release political prisoner Ivan Nibyta on 3 March.",
    "No lawyer has seen the political prisoner Ivan Nibyta since then.",
    "The family has not heard from political prisoner Ivan Nibyta since January.",
    "It was not clear whether the political prisoner Ivan Nibyta had been released.",
    "Officials have never explained why the political prisoner Ivan Nibyta died.",
    "The ministry did not deny that Ivan Nibyta is a political prisoner.",
    "Ivan Nibyta is a political prisoner, not a criminal, his wife said.",
])  # fmt: skip
def test_what_is_denied_of_something_else_denies_no_description(text: str) -> None:
    assert called(text) == {("Ivan Nibyta", "actual")}


@pytest.mark.parametrize("text", [
    "Ivan Nibyta is not a political prisoner, the minister said.",
    "Ivan Nibyta is no political prisoner, the minister said.",
    "The minister denied that Ivan Nibyta is a political prisoner.",
    "The ministry rejected the claim that Ivan Nibyta was a political prisoner.",
    "The minister said that he did not consider Ivan Nibyta a political prisoner.",
    "Ivan Nibyta was not recognised as a political prisoner by Lantern.",
    "Ivan Nibyta has not been recognised as a political prisoner.",
])  # fmt: skip
def test_what_is_denied_of_the_calling_does(text: str) -> None:
    assert called(text) == {("Ivan Nibyta", "denied")}
