"""A note keeps what was told, and keeps who told it to itself."""

from __future__ import annotations

import hashlib

import pytest

from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.sources.note import CHANNELS, CONSENTS, Note

TOLD = Note("call", Day.parse("2025-06-20"), "Marta Fiktsyya was moved.\nShe is unwell.", "count_only", "aunt-7")


@pytest.mark.parametrize("note", [TOLD, Note("visit", Day.parse("2025-06"), "Yan Kazachny was seen.")])
def test_a_note_comes_back_from_its_content(note: Note) -> None:
    assert Note.from_content(note.to_content()) == note


def test_consent_is_narrow_unless_someone_widens_it() -> None:
    assert Note("call", Day.unknown(), "something").consent == "staff_only"


def test_the_informant_does_not_show_when_a_note_is_printed() -> None:
    assert "aunt-7" not in repr(TOLD)
    assert TOLD.to_content()["informant"] == "aunt-7"


def test_the_hash_is_that_of_the_text() -> None:
    assert TOLD.sha256 == hashlib.sha256(TOLD.text.encode()).hexdigest()


def test_every_channel_and_consent_of_the_lists_is_taken_and_no_other() -> None:
    for channel in CHANNELS:
        for consent in CONSENTS:
            assert Note(channel, Day.unknown(), "told", consent).channel == channel
    with pytest.raises(InputRefused, match="consent 'everyone'"):
        Note("call", Day.unknown(), "told", "everyone")


def test_half_a_character_is_refused_before_it_is_frozen() -> None:
    with pytest.raises(InputRefused, match="character 6"):
        Note("call", Day.unknown(), "told \udcff")


def test_a_field_that_is_missing_is_named() -> None:
    with pytest.raises(InputRefused, match="consent"):
        Note.from_content({"channel": "call", "day": "", "text": "told"})
