"""The page of a number: asked in every part, quoted in words, with its people a page at a time."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from tests.web.pages.test_bridge import page_of


def test_a_number_is_quoted_with_all_that_it_depends_on(browser: Client) -> None:
    page = page_of(browser, "/figures/?on=2024-09-09&known_by=2030-01-01")
    quoted = re.search(r'id="quoted">(.*?)</blockquote>', page, re.DOTALL)
    assert quoted is not None
    words = unescape(quoted[1])
    assert "9 September 2024" in words and "1 January 2030" in words
    assert "described-as-political-prisoner@1" in words and "people named in these sources" in words
    assert "http://127.0.0.1/figures/?on=2024-09-09&known_by=2030-01-01&basis=register&definition=" in words


def test_a_definition_about_one_body_takes_the_body_named_beside_it(browser: Client) -> None:
    beside = page_of(browser, "/figures/?definition=recognised-by&body=Lantern")
    inside = page_of(browser, "/figures/?definition=recognised-by:Lantern")
    assert "whom Lantern had recognised" in beside
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
