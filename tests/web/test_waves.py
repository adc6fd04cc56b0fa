"""Releases as pages: the list, and one wave with a line to quote."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.register.intake_lines import come_in
from tests.web.desks.walked import Walk

from habeas.claims.review import Policy
from habeas.register.deciding import set_policy
from habeas.register.opened import Register


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


def test_a_person_let_go_leads_to_all_of_that_day(browser: Client) -> None:
    listed = page(browser, "/people/?q=Alena+Vymyslova")
    person = re.search(r'href="(/people/mtn_[^"]+/)"', listed)
    assert person is not None
    assert 'href="/waves/2024-09-07/"' in page(browser, person[1])
    other = re.search(r'href="(/people/mtn_[^"]+/)"', page(browser, "/people/?q=Yan+Kazachny"))
    assert other is not None
    assert "/waves/2" not in page(browser, other[1])


def quote_of(browser: Client, address: str) -> str:
    found = re.search(r'id="quote">([^<]*)<', page(browser, address))
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    ("comparator", "said"), [("at_least", "at least "), ("more_than", "more than "), ("about", "about "), ("exact", "")]
)
def test_a_number_is_quoted_with_the_words_that_bound_it(
    browser: Client, register: Register, comparator: str, said: str
) -> None:
    come_in(
        register,
        [{"predicate": "release", "valid": "2024-09-08", "count": 300, "comparator": comparator, "source": "Courier"}],
    )
    assert f": {said}300 announced, 0 named here, {said}300 not named," in quote_of(browser, "/waves/2024-09-08/")
    assert f"<td>{said}300</td>" in page(browser, "/waves/?least=1")
    assert f"<li>{said}300 release" in page(browser, "/figures/published/")


def released(browser: Client, **told: str) -> None:
    walk = (
        Walk(browser, "/desk/events/")
        .fill("text", "1. Zoltar Brambel")
        .fill("day", "2024-09-08")
        .press("Look the names up")
    )
    for name, value in told.items():
        walk.fill(name, value)
    walk.press("See what it does").press("Enter it")


def test_the_line_to_quote_says_what_is_told_in_confidence_and_what_is_provisional(
    browser: Client, register: Register
) -> None:
    set_policy(register, Policy(reviewers=2))
    released(browser, how="note", consent="staff_only")
    line = quote_of(browser, "/waves/2024-09-08/")
    assert "1 of those named provisional, accepted by one person only" in line
    assert "1 of those named told only in confidence" in line
    shown = page(browser, "/waves/2024-09-08/")
    assert "<strong>1</strong> told to us, announced by nobody" in shown and "</strong> announced<" not in shown
    assert "Part of this may not be published" in shown


def test_what_a_publication_tells_and_enough_people_accepted_is_quoted_without_doubt(browser: Client) -> None:
    released(browser, publisher="Lantern")
    line = quote_of(browser, "/waves/2024-09-08/")
    assert "provisional" not in line and "confidence" not in line
    assert "<strong>1</strong> announced" in page(browser, "/waves/2024-09-08/")
