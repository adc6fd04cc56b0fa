"""One door: a path goes in, a capture with frozen passages comes out."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.sources.made_files import PAGE

from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.sources.capture import About
from habeas.sources.locator import CharSpan
from habeas.sources.sandbox import available
from habeas.sources.take_in import take_in

ABOUT = About(Day.parse("2025-06-26"), "The Veldan Courier")


def put(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def test_the_same_file_twice_is_equal(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", "Пётр Придуманный\r\n".encode())
    one, other = take_in(path, ABOUT), take_in(path, ABOUT)
    assert one == other
    assert one.passages[0].quote(CharSpan(0, 16)) == "Пётр Придуманный"
    assert one.data == path.read_bytes()


def test_a_guessed_encoding_is_a_warning(tmp_path: Path) -> None:
    words = "Пётр Придуманный был переведён в колонию, сообщила газета. " * 4
    guessed = take_in(put(tmp_path, "a.txt", words.encode("cp1251")), ABOUT)
    assert guessed.encoding == "cp1251"
    assert "read as cp1251, which is a guess" in guessed.warnings[0]
    assert not take_in(put(tmp_path, "b.txt", words.encode()), ABOUT).warnings


def test_bytes_and_text_do_not_show_when_it_is_printed(tmp_path: Path) -> None:
    assert "Nibyta" not in repr(take_in(put(tmp_path, "a.txt", b"Ivan Nibyta"), ABOUT))


@pytest.mark.skipif(available() == "none", reason="neither bubblewrap nor Landlock works here")
def test_a_page_is_parsed_and_its_day_is_only_a_hint(tmp_path: Path) -> None:
    taken = take_in(put(tmp_path, "a.html", PAGE.encode()), About(Day.unknown()))
    assert taken.not_parsed is None
    assert taken.capture.published.is_unknown
    assert str(taken.published_hint) == "2025-06-26"
    assert (taken.encoding, taken.capture.media_type) == (None, "text/html")


def test_what_is_no_source_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match=r"photo\.txt: binary data"):
        take_in(put(tmp_path, "photo.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"), ABOUT)
    with pytest.raises(InputRefused, match=r"blank\.txt: the file is empty"):
        take_in(put(tmp_path, "blank.txt", b"\xef\xbb\xbf"), ABOUT)
