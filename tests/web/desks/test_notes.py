"""The note desk keeps what was told, how far it may go, and who told it only for who may know."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.web.desks.conftest import SitDown, location, text_of

from habeas.claims.entries import open_body
from habeas.register.opened import Register
from habeas.web.permissions import MAY, Deed, Role

TOLD = "Alena Vymyslova was arrested in Orsk.\nPiotr Prydumany was released on 2 August 2024."
NOTE = {"text": TOLD, "channel": "letter", "told_on": "2024-08-03", "consent": "count_only", "informant": "Heron"}


def kept(browser: Client, **changed: str) -> str:
    """The id of a note just kept."""
    found = re.search(r"kept=(note_\w+)", location(browser.post("/desk/notes/", {**NOTE, **changed})))
    assert found is not None
    return found[1]


def test_a_note_is_kept_word_for_word_with_its_circumstances(browser: Client, register: Register) -> None:
    body = register.store.body(kept(browser, text=TOLD.replace("\n", "\r\n")))
    assert body is not None
    assert open_body(body).content == {"text": TOLD, "channel": "letter", "day": "2024-08-03", "consent": "count_only", "informant": "Heron"}  # fmt: skip


def test_what_was_read_in_it_waits_on_the_review_desk(browser: Client, register: Register) -> None:
    note = kept(browser)
    page = browser.get(f"/desk/notes/?kept={note}&how=new")
    assert f"/desk/review/?source={note}" in page.content.decode()
    desk = browser.get(f"/desk/review/?source={note}")
    assert "Released : Piotr Prydumany" in text_of(desk)
    assert "Orsk" in text_of(desk)


def test_without_a_word_on_it_a_note_is_of_today_and_for_staff_only(browser: Client, register: Register) -> None:
    page = browser.get("/desk/notes/").content.decode()
    assert 'value="staff_only" selected' in page
    assert re.search(r'name="told_on" value="\d{4}-\d\d-\d\d"', page)
    note = kept(browser, told_on="")
    body = register.store.body(note)
    assert body is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", open_body(body).content["day"])


def test_the_same_note_again_is_said_to_be_here(browser: Client) -> None:
    kept(browser)
    assert "how=again" in location(browser.post("/desk/notes/", NOTE))
    assert "was here already" in text_of(browser.get(location(browser.post("/desk/notes/", NOTE))))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"text": "  "}, "required"),
        ({"told_on": "31 April"}, "not a date"),
        ({"told_on": "2199-01-01"}, "ahead of today"),
        ({"channel": "telepathy"}, "valid choice"),
        ({"consent": "everybody"}, "valid choice"),
        ({"consent": ""}, "required"),
    ],
)
def test_a_faulty_note_is_refused_and_keeps_what_was_typed(
    browser: Client, register: Register, changed: dict[str, str], said: str
) -> None:
    size = register.store.head().size
    answer = browser.post("/desk/notes/", {**NOTE, "informant": "<b>Heron</b>", **changed})
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert "&lt;b&gt;Heron" in answer.content.decode()
    assert register.store.head().size == size


def test_a_real_name_is_shown_on_no_page_but_its_own(browser: Client) -> None:
    note = kept(browser, real_name="Ivan Nibyta")
    for path in ("/desk/notes/", f"/desk/notes/?kept={note}", f"/desk/notes/{note}/", f"/sources/{note}/", f"/desk/review/?source={note}"):  # fmt: skip
        assert "Ivan Nibyta" not in browser.get(path).content.decode()
    page = browser.get(f"/desk/notes/{note}/").content.decode()
    assert f"/desk/notes/{note}/informant/" in page
    assert "Ivan Nibyta" in text_of(browser.get(f"/desk/notes/{note}/informant/"))


def test_who_may_not_read_sealed_names_neither_sees_nor_gives_one(
    browser: Client, register: Register, sit_down: SitDown, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = kept(browser, real_name="Ivan Nibyta")
    monkeypatch.setitem(MAY, Role.REVIEWER, MAY[Role.REVIEWER] | {Deed.ENTER})
    sit_down("bob", Role.REVIEWER)
    assert browser.get(f"/desk/notes/{note}/informant/").status_code == 403
    assert "informant/" not in browser.get(f"/desk/notes/{note}/").content.decode()
    assert 'name="real_name"' not in browser.get("/desk/notes/").content.decode()
    sealed = len(list(register.store.bodies(("sealed",))))
    kept(browser, text="Nothing new.", real_name="Yan Kazachny")
    assert len(list(register.store.bodies(("sealed",)))) == sealed


def test_notes_are_listed_the_newest_first_a_part_at_a_time(browser: Client) -> None:
    for number in range(31):
        kept(browser, text=f"Told {number}, nothing new.")
    first, second = text_of(browser.get("/desk/notes/")), text_of(browser.get("/desk/notes/?page=2"))
    assert first.index("Told 30,") < first.index("Told 29,")
    assert "Told 0," in second and "Told 30," not in second
    assert browser.get("/desk/notes/?page=none").status_code == 400


def test_a_note_that_is_not_here_is_not_found(browser: Client, register: Register) -> None:
    capture = next(s.id for s in register.caught_up().sources.values() if s.kind == "capture")
    for name in ("note_none", capture):
        assert browser.get(f"/desk/notes/{name}/").status_code == 404
    assert browser.get(f"/desk/notes/{kept(browser)}/informant/").status_code == 404


@pytest.mark.parametrize("role", [Role.READER, Role.CONTRIBUTOR, Role.REVIEWER])
def test_who_may_not_enter_sees_no_note(browser: Client, sit_down: SitDown, role: Role) -> None:
    note = kept(browser)
    sit_down("carol", role)
    for path in ("/desk/notes/", f"/desk/notes/{note}/", f"/desk/notes/{note}/informant/"):
        assert browser.get(path).status_code == 403


def test_hostile_words_stay_words(browser: Client) -> None:
    note = kept(browser, text="<script>alert(1)</script>", informant='"><img src=x>')
    for path in ("/desk/notes/", f"/desk/notes/{note}/"):
        page = browser.get(path).content.decode()
        assert "<script>alert" not in page and "<img" not in page
