"""An import is taken back and brought back as one act, and nothing else is by way of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.register.intake_lines import come_in, told
from tests.register.lists import LIST, answers, bring_in

from habeas.kernel.errors import InputRefused
from habeas.register.acts import Act
from habeas.register.list_acts import bring_back, entered_by, take_back
from habeas.register.opened import Register, new_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "a.habeas")) as made:
        come_in(made, told("Yan Kazachny", "A"))
        yield made


def imported(register: Register) -> Act:
    before = register.store.head().size
    bring_in(register, LIST)
    return Act(before, register.store.head().size)


def test_taken_back_nobody_of_the_list_is_held_and_brought_back_they_are(register: Register) -> None:
    act = imported(register)
    entered = entered_by(register, act)
    assert entered.counting == len(entered.claims) > 0
    assert take_back(register, act, "the wrong file") == len(entered.claims)
    assert entered_by(register, act).counting == 0
    assert answers(register, "2032-01-31").get("Alena Vymyslova") != "yes"
    assert bring_back(register, act, "it was right") == len(entered.claims)
    assert answers(register, "2032-01-31")["Alena Vymyslova"] == "yes"


def test_a_stretch_of_the_ledger_that_holds_more_is_refused(register: Register) -> None:
    act = imported(register)
    for wider in (Act(0, act.to), Act(0, act.after)):
        with pytest.raises(InputRefused, match="not the import of one version"):
            take_back(register, wider, "by mistake")
    assert not register.caught_up().retracted()
