"""An HTML page gives its words and its day; what it would run or fetch stays undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.sources.made_files import PAGE

from habeas.sources.media import HTML
from habeas.sources.parsed import Parsed
from habeas.sources.sandbox import available, parse_in_sandbox

pytestmark = pytest.mark.skipif(available() == "none", reason="neither bubblewrap nor Landlock works here")


def parsed(page: str, encoding: str = "utf-8") -> Parsed:
    return parse_in_sandbox(page.encode(encoding), HTML)


def test_a_page_gives_its_words_its_title_and_its_day() -> None:
    page = parsed(PAGE)
    assert page.because is None
    assert page.passages[0].title == "Fourteen out"
    assert "Alena Vymyslova was released from prison in Veldania on Tuesday" in page.passages[0].text
    assert str(page.published_hint) == "2025-06-26"
    assert page.sandbox == available()


def test_a_page_without_a_day_gives_no_hint() -> None:
    told = PAGE.replace('<meta property="article:published_time" content="2025-06-26T10:00:00Z">', "")
    assert parsed(told.replace("on Tuesday", "on 5 May 2021")).published_hint is None


def test_a_script_is_neither_run_nor_quoted() -> None:
    assert "script ran" not in parsed(PAGE).passages[0].text
    assert "document.write" not in parsed(PAGE).passages[0].text


def test_an_external_entity_stays_outside(tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("the canary sang", "utf-8")
    declared = f'<!DOCTYPE html [<!ENTITY canary SYSTEM "{canary.as_uri()}">]>'
    page = PAGE.replace("<!DOCTYPE html>", declared).replace("quoting her family", "quoting &canary; her family")
    read = parsed(page)
    assert read.because is None
    assert "quoting" in read.passages[0].text
    assert "sang" not in read.passages[0].text


def test_a_page_says_its_own_encoding() -> None:
    page = PAGE.replace("<title>", '<meta charset="windows-1251"><title>').replace(
        "Lantern, a rights group", "Придуманный сказал: Lantern"
    )
    assert "Придуманный сказал" in parsed(page, "cp1251").passages[0].text


def test_a_page_without_words_says_so() -> None:
    assert (
        parsed("<!DOCTYPE html><html><body></body></html>").because == "stored, not parsed: no text found in the page"
    )


def test_a_page_nested_without_end_is_survived() -> None:
    page = parsed("<!DOCTYPE html><html><body>" + "<div>" * 50_000 + "words")
    assert page.status in ("parsed", "not_parsed")
    assert (page.because is None) == bool(page.passages)
