"""The page of a number: asked in every part, quoted in words, with its people a page at a time."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from tests.web.pages.test_bridge import page_of

from habeas.kernel.asof import utc_today
from habeas.register.opened import Register
from habeas.web.application import application
from habeas.web.pages.loose_days import long_day
from habeas.web.shelf import Shelf


def test_a_number_is_quoted_with_all_that_it_depends_on(browser: Client) -> None:
    today = utc_today()
    words = quote_of(browser, "/figures/?on=2024-09-09")
    assert "9 September 2024" in words and f"as known by {long_day(today)} (a day not over yet" in words
    assert "by everything entered here by then: 2 for certain." in words
    assert "described-as-political-prisoner@1" in words and "people named in these sources" in words
    assert "Counted from the whole register" in words
    assert f"http://127.0.0.1/figures/?on=2024-09-09&known_by={today}&basis=register&definition=" in words


def test_the_words_to_copy_say_by_whose_knowledge_and_who_is_not_heard_of_or_not_assessed(browser: Client) -> None:
    assert "by what was published by then" in quote_of(browser, "/figures/?on=2024-09-09&basis=public")
    unconfirmed = quote_of(browser, "/figures/?on=2026-11-01")
    assert "at least 0, at most 2; of these 2 unconfirmed" in unconfirmed
    assert "not known how many" in quote_of(browser, "/figures/?on=2024-09-09&definition=pace-1900").casefold()
    assert re.search(
        r"\d more people who are or may be held are not assessed",
        quote_of(browser, "/figures/?on=2024-09-09&definition=pace-1900"),
    )


def test_a_number_as_known_by_a_day_that_is_over_is_permanent(browser: Client) -> None:
    before = utc_today() - timedelta(days=1)
    page = page_of(browser, f"/figures/?on=2024-09-09&known_by={before}")
    assert "Permanent address of this answer" in page and "is not over" not in page
    assert "Permanent address of this answer, once the last day known is over" in page_of(
        browser, "/figures/?on=2024-09-09"
    )


def test_whoever_sees_a_part_of_the_register_is_told_so_in_the_words_to_copy(register: Register) -> None:
    application(Shelf(register, everybody_sees_all=False))
    assert "Counted from what visitors are shown" in quote_of(
        Client(SERVER_NAME="127.0.0.1"), "/figures/?on=2024-09-09"
    )


def test_of_days_ahead_the_page_says_so_and_of_knowledge_ahead_nothing_is_quoted(browser: Client) -> None:
    page = page_of(browser, "/figures/?on=2199-06-01")
    assert "1 June 2199 lies after" in page and "whoever came out since then is not seen" in page
    assert "whoever came out since then is not seen" in quote_of(browser, "/figures/?on=2199-06-01")
    page = page_of(browser, "/figures/?on=2199-06-01&known_by=2199-06-01")
    assert "lies ahead; nothing later than" in page and 'id="quoted"' not in page and "Permanent address" not in page
    for address in ("/", "/people/"):
        assert "whoever came out since then is not seen" in page_of(browser, f"{address}?on=2199-06-01")


def test_a_body_nobody_tells_of_has_no_number(browser: Client) -> None:
    page = page_of(browser, "/figures/?definition=recognised-by:Lantem")
    assert "obody here tells of a body named “Lantem”" in unescape(page) and 'id="quoted"' not in page
    front = unescape(page_of(browser, "/?definition=recognised-by:Lantem"))
    assert "tells of a body named “Lantem”" in front and "Not known" in front and "No people" not in front


def test_where_nobody_is_assessed_the_headline_does_not_say_that_there_is_nobody(browser: Client) -> None:
    front = page_of(browser, "/?on=2024-09-09&definition=pace-1900")
    assert "Not known how many political prisoners by PACE Resolution 1900 (" in front and "not assessed)" in front
    assert "No political prisoners" not in front
    assert "Nobody who is counted under this definition" in front


def quote_of(browser: Client, address: str) -> str:
    found = re.search(r'id="quoted">(.*?)</blockquote>', page_of(browser, address), re.DOTALL)
    assert found is not None
    return unescape(found[1])


def test_a_definition_about_one_body_takes_the_body_named_beside_it(browser: Client) -> None:
    beside = page_of(browser, "/figures/?definition=recognised-by&body=Lantern")
    inside = page_of(browser, "/figures/?definition=recognised-by:Lantern")
    assert "a body named “Lantern”" in unescape(beside)
    assert beside == inside


def test_a_body_named_beside_a_definition_that_wants_none_is_left_out(browser: Client) -> None:
    assert "described as political prisoners" in page_of(browser, "/figures/?body=Lantern")


def test_the_definition_asked_under_stays_chosen_though_nobody_told_of_that_body(browser: Client) -> None:
    page = page_of(browser, "/figures/?definition=recognised-by:Nobody")
    assert re.search(r'<option value="recognised-by:Nobody" selected>', page)


def test_somebody_is_found_among_the_people_behind_a_number(browser: Client) -> None:
    page = page_of(browser, "/figures/?on=2024-09-09&q=Прыдуманы")
    roll = page[page.index('id="roll"') :]
    assert "Piotr Prydumany" in roll and "Yan Kazachny" not in roll
    assert re.search(r"<strong>1 of \d", roll)


def test_the_file_of_days_is_that_of_the_days_drawn(browser: Client) -> None:
    page = page_of(browser, "/figures/?on=2024-09-09&from=2024-01-09&to=2024-01-20")
    link = re.search(r'href="(/figures/days.csv[^"]*)"', page)
    assert link is not None
    rows = page_of(browser, unescape(link[1])).split()
    assert rows[1].startswith("2024-01-09,") and rows[-1].startswith("2024-01-20,")


@pytest.mark.parametrize("address", ["/", "/figures/", "/figures/bridge/", "/figures/days.csv"])
def test_a_definition_of_one_day_a_year_never_ends_in_a_fault_of_ours(browser: Client, address: str) -> None:
    status = browser.get(f"{address}?definition=cpj-census&on=2024-02-01&known_by=2025-02-01").status_code
    assert status == 422


def test_a_definition_that_says_nothing_of_the_day_leads_to_the_days_it_speaks_of(browser: Client) -> None:
    page = page_of(browser, "/?definition=cpj-census&on=2024-02-01&known_by=2025-02-01", 422)
    days = re.findall(r'<li><a href="(\?[^"]*)">1 December (\d+)', page)
    assert [year for _, year in days] == ["2024", "2023"]
    number = page_of(browser, "/" + unescape(days[0][0]))
    assert "journalists held on 1 December" in number
    assert "since 1 December 2023" in number


@pytest.mark.parametrize("question", ["?on=0001-01-01", "?on=9999-12-31", "?on=0001-12-01&definition=cpj-census"])
@pytest.mark.parametrize("address", ["/", "/figures/", "/people/"])
def test_the_first_and_the_last_day_of_the_calendar_have_answers(browser: Client, address: str, question: str) -> None:
    page_of(browser, address + question)


def test_a_stretch_of_days_beyond_all_use_is_refused(browser: Client) -> None:
    assert "shorter stretch" in page_of(browser, "/figures/days.csv?from=0001-01-01", 400)
