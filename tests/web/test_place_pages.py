"""Pages of cases, places and letters: every number opens to people, every fact to its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from tests.register.intake_lines import come_in
from tests.register.orsk_story import ALENA, COLONY, IVAN, MARTA, YAN, line, story, writing_told

from habeas.register.opened import Register, new_register
from habeas.register.place_names import forget_places
from habeas.web.application import application
from habeas.web.shelf import Shelf

ADDRESSES = (
    "/cases/", "/cases/orsk-prosecutor-17/", "/cases/articles/art-17/", "/places/", "/places/colony-5/", "/places/orsk-district-court/",
    "/letters/", "/letters/colony-5/",
)  # fmt: skip

MAPPED = """
source: the Veldan Courier (invented)
places: [{name: Colony 5, latitude: 10.5, longitude: -20}]
"""


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with writing_told(tmp_path), new_register(str(tmp_path / "orsk.habeas")) as made:
        come_in(made, story())
        yield made


@pytest.fixture
def browser(register: Register) -> Client:
    application(Shelf(register))
    return Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)


def page_of(browser: Client, address: str, status: int = 200) -> str:
    answer = browser.get(address)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_asks_nobody_else_and_sets_no_cookie(browser: Client, address: str) -> None:
    answer = browser.get(address)
    page = answer.content.decode()
    assert answer.status_code == 200 and not answer.cookies
    assert not re.search(r'(src|href|action)="(https?:)?//', page)
    assert "style=" not in page and "<style" not in page and "<script" not in page


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_link_of_a_page_leads_somewhere(browser: Client, address: str) -> None:
    links = set(re.findall(r'href="(/(?:people|places|cases|letters|sources)/[^"#]*)', page_of(browser, address)))
    assert links
    for link in links:
        assert browser.get(link.replace("&amp;", "&")).status_code == 200, link


def test_a_case_has_its_defendants_court_and_course(browser: Client) -> None:
    said = words(page_of(browser, "/cases/orsk-prosecutor-17/?on=2022-06-01"))
    assert re.search(r"Court Orsk District Court Lantern 3, 3 January 2025 .*Judge Q. Pisar", said)
    assert re.search(rf"{ALENA} in custody .*Art. 17 .*{IVAN} ", said)
    assert re.search(rf"What happened 20 November 2021 {ALENA} sentenced : 4 years", said)
    assert "Named as co-defendants, and not linked to anybody here: Nobody Else" in said


def test_claims_that_name_no_case_stand_beside_it(browser: Client) -> None:
    said = words(page_of(browser, "/cases/orsk-prosecutor-17/"))
    _, _, beside = said.partition("Told of the defendants without naming a case")
    assert f"{ALENA} charged : Art. 17" in beside


def test_an_article_has_those_accused_under_it_and_how_many_are_held(browser: Client) -> None:
    said = words(page_of(browser, "/cases/articles/art-17/?on=2022-06-01"))
    assert "1 person here accused or convicted under it; 1 in custody on 1 June 2022" in said
    assert "charged 10 March 2021" in said


def test_a_place_tells_who_is_there_on_the_day_and_who_was(browser: Client) -> None:
    said = words(page_of(browser, "/places/colony-5/?on=2024-12-15"))
    assert "1 held here on 15 December 2024, and 1 more possibly" in said
    assert re.search(
        rf"{MARTA} here from 1 December 2024 {YAN} possibly here from December 2024 {ALENA} not here", said
    )


def test_the_list_of_places_counts_as_the_place_does(browser: Client) -> None:
    said = words(page_of(browser, "/places/?on=2024-12-15"))
    assert "Colony 5 prison or colony 1 2 3" in said
    assert "Orsk District Court 3" in said


def test_spellings_joined_by_a_country_file_are_one_place(browser: Client, register: Register) -> None:
    come_in(
        register,
        [line("Hanna Vydumka", "transfer", "2024-12-01", "Lantern 9", place="Colony No 5", place_kind="prison")],
    )
    page = page_of(browser, "/places/colony-5/?on=2024-12-15")
    assert "Hanna Vydumka" in page and "Colony No 5" in page and "Orsk." in words(page)
    assert browser.get("/places/colony-no-5/").status_code == 404


def test_places_of_known_degrees_are_on_a_map_that_says_whose_boundaries_it_draws(
    browser: Client, tmp_path: Path
) -> None:
    assert "no country file tells where these places lie" in page_of(browser, "/places/")
    (tmp_path / "vd.places.yml").write_text(MAPPED, "utf-8")
    forget_places()
    page = page_of(browser, "/places/?on=2024-12-15")
    assert 'aria-label="Colony 5: 1 held, at most 2"' in page and 'href="/places/colony-5/?on=2024-12-15"' in page
    assert "1 place of the table have" not in page and "1 place of the table has no coordinates here" in page
    assert "the Veldan Courier (invented)" in page and "views of the United Nations" in page


def test_a_long_list_comes_in_pages(browser: Client, register: Register) -> None:
    many = [line(f"Person {n:03d} Vydumka", "transfer", "2024-12-01", "Lantern 9", place=COLONY) for n in range(120)]
    come_in(register, many)
    first, second = (page_of(browser, f"/places/colony-5/?on=2024-12-15&page={n}") for n in (1, 2))
    assert "Page 1 of 2" in first and "Person 119" not in first and "Person 119" in second
    assert "on=2024-12-15&amp;page=2" in first


def test_a_sheet_has_the_address_the_rules_and_only_those_who_agreed(browser: Client) -> None:
    page = page_of(browser, "/letters/colony-5/?on=2024-12-15")
    assert "1 Nowhere Street, Orsk" in page and "Write by hand." in page
    assert "the Veldan Courier (invented), as of February 2031" in page
    assert MARTA in page and YAN not in page


def test_the_list_of_letters_names_only_prisons_that_somebody_was_held_at(browser: Client) -> None:
    said = words(page_of(browser, "/letters/?on=2024-12-15"))
    assert "Colony 5 held 1" in said
    assert "Prison No. 4" not in said


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/cases/none/", 404, "no case of that key"),
        ("/cases/articles/none/", 404, "no article of that key"),
        ("/places/none/", 404, "no place of that key"),
        ("/letters/orsk-district-court/", 404, "held at a place of that key"),
        ("/places/colony-5/?page=x", 400, "numbered from 1"),
        ("/places/?on=2025-02-31", 400, "2025-02-31"),
    ],
)
def test_a_question_that_is_off_gets_a_page_that_says_so(browser: Client, address: str, status: int, said: str) -> None:
    assert said in page_of(browser, address, status)


def test_these_pages_cannot_be_written_to(browser: Client) -> None:
    assert {browser.post(address).status_code for address in ADDRESSES} == {405}
