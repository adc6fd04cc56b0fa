"""Releases as pages: the list, and one wave with a line to quote."""

from __future__ import annotations

import re

import pytest
from django.test import Client


def page(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_list_of_releases_is_reached_from_every_page(browser: Client) -> None:
    assert 'href="/waves/"' in page(browser, "/")
    assert "None is known." in page(browser, "/waves/")
    assert 'href="/waves/2024-09-07/"' in page(browser, "/waves/?least=1")


def test_a_wave_says_what_became_of_whom_down_to_the_quote(browser: Client) -> None:
    shown = page(browser, "/waves/2024-09-07/")
    assert "Alena Vymyslova" in shown
    follow = re.search(r'href="(/sources/[^"]+#followed)"', shown)
    assert follow is not None
    assert 'id="followed"' in page(browser, follow[1].replace("&amp;", "&").partition("#")[0])


def test_a_wave_has_a_line_to_quote_with_an_address_that_lasts(browser: Client) -> None:
    shown = page(browser, "/waves/2024-09-07/")
    assert re.search(r"Released on 7 September 2024: [^<]*named here[^<]*as known by", shown)
    kept = re.search(r'href="(/waves/2024-09-07/\?on=[^"]+)"', shown)
    assert kept is not None
    assert page(browser, kept[1].replace("&amp;", "&")).count("as known by") >= 1


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/waves/2024-01-01/", 404),
        ("/waves/nonsense/", 404),
        ("/waves/?least=few", 400),
        ("/waves/?least=0", 400),
        ("/waves/2024-09-07/?page=0", 400),
        ("/waves/2024-09-07/?on=then", 400),
    ],
)
def test_a_bad_address_has_a_clear_page(browser: Client, address: str, status: int) -> None:
    assert browser.get(address).status_code == status


def test_no_cookie_is_set(browser: Client) -> None:
    assert not browser.get("/waves/2024-09-07/").cookies
