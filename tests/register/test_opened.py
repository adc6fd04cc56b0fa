"""What was just appended is known as if it had been read back from the file, whoever else writes to it."""

from __future__ import annotations

import gc
from pathlib import Path

from tests.register.lists import LIST, bring_in

from habeas.claims.entries import Stamp, new_entry
from habeas.claims.knowledge import Knowledge
from habeas.claims.ledger import NewEntry
from habeas.register.opened import Register, new_register, open_register


def known(path: str) -> Knowledge:
    with open_register(path) as anew:
        return anew.caught_up()


def citation(register: Register, name: str) -> NewEntry:
    return new_entry(register.store.key, "citation", {"name": name}, Stamp(register.actor, register.store.clock()))


def test_a_list_taken_in_is_known_as_read_back(tmp_path: Path) -> None:
    path = str(tmp_path / "invented.habeas")
    with new_register(path, invented=True) as register:
        register.caught_up()
        bring_in(register, LIST)
        assert register.opened_to == register.store.head().size
        again = known(path)
        assert register.knowledge == again
        # fields in one order too: they are shown in it
        assert [list(c.value) for c in register.knowledge.claims] == [list(c.value) for c in again.claims]


def test_what_a_list_left_is_walked_over_again_once_its_register_is_closed(tmp_path: Path) -> None:
    with new_register(str(tmp_path / "invented.habeas"), invented=True) as register:
        bring_in(register, LIST)
        assert gc.get_freeze_count() > 0
        assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_an_entry_given_twice_or_there_already_is_known_once(tmp_path: Path) -> None:
    path = str(tmp_path / "invented.habeas")
    with new_register(path, invented=True) as register:
        one, other = citation(register, "Lantern"), citation(register, "Gazette")
        assert register.append([one, other, one]) == 2
        assert register.append([one]) == 0
        assert register.append([other, citation(register, "Bell")]) == 1
        assert [s.name for s in register.caught_up().sources.values()] == ["Lantern", "Gazette", "Bell"]
        assert register.knowledge == known(path)


def test_what_somebody_else_entered_between_is_read_too(tmp_path: Path) -> None:
    path = str(tmp_path / "invented.habeas")
    with new_register(path, invented=True) as register:
        register.append([citation(register, "Lantern")])
        with open_register(path) as elsewhere:
            elsewhere.append([citation(elsewhere, "Gazette")])
        register.append([citation(register, "Bell")])
        assert [s.name for s in register.caught_up().sources.values()] == ["Lantern", "Gazette", "Bell"]
        assert register.knowledge == known(path)


def test_answers_kept_are_forgotten_when_something_is_appended(tmp_path: Path) -> None:
    with new_register(str(tmp_path / "invented.habeas"), invented=True) as register:
        register.memo["old"] = "answer"
        register.append([citation(register, "Lantern")])
        assert register.memo == {}
