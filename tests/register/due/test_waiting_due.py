"""What waits for a decision or for the post."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.register.due.conftest import Needing, Told

from habeas.identity.judgements import Verdict
from habeas.kernel.days import Day
from habeas.register.deciding import accept, judge, waiting
from habeas.register.due.waiting_due import expected_next
from habeas.register.taking_in import add_file
from habeas.sources.capture import About


def test_two_of_one_name_wait_until_somebody_judges(told: Told, needing: Needing) -> None:
    arrest = {"subject": "Yan Kazachny", "predicate": "arrest", "valid": "2024-01-10"}
    register = told(arrest, {**arrest, "source": "Courier"})
    (one,) = needing(register, "collision")
    assert one.title == "Yan Kazachny and Yan Kazachny"
    assert one.person is not None and one.other is not None
    judge(register, one.person, one.other, Verdict.SAME, None)
    assert needing(register, "collision") == []


def test_an_article_waits_until_its_last_proposal_is_decided(told: Told, needing: Needing, tmp_path: Path) -> None:
    register = told({"subject": "Yan Kazachny", "predicate": "arrest"})
    article = tmp_path / "courier.txt"
    article.write_text(
        "Alena Vymyslova, a journalist, was arrested on 3 March 2021. Lantern said that 120 political prisoners are behind bars.",
        "utf-8",
    )
    add_file(register, str(article), About(Day.parse("2024-05-05"), "Courier"))
    (one,) = needing(register, "draft")
    assert one.title == "Courier"
    assert one.why == f"{len(waiting(register))} proposals to decide"
    accept(register, waiting(register))
    assert needing(register, "draft") == []


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2024-01-01", "2024-02-01", "2024-03-01"], date(2024, 4, 15)),
        (["2024-01-01", "2024-02-01"], None),
        ([], None),
        (["2024-01-01", "2024-01-08", "2024-01-15", "2024-03-15"], date(2024, 3, 25)),
    ],
)  # fmt: skip
def test_the_next_version_is_expected_by_the_pauses_between_those_held(days: list[str], expected: date | None) -> None:
    assert expected_next([date.fromisoformat(day) for day in days]) == expected
