"""The queue of people who may be one: the pair that says most comes first, and what it promises of the count is what comes out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.register.intake_lines import bounds, come_in, told

from habeas.figures.definitions import definition
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import AsOf, Basis, parse_calendar_day, utc_today
from habeas.register.deciding import judge
from habeas.register.effects import effect_of
from habeas.register.opened import Register, new_register
from habeas.register.questions import Question, questions

DAY = parse_calendar_day("2031-03-01", "on")
RELEASED = {"subject": "Piotr Prydumany", "source": "C", "published_on": "2031-02-20", "predicate": "release", "valid": "2031-02-10"}  # fmt: skip


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "a.habeas")) as made:
        yield made


def waiting(register: Register) -> list[Question]:
    return questions(register, AsOf(DAY, utc_today(), Basis.register()), definition())


def names(register: Register, question: Question) -> set[str]:
    mentions = register.caught_up().mentions
    return {mentions[question.a].name, mentions[question.b].name}


def test_whoever_moves_the_count_is_asked_about_first(register: Register) -> None:
    cell = {"predicate": "statement", "published_on": "2031-02-01"}
    come_in(
        register,
        [{**cell, "subject": "Alena Vymyslova", "source": source} for source in "AB"],
        told("Ivan Nibyta", "A"),
        told("Иван Нибыта", "B"),
    )
    first, second = waiting(register)
    assert names(register, first) == {"Ivan Nibyta", "Иван Нибыта"}
    assert first.gain == 1.0 and second.gain == 0.0


def test_a_group_is_asked_about_as_often_as_it_takes_to_join_it(register: Register) -> None:
    come_in(register, *(told("Ivan Nibyta", source) for source in "ABCDE"))
    for left in range(4, -1, -1):
        asked = waiting(register)
        assert len(asked) == left
        if asked:
            judge(register, asked[0].a, asked[0].b, Verdict.SAME, None)
    assert bounds(register) == (1, 1)


def test_who_was_looked_at_without_an_answer_is_not_asked_about_again(register: Register) -> None:
    come_in(register, told("Ivan Nibyta", "A"), told("Ivan Nibyta", "B"))
    (asked,) = waiting(register)
    judge(register, asked.a, asked.b, Verdict.UNSURE, None)
    assert waiting(register) == []
    assert bounds(register) == (1, 2)


def test_two_days_of_birth_are_asked_about_last_and_count_as_two_people(register: Register) -> None:
    come_in(
        register,
        told("Ivan Nibyta", "A", "1950-01-02"),
        told("Ivan Nibyta", "B", "1975-11-28"),
        told("Alena Vymyslova", "A"),
        told("Alena Vymyslova", "B"),
    )
    assert [names(register, q) for q in waiting(register)] == [{"Alena Vymyslova"}, {"Ivan Nibyta"}]
    assert bounds(register) == (3, 4)
    judge(register, waiting(register)[1].a, waiting(register)[1].b, Verdict.SAME, "one man, two dates")
    assert bounds(register) == (2, 3)


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.DIFFERENT])
def test_what_a_question_promises_a_dry_run_says_and_the_judgement_does(register: Register, verdict: Verdict) -> None:
    come_in(
        register,
        *(told("Ivan Nibyta", source) for source in "ABC"),
        [*told("Piotr Prydumany", "A"), RELEASED],
    )
    while left := waiting(register):
        asked = left[0]
        certain, possible = bounds(register)
        said = effect_of(register, asked.a, asked.b, verdict, [DAY], definition())["counts"][0]
        assert (said["before"]["certain"], said["before"]["possible"]) == (certain, possible)
        change = asked.if_same if verdict is Verdict.SAME else asked.if_different
        assert change is not None
        after = (certain + change[0], possible + change[1])
        assert (said["after"]["certain"], said["after"]["possible"]) == after
        judge(register, asked.a, asked.b, verdict, None)
        assert bounds(register) == after


def test_a_dry_run_writes_nothing(register: Register) -> None:
    come_in(register, told("Ivan Nibyta", "A"), told("Ivan Nibyta", "B"))
    (asked,) = waiting(register)
    size = register.store.head().size
    effect_of(register, asked.a, asked.b, Verdict.SAME, [DAY], definition())
    assert register.store.head().size == size
    assert waiting(register) == [asked]
    assert bounds(register) == (1, 2)
