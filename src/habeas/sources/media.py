"""What a file really is, whatever its name says, and whether it is fit to be taken in at all."""

from __future__ import annotations

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
_PDF, _XLSX, _HTML = "application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/html"
_BY_NAME = {**TEXT_NAMES, ".html": _HTML, ".htm": _HTML, ".xhtml": _HTML, ".pdf": _PDF, ".xlsx": _XLSX}


def read_bytes(path: str | Path, limit: int = LIMIT) -> bytes:
    """The bytes of a file. Raises InputRefused for one that is missing, empty, too large, or no file, before reading it."""
    file = Path(path)
    if not file.exists():
        raise InputRefused(f"{path}: no such file; check the name")
    if not file.is_file():
        raise InputRefused(f"{path}: not a file; name one file, or several one after another")
    size = file.stat().st_size
    if size > limit:
        raise InputRefused(
            f"{path}: {size / 2**20:.0f} MB is more than the {limit / 2**20:.0f} MB that one source may have; split it into parts"
        )
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputRefused(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
    if not data.strip():
        raise InputRefused(f"{path}: the file is empty; check that the download or copy was complete")
    return data


def media_type(path: str | Path, data: bytes) -> str:
    """The media type by content, checked against the name. Raises InputRefused for a binary named as text."""
    suffix = Path(path).suffix.lower()
    if data.startswith(b"%PDF-"):
        return _PDF
    if data.startswith(b"PK\x03\x04"):
        if suffix == ".xlsx":
            return _XLSX
        raise InputRefused(
            f"{path}: a ZIP container, not {suffix or 'text'}; unpack it, or save it as text, HTML, PDF or XLSX"
        )
    if is_text(data):
        head = data[:2000].lstrip().lower()
        if head.startswith((b"<!doctype html", b"<html")) or suffix in (".html", ".htm", ".xhtml"):
            return _HTML
        return _BY_NAME.get(suffix, "text/plain") if suffix not in (".pdf", ".xlsx") else "text/plain"
    raise InputRefused(f"{path}: binary data ({_guess(data)}), not text; save the source as text, HTML, PDF or XLSX")


def is_text(data: bytes) -> bool:
    """Whether bytes can be text: no control bytes, or a byte order mark of UTF-16."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    return not data[:65536].translate(None, bytes(range(32, 256)) + b"\t\n\r\f\x1b")


def _guess(data: bytes) -> str:
    try:
        return str(puremagic.from_string(data[:65536], mime=True))
    except (puremagic.PureError, ValueError, IndexError):
        return "of no known kind"
