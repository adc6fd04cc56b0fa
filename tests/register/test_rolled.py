"""The roll of a day for a process that has everybody open: whoever nothing new is known of is not asked again, and the answer is the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.register.intake_lines import come_in, told

from habeas.figures import roll as rolls
from habeas.figures.definitions import Definition, definition
from habeas.figures.evidence import Evidence
from habeas.figures.roll import Standing, roll
from habeas.kernel.asof import AsOf, Basis, parse_calendar_day, utc_today
from habeas.kernel.days import Day
from habeas.register.entering import Citation, Fact, Whom, enter_fact
from habeas.register.known import known
from habeas.register.opened import Register, new_register
from habeas.register.rolled import roll_of_day

DAY = parse_calendar_day("2031-03-01", "on")


def entered(register: Register, name: str) -> None:
    whom = next(m for m in register.knowledge.mentions.values() if m.name == name)
    fact = Fact("release", Day.parse("2031-02-20"), {"way_out": "acquitted"})
    enter_fact(register, Whom(name, (whom.id,)), fact, Citation("Lantern", Day.parse("2031-02-21")))


def test_after_an_entry_only_whoever_it_is_about_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_register(str(tmp_path / "a.habeas")) as register:
        come_in(
            register, *(told("Ivan Nibyta", source) for source in "AB"), told("Piotr Prydumany", "A"), told("Marta Fiktsyya", "B")
        )  # fmt: skip
        asked = AsOf(DAY, utc_today(), Basis.register())
        first = {one.name: one.answer for one in roll_of_day(register, asked, definition())}
        entered(register, "Piotr Prydumany")
        stood, really = [], rolls.standing

        def standing(evidence: Evidence, of: Definition, day: date) -> Standing:
            stood.append(evidence.person.name)
            return really(evidence, of, day)

        monkeypatch.setattr(rolls, "standing", standing)
        again = roll_of_day(register, asked, definition())
        assert "Piotr Prydumany" in stood and "Marta Fiktsyya" not in stood
        now = known(register, asked.known_by, asked.basis)
        assert again == roll(now.everyone, now.look_alikes, definition(), DAY)
        assert (first["Piotr Prydumany"], {one.name: one.answer for one in again}["Piotr Prydumany"]) == ("yes", "no")
