"""A file is what its bytes are, and what is no source is refused with its name and a remedy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.sources.made_files import PAGE, pdf_of, sheet_of, xlsx_of

from habeas.kernel.errors import InputRefused
from habeas.sources.media import HTML, PDF, XLSX, media_type, read_bytes

WORKBOOK = xlsx_of({"Data": sheet_of({1: {"A": "name"}})})
DOCUMENT = b"%PDF-1.7 \x00"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"words", "text/plain"),
        ("a.MD", b"# words", "text/markdown"),
        ("a.csv", b"name,day\n", "text/csv"),
        ("a.json", b"{}", "application/json"),
        ("a", b"words\twith tab\x0b\x0c\r\n", "text/plain"),
        ("a.txt", "слова".encode("utf-16"), "text/plain"),
        ("a.html", b"<p>words", HTML),
        ("a.txt", b"\xef\xbb\xbf <!-- saved --> <!DOCTYPE html><p>", HTML),
        ("a", b'<?xml version="1.0"?>\n<html xmlns="x">', HTML),
        ("a.xml", b'<?xml version="1.0"?>\n<list/>', "text/plain"),
        ("a.pdf", DOCUMENT, PDF),
        ("a", DOCUMENT, PDF),
        ("a.xlsx", WORKBOOK, XLSX),
    ],
)
def test_the_type_is_seen_in_the_bytes(name: str, data: bytes, kind: str) -> None:
    assert media_type(name, data) == kind


@pytest.mark.parametrize(
    ("name", "data", "seems", "remedy"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(40), "Portable Network Graphics", "save the source as text"),
        ("a.txt", b"\x7fELF\x02\x01\x01" + bytes(40), "ELF executable", "save the source as text"),
        ("a.txt", b"words" * 20000 + b"\x00", "byte 100000 is control byte 0x00", "save the source as text"),
        ("a.txt", b"words \x1b[2J", "byte 6 is control byte 0x1b", "save the source as text"),
        ("a.txt", "words".encode("utf-16-le"), "UTF-16 without its mark", "UTF-8"),
        ("a.txt", DOCUMENT, "a PDF", "rename it to end in .pdf"),
        ("a.csv", WORKBOOK, "an Excel workbook", "rename it to end in .xlsx"),
        ("a.docx", b"PK\x03\x04..word/document.xml", "a Word document", "save it as text"),
        ("a.xlsx", b"PK\x03\x04..", "a ZIP archive", "unpack it"),
        ("a.txt", b"{\\rtf1 words}", "a Rich Text file", "save it as text"),
        ("a.pdf", PAGE.encode(), "an error page", "fetch it again"),
        ("a.xlsx", b"name;day", "plain text", "give it a name that fits"),
    ],
)
def test_what_is_not_what_its_name_says_is_refused(name: str, data: bytes, seems: str, remedy: str) -> None:
    with pytest.raises(InputRefused) as refused:
        media_type(name, data)
    assert str(refused.value).startswith(f"{name}: ")
    assert seems in str(refused.value)
    assert remedy in str(refused.value)


def test_a_real_pdf_is_one() -> None:
    assert media_type("a.pdf", pdf_of([b""])) == PDF


@pytest.mark.parametrize("data", [b"", b" ", b"\n\t \r\n"])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputRefused, match=r"a\.txt: the file is empty; check"):
        read_bytes(path)


def test_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, why in (("gone.txt", "no such file"), ("", "not a file"), ("pipe", "not a file")):
        with pytest.raises(InputRefused, match=why):
            read_bytes(tmp_path / name)
    with pytest.raises(InputRefused, match="no such file"):
        read_bytes("a\0b")


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"words")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root may read everything
        monkeypatch.setattr(Path, "open", _denied)
    with pytest.raises(InputRefused, match=r"a\.txt: cannot be read \(Permission denied\); check its permissions"):
        read_bytes(path)


def _denied(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(300 << 20)
    monkeypatch.setattr(Path, "open", _denied)
    with pytest.raises(InputRefused, match=r"a\.txt: 300 MB is more than the 50 MB .*; split it"):
        read_bytes(path)


def test_the_limit_is_the_last_size_that_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert read_bytes(path, limit=5) == b"12345"
    with pytest.raises(InputRefused, match="split it"):
        read_bytes(path, limit=4)
