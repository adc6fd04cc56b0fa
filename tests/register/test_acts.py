"""What was entered at once can be named, and undone at once by further entries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.register.acts import Act, act_named, actor_of, claims_of, undo
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register, new_register
from habeas.sources.capture import About


def take(register: Register, folder: Path, *names: str) -> Act:
    path = folder / f"{'-'.join(names)}.jsonl".replace(" ", "_")
    lines = [{"subject": name, "predicate": "arrest", "valid": "2024-03-02", "source": "Lantern"} for name in names]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    before = register.store.head().size
    import_claims(register, str(path), About(Day.unknown()), Wish())
    return Act(before, register.store.head().size)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "a.habeas")) as made:
        yield made


def test_undoing_an_act_takes_back_its_claims_and_no_others(register: Register, tmp_path: Path) -> None:
    take(register, tmp_path, "Ivan Nibyta")
    act = take(register, tmp_path, "Alena Vymyslova", "Yan Kazachny")
    assert undo(register, act, "wrong message") == 2
    assert register.caught_up().retracted() == set(claims_of(register, act))
    assert len(claims_of(register, act)) == 2
    assert undo(register, act, "again") == 0


def test_an_act_is_known_by_its_name_and_by_who_did_it(register: Register, tmp_path: Path) -> None:
    act = take(register, tmp_path, "Ivan Nibyta")
    assert act_named(str(act)) == act
    assert actor_of(register, act) == register.actor


@pytest.mark.parametrize("text", ["", "7", "9-3", "3-3", "a-b", "-1-4", "1-2-3"])
def test_what_names_no_act_is_refused(text: str) -> None:
    with pytest.raises(InputRefused, match="names no act"):
        act_named(text)


def test_entries_are_one_act_only_where_they_came_in_at_once(register: Register, tmp_path: Path) -> None:
    first, second = take(register, tmp_path, "Ivan Nibyta"), take(register, tmp_path, "Alena Vymyslova")
    assert register.store.is_one_append(first.after, first.to)
    assert register.store.is_one_append(second.after, second.to)
    assert not register.store.is_one_append(first.after, second.to)
    assert not register.store.is_one_append(second.after, second.to + 5)
    assert not register.store.is_one_append(second.after + 1, second.to)
