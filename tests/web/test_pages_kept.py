"""A page is written once for whoever sees the same, and anew after an entry, for another question and for somebody else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests.web.pages.test_bridge import page_of

from habeas.kernel.days import Day
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register
from habeas.sources.capture import About
from habeas.web.asking import Question
from habeas.web.pages import front as front_page
from habeas.web.shelf import the_shelf


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The days of the front pages written since."""
    days, really = [], front_page.front

    def front(register: Register, question: Question) -> dict[str, Any]:
        days.append(question.asked.day.isoformat())
        return really(register, question)

    monkeypatch.setattr(front_page, "front", front)
    return days


def test_the_same_page_is_written_once(browser: Client, written: list[str]) -> None:
    assert page_of(browser, "/?on=2024-03-01") == page_of(browser, "/?on=2024-03-01")
    page_of(browser, "/?on=2024-03-02")
    assert written == ["2024-03-01", "2024-03-02"]


def test_after_an_entry_it_is_written_anew(
    browser: Client, register: Register, written: list[str], tmp_path: Path
) -> None:
    before = page_of(browser, "/people/")
    page_of(browser, "/?on=2024-03-01")
    lines = tmp_path / "one.jsonl"
    claim = {"subject": "Marta Fiktsyya", "predicate": "in_custody", "published": "2024-08-01", "source": "Beacon"}
    lines.write_text(json.dumps(claim) + "\n", "utf-8")
    import_claims(register, str(lines), About(Day.unknown()), Wish())
    page_of(browser, "/?on=2024-03-01")
    assert "Marta Fiktsyya" not in before and "Marta Fiktsyya" in page_of(browser, "/people/")
    assert written == ["2024-03-01", "2024-03-01"]


def test_whoever_sees_less_gets_a_page_of_their_own(browser: Client, written: list[str]) -> None:
    whole = page_of(browser, "/?on=2024-03-01")
    the_shelf().everybody_sees_all = False
    outside = page_of(browser, "/?on=2024-03-01")
    assert 'href="/desk/"' in whole and 'href="/desk/"' not in outside
    assert len(written) == 2
