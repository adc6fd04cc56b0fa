"""Everybody as a search needs them is the same after an entry, where most of it is kept, as made anew."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
from tests.register.intake_lines import come_in, told

from habeas.identity.name_index import NameIndex, index_of
from habeas.kernel.asof import Basis, utc_today
from habeas.register.everybody import Everybody, everybody
from habeas.register.opened import Register, new_register


def anew(register: Register) -> Everybody:
    register.memo.clear()
    register.laid.clear()
    return everybody(register, utc_today(), Basis.register())


def test_after_an_entry_everybody_is_as_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # without files beside it, so that what is kept in memory is what is asked
    with new_register(str(tmp_path / "a.habeas"), passphrase="a long passphrase") as register:
        come_in(register, told("Ivan Nibyta", "A", person_id="i"), told("Marta Fiktsyya", "A", person_id="m"))
        everybody(register, utc_today(), Basis.register())
        made: list[str] = []

        def counted(names: Iterable[str]) -> NameIndex:
            made.append("index")
            return index_of(names)

        monkeypatch.setattr("habeas.register.everybody.index_of", counted)
        for line, indexes in (
            (told("Ivan Nibyta", "A", "1990-05-01", person_id="i"), 0),
            (told("Piotr Prydumany", "B"), 1),
        ):
            made.clear()
            come_in(register, line)
            kept = everybody(register, utc_today(), Basis.register())
            assert len(made) == indexes
            fresh = anew(register)
            assert kept.people == fresh.people and kept.names == fresh.names
            assert kept.index.words == fresh.index.words and np.array_equal(kept.custody, fresh.custody)
