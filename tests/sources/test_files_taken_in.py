"""What comes in is kept as it is, and what is hostile stays in its box."""

import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.sources import landlock, sandbox
from habeas.sources.capture import About
from habeas.sources.locator import Cell, CharSpan, Page, parse_locator
from habeas.sources.note import Note
from habeas.sources.sandbox import parse_in_sandbox
from habeas.sources.take_in import take_in

ABOUT = About(Day.unknown())
HTML = "text/html"
needs_sandbox = pytest.mark.skipif(sandbox.available() == "none", reason="neither bubblewrap nor Landlock works here")


def put(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return str(folder / name)


def test_a_text_is_frozen_exactly(tmp_path: Path) -> None:
    data = "“Curly” quotes,\r\nand\ttabs — Пётр".encode()
    taken = take_in(put(tmp_path, "a.txt", data), ABOUT)
    assert taken.passages[0].text.encode() == data
    assert taken.capture.size == len(data)


def test_the_same_file_is_the_same_capture_whenever_it_was_taken(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", b"some words")
    early, late = (take_in(path, About(Day.unknown(), captured_at=t)) for t in ("2030-01-01", "2031-01-01"))
    assert early.capture.to_content() == late.capture.to_content()
    assert early.capture.beside() != late.capture.beside()


@pytest.mark.parametrize(("name", "data", "said"), [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\t ", "empty"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
    ("archive.txt", b"PK\x03\x04rest", "ZIP"),
])  # fmt: skip
def test_what_is_no_source_is_refused_by_name(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    with pytest.raises(InputRefused, match=said) as refused:
        take_in(put(tmp_path, name, data), ABOUT)
    assert name in str(refused.value)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    with pytest.raises(InputRefused, match="300 MB"):
        take_in(path, ABOUT)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.txt", tmp_path):
        with pytest.raises(InputRefused, match=str(path)):
            take_in(path, ABOUT)


def test_other_encodings_are_read_and_stated(tmp_path: Path) -> None:
    words = "Пётр Придуманный был арестован в понедельник вечером, сообщила газета. " * 5
    taken = take_in(put(tmp_path, "a.txt", words.encode("cp1251")), ABOUT)
    assert taken.passages[0].text == words
    assert taken.encoding is not None
    assert take_in(put(tmp_path, "b.txt", words.encode("utf-16")), ABOUT).passages[0].text == words


@given(st.integers(0, 99), st.integers(0, 99), st.none() | st.integers(1, 9))
def test_a_span_survives_writing_and_reading(start: int, length: int, page: int | None) -> None:
    span = CharSpan(start, start + length)
    where = span if page is None else Page(page, span)
    assert parse_locator(str(where)) == where


@given(st.text(), st.integers(1, 999), st.text())
def test_a_cell_survives_writing_and_reading(sheet: str, row: int, column: str) -> None:
    try:
        cell = Cell(sheet, row, column)
        text = str(cell)
    except UnicodeEncodeError:
        return  # a lone surrogate is no text of any file
    assert parse_locator(text) == cell


def test_a_note_keeps_to_its_words() -> None:
    with pytest.raises(InputRefused, match="channel"):
        Note("rumour", Day.unknown(), "heard something")
    with pytest.raises(InputRefused, match="empty"):
        Note("call", Day.unknown(), "  ")


@needs_sandbox
def test_a_page_gives_its_text_and_its_day() -> None:
    page = (
        b"<!doctype html><html><head><title>T</title><meta property='article:published_time' content='2030-05-06'></head><body><article><p>"
        + b"Alena Vymyslova was arrested, the invented paper wrote. " * 8
        + b"</p><script>alert(1)</script></article></body></html>"
    )
    parsed = parse_in_sandbox(page, HTML)
    assert parsed.because is None
    assert "Alena Vymyslova was arrested" in parsed.passages[0].text
    assert "alert" not in parsed.passages[0].text
    assert str(parsed.published_hint) == "2030-05-06"


@needs_sandbox
@pytest.mark.parametrize(
    "kind", ["application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]
)
def test_a_faulty_document_is_stored_and_said_not_to_be_parsed(kind: str) -> None:
    parsed = parse_in_sandbox(b"%PDF-1.7 nothing follows", kind)
    assert parsed.passages == ()
    assert parsed.because is not None
    assert parsed.because.startswith("stored, not parsed")


def test_without_a_sandbox_nothing_is_parsed() -> None:
    parsed = parse_in_sandbox(b"<html></html>", HTML, sandbox="none")
    assert parsed.because is not None
    assert "no sandbox" in parsed.because


PROBE = """
import sys
sys.path.insert(0, {package!r})
from habeas.sources.landlock import confine, leave_network
leave_network()
assert confine([*sys.path, sys.prefix, sys.base_prefix, "/usr/lib", "/lib", "/lib64"])
import socket
def tried(act):
    try:
        act()
        return "done"
    except OSError:
        return "refused"
print(tried(lambda: open({canary!r}).read()), tried(lambda: open({fresh!r}, "w")), tried(lambda: socket.create_connection(("127.0.0.1", {port}), 2)))
"""


@pytest.mark.skipif(landlock.version() < 4, reason="this kernel's Landlock cannot deny TCP")
def test_a_confined_child_reads_no_file_writes_none_and_calls_nobody(tmp_path: Path) -> None:
    import subprocess
    import sys

    canary = put(tmp_path, "canary", b"secret")
    server = socket.create_server(("127.0.0.1", 0))
    package = str(Path(sandbox.__file__).resolve().parents[2])
    code = PROBE.format(package=package, canary=canary, fresh=str(tmp_path / "new"), port=server.getsockname()[1])
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False, timeout=60)
    server.close()
    assert done.stdout.split() == ["refused", "refused", "refused"], done.stderr
