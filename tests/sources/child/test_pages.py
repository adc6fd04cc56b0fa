"""A PDF gives its pages; a page that gave no text is never called empty."""

from __future__ import annotations

import sys

import pytest
from tests.sources.made_files import pdf_of, words_on_page

from habeas.sources.child.pages import read_pdf
from habeas.sources.media import PDF
from habeas.sources.sandbox import available, parse_in_sandbox

needs_sandbox = pytest.mark.skipif(available() == "none", reason="neither bubblewrap nor Landlock works here")
#: Unpacks to more than pypdf is willing to unpack.
TOO_MUCH = words_on_page("Never read.") + b" " * 80_000_000


def test_without_the_extra_it_is_stored_and_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert read_pdf(b"%PDF-1.7") == {
        "because": "the extra 'pdf' is not installed: run make extras where Habeas was set up with make, else pip install 'habeas[pdf]'"
    }


@needs_sandbox
def test_pages_come_with_their_numbers() -> None:
    pytest.importorskip("pypdf", reason="the extra 'pdf' is not installed")
    parsed = parse_in_sandbox(pdf_of([words_on_page("Page one."), words_on_page("Page two.")]), PDF)
    assert [(p.number, p.page, p.text) for p in parsed.passages] == [(0, 1, "Page one."), (1, 2, "Page two.")]
    assert (parsed.because, parsed.warnings) == (None, ())


@needs_sandbox
def test_a_page_that_pypdf_would_not_unpack_is_not_called_empty() -> None:
    pytest.importorskip("pypdf", reason="the extra 'pdf' is not installed")
    parsed = parse_in_sandbox(pdf_of([TOO_MUCH, words_on_page("Page two."), b""]), PDF)
    assert [(p.page, p.text) for p in parsed.passages] == [(2, "Page two.")]
    assert parsed.warnings[0].startswith("page 1 not parsed, because Limit reached")
    assert parsed.warnings[1].startswith("page 3 not parsed, because it holds no text that can be read")


@needs_sandbox
def test_a_pdf_of_scans_is_stored_with_the_reason() -> None:
    pytest.importorskip("pypdf", reason="the extra 'pdf' is not installed")
    parsed = parse_in_sandbox(pdf_of([b"q Q"]), PDF)
    assert parsed.status == "not_parsed"
    assert parsed.because is not None and "page 1 not parsed, because" in parsed.because


@needs_sandbox
def test_a_pdf_that_was_cut_off_is_faulty() -> None:
    pytest.importorskip("pypdf", reason="the extra 'pdf' is not installed")
    parsed = parse_in_sandbox(pdf_of([words_on_page("Page one.")])[:-200], PDF)
    assert parsed.because is not None and parsed.because.startswith("stored, not parsed: the PDF is faulty")


@needs_sandbox
def test_what_pypdf_only_logged_is_said() -> None:
    pytest.importorskip("pypdf", reason="the extra 'pdf' is not installed")
    # a font that is named and not there
    stream = words_on_page("Page one.") + b" BT /F9 12 Tf (lost) Tj ET /X1 Do"
    parsed = parse_in_sandbox(pdf_of([stream]), PDF)
    assert parsed.because is None
    assert [w for w in parsed.warnings if w.startswith("page 1 may lack parts, because")]
