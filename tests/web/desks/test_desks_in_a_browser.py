"""The desks of identity, lists and recognition in a real browser: by keyboard, with script and without, for everybody."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from tests.register.intake_lines import come_in, told
from tests.register.lists import LIST, as_csv
from tests.web.conftest import cast_in
from tests.web.walking import Watch, chromium, serious

from habeas.identity.judgements import Verdict
from habeas.register.known import judgements_of
from habeas.register.opened import Register
from habeas.web.serving import answering

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_PHONE = 390


@dataclass(frozen=True, slots=True)
class Site:
    """A register being served, where its files are, and a browser."""

    origin: str
    folder: Path
    register: Register
    browser: Browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("desks")
    (folder / "list.csv").write_bytes(as_csv(LIST))
    (folder / "unknown.json").write_text(json.dumps([{"No": "1", "Person": "Ivan Nibyta", "Status": "held"}]), "utf-8")
    with cast_in(folder) as register, answering(register) as origin, chromium() as browser:
        come_in(register, told("Ivan Nibyta", "A"), told("Ivan Nibyta", "B"), told("Ivan Nibyta", "C"))
        yield Site(origin, folder, register, browser)


def send(page: Page, site: Site, name: str) -> None:
    page.goto(f"{site.origin}/desk/lists/")
    page.set_input_files("input[name=file]", site.folder / name)
    page.get_by_label("Day of the file").fill("2032-01-31")
    page.get_by_role("button", name="Look what it would do").click()
    page.wait_for_function("!document.querySelector('meta[http-equiv]')")


def verdicts(register: Register) -> list[Verdict]:
    return [j.verdict for j in judgements_of(register.caught_up().judgements)]


def test_no_page_keeps_anybody_out_asks_elsewhere_or_is_too_wide(site: Site) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    context = site.browser.new_context(bypass_csp=True, viewport={"width": _PHONE, "height": 900})
    page, watch = context.new_page(), Watch(context, site.origin)
    yan = next(m.id for m in site.register.caught_up().mentions.values() if m.name == "Yan Kazachny")
    found: list[str] = []

    def look() -> None:
        watch.fits(page, _PHONE)
        schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            found.extend(f"{page.url}, {scheme}: {fault}" for fault in serious(axe.run(page).response))

    for name in ("list.csv", "unknown.json"):
        send(page, site, name)
        look()
    for address in (
        "/desk/identity/",
        f"/desk/recognition/?person={yan}",
        f"/desk/recognition/statement/?person={yan}",
    ):
        page.goto(site.origin + address)
        look()
    context.close()
    assert not found and not watch.faults


def test_keys_answer_for_whoever_is_not_typing(site: Site) -> None:
    page = site.browser.new_page()
    page.goto(f"{site.origin}/desk/identity/")
    page.keyboard.press("n")
    page.wait_for_url("**/?at=1")
    before = len(verdicts(site.register))
    page.get_by_label("Why").press_sequentially(" s d u n")
    assert "at=1" in page.url and len(verdicts(site.register)) == before
    page.get_by_label("Why").blur()
    page.keyboard.press("d")
    page.wait_for_url("**/?judged=**")
    assert verdicts(site.register)[-1] is Verdict.DIFFERENT
    page.close()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_list_is_tried_and_entered_and_a_pair_answered(site: Site, script: bool) -> None:
    context = site.browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{site.origin}/desk/lists/")
    page.set_input_files("input[name=file]", site.folder / "list.csv")
    page.get_by_role("button", name="Look what it would do").click()
    page.get_by_role("button", name="Enter it as one act").click()
    page.get_by_role("heading", name="Entered").wait_for()
    page.goto(f"{site.origin}/desk/lists/")
    page.get_by_role("heading", name="viasna").wait_for()
    page.goto(f"{site.origin}/desk/identity/")
    before = len(verdicts(site.register))
    page.get_by_role("button", name="Unsure").click()
    page.wait_for_url("**/?judged=**")
    assert len(verdicts(site.register)) == before + 1
    context.close()
