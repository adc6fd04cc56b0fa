"""What a file really is, whatever its name says, and whether it is fit to be taken in at all.

Only looks at bytes: nothing here unpacks or parses.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import puremagic

from habeas.kernel.errors import InputRefused

LIMIT = 50 * 1024 * 1024
TEXT_NAMES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".csv": "text/csv",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
}
PDF, HTML = "application/pdf", "text/html"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PARSED_NAMES = {".html": HTML, ".htm": HTML, ".xhtml": HTML, ".pdf": PDF, ".xlsx": XLSX}
#: Names of files that are ZIP archives inside, none of which is read but XLSX.
_ZIPPED = frozenset({".docx", ".odt", ".pptx", ".epub", ".zip", ".ods"})
_WORDS = {PDF: "a PDF", HTML: "an HTML page", XLSX: "an Excel workbook"}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
#: Control bytes that text does not hold: all but tab, the line ends, vertical tab and form feed.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,1500}-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_CONTAINERS = (
    (b"xl/workbook.xml", XLSX),
    (b"word/document.xml", "a Word document"),
    (b"ppt/presentation.xml", "a presentation"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"application/epub+zip", "an e-book"),
)


def read_bytes(path: str | Path, limit: int = LIMIT) -> bytes:
    """The bytes of a file of at most `limit` bytes.

    Raises InputRefused for one that is missing, no file, too large (known before it is read), unreadable or empty.
    """
    try:
        found = Path(path).stat()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if not stat.S_ISREG(found.st_mode):
        raise InputRefused(
            f"{path}: not a file; name one file, or several one after another, and save what comes through a pipe as a file first"
        )
    _refuse_larger(path, found.st_size, limit)
    try:
        with Path(path).open("rb") as file:
            # one byte more than allowed, should it have grown since
            data = file.read(limit + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    _refuse_larger(path, len(data), limit)
    if not data or data.isspace():
        raise InputRefused(f"{path}: the file is empty; check that the download or copy was complete")
    return data


def first_line(path: str | Path, most: int) -> bytes:
    """The first line of a file, `most` bytes of it; empty where there is none to read: whoever takes the file in says why.

    What is no regular file is never opened, since a named pipe without a writer would be waited for without end.
    """
    try:
        if not Path(path).is_file():
            return b""
        with Path(path).open("rb") as file:
            return file.readline(most)
    except (OSError, ValueError):
        return b""


def media_type(path: str | Path, data: bytes) -> str:
    """The media type by content, checked against the name.

    Raises InputRefused, saying what it seems to be, for binary data, for containers that are not read, and for a name that
    promises something else.
    """
    suffix = Path(path).suffix.lower()
    kind = _kind(path, data)
    named = _PARSED_NAMES.get(suffix)
    if kind in (PDF, XLSX) and suffix and named != kind:
        remedy = f"rename it to end in {'.pdf' if kind == PDF else '.xlsx'}"
        raise InputRefused(f"{path}: named {suffix}, but it is {_WORDS[kind]}; {remedy}")
    if kind in ("text", HTML) and named in (PDF, XLSX):
        what = "an HTML page (perhaps an error page saved in place of the file)" if kind == HTML else "plain text"
        raise InputRefused(f"{path}: named {suffix}, but it is {what}; fetch it again, or give it a name that fits")
    if suffix in _ZIPPED:
        raise InputRefused(
            f"{path}: named {suffix}, but it is no such file; fetch it again, or give it a name that fits"
        )
    if kind == "text":
        return HTML if named == HTML else TEXT_NAMES.get(suffix, "text/plain")
    return kind


def _kind(path: str | Path, data: bytes) -> str:
    """PDF, XLSX, HTML or "text"."""
    if data.startswith(b"%PDF-"):
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _container(path, data)
    if data.startswith(b"{\\rtf"):
        raise InputRefused(f"{path}: a Rich Text file, not plain text; save it as text, HTML or PDF")
    if not data.startswith(_UTF16):
        control = _CONTROL.search(data)
        if control:
            raise _binary(path, data, control.start())
    return HTML if _PAGE.match(data.removeprefix(b"\xef\xbb\xbf"), 0, 4000) else "text"


def _container(path: str | Path, data: bytes) -> str:
    # names inside a ZIP stand uncompressed in its directory
    what = next((what for sign, what in _CONTAINERS if sign in data), "a ZIP archive")
    if what == XLSX:
        return XLSX
    remedy = "unpack it and add its files" if what == "a ZIP archive" else "save it as text, HTML, PDF or XLSX"
    raise InputRefused(f"{path}: {what}, which is not read; {remedy}")


def _binary(path: str | Path, data: bytes, place: int) -> InputRefused:
    seems = _guess(data)
    if seems is None and data[place] == 0:
        seems = "of no known kind, or UTF-16 without its mark"
    why = f"binary data ({seems or 'of no known kind'}; byte {place} is control byte 0x{data[place]:02x}), not text"
    return InputRefused(f"{path}: {why}; save the source as text (UTF-8), HTML, PDF or XLSX")


def _guess(data: bytes) -> str | None:
    """What it seems to be; None = unknown."""
    try:
        # no file name is given, so that it only compares bytes and opens nothing
        likely = [match for match in puremagic.magic_string(data[:65536]) if match.confidence >= 0.3]
    except (puremagic.PureError, ValueError, IndexError):
        return None
    return str(likely[0].name or likely[0].mime_type) if likely else None


def _refuse_larger(path: str | Path, size: int, limit: int) -> None:
    if size > limit:
        raise InputRefused(
            f"{path}: {size / 2**20:.0f} MB is more than the {limit / 2**20:.0f} MB that one source may have; split it into parts"
        )


def _unreadable(path: str | Path, error: OSError | ValueError) -> InputRefused:
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return InputRefused(f"{path!s}: no such file; check the name")
    why = os.strerror(error.errno) if error.errno else str(error)
    return InputRefused(f"{path}: cannot be read ({why}); check its permissions")
