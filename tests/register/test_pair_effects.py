"""What an answer is said to change is what it does change, whether the two are look-alikes or chosen by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.register.intake_lines import bounds, come_in, told

from habeas.figures.definitions import definition
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import AsOf, Basis, parse_calendar_day, utc_today
from habeas.register.answering import count_on
from habeas.register.deciding import judge
from habeas.register.opened import Register, new_register
from habeas.register.pair_effects import effects

DAY = parse_calendar_day("2031-03-01", "on")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "a.habeas")) as made:
        come_in(
            made,
            *(told("Ivan Nibyta", source) for source in "ABC"),
            told("Piotr Prydumany", "A"),
            told("Alena Vymyslova", "B"),
        )
        yield made


def mentions(register: Register, name: str) -> list[str]:
    return [m.id for m in register.caught_up().mentions.values() if m.name == name]


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.DIFFERENT])
@pytest.mark.parametrize("names", [("Ivan Nibyta", "Ivan Nibyta"), ("Piotr Prydumany", "Alena Vymyslova"), ("Ivan Nibyta", "Piotr Prydumany")])  # fmt: skip
def test_what_is_promised_is_what_happens(register: Register, verdict: Verdict, names: tuple[str, str]) -> None:
    a, b = mentions(register, names[0])[0], mentions(register, names[1])[-1]
    (promised,) = effects(register, a, b, utc_today(), Basis.register(), [(definition(), DAY)])
    before = bounds(register)
    judge(register, a, b, verdict, None)
    after = bounds(register)
    change = promised.if_same if verdict is Verdict.SAME else promised.if_different
    assert change == (after[0] - before[0], after[1] - before[1])


@pytest.mark.parametrize("basis", [Basis.public(), Basis.source("B")], ids=str)
def test_what_is_promised_on_another_basis_happens_there(register: Register, basis: Basis) -> None:
    a, b = mentions(register, "Ivan Nibyta")[1], mentions(register, "Alena Vymyslova")[0]
    asked = AsOf(DAY, DAY, basis)
    (promised,) = effects(register, a, b, DAY, basis, [(definition(), DAY)])
    before = count_on(register, asked, definition())
    judge(register, a, b, Verdict.SAME, None)
    after = count_on(register, asked, definition())
    assert promised.if_same == tuple(int(after[part]) - int(before[part]) for part in ("certain", "possible"))
    assert promised.is_moved


def test_an_answer_that_was_ruled_out_changes_nothing_and_says_so(register: Register) -> None:
    a, b, c = mentions(register, "Ivan Nibyta")
    judge(register, a, b, Verdict.DIFFERENT, None)
    judge(register, b, c, Verdict.SAME, None)
    (promised,) = effects(register, a, c, utc_today(), Basis.register(), [(definition(), DAY)])
    assert promised.if_same is None
    assert promised.if_different == (0, 0) and not promised.is_moved
