"""The identity desk: who may be one person, what saying so does to the numbers, and how it is taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.test import Client

from habeas.identity.judgements import Verdict
from habeas.kernel.days import Day
from habeas.register.deciding import judge
from habeas.register.importing import Wish, import_claims
from habeas.register.known import judgements_of
from habeas.register.opened import Register
from habeas.sources.capture import About
from habeas.web.application import application
from habeas.web.shelf import Shelf

DESK = "/desk/identity/"


@pytest.fixture
def twins(register: Register, browser: Client, tmp_path: Path) -> tuple[str, str]:
    """Somebody whom a second source names too, so that nobody knows whether they are two."""
    line = {"subject": "Yan Kazachny", "predicate": "described_as_political_prisoner", "source": "Courier", "published": "2024-08-02"}  # fmt: skip
    held = {**line, "predicate": "arrest", "valid": "2024-01-11", "value": {"place": "Orsk prison"}}
    file = tmp_path / "twins.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in (line, held)), "utf-8")
    import_claims(register, str(file), About(Day.unknown()), Wish())
    a, b = (m.id for m in register.caught_up().mentions.values() if m.name == "Yan Kazachny")
    return a, b


def answer(browser: Client, a: str, b: str, verdict: str, **more: str) -> object:
    return browser.post(DESK, {"a": a, "b": b, "verdict": verdict, "why": "seen both photographs", "seen": "", **more})


def made(register: Register) -> list[str]:
    return [j.verdict.value for j in judgements_of(register.caught_up().judgements)][1:]


def test_the_question_that_waits_is_shown_with_what_each_answer_does_before_anything_else(
    browser: Client, twins: tuple[str, str]
) -> None:
    page = browser.get(DESK).content.decode()
    assert page.index("What an answer does to the numbers") < page.index('id="features"') < page.index('id="told"')
    numbers = page[page.index("<tbody>") : page.index("</tbody>")]
    assert "possible −1" in numbers
    assert "Political prisoner by Resolution 1900" in numbers


def test_the_reason_proposed_says_in_what_the_two_agree(browser: Client, twins: tuple[str, str]) -> None:
    proposed = browser.get(DESK).content.decode().partition('id="features"')[0]
    assert "Both write Kazachny" in proposed


def test_both_are_shown_with_their_sources_and_places(browser: Client, twins: tuple[str, str]) -> None:
    told = browser.get(DESK).content.decode()
    told = told[told.index('id="told"') :]
    assert "Lantern" in told and "Courier" in told
    assert told.count("Orsk prison") >= 2
    assert "11 January 2024" in told


def test_an_answer_is_kept_with_its_reason_and_leads_to_the_next_question(
    register: Register, browser: Client, twins: tuple[str, str]
) -> None:
    sent = browser.post(DESK, {"a": twins[0], "b": twins[1], "verdict": "same", "why": "one file number", "seen": "", "at": "0"})  # fmt: skip
    assert sent.status_code == 303
    kept = judgements_of(register.caught_up().judgements)[-1]
    assert (kept.verdict, kept.why, kept.actor) == (Verdict.SAME, "one file number", register.store.actor_id("operator"))  # fmt: skip
    after = browser.get(sent["Location"]).content.decode()
    assert "Judged <strong>same</strong>" in after
    assert "Nobody waits" in after


@pytest.mark.parametrize("verdict", ["unsure", "different"])
def test_a_judgement_is_undone_by_another_one(
    register: Register, browser: Client, twins: tuple[str, str], verdict: str
) -> None:
    answer(browser, *twins, "same")
    first = judgements_of(register.caught_up().judgements)[-1].id
    again = browser.get(f"{DESK}judgements/{first}/").content.decode()
    assert "One person under two mentions" in again and f'name="seen" value="{first}"' in again
    answer(browser, *twins, verdict, seen=first)
    assert made(register) == ["same", verdict]
    ids = {browser.get(f"/people/{one}/").status_code for one in twins}
    assert ids == {200}


def test_of_two_who_judge_the_same_pair_the_second_is_told_and_nothing_typed_is_lost(
    register: Register, browser: Client, twins: tuple[str, str]
) -> None:
    judge(register, *twins, Verdict.DIFFERENT, "two fathers")
    second = browser.post(DESK, {"a": twins[0], "b": twins[1], "verdict": "same", "why": "my own words", "seen": ""})
    page = second.content.decode()
    assert second.status_code == 409
    assert "two fathers" in page and 'value="my own words"' in page
    assert made(register) == ["different"]


def test_an_answer_that_others_rule_out_is_shown_with_what_is_in_its_way(
    register: Register, browser: Client, twins: tuple[str, str]
) -> None:
    third = next(m.id for m in register.caught_up().mentions.values() if m.name == "Hanna Vydumka")
    judge(register, twins[0], third, Verdict.DIFFERENT, "a man and a woman")
    judge(register, twins[1], third, Verdict.SAME, "by mistake")
    before = browser.get(f"{DESK}?a={twins[0]}&b={twins[1]}").content.decode()
    assert "ruled out by other judgements" in before and "They cannot be judged same" in before
    sent = browser.post(DESK, {"a": twins[0], "b": twins[1], "verdict": "same", "why": "one file number", "seen": ""})
    page = sent.content.decode()
    assert sent.status_code == 422
    assert "a man and a woman" in page and 'value="one file number"' in page
    assert made(register) == ["different", "same"]


def test_two_people_are_chosen_from_a_persons_page(browser: Client, twins: tuple[str, str]) -> None:
    page = browser.get(f"/people/{twins[0]}/").content.decode()
    link = f"/desk/identity/?a={twins[0]}&amp;b={twins[1]}"
    assert link in page
    assert browser.get(link.replace("&amp;", "&")).status_code == 200


def test_other_bases_are_told_when_asked_for(browser: Client, twins: tuple[str, str]) -> None:
    page = browser.get(f"{DESK}?a={twins[0]}&b={twins[1]}&bases=1").content.decode()
    assert "basis public" in page
    assert "basis public" not in browser.get(f"{DESK}?a={twins[0]}&b={twins[1]}").content.decode()


@pytest.mark.parametrize(
    ("address", "status"),
    [("?a=mtn_none&b=mtn_other", 404), ("?a=x", 404), ("?at=999", 200), ("?at=-1", 200), ("?at=%F0", 200), ("judgements/jdg_none/", 404)],
)  # fmt: skip
def test_an_address_that_is_off_gets_a_clear_page(browser: Client, address: str, status: int) -> None:
    assert browser.get(DESK + address).status_code == status


def test_nobody_is_compared_with_themselves(browser: Client, twins: tuple[str, str]) -> None:
    page = browser.get(f"{DESK}?a={twins[0]}&b={twins[0]}")
    assert page.status_code == 404
    assert "named twice" in page.content.decode()


@pytest.mark.parametrize("fault", [{"verdict": "perhaps"}, {"verdict": ""}, {"why": "  "}, {"why": "x" * 2001}])
def test_a_form_that_is_off_writes_nothing_and_says_what_is_missing(
    register: Register, browser: Client, twins: tuple[str, str], fault: dict[str, str]
) -> None:
    sent = browser.post(DESK, {"a": twins[0], "b": twins[1], "verdict": "same", "why": "because", "seen": "", **fault})
    assert sent.status_code == 400
    assert 'role="alert"' in sent.content.decode()
    assert made(register) == []


def test_a_reason_that_looks_like_a_page_is_shown_as_it_was_typed(browser: Client, twins: tuple[str, str]) -> None:
    answer(browser, *twins, "unsure", why="<script>alert(1)</script>")
    page = browser.get(DESK).content.decode()
    assert "<script>alert" not in page and "&lt;script&gt;alert" in page


def test_a_visitor_is_refused(register: Register, twins: tuple[str, str]) -> None:
    application(Shelf(register, everybody_sees_all=False))
    assert Client(SERVER_NAME="127.0.0.1").get(DESK).status_code == 403
