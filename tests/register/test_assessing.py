"""A decision enters whole or not at all, with a source that names whom it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.register.intake_lines import come_in, told

from habeas.figures.criteria import standard
from habeas.kernel.asof import Basis, utc_today
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.register.acts import Act
from habeas.register.assessing import Answer, Cited, Decision, decide, decided_in
from habeas.register.known import known
from habeas.register.opened import Register, new_register

PACE = standard("pace-1900")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "a.habeas")) as made:
        come_in(made, told("Ivan Nibyta", "A", born="1980-01-01"), told("Ivan Nibyta", "B", born="1991-05-05"))
        yield made


def decision(register: Register, number: int = 0) -> Decision:
    people = [m.id for m in register.caught_up().mentions.values() if m.name == "Ivan Nibyta"]
    cited = Cited("Lantern", Day.parse("2031-03-01"))
    return Decision((people[number],), Day.parse("2031-03-01"), cited, "Lantern", PACE, {"a": Answer("yes")})


def assessed(register: Register) -> dict[str, int]:
    """How many assessments each person has."""
    now = known(register, utc_today(), Basis.register())
    found = {e.person.id: sum(c.predicate == "assessment" for c in e.claims) for e in now.everyone.values()}
    return {person: number for person, number in found.items() if number}


def test_of_two_of_one_name_only_the_one_chosen_is_assessed_even_by_one_source(register: Register) -> None:
    first, second = decision(register, 0), decision(register, 1)
    decide(register, first)
    assert assessed(register) == {first.people[0]: 1}
    decide(register, second)
    assert assessed(register) == {first.people[0]: 1, second.people[0]: 1}


def test_the_same_decision_again_is_no_act(register: Register) -> None:
    assert decide(register, decision(register)) is not None
    before = register.store.head().size
    assert decide(register, decision(register)) is None
    assert register.store.head().size == before


def test_another_answer_of_the_same_body_later_is_the_one_in_force(register: Register) -> None:
    first = decision(register)
    decide(register, first)
    decide(register, replace(first, day=Day.parse("2031-04-01"), answers={"a": Answer("no")}))
    assert assessed(register) == {first.people[0]: 2}


@pytest.mark.parametrize(
    ("change", "said"),
    [({"people": ()}, "nobody is chosen"), ({"people": ("mtn_none",)}, "nobody of that id"), ({"answers": {}}, "nothing is decided"), ({"answers": {"z": Answer("yes")}}, "no criterion 'z'"), ({"answers": {"a": Answer("perhaps")}}, "answer"), ({"answers": {"a": Answer("yes", ("clm_none",))}}, "no claim or source"), ({"told": "cap_none"}, "no source here"), ({"votes": {"Lantern": "maybe"}}, "vote"), ({"signatories": ("Lantern",), "demand": "money"}, "demand")],
)  # fmt: skip
def test_a_decision_that_cannot_be_writes_nothing(register: Register, change: dict[str, object], said: str) -> None:
    before = register.store.head().size
    with pytest.raises(InputRefused, match=said):
        decide(register, replace(decision(register), **change))  # type: ignore[arg-type]  # each case changes another field
    assert register.store.head().size == before


def test_an_act_is_one_decision_or_none(register: Register) -> None:
    one = decide(register, decision(register, 0))
    two = decide(register, decision(register, 1))
    assert one is not None and two is not None
    assert len(decided_in(register, one)) == 1
    for other in (Act(one.after, two.to), Act(0, one.to), Act(0, one.after)):
        with pytest.raises(InputRefused, match="no decision"):
            decided_in(register, other)
