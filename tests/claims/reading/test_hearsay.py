"""Doubt is never told as done; what somebody can confirm is."""

from datetime import date

import pytest

from habeas.claims.reading.read import read_text


def told(text: str, *types: str) -> set[tuple[str, str]]:
    return {(e.type, e.reality) for e in read_text(text, date(2024, 3, 7)).events if e.type in types}


@pytest.mark.parametrize("text", [
    "Political prisoner Ivan Nibyta, arrested in 2021, was reportedly released on 3 March.",
    "Political prisoner Ivan Nibyta, arrested in 2021, has allegedly been released.",
    "Ivan Nibyta, arrested in 2021, was apparently set free on 3 March.",
    "Political prisoner Ivan Nibyta, arrested in 2021, appears to have been released on 3 March.",
    "Ivan Nibyta, arrested in 2021, is believed to have been released on 3 March.",
    "Ivan Nibyta, arrested in 2021, is thought to have been freed on 3 March.",
    "Ivan Nibyta, arrested in 2021, is said to have been released on Monday.",
    "It is believed that Ivan Nibyta, arrested in 2021, was released on 3 March.",
    "According to unconfirmed reports, the political prisoner Ivan Nibyta, arrested in 2021, was released on 3 March.",
    "Ivan Nibyta, arrested in 2021, was released on 3 March, the radio said. The report could not be confirmed.",
    "Lantern said it could not confirm the release of Ivan Nibyta, arrested in 2021.",
])  # fmt: skip
def test_a_doubtful_release_is_possible_and_the_arrest_beside_it_certain(text: str) -> None:
    assert ("release", "actual") not in told(text, "release")
    assert told(text, "arrest") == {("arrest", "actual")}


@pytest.mark.parametrize("text", [
    "Political prisoner Ivan Nibyta, arrested in 2021, was released on 3 March.",
    "Ivan Nibyta, arrested in 2021, was released on 3 March, the radio said.",
    "Ivan Nibyta, arrested in 2021, is known to have been released on 3 March.",
    "Ivan Nibyta, reportedly arrested in 2021, was released on 3 March.",
    "Lantern said it could confirm the release of Ivan Nibyta on 3 March.",
    "Lantern was able to confirm the release of Ivan Nibyta on 3 March.",
])  # fmt: skip
def test_a_release_told_or_confirmed_is_actual(text: str) -> None:
    assert ("release", "actual") in told(text, "release")


@pytest.mark.parametrize("text", [
    "Political prisoner Ivan Nibyta, arrested in 2021, is reported to have died in Colony 5. The report could not be confirmed.",
    "Former minister Piotr Prydumany, held incommunicado since 2001, is reported to have died, an exile radio said on Friday.",
    "The political prisoner Ivan Nibyta appears to have died in Colony 5 on 3 March.",
    "The political prisoner Ivan Nibyta reportedly died in Colony 5 on 3 March.",
])  # fmt: skip
def test_a_doubtful_death_is_possible(text: str) -> None:
    assert told(text, "death_in_custody") == {("death_in_custody", "planned")}


def test_a_death_told_is_actual() -> None:
    assert told("The political prisoner Ivan Nibyta died in Colony 5 on 3 March.", "death_in_custody") == {
        ("death_in_custody", "actual")
    }


def test_whoever_is_cut_off_stays_so_beside_a_doubtful_death() -> None:
    text = (
        "Piotr Prydumany, held incommunicado since 2001, is reported to have died. The report could not be confirmed."
    )

    assert told(text, "disappearance_incommunicado") == {("disappearance_incommunicado", "actual")}


def test_a_move_inside_custody_reported_of_somebody_is_told() -> None:
    text = "Alena Vymyslova was jailed for six years in 2023. She was reported to have been moved to a prison hospital."

    assert told(text, "transfer") == {("transfer", "actual")}
