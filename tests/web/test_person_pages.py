"""A person's page: names, custody drawn and in a table, disputes side by side, everything down to its source, and nothing for staff only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from tests.register.intake_lines import come_in
from tests.register.orsk_story import ALENA, IVAN, MARTA, YAN, line, story

from habeas.identity.judgements import Verdict
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.register.deciding import judge
from habeas.register.finding import find
from habeas.register.opened import Register, new_register
from habeas.web.application import application
from habeas.web.shelf import Shelf


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "orsk.habeas")) as made:
        come_in(made, story())
        yield made


@pytest.fixture
def browser(register: Register) -> Client:
    application(Shelf(register))
    return Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)


def id_of(register: Register, name: str) -> str:
    return str(find(register, name, AsOf(utc_today(), utc_today(), Basis.register()))["hits"][0]["id"])


def page_of(browser: Client, register: Register, name: str, question: str = "") -> str:
    answer = browser.get(f"/people/{id_of(register, name)}/{question}")
    assert answer.status_code == 200
    return answer.content.decode()


def part(page: str, heading: str) -> str:
    """What stands under a heading, without its markup."""
    found = re.search(rf'<h2[^>]*id="{heading}">(.*?)(<h2|</main>)', page, re.DOTALL)
    assert found is not None, heading
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[1]))


def test_custody_is_drawn_for_two_widths_and_told_in_a_table(browser: Client, register: Register) -> None:
    page = page_of(browser, register, ALENA)
    assert page.count("<svg") == 2 and 'class="chart timeline narrow"' in page
    assert ">punishment cell</text>" in page and ">transfer</text>" in page
    assert "2 March 2021" in part(page, "custody") and "pardoned" in part(page, "custody")


def test_values_that_differ_stand_beside_each_other_with_their_sources(browser: Client, register: Register) -> None:
    said = part(page_of(browser, register, ALENA), "disputed")
    assert re.search(r"End of custody 4 July 2023 released.*Lantern 7.*9 July 2023 released.*Courier 8", said)
    assert re.search(r"Date of birth 5 May 1980.*Lantern 7.*5 May 1981.*Courier 8", said)


def test_where_nothing_differs_no_dispute_is_shown(browser: Client, register: Register) -> None:
    assert 'id="disputed"' not in page_of(browser, register, IVAN)


def test_what_is_for_staff_only_is_on_no_page(browser: Client, register: Register) -> None:
    page = page_of(browser, register, ALENA) + page_of(browser, register, MARTA)
    assert "Zashchita" not in page
    assert "2 March 2025" not in page and "due to be released" not in page
    assert "agreed to what may be shown" not in page


def test_names_stand_by_script_with_those_who_write_them_so(browser: Client, register: Register) -> None:
    come_in(register, [line("Алена Вымыслова", "arrest", "2021-03-02", "Courier 2")])
    mentions = register.caught_up().mentions.values()
    judge(
        register,
        id_of(register, ALENA),
        next(m.id for m in mentions if m.name == "Алена Вымыслова"),
        Verdict.SAME,
        None,
    )
    said = part(page_of(browser, register, ALENA), "names")
    assert re.search(r"Latin Alena Vymyslova .*Lantern 1.*Cyrillic Алена Вымыслова Courier 2", said)


def test_a_former_id_leads_to_the_one_in_force_and_keeps_the_question(browser: Client, register: Register) -> None:
    one, other = id_of(register, YAN), id_of(register, ALENA)
    judge(register, one, other, Verdict.SAME, None)
    old = one if id_of(register, ALENA) == other else other
    answer = browser.get(f"/people/{old}/?on=2024-12-15")
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"/people/{id_of(register, ALENA)}/?on=2024-12-15"


def test_places_stand_in_order_and_lead_to_their_pages(browser: Client, register: Register) -> None:
    page = page_of(browser, register, ALENA)
    assert re.search(
        r"Orsk prison .*until 15 January 2022.*Colony 5 .*until a day from 4 July 2023 to 9 July 2023",
        part(page, "places"),
    )
    assert 'href="/places/colony-5/"' in page


def test_cases_and_articles_lead_to_their_pages(browser: Client, register: Register) -> None:
    page = page_of(browser, register, ALENA)
    assert 'href="/cases/orsk-prosecutor-17/"' in page and 'href="/cases/articles/art-17/"' in page
    assert "2 defendants known here" in part(page, "cases")


def test_a_relation_leads_to_somebody_only_where_its_source_names_them(browser: Client, register: Register) -> None:
    page = page_of(browser, register, ALENA)
    assert f'<a href="/people/{id_of(register, YAN)}/">{YAN}</a>' in page
    assert MARTA in part(page, "relations") and f'/people/{id_of(register, MARTA)}/">{MARTA}' not in page


def test_officials_stand_with_what_sources_say_they_did(browser: Client, register: Register) -> None:
    said = part(page_of(browser, register, ALENA), "officials")
    assert "Q. Pisar : pronounced the sentence, Orsk District Court" in said
    assert "says nothing of guilt" in said


def test_clocks_count_from_the_last_sign_while_somebody_is_held_and_not_after(
    browser: Client, register: Register
) -> None:
    held = page_of(browser, register, ALENA, "?on=2023-01-25")
    assert re.search(r"Last sign from custody</dt><dd>15 January 2023 <span[^>]*>10 days before", held)
    assert "Last sign from custody" not in page_of(browser, register, ALENA, "?on=2024-01-25")
    assert "Last sign from custody" not in page_of(browser, register, ALENA, "?on=2023-01-14")


def test_one_of_a_group_reads_so(browser: Client, register: Register) -> None:
    page = page_of(browser, register, IVAN)
    assert "<strong>released</strong>: one of at least 14; pardoned" in page


def test_what_two_sources_say_alike_is_one_fact_with_two_sources(browser: Client, register: Register) -> None:
    page = page_of(browser, register, ALENA)
    fact = re.search(r"<strong>described as a political prisoner</strong>(.*?)</li>", page, re.DOTALL)
    assert fact is not None and page.count("<strong>described as a political prisoner</strong>") == 1
    assert "Lantern 1" in fact[1] and "Courier 2" in fact[1]


def test_the_switch_of_knowledge_keeps_the_rest_of_the_question(browser: Client, register: Register) -> None:
    today = utc_today().isoformat()
    page = page_of(browser, register, ALENA, f"?on=2025-01-20&basis=public&known_by={today}")
    assert '<input type="hidden" name="basis" value="public">' in page
    assert 'href="?on=2025-01-20&amp;known_by=2025-01-20&amp;basis=public"' in page
    assert 'href="?on=2025-01-20&amp;basis=public"' in page


def test_an_unknown_id_says_what_to_do(browser: Client) -> None:
    answer = browser.get("/people/mtn_none/")
    assert answer.status_code == 404 and "search by name" in answer.content.decode()
