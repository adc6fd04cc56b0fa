"""The recognition desk: a decision by the criteria of a standard enters as one act, with its source, and its statement invents nothing."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
import pytest
from django.test import Client
from tests.register.intake_lines import come_in

from habeas.claims.claim import Claim
from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.register.answering import count_on
from habeas.register.opened import Register
from habeas.web.application import application
from habeas.web.shelf import Shelf

DESK = "/desk/recognition/"
DAY = "2024-08-20"


def id_of(register: Register, name: str = "Yan Kazachny") -> str:
    return next(m.id for m in register.caught_up().mentions.values() if m.name == name)


def sheet(browser: Client, register: Register, name: str = "Yan Kazachny", standard: str = "pace-1900") -> tuple[str, str, dict[str, str]]:  # fmt: skip
    """The address of somebody's sheet, the page, and what it would send unchanged."""
    address = f"{DESK}?person={id_of(register, name)}&standard={standard}"
    page = browser.get(address).content.decode()
    shown = re.search(r'name="shown" value="([^"]*)"', page)
    assert shown is not None
    return address, page, {"about": id_of(register, name), "shown": shown[1], "day": DAY}


def decided(browser: Client, register: Register, name: str = "Yan Kazachny", **said: str) -> Any:
    address, _, unchanged = sheet(browser, register, name)
    told = {} if {"source", "note"} & said.keys() else {"publisher": "Lantern", "published": "2024-08-21", "url": "https://lantern.invalid/1"}  # fmt: skip
    return browser.post(address, {**unchanged, **told, **said})


def made(register: Register) -> list[Claim]:
    wanted = ("assessment", "recognised", "recognition_withdrawn", "recognition_vote", "recognition_objection")
    return [c for c in register.caught_up().claims if c.predicate in wanted]


ASSESSED = {"body": "Lantern", "c-a": "yes", "e-a": "E1", "r-a": "a picket is assembly", "c-terrorist-crime": "no"}


def test_somebody_is_found_by_name_and_a_case_by_its_number(register: Register, browser: Client) -> None:
    come_in(register, [{"subject": "Ivan Nibyta", "source": "A", "predicate": "case", "value": {"number": "17", "authority": "Orsk court"}}])  # fmt: skip
    page = browser.get(f"{DESK}?q=Kazachny").content.decode()
    assert f"?person={id_of(register)}" in page and "Orsk court, case 17" in page
    case = re.search(r'href="(\?case=[^"]+)"', page)
    assert case is not None
    assert "Ivan Nibyta" in browser.get(DESK + case[1]).content.decode()


@pytest.mark.parametrize("standard", ["pace-1900", "guidelines-2013"])
def test_the_sheet_asks_for_every_criterion_and_says_which_exclude(
    register: Register, browser: Client, standard: str
) -> None:
    _, page, _ = sheet(browser, register, standard=standard)
    assert page.count('class="criterion') == (6 if standard == "pace-1900" else 9)
    assert page.count("Excluded if:") == 1


def test_what_is_told_of_somebody_is_offered_as_evidence(register: Register, browser: Client) -> None:
    _, page, _ = sheet(browser, register)
    told = page[page.index('id="evidence"') :]
    assert "<strong>E1</strong>" in told and "ground: a picket" in told


def test_answers_enter_with_evidence_and_count_by_the_standard(register: Register, browser: Client) -> None:
    asked = AsOf(utc_today(), utc_today(), Basis.register())
    of = definition("pace-1900")
    before = count_on(register, asked, of)
    sent = decided(browser, register, **ASSESSED)
    assert sent.status_code == 303
    a, excluded = made(register)
    arrest = next(c.id for c in register.knowledge.claims if c.subject == id_of(register) and c.predicate == "arrest")
    assert a.value == {"standard": "pace-1900", "criterion": "a", "answer": "yes", "body": "Lantern", "evidence": [arrest], "reason": "a picket is assembly"}  # fmt: skip
    assert excluded.value["answer"] == "no" and a.when.text == DAY
    assert register.knowledge.sources[a.source].url == "https://lantern.invalid/1"
    after = count_on(register, asked, of)
    assert int(after["possible"]) == int(before["possible"]) + 1


def test_nobody_becomes_two_people_by_being_recognised(register: Register, browser: Client) -> None:
    asked = AsOf(utc_today(), utc_today(), Basis.register())
    before = count_on(register, asked, definition())
    decided(browser, register, **{"body-0": "Lantern", "signs-0": "on"})
    after = count_on(register, asked, definition())
    assert (before["certain"], before["possible"]) == (after["certain"], after["possible"])


def test_each_signatory_is_recorded_with_the_demand_and_each_vote_with_its_body(
    register: Register, browser: Client
) -> None:
    decided(
        browser, register,
        **{"body-0": "Lantern", "vote-0": "for", "signs-0": "on", "body-1": "Orsk Committee", "signs-1": "on", "body-2": "Third House", "vote-2": "abstained", "demand": "review", "ex_post_facto": "on", "statement": "Joint statement 1", "objects": "no", "family": "a sister"},
    )  # fmt: skip
    told = {(c.predicate, c.value.get("body")): c.value for c in made(register)}
    assert told["recognised", "Lantern"] == {"body": "Lantern", "standard": "pace-1900", "ex_post_facto": True, "statement": "Joint statement 1", "demand": "review"}  # fmt: skip
    assert ("recognised", "Orsk Committee") in told and ("recognised", "Third House") not in told
    assert told["recognition_vote", "Third House"]["vote"] == "abstained"
    assert told["recognition_objection", None] == {"by": "a sister", "objects": False}


def test_recognition_is_withdrawn_with_its_reason(register: Register, browser: Client) -> None:
    decided(browser, register, **{"body-0": "Lantern", "signs-0": "on"})
    recognised = definition("recognised-by:Lantern")
    asked = AsOf(utc_today(), utc_today(), Basis.register())
    assert count_on(register, asked, recognised)["possible"] == 1
    decided(browser, register, day="2024-09-01", **{"body-0": "Lantern", "leaves-0": "on", "withdrawn_why": "new facts"})  # fmt: skip
    assert count_on(register, asked, recognised)["possible"] == 0
    assert made(register)[-1].value == {"body": "Lantern", "reason": "new facts"}


def test_a_note_or_a_source_held_here_will_do(register: Register, browser: Client) -> None:
    decided(browser, register, note="The commission met and agreed.", consent="public", **ASSESSED)
    note = register.knowledge.sources[made(register)[0].source]
    assert (note.kind, note.consent) == ("note", "public")
    held = next(c.source for c in register.knowledge.claims if c.subject == id_of(register))
    decided(browser, register, source=held, **{"body-0": "Courier", "signs-0": "on"})
    recognised = made(register)[-1]
    assert (recognised.source, recognised.subject) == (held, id_of(register))


def test_a_decision_is_one_act_and_is_taken_back_as_one(register: Register, browser: Client) -> None:
    sent = decided(browser, register, **ASSESSED, **{"body-0": "Lantern", "signs-0": "on"})
    page = browser.get(sent["Location"]).content.decode()
    assert "3 claims" in page and "Draft the joint statement" in page
    assert browser.post(sent["Location"], {"why": " "}).status_code == 400
    assert not register.caught_up().retracted()
    assert browser.post(sent["Location"], {"why": "another person was meant"}).status_code == 303
    assert {c.id for c in made(register)} == register.caught_up().retracted()


def test_a_case_is_assessed_at_once_and_whoever_is_unticked_is_left_out(register: Register, browser: Client) -> None:
    ids = [id_of(register, name) for name in ("Yan Kazachny", "Hanna Vydumka", "Alena Vymyslova")]
    address = f"{DESK}?person={ids[0]}&person={ids[1]}&person={ids[2]}&standard=pace-1900"
    assert browser.get(address).content.decode().count('name="about"') == 3
    browser.post(address, {"about": ids[:2], "day": DAY, "publisher": "Lantern", "body": "Lantern", "c-b": "yes"})
    assert len(made(register)) == 2


def test_against_the_familys_objection_nobody_is_recognised_by_oversight(register: Register, browser: Client) -> None:
    said = {"body-0": "Lantern", "signs-0": "on", "objects": "yes", "family": "a sister"}
    refused = decided(browser, register, **said)
    assert refused.status_code == 400 and "The family objects" in refused.content.decode()
    assert not made(register)
    assert decided(browser, register, despite="on", **said).status_code == 303
    assert made(register)[-1].value["objects"] is True


def statement_of(browser: Client, sent: Any) -> str:
    page = browser.get(sent["Location"]).content.decode()
    link = re.search(r'href="(/desk/recognition/statement/[^"]+)"', page)
    assert link is not None
    return str(browser.get(link[1].replace("&amp;", "&")).content.decode())


def test_whom_the_standard_excludes_nobody_recognises_by_oversight(register: Register, browser: Client) -> None:
    said = {**ASSESSED, "c-terrorist-crime": "yes", "body-0": "Lantern", "signs-0": "on"}
    refused = decided(browser, register, **said)
    assert (
        refused.status_code == 400
        and "By the standard nobody is recognised of whom this is met" in refused.content.decode()
    )
    assert not made(register)
    sent = decided(browser, register, excluded="on", **said)
    text = statement_of(browser, sent)
    assert "therefore" not in text and "we find that" not in text
    assert "why we recognise this person all the same" in text


def test_an_exclusion_found_on_an_earlier_day_is_asked_about_too(register: Register, browser: Client) -> None:
    decided(browser, register, body="Lantern", **{"c-terrorist-crime": "yes"})
    signs = {"body-0": "Courier", "signs-0": "on"}
    refused = decided(browser, register, **signs)
    assert refused.status_code == 400 and "By the standard nobody" in refused.content.decode()
    assert decided(browser, register, body="Courier", **{"c-terrorist-crime": "no"}, **signs).status_code == 303


def test_what_a_source_denies_is_told_as_denied(register: Register, browser: Client) -> None:
    line = {
        "subject": {"name": "Yan Kazachny"},
        "predicate": "recognition_withdrawn",
        "valid": "2024-03-20",
        "value": {"body": "Lantern"},
    }
    come_in(register, [{**line, "source": "Lantern", "published": "2024-08-01", "reality": "denied"}])
    denied = next(c for c in register.caught_up().claims if c.predicate == "recognition_withdrawn")
    page = browser.get(f"{DESK}?person={denied.subject}").content.decode()
    assert "<em>(denied)</em>" in page[page.index("So far") : page.index("</ul>", page.index("So far"))]


@pytest.mark.parametrize(
    ("said", "status", "told"),
    [
        ({}, 422, "nothing is decided"),
        ({"c-a": "yes"}, 400, "Say who assesses"),
        ({**ASSESSED, "c-a": "maybe"}, 400, "valid choice"),
        ({**ASSESSED, "e-a": "E999"}, 400, "not in the list of evidence"),
        ({**ASSESSED, "e-a": "clm_none"}, 422, "no claim or source here"),
        ({**ASSESSED, "day": "31 April"}, 400, "valid date"),
        ({**ASSESSED, "day": ""}, 400, "required"),
        ({**ASSESSED, "day": "2199-01-01"}, 400, "lies ahead of today"),
        ({**ASSESSED, "day": "0001-01-01"}, 400, "before 1800"),
        ({**ASSESSED, "published": "2199-01-01"}, 400, "lies ahead of today"),
        ({**ASSESSED, "note": "told twice", "publisher": "Lantern"}, 400, "in one way"),
        ({**ASSESSED, "source": "cap_none"}, 422, "no source here"),
        ({"signs-1": "on", "body-1": " "}, 400, "Name the body"),
        ({"body-0": "Lantern", "signs-0": "on", "leaves-0": "on"}, 400, "not both"),
        ({**ASSESSED, "url": "javascript:alert(1)"}, 400, "valid URL"),
        ({**ASSESSED, "about": "mtn_none"}, 400, "Choose at least one"),
    ],
)  # fmt: skip
def test_a_sheet_that_is_off_writes_nothing_and_keeps_what_was_typed(
    register: Register, browser: Client, said: dict[str, str], status: int, told: str
) -> None:
    before = register.store.head().size
    answer = decided(browser, register, **{**said, "statement": "Kept <b>as typed</b>"})
    page = answer.content.decode()
    assert answer.status_code == status
    assert told in page and "Kept &lt;b&gt;as typed&lt;/b&gt;" in page
    assert register.store.head().size == before


def test_the_same_decision_twice_is_entered_once(register: Register, browser: Client) -> None:
    decided(browser, register, **ASSESSED)
    before = len(made(register))
    again = decided(browser, register, **ASSESSED)
    assert again.status_code == 409 and "entered before" in again.content.decode()
    assert len(made(register)) == before


def test_two_bodies_that_disagree_are_both_kept(register: Register, browser: Client) -> None:
    decided(browser, register, **ASSESSED)
    decided(browser, register, **{**ASSESSED, "body": "Orsk Committee", "c-a": "no"})
    _, page, _ = sheet(browser, register)
    assert "yes, Lantern" in page and "no, Orsk Committee" in page


@pytest.mark.parametrize(
    ("address", "status"),
    [("?person=mtn_none", 404), ("?case=none", 404), ("?person={}&standard=own", 400), ("?q=%3Cscript%3E", 200), ("acts/1-2/", 422), ("acts/0-999999/", 422), ("acts/x/", 422), ("statement/?person=mtn_none", 404), ("statement/?standard=own", 400)],
)  # fmt: skip
def test_an_address_that_is_off_gets_a_clear_page(
    register: Register, browser: Client, address: str, status: int
) -> None:
    answer = browser.get(DESK + address.format(id_of(register)))
    assert answer.status_code == status and "<script>" not in answer.content.decode()


def test_an_act_that_is_no_decision_is_not_taken_back(register: Register, browser: Client) -> None:
    assert browser.post(f"{DESK}acts/0-999999/", {"why": "by mistake"}).status_code == 422
    assert not register.caught_up().retracted()


def test_the_statement_has_what_is_known_and_shows_what_is_not(register: Register, browser: Client) -> None:
    sent = decided(browser, register, **ASSESSED, **{"body-0": "Lantern", "signs-0": "on", "demand": "release"})
    page = browser.get(sent["Location"]).content.decode()
    link = re.search(r'href="(/desk/recognition/statement/[^"]+)"', page)
    assert link is not None
    text = browser.get(link[1].replace("&amp;", "&")).content.decode()
    assert "Yan Kazachny: arrested 10 January 2024; [not known here: articles of law]" in text
    assert "- Lantern" in text and "We call for their release." in text
    assert "breach of a fundamental guarantee" in text
    bare = browser.get(f"{DESK}statement/?person={id_of(register)}&standard=guidelines-2013").content.decode()
    assert {"who signs", "what is demanded", "which criteria are met"} <= set(re.findall(r"\[not known here: ([^]]+)]", bare))  # fmt: skip


def test_a_criterion_on_which_bodies_disagree_is_no_ground(register: Register, browser: Client) -> None:
    decided(browser, register, **ASSESSED)
    address = f"{DESK}statement/?person={id_of(register)}&standard=pace-1900"
    assert "breach of a fundamental guarantee" in browser.get(address).content.decode()
    decided(browser, register, **{**ASSESSED, "body": "Orsk Committee", "c-a": "no"})
    assert "breach of a fundamental guarantee" not in browser.get(address).content.decode()


def test_it_is_made_as_a_document_and_as_a_page_from_the_text_as_edited(browser: Client) -> None:
    text = "# Our statement\r\n\r\nWe <b>ask</b> for\r\nrelease.\r\n\r\n- Alena Vymyslova"
    made_docx = browser.post(f"{DESK}statement/", {"text": text, "as": "docx"})
    assert ".docx" in made_docx["Content-Disposition"]
    read = docx.Document(io.BytesIO(made_docx.content))
    assert [p.text for p in read.paragraphs] == ["Our statement", "We <b>ask</b> for release.", "Alena Vymyslova"]
    page = browser.post(f"{DESK}statement/", {"text": text, "as": "html"})
    assert page["Content-Disposition"].startswith("attachment")
    assert "<h1>Our statement</h1>" in page.content.decode() and "&lt;b&gt;ask" in page.content.decode()


def test_an_empty_statement_is_not_made(browser: Client) -> None:
    assert browser.post(f"{DESK}statement/", {"text": " \r\n", "as": "docx"}).status_code == 400


def test_votes_and_the_familys_word_stay_off_reading_pages(register: Register, browser: Client) -> None:
    decided(browser, register, **{"body-0": "Third House", "vote-0": "against", "objects": "no", "family": "a sister"})
    page = browser.get(f"/people/{id_of(register)}/").content.decode()
    assert "Third House" not in page and "a sister" not in page


@pytest.mark.parametrize("address", ["", "acts/1-2/", "statement/"])
def test_a_visitor_is_refused_everywhere(register: Register, address: str) -> None:
    application(Shelf(register, everybody_sees_all=False))
    assert Client(SERVER_NAME="127.0.0.1").get(DESK + address).status_code == 403
