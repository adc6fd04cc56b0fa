"""An article is read while others work at the register, and entered once, whoever enters it first."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

import pytest
from django.test import Client
from tests.web.desks.conftest import location

from habeas.register.deciding import waiting
from habeas.register.opened import Register
from habeas.web.desks import adding, notes
from habeas.web.shelf import the_shelf

SENT = {
    "text": "Alena Vymyslova was arrested in March 2024 in Veldania.", "published": "2024-06-26", "publisher": "Veldan Courier",
}  # fmt: skip
NOTE = {"text": "Hanna Vydumka was moved to Orsk.", "channel": "call", "consent": "public"}


def meanwhile(monkeypatch: pytest.MonkeyPatch, module: object, reads: str, also: Callable[[], object]) -> None:
    """While a text is read, `also` happens once, elsewhere."""
    read, left = getattr(module, reads), [also]

    def reading(*given: object) -> object:
        while left:
            elsewhere = Thread(target=left.pop(), daemon=True)
            elsewhere.start()
            elsewhere.join(60)
            assert not elsewhere.is_alive()
        return read(*given)

    monkeypatch.setattr(module, reads, reading)


@pytest.mark.parametrize(
    ("module", "reads", "address", "sent"),
    [(adding, "read_ahead", "/desk/review/add/", SENT), (notes, "read_note_ahead", "/desk/notes/", NOTE)],
)
def test_while_a_text_is_read_others_get_their_turn(
    browser: Client, monkeypatch: pytest.MonkeyPatch, module: object, reads: str, address: str, sent: dict[str, str]
) -> None:
    had = []

    def works() -> None:
        with the_shelf().worked_on() as register:
            had.append(register)

    meanwhile(monkeypatch, module, reads, works)
    location(browser.post(address, sent))
    assert len(had) == 1


def test_the_same_bytes_entered_meanwhile_are_recognised(
    browser: Client, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    first: list[str] = []
    meanwhile(
        monkeypatch, adding, "read_ahead", lambda: first.append(location(browser.post("/desk/review/add/", SENT)))
    )
    second = location(browser.post("/desk/review/add/", SENT))
    assert "added=new" in first[0] and "added=again" in second
    assert first[0].replace("added=new", "added=again") == second
    sources = [s for s in register.caught_up().sources.values() if s.name == "Veldan Courier"]
    assert len(sources) == 1 and len(waiting(register)) == len({d.id(register.store.key) for d in waiting(register)})


def test_the_same_bytes_entered_meanwhile_under_another_day_are_refused(
    browser: Client, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = {**SENT, "published": "2024-06-27"}
    meanwhile(monkeypatch, adding, "read_ahead", lambda: browser.post("/desk/review/add/", other))
    answer = browser.post("/desk/review/add/", SENT)
    assert answer.status_code == 422 and "these bytes are here already" in answer.content.decode()
    assert len([s for s in register.caught_up().sources.values() if s.name == "Veldan Courier"]) == 1
