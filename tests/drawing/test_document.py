"""A statement as a document: what is typed is what stands in it, and nothing of it runs."""

from __future__ import annotations

import io
import zipfile

import docx
from hypothesis import example, given
from hypothesis import strategies as st

from habeas.drawing.document import document, paragraphs_of

TEXT = "# A statement\n\nFirst line\nsecond line.\n\n- Alena Vymyslova\n- Іван Нібыта\n\nSigned:\n- Lantern"


def test_titles_text_and_bullets_are_told_apart() -> None:
    kinds = [(p.kind, p.text) for p in paragraphs_of(TEXT)]
    assert kinds == [
        ("title", "A statement"), ("text", "First line second line."), ("bullet", "Alena Vymyslova"), ("bullet", "Іван Нібыта"),
        ("text", "Signed:"), ("bullet", "Lantern"),
    ]  # fmt: skip


def test_a_word_processor_reads_what_was_typed() -> None:
    read = docx.Document(io.BytesIO(document(TEXT)))
    told = [(p.style.name if p.style else "", p.text) for p in read.paragraphs]
    assert told[0] == ("Heading 1", "A statement") and ("List Bullet", "Іван Нібыта") in told
    assert read.core_properties.author == ""


def test_what_looks_like_a_field_or_markup_stays_text() -> None:
    hostile = '<w:instrText>DDEAUTO c:\\\\x "calc"</w:instrText>'
    with zipfile.ZipFile(io.BytesIO(document(hostile))) as made:
        body = made.read("word/document.xml").decode()
    assert "&lt;w:instrText&gt;" in body and "<w:instrText>" not in body


@given(st.text(max_size=300))
@example("\ufffe \uffff \ud800 a")
def test_any_text_can_be_written_and_no_word_is_lost(text: str) -> None:
    kept = "".join(p.text for p in paragraphs_of(text))
    read = docx.Document(io.BytesIO(document(text)))
    assert "".join(p.text for p in read.paragraphs).split() == kept.split()
