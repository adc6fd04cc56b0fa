"""A PDF to its text, page by page, with pypdf in strict mode.

pypdf gives an empty string for a page without text and for parts that it could not read. So a page without text is "not parsed",
with what pypdf said of it, never "empty"; and a page that lost a part says so.
"""

from __future__ import annotations

import io
import logging
import struct
import zlib
from typing import Any

from habeas.sources.child.confined import Answer, clean

#: What a faulty page may raise besides pypdf's own errors; the other pages are still worth reading.
_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
_NO_TEXT = "it holds no text that can be read (a scan, a drawing, or an empty page)"


class _Remarks(logging.Handler):
    """Keeps what pypdf says, which it logs instead of raising."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def read_pdf(data: bytes) -> Answer:
    """One passage for each page with text; `warnings` for pages that were not parsed, or not wholly."""
    try:
        # an optional extra
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        return {
            "because": "the extra 'pdf' is not installed: run make extras where Habeas was set up with make, else pip install 'habeas[pdf]'"
        }
    remarks = _Remarks()
    logging.getLogger("pypdf").addHandler(remarks)
    try:
        reader = PdfReader(io.BytesIO(data), strict=True)
        if reader.is_encrypted:
            return {"because": "the PDF is locked with a password; unlock it and add it again"}
        count = len(reader.pages)
        read = [_page(reader, number, remarks, (PyPdfError, *_FAULTS)) for number in range(1, count + 1)]
    except (PyPdfError, *_FAULTS) as error:
        return {"because": clean(f"the PDF is faulty: {error}")}
    passages = [passage for passage, _ in read if passage is not None]
    warnings = [warning for _, warning in read if warning is not None]
    if not passages:
        return {"because": "; ".join(warnings[:3]) or "the PDF has no pages", "warnings": warnings}
    return {"passages": passages, "warnings": warnings}


def _page(
    reader: Any, number: int, remarks: _Remarks, faults: tuple[type[Exception], ...]
) -> tuple[Answer | None, str | None]:
    remarks.said.clear()
    try:
        text = clean(reader.pages[number - 1].extract_text())
    except faults as error:
        return None, clean(f"page {number} not parsed, because {error or type(error).__name__}")
    said = clean("; ".join(dict.fromkeys(remarks.said[:20])))
    if not text.strip():
        return None, f"page {number} not parsed, because {said or _NO_TEXT}"
    return {"text": text, "page": number}, f"page {number} may lack parts, because {said}" if said else None
