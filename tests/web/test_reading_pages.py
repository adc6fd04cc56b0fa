"""Reading pages: from a number to the words behind it, without script and without asking anybody else."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.register.answering import count_on
from habeas.register.finding import find
from habeas.register.opened import Register

ADDRESSES = ("/", "/people/", "/figures/", "/figures/published/", "/sources/", "/about/")


def text_of(browser: Client, address: str, status: int = 200) -> str:
    answer = browser.get(address)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def id_of(register: Register, name: str) -> str:
    return str(find(register, name, AsOf(utc_today(), utc_today(), Basis.register()))["hits"][0]["id"])


def first_link(page: str, start: str) -> str:
    found = re.search(rf'href="({start}[^"#]*)', page)
    assert found is not None, f"no link to {start}"
    return found[1].replace("&amp;", "&")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_asks_nobody_else_and_sets_no_cookie(browser: Client, address: str) -> None:
    answer = browser.get(address)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert not answer.cookies
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert not re.search(r'(src|href|action)="(https?:)?//', page)
    assert "style=" not in page and "<style" not in page and not re.search(r"<script(?![^>]*src=)", page)


def test_from_the_number_to_the_words_behind_it_in_three_clicks(browser: Client) -> None:
    figures = first_link(text_of(browser, "/"), "/figures/")
    person = first_link(text_of(browser, figures), "/people/m")
    source = first_link(text_of(browser, person), "/sources/c")
    assert 'id="followed"' in text_of(browser, source)


def test_the_number_on_the_front_page_is_that_of_the_count(browser: Client, register: Register) -> None:
    page = text_of(browser, "/?on=2024-09-09")
    answer = count_on(register, AsOf(date(2024, 9, 9), utc_today(), Basis.register()), definition())
    assert answer["certain"] == 2
    assert re.search(rf'<p class="figure"><a[^>]*>\s*{answer["certain"]}', page)
    assert "On 9 September 2024" in page


def test_a_search_finds_a_person_in_another_script_and_says_of_how_many(browser: Client) -> None:
    page = text_of(browser, "/people/?q=Вымыслова")
    assert "1 of " in page and "Alena Vymyslova" in page and "Yan Kazachny" not in page


def test_a_facet_narrows_the_list_and_can_be_taken_off(browser: Client) -> None:
    page = text_of(browser, "/people/?occupation=teacher")
    assert "Yan Kazachny" in page and "Hanna Vydumka" not in page
    assert 'aria-label="Remove Occupation"' in page


def test_names_are_offered_while_one_is_typed(browser: Client) -> None:
    hits = browser.get("/people/suggested.json?q=kazach").json()["hits"]
    assert [hit["name"] for hit in hits] == ["Yan Kazachny"]


def test_disputed_facts_stand_side_by_side(browser: Client, register: Register) -> None:
    page = text_of(browser, f"/people/{id_of(register, 'Hanna Vydumka')}/?on=2024-06-15")
    assert "Disputed" in page and "1 June 2024" in page and "1 July 2024" in page


def test_as_known_before_it_was_recorded_the_person_is_not_here(browser: Client, register: Register) -> None:
    page = text_of(browser, f"/people/{id_of(register, 'Yan Kazachny')}/?known_by=2024-01-01", 404)
    assert "nobody of that id" in page


def test_the_followed_words_are_marked_in_a_text_that_is_otherwise_untouched(
    browser: Client, register: Register
) -> None:
    page = text_of(browser, f"/people/{id_of(register, 'Alena Vymyslova')}/")
    source = text_of(browser, first_link(page, "/sources/c"))
    inside = re.search(r'<article class="text">(.*?)</article>', source, re.DOTALL)
    assert inside is not None
    told = re.sub(r"<[^>]+>", "", inside[1]).replace("&quot;", '"').replace("&#x27;", "'")
    assert told.strip().startswith("Two political prisoners were released in Veldania on Saturday")
    assert 'class="chosen"' in inside[1]


def test_words_of_a_source_are_never_taken_for_markup(browser: Client, register: Register, tmp_path: Path) -> None:
    from habeas.kernel.days import Day
    from habeas.register.taking_in import add_file
    from habeas.sources.capture import About

    hostile = tmp_path / "hostile.txt"
    hostile.write_text("<script>alert(1)</script> Nina Nibyta was arrested on Monday in Veldania.", "utf-8")
    added = add_file(register, str(hostile), About(Day.parse("2024-09-10")), "all")
    page = text_of(browser, f"/sources/{added.source}/")
    assert "<script>alert" not in page


def test_a_permanent_address_says_the_whole_question(browser: Client) -> None:
    page = text_of(browser, "/figures/?on=2024-09-09")
    assert "known_by=" in first_link(page, r"/figures/\?on=2024-09-09&amp;known_by")


def test_the_roll_as_a_file_holds_everybody_counted_and_no_formula(browser: Client) -> None:
    answer = browser.get("/figures/roll.csv?on=2024-09-09")
    assert answer.headers["Content-Type"].startswith("text/csv")
    rows = answer.content.decode().split("\r\n")
    assert rows[0] == "id,name,in,unconfirmed,why"
    assert any("Piotr Prydumany,yes" in row for row in rows)
    assert not any(row.startswith(("=", "+", "-", "@")) for row in rows)


def test_the_days_of_the_chart_are_those_of_its_file(browser: Client) -> None:
    rows = browser.get("/figures/days.csv?from=2024-01-09&to=2024-01-11").content.decode().split("\r\n")
    assert rows[:4] == ["day,certain,possible", "2024-01-09,0,1", "2024-01-10,1,2", "2024-01-11,1,2"]


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/figures/?on=2025-02-31", 400, "2025-02-31"),
        ("/figures/?basis=gossip", 400, "register, public or source:LIST"),
        ("/figures/?definition=everybody", 400, "no definition"),
        ("/people/?page=0", 400, "numbered from 1"),
        ("/people/?order=beauty", 400, "likeness"),
        ("/figures/days.csv?from=2024-02-01&to=2024-01-01", 400, "swap them"),
        ("/figures/?definition=cpj-census&on=2024-02-01", 422, "snapshot"),
        ("/people/mtn_none/", 404, "nobody of that id"),
        ("/sources/cap_none/", 404, "no such source"),
        ("/nowhere/", 404, "no page"),
    ],
)
def test_a_question_that_is_off_gets_a_page_that_says_what_to_do(
    browser: Client, address: str, status: int, said: str
) -> None:
    assert said in text_of(browser, address, status)


def test_a_reading_page_cannot_be_written_to(browser: Client) -> None:
    assert browser.post("/people/").status_code == 405
