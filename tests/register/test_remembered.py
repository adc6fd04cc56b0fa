"""Answers are kept while they are true, and only so many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.register.opened import Register, new_register
from habeas.register.remembered import remembered


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "r.habeas")) as made:
        yield made


def test_a_question_asked_again_is_not_answered_anew(register: Register) -> None:
    made: list[str] = []
    for _ in range(2):
        remembered(register, "answers", "why", lambda: made.append("because"))
    assert made == ["because"]


def test_the_answer_used_least_lately_is_forgotten_first(register: Register) -> None:
    made: list[int] = []

    def ask(question: int) -> None:
        remembered(register, "answers", question, lambda: made.append(question), most=2)

    for question in (1, 2, 1, 3, 1, 2):
        ask(question)
    assert made == [1, 2, 3, 2]


def test_kinds_do_not_push_each_other_out(register: Register) -> None:
    remembered(register, "one", 1, lambda: "kept", most=1)
    remembered(register, "other", 1, lambda: "another", most=1)
    assert remembered(register, "one", 1, lambda: "made anew", most=1) == "kept"


def test_what_forgets_everything_while_an_answer_is_made_does_no_harm(register: Register) -> None:
    def made() -> str:
        register.memo.clear()
        return "answer"

    assert remembered(register, "answers", 1, made) == "answer"
    assert remembered(register, "answers", 1, lambda: "another") == "answer"
