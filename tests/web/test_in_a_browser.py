"""Every page in a real browser, with script and without, on a phone and on a desk: it asks nobody else, breaks no rule and keeps nobody out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from tests.register.intake_lines import come_in
from tests.register.orsk_story import story, writing_told
from tests.web.conftest import cast_in
from tests.web.walking import Watch, chromium, linked_from, page_names, serious

from habeas.web.headers import POLICY
from habeas.web.serving import answering

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

_PHONE, _DESK = 390, 1280
#: Addresses that no link leads to: asked by script, or sent to by a form.
_NO_LINK = {"suggested"}
_FILES = (".csv", ".svg", ".json")


@dataclass(frozen=True, slots=True)
class Site:
    """A register being served, with the pages that links lead to, and a browser."""

    origin: str
    linked: dict[str, list[str]]
    browser: Browser

    @property
    def pages(self) -> list[str]:
        """Addresses to look at; files to be taken away are not pages."""
        of_all = [address for addresses in self.linked.values() for address in addresses]
        return [address for address in of_all if not address.partition("?")[0].endswith(_FILES)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    with writing_told(folder), cast_in(folder) as register, answering(register) as origin:
        come_in(register, story())
        linked = linked_from("/")
        with chromium() as browser:
            yield Site(origin, linked, browser)


def test_links_lead_to_every_reading_page(site: Site) -> None:
    reading = {name for name in page_names() if not name.startswith(("desk", "account", "mfa_", "usersessions"))}
    assert reading - site.linked.keys() == _NO_LINK


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_no_page_asks_elsewhere_complains_keeps_a_cookie_or_is_too_wide_or_heavy(site: Site, script: bool) -> None:
    context = site.browser.new_context(java_script_enabled=script, viewport={"width": _DESK, "height": 900})
    watch, page = Watch(context, site.origin), context.new_page()
    for address in site.pages:
        watch.visit(page, address)
        watch.fits(page, _DESK)
        watch.fits(page, _PHONE)
    context.close()
    assert not watch.faults


def test_axe_finds_nothing_that_keeps_people_out_by_day_or_by_night(site: Site) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    # axe is brought in as script of its own, which our policy would refuse
    context = site.browser.new_context(bypass_csp=True, viewport={"width": _PHONE, "height": 900})
    page = context.new_page()
    found = []
    for address in site.pages:
        page.emulate_media(color_scheme="light")
        page.goto(site.origin + address)
        found += [f"{address}: {fault}" for fault in serious(axe.run(page).response)]
        page.emulate_media(color_scheme="dark")  # colours alone are another
        dark = axe.run(page, options={"runOnly": ["color-contrast"], "resultTypes": ["violations"]}).response
        found += [f"{address}, dark: {fault}" for fault in serious(dark)]
    context.close()
    assert not found


@pytest.mark.parametrize(
    ("body", "noticed"),
    [
        ('<img src="https://elsewhere.example/x.png" alt="">', "asks https://elsewhere.example"),
        ('<p style="color: red">Words</p>', "console:"),
        ("<script>document.title = 'x'</script>", "console:"),
        ("<table><tr><td>" + "longer_than_a_phone_" * 40 + "</td></tr></table>", "px wide in a window of 390"),
        ("<p>" + "many words " * 15_000 + "</p>", "bytes"),
    ],
)
def test_the_watch_notices(site: Site, body: str, noticed: str) -> None:
    context = site.browser.new_context()
    watch, page = Watch(context, site.origin), context.new_page()

    def bad(route: Route) -> None:
        route.fulfill(
            body=f"<!doctype html><title>Bad</title>{body}",
            content_type="text/html",
            headers={"Content-Security-Policy": POLICY, "Set-Cookie": "followed=yes"},
        )

    page.route(f"{site.origin}/bad", bad)
    watch.visit(page, "/bad")
    watch.fits(page, _PHONE)
    context.close()
    assert any(noticed in fault for fault in watch.faults)
    assert "/bad: a cookie" in watch.faults


def test_a_name_is_offered_while_it_is_typed(site: Site) -> None:
    page: Page = site.browser.new_page()
    page.goto(site.origin)
    page.get_by_label("Find a person").press_sequentially("kazac")
    page.wait_for_selector("datalist option", state="attached")
    assert page.locator("datalist option").first.get_attribute("value") == "Yan Kazachny"
    page.close()
