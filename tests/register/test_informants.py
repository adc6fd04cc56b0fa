"""Who an informant really is stays apart from the note and out of everything that questions are answered from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from habeas.kernel.days import Day
from habeas.register.exporting import export_claims
from habeas.register.informants import notes_with_a_name, real_name_of
from habeas.register.opened import new_register, open_register
from habeas.register.taking_in import add_note
from habeas.sources.note import Note

NOTE = Note("call", Day.parse("2024-08-03"), "Alena Vymyslova was arrested in March 2024.", "staff_only", "Heron")


def test_a_real_name_is_read_back_for_its_note_alone(tmp_path: Path) -> None:
    with new_register(str(tmp_path / "a.habeas")) as register:
        note = add_note(register, NOTE, "Ivan Nibyta").source
        other = add_note(register, Note("visit", Day.unknown(), "Nothing new.")).source
        assert (real_name_of(register, note), real_name_of(register, other)) == ("Ivan Nibyta", None)
        assert notes_with_a_name(register) == {note}


def test_the_name_last_given_holds(tmp_path: Path) -> None:
    with new_register(str(tmp_path / "a.habeas")) as register:
        note = add_note(register, NOTE, "Ivan Nibyta").source
        assert not add_note(register, NOTE, "Ivan Nibyta-Vel").new
        assert real_name_of(register, note) == "Ivan Nibyta-Vel"


@pytest.mark.parametrize("again", [False, True])
def test_knowledge_and_claims_files_never_hold_it(tmp_path: Path, again: bool) -> None:
    path = str(tmp_path / "a.habeas")
    with new_register(path) as register:
        add_note(register, NOTE, "Ivan Nibyta")
        assert "Nibyta" not in repr(register.knowledge)
        assert "Nibyta" not in json.dumps(list(export_claims(register)))
    if again:
        with open_register(path) as register:
            assert "Nibyta" not in repr(register.caught_up())
