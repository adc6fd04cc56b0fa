"""A release of nobody and a death of somebody else are not told of the person named before."""

from datetime import date

import pytest

from habeas.claims.reading.read import read_text


def told(text: str) -> set[tuple[str, str, str | None]]:
    return {(e.type, e.reality, e.person) for e in read_text(text, date(2024, 3, 7)).events}


def kinds(text: str, reality: str = "actual") -> set[str]:
    return {kind for kind, real, _ in told(text) if real == reality}


@pytest.mark.parametrize("text", [
    "Neither Ivan Nibyta nor Piotr Prydumany, both political prisoners arrested in May 2023, was released on 3 March.",
    "Officials said on Monday that neither Ivan Nibyta nor Piotr Prydumany, who were jailed in June 2023, had been freed.",
    "Ivan Nibyta and Piotr Prydumany were jailed in June 2023. Neither of them was released.",
    "The court released neither Ivan Nibyta nor Piotr Prydumany.",
])  # fmt: skip
def test_neither_was_released(text: str) -> None:
    assert "release" not in kinds(text)
    assert "release" in kinds(text, "denied")


def test_both_were() -> None:
    text = "Both Ivan Nibyta and Piotr Prydumany, political prisoners arrested in May 2023, were released on 3 March."

    assert {who for kind, real, who in told(text) if (kind, real) == ("release", "actual")} == {
        "Ivan Nibyta",
        "Piotr Prydumany",
    }


@pytest.mark.parametrize("text", [
    "Ivan Nibyta, a political prisoner arrested in June 2023, lost his brother, who died on 3 March.",
    "Ivan Nibyta, a political prisoner arrested in June 2023, is accused of killing a guard who died on 3 March.",
    "Ivan Nibyta, a political prisoner arrested in June 2023, wrote about a colleague who died on 3 March.",
])  # fmt: skip
def test_the_brother_of_a_prisoner_is_not_the_prisoner(text: str) -> None:
    assert not {kind for kind in kinds(text) if kind.startswith("death")}


@pytest.mark.parametrize("text", [
    "Ivan Nibyta, a political prisoner who died on 3 March, was arrested in June 2023.",
    "Ivan Nibyta, a political prisoner arrested in June 2023, died on 3 March, two weeks before he was due to be released.",
    "Ivan Nibyta, a political prisoner arrested in June 2023, died on 3 March, days before his release.",
])  # fmt: skip
def test_a_prisoner_who_died_before_the_way_out_died_in_custody(text: str) -> None:
    assert ("death_in_custody", "actual", "Ivan Nibyta") in told(text)
    assert "death_after_release" not in kinds(text)


def test_a_prisoner_who_died_after_it_died_after_release() -> None:
    assert "death_after_release" in kinds(
        "Ivan Nibyta, arrested in 2023, died on 3 March, two weeks after he was released."
    )


@pytest.mark.parametrize("denial", ["his wife says he has not been", "his lawyer said that he has not", "the family insists he had not been"])  # fmt: skip
def test_what_one_tells_and_another_denies_is_told_and_denied(denial: str) -> None:
    text = f"State television claimed that Ivan Nibyta, arrested in May 2023, had been released; {denial}."

    assert {real for kind, real, _ in told(text) if kind == "release"} == {"actual", "denied"}


def test_what_is_denied_of_something_else_stays() -> None:
    text = "State television said that Ivan Nibyta had been released; his wife says he has not been well."

    assert {real for kind, real, _ in told(text) if kind == "release"} == {"actual"}
