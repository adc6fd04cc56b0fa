"""The review desk: what was read is decided beside the article, the most harmful first; every decision can be taken back."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import gettempdir

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.desks.conftest import SitDown, location, text_of

from habeas.claims.review import Policy
from habeas.kernel.days import Day
from habeas.register.deciding import set_policy, waiting
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register
from habeas.register.second_look import provisional
from habeas.sources.capture import About
from habeas.web.desks.review_page import AHEAD
from habeas.web.permissions import Role

ARTICLE = (
    "Alena Vymyslova was arrested in March 2024 in Veldania. A court sentenced Piotr Prydumany to six years in prison on Monday. "
    "Hanna Vydumka died in custody on 3 June.\n"
)


@pytest.fixture
def source(browser: Client) -> str:
    """An article just taken in at the desk; its id."""
    sent = {"text": ARTICLE, "published": "2024-06-26", "publisher": "Veldan Courier"}
    found = re.search(r"source=(cap_\w+)", location(browser.post("/desk/review/add/", sent)))
    assert found is not None
    return found[1]


def draft_of(register: Register, predicate: str) -> str:
    return next(d.id(register.store.key) for d in waiting(register) if d.claim["predicate"] == predicate)


def counting(register: Register) -> list[str]:
    gone = register.caught_up().retracted()
    return [
        c.predicate
        for c in register.knowledge.claims
        if c.id not in gone and register.knowledge.sources[c.source].name == "Veldan Courier"
    ]


def test_an_article_is_read_and_its_most_harmful_proposal_is_shown_first(browser: Client, source: str) -> None:
    page = browser.get(f"/desk/review/?source={source}")
    text = page.content.decode()
    assert "<strong>Died in custody</strong>: Hanna Vydumka" in text
    assert 'id="chosen">Hanna Vydumka died in custody on 3 June' in text.replace("</mark>", "").replace(
        '<mark class="chosen">', ""
    )
    assert len(re.findall(r"<mark", text)) > 1


def test_a_file_is_taken_in_under_its_own_name(browser: Client, register: Register) -> None:
    file = SimpleUploadedFile("../../courier notes.txt", ARTICLE.encode())
    answer = browser.post("/desk/review/add/", {"file": file, "published": "2024-06-26"})
    assert "added=new" in location(answer)
    assert "courier notes.txt" in {s.name for s in register.caught_up().sources.values()}


def test_the_same_bytes_again_are_said_to_be_here(browser: Client, source: str) -> None:
    sent = {"text": ARTICLE, "published": "2024-06-26", "publisher": "Veldan Courier"}
    assert f"source={source}&added=again" in location(browser.post("/desk/review/add/", sent))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "one of the two"),
        ({"text": "  \n"}, "one of the two"),
        ({"text": ARTICLE, "published": "31 April"}, "not a date"),
        ({"text": ARTICLE, "published": "2199-01-01"}, "lies ahead of today"),
        ({"text": ARTICLE, "published": "0001-01-01"}, "is not between 1800 and 2200"),
        ({"text": ARTICLE, "file": "x"}, "one of the two"),
        ({"file": ""}, "empty"),
    ],
)
def test_an_article_that_cannot_be_taken_in_is_said_why(browser: Client, sent: dict[str, str], said: str) -> None:
    files = {name: SimpleUploadedFile("a.txt", told.encode()) for name, told in sent.items() if name == "file"}
    answer = browser.post("/desk/review/add/", {**sent, **files})
    assert answer.status_code == 422
    assert said in text_of(answer)


def test_a_text_too_long_for_a_form_and_a_file_too_long_for_a_source_are_refused_plainly(
    browser: Client, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = register.store.head().size
    answer = browser.post("/desk/review/add/", {"text": "word " * 1_200_000})
    assert answer.status_code == 400
    assert "Send a long text as a file" in text_of(answer)
    monkeypatch.setattr("habeas.sources.take_in.read_bytes.__defaults__", (10,))
    monkeypatch.setattr("habeas.sources.take_in.take_in.__defaults__", (10,))
    answer = browser.post("/desk/review/add/", {"file": SimpleUploadedFile("long.txt", ARTICLE.encode())})
    assert answer.status_code == 422
    assert "long.txt" in text_of(answer) and gettempdir() not in text_of(answer)
    assert register.store.head().size == size


@pytest.mark.parametrize(
    ("name", "data", "said"), [("x.json", b'{"half": ', "no whole JSON"), ("x.bin", b"\x00\x01", "binary data")]
)
def test_a_file_that_is_no_article_is_refused_with_the_remedy(
    browser: Client, name: str, data: bytes, said: str
) -> None:
    answer = browser.post("/desk/review/add/", {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 422
    assert said in text_of(answer)


def test_accepting_enters_the_claim_and_goes_on_to_the_next(browser: Client, register: Register, source: str) -> None:
    death, arrest = draft_of(register, "death_in_custody"), draft_of(register, "arrest")
    answer = browser.post(f"/desk/review/{death}/accept/", {"next": arrest, "source": source})
    page = browser.get(location(answer))
    assert counting(register) == ["death_in_custody"]
    assert "<strong>Arrested</strong>: Alena Vymyslova" in page.content.decode()
    assert "You accepted" in text_of(page)


def test_refusing_wants_a_reason_that_there_is(browser: Client, register: Register, source: str) -> None:
    death = draft_of(register, "death_in_custody")
    assert browser.post(f"/desk/review/{death}/refuse/", {"reason": "dislike"}).status_code == 422
    assert draft_of(register, "death_in_custody") == death
    page = browser.get(location(browser.post(f"/desk/review/{death}/refuse/", {"reason": "misread", "source": source})))
    assert "You refused “Died in custody: Hanna Vydumka, 3 June 2024” (the reader misunderstood the sentence)." in text_of(page)  # fmt: skip
    assert not counting(register)


@pytest.mark.parametrize(("decision", "sent"), [("accept", {}), ("refuse", {"reason": "misread"})])
def test_a_decision_is_undone_at_one_press(
    browser: Client, register: Register, source: str, decision: str, sent: dict[str, str]
) -> None:
    death = draft_of(register, "death_in_custody")
    page = browser.get(location(browser.post(f"/desk/review/{death}/{decision}/", {"source": source, **sent})))
    review = re.search(r'name="review" value="(\w+)"', page.content.decode())
    assert review is not None
    again = browser.post("/desk/review/undo/", {"review": review[1], "source": source})
    assert f"at={death}" in location(again)
    assert draft_of(register, "death_in_custody") == death
    assert not counting(register)
    assert browser.post("/desk/review/undo/", {"review": review[1]}).status_code == 422


def test_amending_starts_from_what_is_proposed_and_moves_the_words(
    browser: Client, register: Register, source: str
) -> None:
    sentence = draft_of(register, "sentence")
    page = browser.get(f"/desk/review/{sentence}/amend/?source={source}").content.decode()
    assert 'name="value_term_years" value="6"' in page
    sent = {"person": "Piotr Prydumany", "when": "2024-06-24", "value_term_years": "6,5", "reality": "actual", "quote": "six years in prison"}  # fmt: skip
    location(browser.post(f"/desk/review/{sentence}/amend/", sent))
    claim = next(c for c in register.caught_up().claims if c.predicate == "sentence" and c.value["term_years"] == 6.5)
    assert claim.span is not None and ARTICLE[slice(*claim.span)] == "six years in prison"


def test_what_was_refused_and_undone_is_amended_and_undone(browser: Client, register: Register, source: str) -> None:
    death = draft_of(register, "death_in_custody")
    sent = {"person": "Hanna Vydumka", "when": "2024-06-04", "reality": "actual", "quote": "died in custody", "reason": "misread"}  # fmt: skip
    for decision in ("refuse", "amend", "refuse"):
        page = browser.get(location(browser.post(f"/desk/review/{death}/{decision}/", sent)))
        review = re.search(r'name="review" value="(\w+)"', page.content.decode())
        assert review is not None
        location(browser.post("/desk/review/undo/", {"review": review[1]}))
        assert draft_of(register, "death_in_custody") == death
    assert not counting(register)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"when": "31 April"}, "not a date"),
        ({"when": "2998-12-29"}, "is not between 1800 and 2200"),
        ({"quote": "seven years in prison"}, "do not stand in the text"),
        ({"quote": ""}, "This field is required"),
        ({"value_term_years": "many"}, "is no number"),
        ({"reality": "maybe"}, "valid choice"),
        ({"person": ""}, "This field is required"),
    ],
)
def test_a_faulty_amendment_is_refused_with_all_that_was_typed(
    browser: Client, register: Register, source: str, changed: dict[str, str], said: str
) -> None:
    sentence = draft_of(register, "sentence")
    sent = {"person": "Piotr <b>Prydumany</b>", "when": "2024-06-24", "value_term_years": "6.5", "reality": "actual", "quote": "six years in prison"}  # fmt: skip
    answer = browser.post(f"/desk/review/{sentence}/amend/", {**sent, **changed})
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert 'value="6.5"' in answer.content.decode() or "value_term_years" in changed
    assert "<b>Prydumany" not in answer.content.decode()
    assert draft_of(register, "sentence") == sentence


def test_a_draft_or_source_that_never_was_is_not_here(browser: Client, source: str) -> None:
    assert browser.get("/desk/review/?at=drf_none").status_code == 404
    assert browser.get("/desk/review/?source=cap_none").status_code == 404
    assert browser.post("/desk/review/drf_none/accept/").status_code == 404
    assert browser.get("/desk/review/drf_none/amend/").status_code == 404
    assert browser.get("/desk/review/drf_none/accept/").status_code == 405


def test_who_comes_second_is_told_what_was_decided_and_keeps_what_was_typed(
    browser: Client, register: Register, source: str, sit_down: SitDown
) -> None:
    sit_down("alice", Role.REVIEWER)
    sentence = draft_of(register, "sentence")
    browser.post(f"/desk/review/{sentence}/refuse/", {"reason": "misread"})
    sit_down("bob", Role.REVIEWER)
    sent = {"person": "Piotr Prydumany", "when": "2024-06-24", "value_term_years": "6.5", "reality": "actual", "quote": "six years in prison"}  # fmt: skip
    answer = browser.post(f"/desk/review/{sentence}/amend/", sent)
    assert answer.status_code == 409
    assert "alice refused" in text_of(answer) and "six years in prison" in text_of(answer)
    assert not counting(register)

    instead = re.search(r'name="instead" value="(\w+)"', answer.content.decode())
    assert instead is not None
    faulty = browser.post(f"/desk/review/{sentence}/amend/", {**sent, "when": "never", "instead": instead[1]})
    assert faulty.status_code == 422
    assert instead[0] in faulty.content.decode()
    assert "alice refused" in text_of(browser.get("/desk/review/decided/"))
    location(browser.post(f"/desk/review/{sentence}/amend/", {**sent, "instead": instead[1]}))
    assert counting(register) == ["sentence"]


def test_replacing_a_decision_wants_the_one_that_was_seen(browser: Client, register: Register, source: str) -> None:
    death = draft_of(register, "death_in_custody")
    browser.post(f"/desk/review/{death}/accept/")
    answer = browser.post(f"/desk/review/{death}/refuse/", {"reason": "misread", "instead": "rev_another"})
    assert answer.status_code == 409
    assert counting(register) == ["death_in_custody"]


def test_where_two_are_needed_the_second_is_somebody_else(
    browser: Client, register: Register, source: str, sit_down: SitDown
) -> None:
    set_policy(register, Policy(1, "small", ("death_in_custody",)))
    sit_down("alice", Role.REVIEWER)
    assert "Two people have to accept this" in text_of(browser.get("/desk/review/"))
    browser.post(f"/desk/review/{draft_of(register, 'death_in_custody')}/accept/")
    (claim,) = provisional(register)
    assert "provisional" in text_of(browser.get("/desk/review/second/"))
    assert browser.post(f"/desk/review/second/{claim}/confirm/").status_code == 422
    assert list(provisional(register)) == [claim]

    sit_down("bob", Role.REVIEWER)
    assert "accepted by alice" in text_of(browser.get("/desk/review/second/"))
    location(browser.post(f"/desk/review/second/{claim}/confirm/"))
    assert not provisional(register)
    assert "alice accepted" in text_of(browser.get("/desk/review/decided/"))


def test_a_late_acceptance_of_what_needs_two_can_be_the_second_look(
    browser: Client, register: Register, source: str, sit_down: SitDown
) -> None:
    set_policy(register, Policy(2, None))
    death = draft_of(register, "death_in_custody")
    sit_down("alice", Role.REVIEWER)
    browser.post(f"/desk/review/{death}/accept/")
    sit_down("bob", Role.REVIEWER)
    answer = browser.post(f"/desk/review/{death}/accept/")
    assert answer.status_code == 409
    assert "Confirm it as the second to look" in text_of(answer)


def test_a_second_person_objects_with_a_reason(
    browser: Client, register: Register, source: str, sit_down: SitDown
) -> None:
    set_policy(register, Policy(1, "small", ("death_in_custody",)))
    sit_down("alice", Role.REVIEWER)
    browser.post(f"/desk/review/{draft_of(register, 'death_in_custody')}/accept/")
    (claim,) = provisional(register)
    sit_down("bob", Role.REVIEWER)
    assert browser.post(f"/desk/review/second/{claim}/object/", {"reason": ""}).status_code == 422
    location(browser.post(f"/desk/review/second/{claim}/object/", {"reason": "not_said"}))
    assert not counting(register)


@pytest.mark.parametrize("role", [Role.READER, Role.CONTRIBUTOR])
@pytest.mark.parametrize("path", ["", "add/", "second/", "decided/", "drf_x/amend/"])
def test_who_may_not_review_is_refused(browser: Client, sit_down: SitDown, role: Role, path: str) -> None:
    sit_down("carol", role)
    assert browser.get(f"/desk/review/{path}").status_code == 403


def test_hostile_words_stay_words(browser: Client) -> None:
    hostile = (
        "<script>alert(1)</script> <img src=x onerror=alert(2)> Ivan Nibyta was arrested in March 2024. \u202egnorw\n"
    )
    page = browser.get(location(browser.post("/desk/review/add/", {"text": hostile, "publisher": "<b>Courier</b>"})))
    assert "Ivan Nibyta" in text_of(page)
    for tag in ("<script>", "<img", "<b>Courier"):
        assert tag not in page.content.decode()


def test_a_thousand_drafts_are_read_once_and_a_few_shown(
    browser: Client, register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = tmp_path / "many.jsonl"
    line = '{{"subject": "Ivan Nibyta {}", "predicate": "arrest", "valid": "2024-03-02", "source": "Lantern"}}\n'
    lines.write_text("".join(line.format(number) for number in range(1000)), "utf-8")
    import_claims(register, str(lines), About(Day.unknown()), Wish(as_drafts=True))
    page = browser.get("/desk/review/").content.decode()
    assert "1 of 1,000 waiting" in page
    assert page.count("Ivan Nibyta") <= 1 + AHEAD
    monkeypatch.delattr("habeas.register.deciding.draft_of")
    assert browser.get("/desk/review/").content.decode().count("Ivan Nibyta") <= 1 + AHEAD
