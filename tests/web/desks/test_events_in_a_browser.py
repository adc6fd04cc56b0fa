"""Every step at the event desk in a real browser without script, by keyboard alone: nobody is kept out, nothing is asked of elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.web.conftest import cast_in
from tests.web.walking import Watch, chromium, serious

from habeas.web.serving import answering

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_MESSAGE = "Free today:\n1. Piotr Prydumany (1980)\n2. Zoltar Brambel\n3. Hanna Vydumka\nThank you all!"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Browser]]:
    with cast_in(tmp_path) as register, answering(register) as origin, chromium() as browser:
        yield origin, browser


def tab_to(page: Page, name: str, value: str = "") -> None:
    """Go on by the tabulator to a field or button."""
    wanted = f"e => e.name === '{name}' && (!'{value}' || e.value === '{value}')"
    for _ in range(120):
        if page.evaluate(f"({wanted})(document.activeElement)"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the tabulator does not lead to {name} {value}")


def steps(page: Page) -> Iterator[str]:
    """From the message to the event entered, by keyboard; the name of each step when it is shown."""
    yield "paste"
    tab_to(page, "text")
    page.keyboard.insert_text(_MESSAGE)
    tab_to(page, "day")
    page.keyboard.type("2024-08-30")
    tab_to(page, "step", "names")
    page.keyboard.press("Enter")
    page.wait_for_selector(".people-asked")
    yield "names"
    tab_to(page, "who-2")
    page.keyboard.press("Space")
    tab_to(page, "publisher")
    page.keyboard.type("Lantern")
    tab_to(page, "step", "preview")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Nothing is entered yet")
    yield "preview"
    tab_to(page, "step", "commit")
    page.keyboard.press("Enter")
    page.wait_for_selector(".quotable")
    yield "done"


def test_an_event_is_entered_by_keyboard_without_script_and_no_step_is_too_wide(served: tuple[str, Browser]) -> None:
    origin, browser = served
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
    watch, page = Watch(context, origin), context.new_page()
    page.goto(f"{origin}/desk/events/")
    seen = []
    for step in steps(page):
        seen.append(step)
        watch.fits(page, 390)
    assert seen == ["paste", "names", "preview", "done"]
    assert not watch.faults
    context.close()


def test_axe_finds_nothing_at_any_step(served: tuple[str, Browser]) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    origin, browser = served
    context = browser.new_context(bypass_csp=True, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(f"{origin}/desk/events/")
    found = [f"{step}: {fault}" for step in steps(page) for fault in serious(axe.run(page).response)]
    assert not found
    context.close()
