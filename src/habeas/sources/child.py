"""The child that parses hostile files: HTML, PDF, XLSX. Bytes on standard input, JSON on standard output, nothing else.

Run as a script by `sandbox`. Limits and confinement come first; the parsers are imported only after them.
"""

import io
import json
import resource
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from habeas.sources.landlock import confine, leave_network

MEMORY = 1536 * 1024 * 1024
SECONDS = 20


def main() -> None:
    """`child.py KIND OUTER`: OUTER is "bubblewrap" when the parent has already confined us, "none" otherwise."""
    kind, outer = sys.argv[1], sys.argv[2]
    data = sys.stdin.buffer.read()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    leave_network()
    confined = confine(
        [
            *sys.path,
            sys.prefix,
            sys.base_prefix,
            "/usr/lib",
            "/lib",
            "/lib64",
            "/usr/share/zoneinfo",
            "/dev/urandom",
            "/dev/null",
        ]
    )
    if not confined and outer == "none":
        answer: dict = {"because": "no sandbox"}  # type: ignore[type-arg]
    else:
        answer = {"html": html, "pdf": pdf, "xlsx": xlsx}[kind](data)
    json.dump(answer, sys.stdout)


def html(data: bytes) -> dict:  # type: ignore[type-arg]
    """The main text as trafilatura finds it, and the publication day that htmldate finds."""
    import trafilatura
    from htmldate import find_date

    text = trafilatura.extract(data, include_comments=False, include_tables=True, favor_recall=True)
    meta = trafilatura.extract_metadata(data)
    # no extensive search: a day that is only guessed would be worse than none
    day = find_date(data.decode("utf-8", "replace"), extensive_search=False, original_date=True)
    if not text:
        return {"because": "no text found in the page"}
    return {"passages": [{"text": text, "title": meta.title if meta else None}], "published_hint": day}


def pdf(data: bytes) -> dict:  # type: ignore[type-arg]
    """Text page by page. An empty string may be a page that pypdf refused to decompress: never called empty."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        return {"because": "the extra 'pdf' is not installed: pip install 'habeas[pdf]'"}
    passages, warnings = [], []
    try:
        pages = PdfReader(io.BytesIO(data), strict=True).pages
        for number, page in enumerate(pages, start=1):
            try:
                text = page.extract_text()
            except (PyPdfError, ValueError, KeyError, RecursionError) as error:
                warnings.append(f"page {number} not parsed, because {error}")
                continue
            if text.strip():
                passages.append({"text": text, "page": number})
            else:
                warnings.append(f"page {number} not parsed, because it gave no text (an image, or refused)")
    except PyPdfError as error:
        return {"because": f"the PDF is faulty: {error}"}
    if not passages:
        return {"because": "; ".join(warnings) or "the PDF has no pages", "warnings": warnings}
    return {"passages": passages, "warnings": warnings}


def xlsx(data: bytes) -> dict:  # type: ignore[type-arg]
    """Each sheet as tab-separated text, one row a line."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [(name, book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]
    except CalamineError as error:
        return {"because": f"the workbook is faulty: {error}"}
    passages = [
        {"text": "\n".join("\t".join(str(cell) for cell in row) for row in rows), "sheet": name}
        for name, rows in sheets
        if rows
    ]
    return {"passages": passages} if passages else {"because": "the workbook has no cells"}


if __name__ == "__main__":
    main()
