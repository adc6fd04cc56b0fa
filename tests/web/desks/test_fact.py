"""A fact is added from a person's page in a few presses, source included, and taken back with one."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.test import Client
from tests.web.desks.conftest import SitDown, location, text_of

from habeas.claims.claim import Claim
from habeas.claims.review import Policy
from habeas.kernel.days import Day
from habeas.register.deciding import accept, set_policy, waiting
from habeas.register.opened import Register
from habeas.register.taking_in import add_note
from habeas.sources.note import Note
from habeas.web.permissions import Role

CITED = {"publisher": "Lantern", "published": "2024-08-20"}
RELEASED = {"name": "Yan Kazachny", "when": "2024-08-19", "value_way_out": "pardon"}


def mention(register: Register, name: str = "Yan Kazachny") -> str:
    return next(m.id for m in register.caught_up().mentions.values() if m.name == name)


def newest(register: Register) -> Claim:
    return register.caught_up().claims[-1]


def address(register: Register, predicate: str = "release") -> str:
    return f"/desk/fact/?person={mention(register)}&predicate={predicate}"


def links_of(page: Any) -> dict[str, str]:
    """Addresses of a page's links, by their words."""
    found = re.findall(r'<a[^>]*href="([^"]*)"[^>]*>(.*?)</a>', page.content.decode(), re.DOTALL)
    return {re.sub(r"<[^>]+>", "", words).strip(): html.unescape(where) for where, words in found}


def filled_form(page: Any) -> dict[str, str]:
    """What a browser would send of the page's form if nothing were touched."""
    form = re.search(r'<form method="post" class="fields">.*?</form>', page.content.decode(), re.DOTALL)
    assert form is not None
    sent = {}
    for tag in re.findall(r"<input[^>]*>", form[0]):
        name, value = (re.search(rf'{part}="([^"]*)"', tag) for part in ("name", "value"))
        if name and "checkbox" not in tag:
            sent[name[1]] = html.unescape(value[1]) if value else ""
    for name in re.findall(r'<textarea name="(\w+)"', form[0]):
        sent[name] = ""
    for name, inner in re.findall(r'<select name="(\w+)".*?>(.*?)</select>', form[0], re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', inner)
        sent[name] = chosen[1] if chosen else ""
    return sent


class Hands:
    """Counts what a person does: a press of a link or button, a field filled in or chosen."""

    def __init__(self, browser: Client) -> None:
        self.browser, self.done = browser, 0
        self.page: Any = None
        self.at = ""
        self.form: dict[str, str] = {}

    def open(self, where: str) -> None:
        """Where somebody is already; it counts for nothing."""
        self.page, self.at = self.browser.get(where), where

    def press(self, words: str) -> None:
        where = links_of(self.page)[words]
        self.open(f"{self.at.partition('?')[0]}{where}" if where.startswith("?") else where)
        self.form = filled_form(self.page) if b'class="fields"' in self.page.content else {}
        self.done += 1

    def fill(self, name: str, value: str) -> None:
        assert name in self.form, f"the page has no field {name}"
        self.form[name] = value
        self.done += 1

    def send(self) -> None:
        self.open(location(self.browser.post(self.at, self.form)).partition("#")[0])
        self.done += 1


SOURCES: dict[str, dict[str, str]] = {
    "cited": {"publisher": "Lantern", "published": "2024-08-20"},
    "note": {"note": "He is at home since Monday.", "consent": "public"},
    "held": {"source_search": "courier.txt", "quote": "Lantern said"},
}


@pytest.mark.parametrize("kind", sorted(SOURCES))
def test_a_fact_with_its_source_takes_at_most_eight_interactions(
    browser: Client, register: Register, kind: str
) -> None:
    hands = Hands(browser)
    hands.open(f"/people/{mention(register)}/")
    hands.press("Add a fact")
    hands.press("Released")
    hands.fill("when", "2024-08-19")
    hands.fill("value_way_out", "pardon")
    for name, value in SOURCES[kind].items():
        hands.fill(name, value)
    hands.send()
    assert hands.done <= 8
    assert "Entered: released, 19 August 2024" in text_of(hands.page)
    assert (newest(register).predicate, newest(register).when.text) == ("release", "2024-08-19")
    assert (
        register.knowledge.sources[newest(register).source].kind
        == {
            "cited": "citation",
            "note": "note",
            "held": "capture",
        }[kind]
    )


def test_the_new_fact_stands_on_the_persons_page_and_is_taken_back_with_one_press(
    browser: Client, register: Register
) -> None:
    there = location(browser.post(address(register), {**RELEASED, **CITED}))
    claim = newest(register).id
    assert there.endswith(f"#{claim}")
    page = browser.get(there).content.decode()
    assert f'id="{claim}"' in page
    act = re.search(r'name="act" value="([^"]*)"', page)
    assert act is not None
    undone = browser.get(location(browser.post("/desk/fact/undo/", {"act": act[1]})))
    assert "no longer counts" in text_of(undone)
    assert claim in register.caught_up().retracted()
    assert location(browser.get(there)).endswith(f"undone/?claim={claim}")
    assert f"/people/{mention(register)}/" in undone.content.decode()


def test_what_was_undone_can_be_entered_again_and_undone_again(browser: Client, register: Register) -> None:
    for _ in range(2):
        page = browser.get(location(browser.post(address(register), {**RELEASED, **CITED})))
        act = re.search(r'name="act" value="([^"]*)"', page.content.decode())
        assert act is not None
        location(browser.post("/desk/fact/undo/", {"act": act[1]}))
        assert [c.id for c in register.caught_up().claims if c.predicate == "release" and c.when.text == "2024-08-19" and c.id not in register.knowledge.retracted()] == []  # fmt: skip


def test_what_is_here_already_is_not_entered_again(browser: Client, register: Register) -> None:
    browser.post(address(register), {**RELEASED, **CITED})
    size = register.store.head().size
    page = browser.get(location(browser.post(address(register), {**RELEASED, **CITED})))
    assert "Nothing was entered" in text_of(page)
    assert register.store.head().size == size


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"when": "31 April"}, "not a date"),
        ({"when": "2024-02-30"}, "no calendar day"),
        ({"when": "2199-01-01"}, "ahead of today"),
        ({"published": "2199-01-01"}, "ahead of today"),
        ({"value_way_out": "flying"}, "valid choice"),
        ({"publisher": ""}, "Say who published it"),
        ({"publisher": "", "published": ""}, "Say where this is known from"),
        ({"note": "told"}, "Give one source"),
        ({"url": "javascript:alert(1)"}, "valid URL"),
        ({"publisher": "", "published": "", "source": "cap_none"}, "valid choice"),
        ({"publisher": "", "published": "", "source_search": "nowhere"}, "No source fits"),
        ({"publisher": "", "published": "", "note": "told", "told_on": "never"}, "not a date"),
        ({"name": " "}, "required"),
    ],
)
def test_a_faulty_form_is_refused_with_the_reason_and_keeps_what_was_typed(
    browser: Client, register: Register, changed: dict[str, str], said: str
) -> None:
    size = register.store.head().size
    answer = browser.post(address(register), {**RELEASED, **CITED, "quote": "Some <i>words</i>", **changed})
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert "Some &lt;i&gt;words&lt;/i&gt;" in answer.content.decode()
    assert register.store.head().size == size


def test_several_sources_that_fit_are_offered_to_choose_from(browser: Client, register: Register) -> None:
    browser.post(address(register), {**RELEASED, **CITED})
    answer = browser.post(address(register), {**RELEASED, "source_search": "lantern"})
    assert answer.status_code == 422
    assert "2 sources fit" in text_of(answer)
    chosen = newest(register).source
    location(browser.post(address(register), {**RELEASED, "when": "2024-08-18", "source_search": "lantern", "source": chosen}))  # fmt: skip
    assert newest(register).source == chosen


def test_a_quote_has_to_stand_in_a_text_that_is_held(browser: Client, register: Register) -> None:
    source = next(s.id for s in register.caught_up().sources.values() if s.kind == "capture" and "courier" in s.name)
    sent = {**RELEASED, "source": source, "quote": "never said"}
    answer = browser.post(address(register), sent)
    assert answer.status_code == 422
    assert "do not stand in the source" in text_of(answer)


def test_each_kind_of_field_is_offered_and_read(browser: Client, register: Register) -> None:
    sent = {"name": "Yan Kazachny", "when": "2024-02-01", **CITED, "value_term_years": "7,5", "value_suspended": "no", "value_serves_from": "2024-01", "value_court": "Orsk court"}  # fmt: skip
    location(browser.post(address(register, "sentence"), sent))
    assert newest(register).value == {"term_years": 7.5, "suspended": False, "serves_from": "2024-01", "court": "Orsk court"}  # fmt: skip
    conditions = {"value_conditions": ["travel_ban", "surveillance"]}
    location(browser.post(address(register), {**RELEASED, **CITED, **conditions}))
    assert newest(register).value["conditions"] == ["surveillance", "travel_ban"]
    sent = {"name": "Yan Kazachny", **CITED, "value_co_defendants": "Ivan Nibyta\n\nAlena Vymyslova"}
    location(browser.post(address(register, "case"), sent))
    assert newest(register).value == {"co_defendants": ["Ivan Nibyta", "Alena Vymyslova"]}


def test_every_predicate_of_a_person_has_a_form(browser: Client, register: Register) -> None:
    links = links_of(browser.get(f"/desk/fact/?person={mention(register)}"))
    forms = [where for where in links.values() if "predicate=" in where]
    assert len(forms) > 50
    for where in forms:
        assert browser.get(f"/desk/fact/{where}").status_code == 200


def test_a_new_person_begins_with_whom_the_name_may_mean(browser: Client, register: Register) -> None:
    page = browser.get("/desk/fact/?name=Ян Казачны")
    assert "Yan Kazachny" in text_of(page)
    links = links_of(page)
    assert f"person={mention(register)}" in links["Yan Kazachny"]
    assert "new=" in links["None of them: “Ян Казачны” is somebody new"]


def test_choosing_somebody_here_keeps_the_name_as_typed(browser: Client, register: Register) -> None:
    where = f"/desk/fact/?person={mention(register)}&name=Ян Казачны&predicate=release"
    form = filled_form(browser.get(where))
    assert form["name"] == "Ян Казачны"
    location(browser.post(where, {**form, "when": "2024-08-19", **CITED}))
    names = browser.get(f"/people/{mention(register)}/").content.decode()
    assert "Ян Казачны" in names


def test_somebody_new_is_entered_once(browser: Client, register: Register) -> None:
    where = "/desk/fact/?new=Ivan Nibyta&predicate=arrest"
    sent = {"name": "Ivan Nibyta", "when": "2024-05", **CITED}
    for _ in range(2):
        page = browser.get(location(browser.post(where, sent)))
        assert "Ivan Nibyta" in text_of(page)
    assert sum(m.name == "Ivan Nibyta" for m in register.caught_up().mentions.values()) == 1


def test_somebody_new_whose_only_fact_is_undone_is_nobody_and_the_page_says_so(
    browser: Client, register: Register
) -> None:
    sent = {"name": "Ivan Nibyta", "when": "2024-05", **CITED}
    page = browser.get(location(browser.post("/desk/fact/?new=Ivan Nibyta&predicate=arrest", sent)))
    act = re.search(r'name="act" value="([^"]*)"', page.content.decode())
    assert act is not None
    assert "Ivan Nibyta" in text_of(browser.get(location(browser.post("/desk/fact/undo/", {"act": act[1]}))))


def test_an_act_that_is_no_single_fact_is_not_undone_here(browser: Client, register: Register) -> None:
    size = register.store.head().size
    assert browser.post("/desk/fact/undo/", {"act": f"0-{size}"}).status_code == 400
    assert browser.post("/desk/fact/undo/", {"act": "all"}).status_code == 422
    assert browser.post("/desk/fact/undo/", {"act": f"{size}-{size + 5}"}).status_code == 422
    assert register.store.head().size == size


def test_bad_addresses_are_told(browser: Client, register: Register) -> None:
    assert browser.get("/desk/fact/?person=mtn_none").status_code == 404
    assert browser.get(address(register, "figure")).status_code == 400
    assert browser.get(address(register, "flying")).status_code == 400
    assert browser.get("/desk/fact/entered/?claim=clm_none").status_code == 404


def test_where_two_are_needed_the_fact_is_provisional(browser: Client, register: Register) -> None:
    set_policy(register, Policy(1, "small", ("release",)))
    page = browser.get(location(browser.post(address(register), {**RELEASED, **CITED})))
    assert "until somebody else has looked" in text_of(page)


def test_a_reader_is_refused(browser: Client, register: Register, sit_down: SitDown) -> None:
    where = address(register)
    sit_down("carol", Role.READER)
    assert browser.get(where).status_code == browser.post(where, {**RELEASED, **CITED}).status_code == 403


def test_who_may_not_enter_proposes_and_somebody_else_decides(
    browser: Client, register: Register, sit_down: SitDown
) -> None:
    where, claims = address(register), len(register.caught_up().claims)
    sit_down("carol", Role.CONTRIBUTOR)
    assert "Propose it" in text_of(browser.get(where))
    page = browser.get(location(browser.post(where, {**RELEASED, **CITED})))
    assert "waits for a reviewer" in text_of(page)
    assert "Nothing was written" in text_of(browser.get(location(browser.post(where, {**RELEASED, **CITED}))))
    assert len(register.caught_up().claims) == claims
    (draft,) = waiting(register)
    assert draft.by == register.store.actor_id("carol")
    sit_down("bob", Role.REVIEWER)
    assert "Released : Yan Kazachny" in text_of(browser.get("/desk/review/"))
    location(browser.post(f"/desk/review/{draft.id(register.store.key)}/accept/"))
    assert newest(register).predicate == "release"


def test_who_proposed_cannot_accept_where_two_are_needed(
    browser: Client, register: Register, sit_down: SitDown
) -> None:
    set_policy(register, Policy(1, "small", ("release",)))
    where = address(register)
    sit_down("carol", Role.CONTRIBUTOR)
    location(browser.post(where, {**RELEASED, **CITED}))
    (draft,) = waiting(register)
    sit_down("carol", Role.REVIEWER)
    assert "You proposed this yourself" in text_of(browser.get("/desk/review/"))
    assert browser.post(f"/desk/review/{draft.id(register.store.key)}/accept/").status_code == 422
    assert waiting(register) == [draft]


def test_what_is_for_staff_is_kept_from_who_proposes(browser: Client, register: Register, sit_down: SitDown) -> None:
    note = add_note(register, Note("call", Day.parse("2024-08-03"), "Nothing new."))
    assert "lawyer" in text_of(browser.get(f"/desk/fact/?person={mention(register)}")).lower()
    assert f'value="{note.source}"' in browser.get(address(register)).content.decode()
    where = f"/desk/fact/?person={mention(register)}"
    sit_down("carol", Role.CONTRIBUTOR)
    assert "lawyer" not in text_of(browser.get(where)).lower()
    assert browser.get(f"{where}&predicate=due_release").status_code == 400
    for page in (browser.get(f"{where}&predicate=release"), browser.get(f"{where}&predicate=release&source={note.source}")):  # fmt: skip
        assert f'value="{note.source}"' not in page.content.decode()
    answer = browser.post(f"{where}&predicate=release", {**RELEASED, "source": note.source})
    assert answer.status_code == 422


def test_hostile_words_stay_words(browser: Client, register: Register) -> None:
    hostile = '"><script>alert(1)</script>'
    page = browser.get(location(browser.post(f"/desk/fact/?new={hostile}&predicate=arrest", {"name": hostile, "publisher": hostile})))  # fmt: skip
    assert "<script>alert" not in page.content.decode()
    assert "<script>alert" not in browser.get(f"/desk/fact/?name={hostile}").content.decode()


def test_a_form_whose_page_had_expired_is_sent_again_with_all_that_was_typed(
    browser: Client, register: Register
) -> None:
    strict = Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
    answer = strict.post(
        address(register), {**RELEASED, **CITED, "quote": "Some words"}, HTTP_ORIGIN="http://127.0.0.1"
    )
    assert answer.status_code == 403
    form = re.search(r'<form method="post" action="([^"]*)">(.*?)</form>', answer.content.decode(), re.DOTALL)
    assert form is not None
    kept = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[2]))
    location(strict.post(html.unescape(form[1]), kept))
    assert newest(register).quote == "Some words"


def test_who_may_not_read_what_is_for_staff_only_is_offered_nobody_named_there_alone(
    browser: Client, register: Register, sit_down: SitDown
) -> None:
    add_note(register, Note("call", Day.parse("2024-08-02"), "Zlata Nichtova was arrested in Orsk on Thursday."))
    accept(register, waiting(register))
    hidden = next(m.id for m in register.caught_up().mentions.values() if m.name == "Zlata Nichtova")
    where = f"/desk/fact/?person={hidden}"
    assert "Zlata Nichtova" in text_of(browser.get(where))
    sit_down("carol", Role.CONTRIBUTOR)
    assert hidden not in browser.get("/desk/fact/?name=Zlata+Nichtova").content.decode()
    refused = browser.get(where)
    assert refused.status_code == 404 and "Zlata" not in refused.content.decode()
