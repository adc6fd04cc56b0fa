"""Today's desk: what needs a person, whose it is, until when it can wait, and the month it ends in."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client
from tests.web.desks.walked import Walk

from habeas.kernel.asof import utc_today
from habeas.kernel.days import Day
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register
from habeas.sources.capture import About
from habeas.store.desk_items import DeskItems
from habeas.web.application import application
from habeas.web.shelf import Shelf

DESK = "/desk/today/"


@pytest.fixture
def needy(register: Register, tmp_path: Path) -> Client:
    """Beside the cast: one whose term ran out, and one whose death a single source tells."""
    lines: list[dict[str, object]] = [
        {
            "subject": "Ivan Nibyta",
            "predicate": "administrative_arrest",
            "valid": "2024-02-01",
            "value": {"term_days": 15},
        },
        {"subject": "Marta Fiktsyya", "predicate": "death_in_custody", "valid": "2024-02-20"},
    ]
    path = tmp_path / "needy.jsonl"
    path.write_text(
        "".join(json.dumps({"source": "Lantern", "published": "2024-03-01", **line}) + "\n" for line in lines), "utf-8"
    )
    import_claims(register, str(path), About(Day.unknown()), Wish())
    application(Shelf(register))
    return Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)


def of_kind(page: str, kind: str) -> str:
    """The part of the page about one kind."""
    return page.partition(f'<h2 id="{kind}">')[2].partition("<h2")[0]


def test_everything_that_needs_a_person_is_there_with_where_it_is_settled(needy: Client) -> None:
    page = needy.get(DESK).content.decode()
    assert "Ivan Nibyta" in of_kind(page, "term_ended")
    assert "Marta Fiktsyya" in of_kind(page, "single_source_death")
    assert re.search(r'href="/people/mtn_[^"]+/">the person', of_kind(page, "single_source_death"))


def test_how_long_without_a_proof_is_too_long_can_be_changed(needy: Client) -> None:
    assert "Ivan Nibyta" in of_kind(needy.get(DESK).content.decode(), "no_contact")
    assert "Ivan Nibyta" not in of_kind(needy.get(f"{DESK}?days=30000").content.decode(), "no_contact")


def test_an_item_is_given_to_somebody_and_found_as_theirs(needy: Client, register: Register) -> None:
    size = register.store.head().size
    walk = Walk(needy, f"{DESK}?kind=term_ended")
    (item,) = walk.fields["item"].offered or []
    walk.fill("item", item).fill("to", "alice").press("Assign")
    assert "<em>alice</em>" in walk.page
    assert "Ivan Nibyta" in needy.get(f"{DESK}?whose=alice").content.decode()
    assert "Ivan Nibyta" not in of_kind(needy.get(f"{DESK}?whose=nobody").content.decode(), "term_ended")
    walk.fill("item", item).fill("to", "").press("Assign")
    assert "<em>alice</em>" not in walk.page
    assert register.store.head().size == size


def test_an_item_is_put_off_with_a_reason_until_a_day_and_taken_up_again(needy: Client, register: Register) -> None:
    until = utc_today() + timedelta(7)
    walk = Walk(needy, DESK)
    item = next(key for key in walk.fields["item"].offered or [] if key.startswith("term_ended"))
    walk.fill("item", item).fill("until", str(until)).fill("reason", "the lawyer <b>calls back</b>").press("Put off")
    assert "Ivan Nibyta" not in of_kind(walk.page, "term_ended")
    assert "the lawyer &lt;b&gt;calls back" in walk.page
    assert DeskItems(register.store.accounts).every()[item].put_off_until == until
    walk.fill("item", item).press("Take up again")
    assert "Ivan Nibyta" in of_kind(walk.page, "term_ended")


def test_what_was_put_off_is_there_again_on_its_day(needy: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    until = utc_today() + timedelta(7)
    walk = Walk(needy, DESK)
    item = next(key for key in walk.fields["item"].offered or [] if key.startswith("term_ended"))
    walk.fill("item", item).fill("until", str(until)).fill("reason", "later").press("Put off")
    monkeypatch.setattr("habeas.web.desks.desk.today_of", lambda _register: until)
    assert "Ivan Nibyta" in of_kind(needy.get(DESK).content.decode(), "term_ended")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"deed": "assign", "to": "alice"}, "tick the lines"),
        ({"item": "nonsense:1", "deed": "assign", "to": "alice"}, "tick the lines"),
        ({"item": "draft:1", "deed": "put_off", "until": "2020-01-01", "reason": "x"}, "until a day after"),
        ({"item": "draft:1", "deed": "put_off", "until": "some day", "reason": "x"}, "some day"),
        ({"item": "draft:1", "deed": "put_off", "until": "2100-01-01", "reason": " "}, "say why"),
        ({"item": "draft:1", "deed": "assign", "to": "x" * 81}, "at most 80"),
        ({"item": "draft:1", "deed": "burn"}, "use the buttons"),
    ],
)
def test_what_cannot_be_done_is_refused_with_what_to_do(
    needy: Client, register: Register, sent: dict[str, str], said: str
) -> None:
    answer = needy.post(DESK, sent)
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert DeskItems(register.store.accounts).every() == {}


def test_the_review_of_a_month_shows_what_began_in_it_and_ends_in_its_ledger(needy: Client) -> None:
    page = needy.get(f"{DESK}?month=2024-02").content.decode()
    assert "Ivan Nibyta" in of_kind(page, "term_ended")
    assert "Marta Fiktsyya" not in of_kind(needy.get(f"{DESK}?month=2024-03").content.decode(), "single_source_death")
    sums = re.search(r"<p>([\d,]+) \+ ([\d,]+) &minus; ([\d,]+) = ([\d,]+)\.", page)
    assert sums is not None
    opening, came, went, closing = (int(number.replace(",", "")) for number in sums.groups())
    assert opening + came - went == closing
    assert "Hanna Vydumka" in page.partition('id="ledger"')[2]


def test_the_ledger_leads_to_its_bridge_and_to_those_possibly_held(needy: Client) -> None:
    page = needy.get(f"{DESK}?month=2024-02").content.decode()
    bridge = re.search(r'href="(/figures/bridge/\?[^"]+)"', page)
    assert bridge is not None
    assert needy.get(bridge[1].replace("&amp;", "&")).status_code == 200
    assert "held possibly" in needy.get(f"{DESK}?month=2024-02&counted=possible").content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "?month=soon",
        "?month=2999-01",
        "?month=2024-13",
        "?days=0",
        "?days=x",
        "?days=99999",
        "?kind=nonsense",
        "?page=0",
        "?page=-1",
    ],
)
def test_an_absurd_filter_has_a_clear_page(needy: Client, address: str) -> None:
    assert needy.get(DESK + address).status_code == 400


def test_where_nothing_needs_anybody_that_is_said(needy: Client) -> None:
    assert "Nothing." in needy.get(f"{DESK}?kind=list_awaited").content.decode()
    first = utc_today().replace(day=1) - timedelta(days=1)
    assert needy.get(f"{DESK}?month={first:%Y-%m}").status_code == 200


def test_more_than_a_page_of_one_kind_goes_on(register: Register, tmp_path: Path) -> None:
    lines: list[dict[str, object]] = [
        {
            "subject": f"Person {n} Nibyta",
            "predicate": "administrative_arrest",
            "valid": str(date(2023, 1, 1)),
            "value": {"term_days": 5},
        }
        for n in range(130)
    ]
    path = tmp_path / "many.jsonl"
    path.write_text(
        "".join(json.dumps({"source": "L", "published": "2023-03-01", **line}) + "\n" for line in lines), "utf-8"
    )
    import_claims(register, str(path), About(Day.unknown()), Wish())
    application(Shelf(register))
    browser = Client(SERVER_NAME="127.0.0.1")
    assert "All 130" in browser.get(DESK).content.decode()
    first = browser.get(f"{DESK}?kind=term_ended").content.decode()
    assert 'rel="next"' in first and first.count('name="item"') == 100
    assert browser.get(f"{DESK}?kind=term_ended&page=2").content.decode().count('name="item"') == 30


@pytest.mark.parametrize("address", [DESK, "/desk/events/", "/desk/events/done/1-2/"])
def test_a_visitor_is_refused_whatever_is_sent(register: Register, address: str) -> None:
    application(Shelf(register, everybody_sees_all=False))
    visitor = Client(SERVER_NAME="127.0.0.1")
    assert visitor.get(address).status_code == 403
    assert visitor.post(address, {"item": "draft:1", "deed": "take_up", "step": "commit"}).status_code == 403


def test_due_days_stand_on_no_page_for_readers(needy: Client, register: Register, tmp_path: Path) -> None:
    line = {
        "subject": "Yan Kazachny",
        "predicate": "due_release",
        "valid": "2024-03-09",
        "source": "Lantern",
        "published": "2024-03-01",
    }
    path = tmp_path / "due.jsonl"
    path.write_text(json.dumps(line) + "\n", "utf-8")
    import_claims(register, str(path), About(Day.unknown()), Wish())
    assert "2024-03-09" not in needy.get("/waves/?least=1").content.decode()
    assert "2024-03-09" not in needy.get("/waves/2024-09-07/").content.decode()
    assert needy.get("/waves/2024-03-09/").status_code == 404
