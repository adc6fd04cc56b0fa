"""Walking a site as its readers do: from link to link, in a browser that is watched for whatever it must not do."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.urls.exceptions import Resolver404

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Request

#: Addresses of one page that are looked at: enough for its shapes, not for all it holds.
_OF_ONE_PAGE = 2
_LARGEST = 150_000
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def page_names() -> list[str]:
    """The name of every address."""
    return sorted(_names(get_resolver().url_patterns))


def _names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


def linked_from(start: str) -> dict[str, list[str]]:
    """A few addresses of each page that links lead to, by the page's name."""
    reader = Client(SERVER_NAME="127.0.0.1")
    found: dict[str, list[str]] = {}
    ahead = [start]
    while ahead:
        address = ahead.pop(0)
        name = _name_of(address)
        of_page = found.setdefault(name, [])
        if not name or address in of_page or len(of_page) == _OF_ONE_PAGE:
            continue
        of_page.append(address)
        answer = reader.get(address, follow=True)
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        if answer.headers["Content-Type"].startswith("text/html"):
            ahead += [unescape(link) for link in re.findall(r'(?:href|src)="(/[^"#]*)', answer.content.decode())]
    found.pop("", None)
    return found


def _name_of(address: str) -> str:
    """Empty for an address that is no page, such as a style sheet's."""
    try:
        return resolve(address.partition("?")[0]).view_name
    except Resolver404:
        return ""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of this machine. Skips with its reason where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: make .venv/dev.stamp")
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"no browser: none of {', '.join(_NAMES)} is installed (apt-get install chromium)")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


class Watch:
    """What a browser did, while it was watched, that no page may make it do. `faults` are in words, with the page."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.faults: list[str] = []
        self._origin, self._at, self._context = origin, "", context
        context.on("request", self._asked)
        context.on("console", lambda said: self._tell(f"console: {said.text}") if said.type == "error" else None)
        context.on("weberror", lambda error: self._tell(f"script: {error.error}"))

    def visit(self, page: Page, address: str) -> None:
        """Go there, and note what is off."""
        self._at = address
        answer = page.goto(self._origin + address)
        assert answer is not None
        if answer.status != 200:
            self._tell(f"status {answer.status}")
        if (size := len(answer.body())) > _LARGEST:
            self._tell(f"{size:,} bytes")
        if self._context.cookies() and not address.startswith(("/desk/", "/account/")):
            self._tell("a cookie")
        self._context.clear_cookies()

    def fits(self, page: Page, width: int) -> None:
        """Note a page that has to be scrolled sideways in a window of that width."""
        page.set_viewport_size({"width": width, "height": 900})
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            self._tell(f"{needed} px wide in a window of {width}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self._origin + "/", "data:")):
            self._tell(f"asks {request.url}")

    def _tell(self, fault: str) -> None:
        self.faults.append(f"{self._at}: {fault}")


def serious(found: Mapping[str, Any]) -> list[str]:
    """What axe finds that keeps people out, each with the first place where it is."""
    return [
        f"{fault['id']} ({fault['impact']}): {fault['nodes'][0]['html']}"
        for fault in found["violations"]
        if fault["impact"] in ("serious", "critical")
    ]
