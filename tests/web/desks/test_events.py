"""The event desk: from a pasted message to a number that can be quoted, and back."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from tests.web.desks.walked import Walk

from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.kernel.days import Day
from habeas.register.answering import count_on
from habeas.register.importing import Wish, import_claims
from habeas.register.known import known
from habeas.register.opened import Register
from habeas.register.wave_people import wave
from habeas.sources.capture import About
from habeas.web.application import application
from habeas.web.shelf import Shelf

DESK = "/desk/events/"
MESSAGE = "Free today:\n1. Piotr Prydumany (1980)\n2. Zoltar Brambel\nThank you all!"
_GIVEN = ("Alena", "Olga", "Ivan", "Marta", "Piotr", "Yan", "Hanna", "Maria", "Pavel", "Sergei")
_FAMILY = ("Brambelski", "Tordanik", "Velgardau", "Kestrimau", "Ulvanchyk", "Prasnokau")


def certain(register: Register) -> int:
    return int(count_on(register, AsOf(utc_today(), utc_today(), Basis.register()), definition())["certain"])


def named_through(browser: Client, message: str = MESSAGE) -> Walk:
    return Walk(browser, DESK).fill("text", message).fill("day", "2024-08-30").press("Look the names up")


def to_the_preview(browser: Client, message: str = MESSAGE) -> Walk:
    return named_through(browser, message).fill("publisher", "Lantern").press("See what it does")


def test_a_message_becomes_an_event_that_is_entered_and_undone(browser: Client, register: Register) -> None:
    before = len(register.caught_up().claims)
    walk = to_the_preview(browser)
    assert "Nothing is entered yet" in walk.page
    assert len(register.caught_up().claims) == before
    walk.press("Enter it")
    assert "Permanent address of this answer" in walk.page
    assert len(register.caught_up().claims) == before + 2
    held = known(register, utc_today(), Basis.register())
    piotr = next(e for e in held.everyone.values() if "Piotr Prydumany" in e.person.names)
    assert [c.quote for c in piotr.claims if c.predicate == "release"] == ["1. Piotr Prydumany (1980)"]
    walk.press("Undo all of it")
    assert "Taken back" in walk.page
    assert len(register.caught_up().retracted()) == 2


def test_names_are_shown_with_whom_they_mean_and_what_was_no_name(browser: Client) -> None:
    walk = named_through(browser, f"{MESSAGE}\n3. Hanna Vydumka\n4. Zoltar Brambel")
    assert "1 matched, 1 new, 1 for you to decide, 1 told twice" in walk.page
    assert "Free today:" in walk.page and "Thank you all!" in walk.page
    assert "not known to be in custody the day before" in walk.page
    assert walk.fields["who-0"].values[0].startswith("mtn_")
    assert walk.fields["who-1"].values == ["new"]
    assert walk.fields["who-2"].values == []
    assert walk.fields["who-3"].values == ["out"]


def test_nothing_is_chosen_for_those_whom_the_message_says_to_be_still_held(browser: Client) -> None:
    walk = named_through(browser, "Free today: Yan Kazachny\nStill in prison: Piotr Prydumany\n3. Zoltar Brambel")
    assert "1 matched, 0 new, 2 for you to decide" in walk.page
    assert walk.page.count("it stands under “Still in prison”") == 2
    assert [walk.fields[f"who-{number}"].values[:1] != [] for number in range(3)] == [True, False, False]


def test_nothing_goes_on_while_somebody_is_to_be_decided(browser: Client, register: Register) -> None:
    size = register.store.head().size
    walk = named_through(browser, "1. Hanna Vydumka").fill("publisher", "Lantern").press("See what it does")
    assert walk.answer.status_code == 422
    assert "Choose who this is." in walk.page
    walk.press("See what it does")
    assert register.store.head().size == size
    walk.fill("who-0", "open").press("See what it does").press("Enter it")
    assert "claim entered" in walk.page


def test_somebody_not_offered_is_named_by_id_or_name(browser: Client, register: Register) -> None:
    walk = named_through(browser, "1. Zoltar Brambel").fill("publisher", "Lantern")
    walk.fill("who-0", "other").fill("other-0", "nobody of this name").press("See what it does")
    assert walk.answer.status_code == 422 and "look for the person first" in walk.page
    walk.fill("other-0", "Yan Kazachny").press("See what it does").press("Enter it")
    people = known(register, utc_today(), Basis.register()).persons.by_id.values()
    assert any({"Yan Kazachny", "Zoltar Brambel"} <= set(p.names) for p in people)


def test_somebody_chosen_for_a_name_who_is_no_longer_here_is_told(browser: Client) -> None:
    walk = named_through(browser, "1. Zoltar Brambel").fill("publisher", "Lantern")
    walk.fields["who-0"].values = ["mtn_nobody"]
    assert "Nobody of this id is here any more" in walk.press("See what it does").page


def test_a_missed_name_is_taken_from_its_own_box(browser: Client, register: Register) -> None:
    walk = named_through(browser).fill("publisher", "Lantern").fill("missed", "Yan Kazachny\nunlikely name of mine")
    walk.press("See what it does")
    assert walk.answer.status_code == 200 or "unlikely name of mine" in walk.page
    assert "Yan Kazachny" in walk.page


def test_a_number_announced_stays_beside_the_names(browser: Client, register: Register) -> None:
    walk = named_through(browser).fill("publisher", "Lantern").fill("announced", "14").fill("way_out", "pardon")
    walk.press("See what it does")
    assert "Not named" in walk.page
    walk.press("Enter it")
    found = wave(register, "2024-08-30", AsOf(utc_today(), utc_today(), Basis.register()), definition())
    assert found is not None
    assert (found.announced, len(found.people), found.not_named) == (14, 2, 12)
    assert 'href="/waves/2024-08-30/"' in walk.page


def test_what_somebody_told_is_kept_as_a_note_with_its_consent(browser: Client, register: Register) -> None:
    walk = named_through(browser).fill("how", "note").fill("consent", "count_only").fill("told_on", "2024-08-30")
    walk.press("See what it does").press("Enter it")
    assert [s.kind for s in register.caught_up().sources.values()].count("note") == 1
    told = [c for c in register.knowledge.claims if c.quote == "2. Zoltar Brambel"]
    assert told and all(c.span is not None for c in told)


def test_a_source_that_is_here_is_chosen_or_named_by_its_id(browser: Client, register: Register) -> None:
    source = next(iter(register.caught_up().sources))
    for field, value in (("held", source), ("held_id", f"/sources/{source}/")):
        walk = named_through(browser).fill("how", "held").fill(field, value).press("See what it does")
        assert walk.answer.status_code == 200


@pytest.mark.parametrize(
    ("event", "fields", "predicate"),
    [
        ("arrest", {"place": "Orsk", "term_days": "15"}, "arrest"), ("transfer", {"place": "Colony 5"}, "transfer"),
        ("recognised", {"body": "Lantern"}, "recognised"), ("sentence", {"term_years": "4.5", "court": "Orsk court"}, "sentence"),
    ],
)  # fmt: skip
def test_every_event_is_entered_with_its_own_details(
    browser: Client, register: Register, event: str, fields: dict[str, str], predicate: str
) -> None:
    walk = (
        Walk(browser, DESK)
        .fill("text", "1. Zoltar Brambel")
        .fill("event", event)
        .fill("day", "2024-08")
        .press("Look the names up")
    )
    walk.fill("publisher", "Lantern")
    for name, value in fields.items():
        walk.fill(name, value)
    walk.press("See what it does").press("Enter it")
    told = [c for c in register.caught_up().claims if c.predicate == predicate and c.quote == "1. Zoltar Brambel"]
    assert [{name: str(value) for name, value in c.value.items()} for c in told] == [fields]
    assert told[0].when.text == "2024-08"


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("", "", "Paste the message"), ("hello", "", "No name was seen in it"), ("1. Ivan Nibyta", "yesterday", "yesterday"),
        ("1. Ivan Nibyta", "0021-06-01", "between 1800 and 2200"), ("1. Ivan Nibyta\n" * 401, "", "take it in at the desk for lists"),
        ("x" * 100_001, "", "100000"),
    ],
    ids=["nothing", "no name", "no day", "absurd day", "too many", "too long"],
)  # fmt: skip
def test_a_message_that_cannot_be_used_comes_back_with_what_to_do(
    browser: Client, text: str, day: str, said: str
) -> None:
    walk = Walk(browser, DESK).fill("text", text).fill("day", day).press("Look the names up")
    assert walk.answer.status_code == 422
    assert said in walk.page
    assert walk.fields["text"].values[0].strip() == text.strip()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Say who published it."), ({"publisher": "L", "published": "soon"}, "soon"), ({"publisher": "L", "url": "javascript:1"}, "valid URL"),
        ({"how": "held"}, "Choose the source"), ({"how": "held", "held_id": "cap_no"}, "cap_no is no source here"),
        ({"publisher": "L", "announced": "1"}, "1 were announced, but 2 are named"), ({"publisher": "L", "announced": "many"}, "whole number"),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_field_and_nothing_typed_is_lost(
    browser: Client, register: Register, fields: dict[str, str], said: str
) -> None:
    size = register.store.head().size
    walk = named_through(browser)
    for name, value in fields.items():
        walk.fill(name, value)
    walk.press("See what it does")
    assert walk.answer.status_code == 422
    assert said in walk.page
    assert all(walk.fields[name].values == [value] for name, value in fields.items())
    assert register.store.head().size == size


def test_one_can_go_back_and_change_the_message_without_losing_it(browser: Client) -> None:
    walk = named_through(browser).press("Change the message")
    assert walk.answer.status_code == 200
    assert walk.fields["text"].values[0].splitlines() == MESSAGE.splitlines()
    back = to_the_preview(browser).press("Change something")
    assert back.fields["publisher"].values == ["Lantern"]


def test_the_same_message_entered_twice_enters_nothing_new(browser: Client, register: Register) -> None:
    to_the_preview(browser).press("Enter it")
    claims = len(register.caught_up().claims)
    to_the_preview(browser).press("Enter it")
    assert len(register.caught_up().claims) == claims


def test_a_hostile_message_is_shown_as_text(browser: Client) -> None:
    walk = to_the_preview(browser, '1. Ivan Nibyta <script>alert(1)</script>\n2. "><img src=x onerror=y> Anna Kova')
    assert "<script>alert" not in walk.page and "<img" not in walk.page


@pytest.mark.parametrize(("address", "status"), [("0-999999", 404), ("3-9", 404), ("nonsense", 422)])
def test_what_was_not_one_act_can_not_be_taken_back_here(
    browser: Client, register: Register, address: str, status: int
) -> None:
    for answer in (browser.get(f"{DESK}done/{address}/"), browser.post(f"{DESK}done/{address}/")):
        assert answer.status_code == status
    assert not register.caught_up().retracted()


def test_fifty_two_names_need_at_most_sixty_interactions(register: Register, tmp_path: Path) -> None:
    """45 are known and matched, 5 fit two people each, 2 are new; the source is new too."""
    names = [f"{given} {family}" for family in _FAMILY for given in _GIVEN][:50]
    lines = []
    for number, name in enumerate(names):
        for twin in range(2 if number >= 45 else 1):
            who = {"name": name, "id": f"{number}-{twin}"}
            lines += [
                {
                    "subject": who,
                    "predicate": "in_custody",
                    "valid": str(utc_today() - timedelta(9)),
                    "source": "Lantern list",
                }
            ]
            lines += [{"subject": who, "predicate": "described_as_political_prisoner", "source": "Lantern list"}]
    path = tmp_path / "held.jsonl"
    path.write_text("".join(json.dumps({**line, "published": str(utc_today())}) + "\n" for line in lines), "utf-8")
    import_claims(register, str(path), About(Day.unknown()), Wish())
    before = certain(register)
    message = "\n".join(f"{n}. {name}" for n, name in enumerate([*names, "Zoltar Wendfell", "Quen Mirdtov"], 1))

    application(Shelf(register))
    walk = Walk(Client(SERVER_NAME="127.0.0.1"), DESK)
    walk.fill("text", message).fill("day", str(utc_today())).press("Look the names up")
    assert "45 matched, 2 new, 5 for you to decide" in walk.page
    for number in range(45, 50):
        walk.fill(f"who-{number}", str((walk.fields[f"who-{number}"].offered or [])[0]))
    walk.fill("way_out", "pardon").fill("publisher", "Courier").fill("published", str(utc_today())).fill(
        "url", "https://courier.invalid/52"
    )
    walk.press("See what it does").press("Enter it")
    assert "Permanent address of this answer" in walk.page
    assert certain(register) == before - 50
    assert walk.interactions <= 60
    assert walk.interactions == 2 + 1 + 5 + 4 + 2


def test_a_long_message_is_told_of_without_becoming_a_page_nobody_can_load(browser: Client) -> None:
    long = "\n".join("nothing to see in here" for _ in range(4000))
    for message in (long, f"1. Zoltar Brambel\n{long}"):
        walk = Walk(browser, DESK).fill("text", message).press("Look the names up")
        assert "and 3,800 more" in walk.page
        assert len(walk.page) < 2 * len(message) + 150_000


def test_too_many_names_are_refused_before_any_is_looked_up(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def looked_up(*_: object) -> None:
        raise AssertionError("looked up")

    monkeypatch.setattr("habeas.web.desks.events_names.match_names", looked_up)
    walk = Walk(browser, DESK).fill("text", "1. Ivan Nibyta\n" * 5000).press("Look the names up")
    assert "5000 names" in walk.page


def releases_of(register: Register, name: str) -> int:
    """How many releases of somebody count."""
    everyone = known(register, utc_today(), Basis.register()).everyone.values()
    return sum(c.predicate == "release" for e in everyone if name in e.person.names for c in e.claims)


def test_a_wrong_match_undone_and_entered_again_as_somebody_new_frees_nobody_else(
    browser: Client, register: Register
) -> None:
    walk = named_through(browser, "1. Zoltar Wrongname").fill("publisher", "Lantern")
    walk.fill("who-0", "other").fill("other-0", "Yan Kazachny").press("See what it does").press("Enter it")
    assert releases_of(register, "Yan Kazachny") == 1
    walk.press("Undo all of it")
    assert releases_of(register, "Yan Kazachny") == 0
    again = named_through(browser, "1. Zoltar Wrongname").fill("publisher", "Lantern")
    again.fill("who-0", "new").press("See what it does").press("Enter it")
    assert again.answer.status_code == 200 and "Undo all of it" in again.page
    assert releases_of(register, "Yan Kazachny") == 0
    again.press("Undo all of it")
    third = named_through(browser, "1. Zoltar Wrongname").fill("publisher", "Lantern")
    third.fill("who-0", "other").fill("other-0", "Yan Kazachny").press("See what it does").press("Enter it")
    assert third.answer.status_code == 200 and "Undo all of it" in third.page
    assert releases_of(register, "Yan Kazachny") == 1


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2199-01-01", "lies ahead of today"),
        ("2999-01-01", "is not between 1800 and 2200"),
        ("0001-01-01", "is not between"),
    ],
)
def test_what_lies_ahead_has_befallen_nobody(browser: Client, register: Register, day: str, told: str) -> None:
    walk = Walk(browser, DESK).fill("text", MESSAGE).fill("day", day).press("Look the names up")
    assert walk.answer.status_code == 422 and told in walk.page and "Zoltar Brambel" in walk.page
    walk = named_through(browser).fill("publisher", "Lantern").fill("published", day).press("See what it does")
    assert walk.answer.status_code == 422 and told in walk.page
