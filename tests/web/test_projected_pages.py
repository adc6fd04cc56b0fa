"""What a visitor gets holds nothing that is held back, on any reading page, whatever is in the register."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.register.secrets_told import REASONS, SECRET, Telling, tell

from habeas.register.opened import Register, new_register
from habeas.web.application import application
from habeas.web.shelf import Shelf

#: Asked of every page: as it stands, for another day, as known before, on the other basis, and searched.
QUESTIONS = ("", "?on=2024-04-15", "?known_by=2999-01-01&on=2024-05-20", "?basis=public", "?q=a")
_LEAK = re.compile(rf"\b{SECRET}[a-z]+")


def addresses(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Every address of the resolver, with its parameters in <angle brackets>."""
    for one in patterns:
        path = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns, path)
        else:
            yield path


def reading_pages(register: Register) -> Iterator[str]:
    """Addresses of all reading pages, one for every id in the register where a page is about one of many."""
    known = register.caught_up()
    ids = [*known.mentions, *known.sources, *(claim.id for claim in known.claims)]
    names = sorted({str(v) for claim in known.claims for v in claim.value.values()})
    for path in addresses(get_resolver().url_patterns):
        if path.startswith(("desk/", "account/")):
            continue
        if "<" not in path:
            yield from (f"/{path}{question}" for question in QUESTIONS)
        else:
            yield from (re.sub("<[^>]*>", one, f"/{path}") for one in [*ids, *names])


def leaks(browser: Client, told: Telling) -> dict[str, set[str]]:
    """Secrets by the page that shows them."""
    found: dict[str, set[str]] = {}
    for address in reading_pages(told.register):
        answer = browser.get(address)
        assert answer.status_code in (200, 301, 302, 400, 404, 422), address
        page = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        words = set(_LEAK.findall(page.decode())) - set(_LEAK.findall(address))
        if words or answer.cookies:
            found[address] = words
    return found


@pytest.fixture(autouse=True)
def quietly() -> None:
    """Thousands of addresses that lead nowhere need no line each."""
    logging.getLogger("django.request").setLevel(logging.ERROR)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(REASONS), min_size=1, max_size=5))
def test_no_reading_page_shows_a_visitor_a_word_that_is_held_back(reasons: list[str]) -> None:
    with TemporaryDirectory() as folder, new_register(str(Path(folder) / "r.habeas"), invented=True) as register:
        told = tell(register, reasons)
        application(Shelf(register, everybody_sees_all=False))
        assert leaks(Client(SERVER_NAME="127.0.0.1", raise_request_exception=False), told) == {}


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Telling]:
    with new_register(str(tmp_path / "r.habeas"), invented=True) as register:
        yield tell(register, REASONS)


def test_every_reason_by_itself_and_all_together_hold_back(told: Telling) -> None:
    application(Shelf(told.register, everybody_sees_all=False))
    assert leaks(Client(SERVER_NAME="127.0.0.1", raise_request_exception=False), told) == {}


def test_whoever_sees_all_is_shown_what_is_held_back_from_others(told: Telling) -> None:
    application(Shelf(told.register))
    shown = leaks(Client(SERVER_NAME="127.0.0.1", raise_request_exception=False), told)
    words = {word for found in shown.values() for word in found}
    # who told a note and why somebody judged are shown on no reading page
    assert len(words) > len(told.secrets) * 0.6


def test_what_may_be_shown_is_shown(told: Telling) -> None:
    application(Shelf(told.register, everybody_sees_all=False))
    browser = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
    pages = "".join(browser.get(address).content.decode() for address in reading_pages(told.register))
    assert [word for word in told.shown if word not in pages] == []


def test_a_visitor_is_told_that_something_is_left_out(told: Telling) -> None:
    application(Shelf(told.register, everybody_sees_all=False))
    assert "left out of these pages" in Client(SERVER_NAME="127.0.0.1").get("/").content.decode()
