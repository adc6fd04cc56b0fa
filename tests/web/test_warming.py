"""Before anybody asks, a server has made what its first pages need."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.identity.judgements import Verdict
from habeas.register.deciding import judge
from habeas.register.opened import Register, new_register
from habeas.web import warming
from habeas.web.permissions import VISITOR
from habeas.web.shelf import Shelf
from habeas.web.warming import warm, warm_today


def test_what_the_first_pages_need_is_kept(register: Register) -> None:
    assert not register.memo
    warm(Shelf(register))
    kinds = {key[1] for key in register.memo if key[0] == "remembered"}
    assert {"known", "names", "bridge", "chart", "catalogue", "listing", "roll", "sources"} <= kinds


def test_an_empty_register_is_made_warm_too(tmp_path: Path) -> None:
    with new_register(str(tmp_path / "empty.habeas")) as register:
        warm(Shelf(register))
        assert register.memo


def test_a_page_that_cannot_be_made_keeps_no_other_from_it(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    from habeas.kernel.errors import InputRefused

    def refused(*_: object) -> None:
        raise InputRefused("no answer")

    monkeypatch.setattr(warming, "_PAGES", (refused, *warming._PAGES))
    warm(Shelf(register))
    assert register.memo


def test_what_a_visitor_comes_for_is_made_again_after_a_desk_entered_something(register: Register) -> None:
    shelf = Shelf(register, everybody_sees_all=False)
    warm(shelf)
    with shelf.worked_on() as held:
        one, other = list(held.knowledge.mentions)[:2]
        judge(held, one, other, Verdict.UNSURE, None)
    warm(shelf)
    assert not shelf.grown.is_set()
    seen = shelf._projected[next(iter(shelf._projected))]
    assert seen.opened_to == register.opened_to and ("remembered", "catalogue") in seen.memo
    kept = seen.knowledge
    with shelf.asked(VISITOR) as asked:
        assert asked.knowledge is kept


def test_where_something_is_entered_meanwhile_it_begins_again(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf, made = Shelf(register), []

    def one(*_: object) -> None:
        made.append("one")

    def other(*_: object) -> None:
        made.append("other")
        if made.count("other") == 1:
            shelf.grown.set()

    monkeypatch.setattr(warming, "_PAGES", (one, other, one))
    warm(shelf)
    assert made == ["one", "other", "one", "other", "one"]


def test_what_needs_a_person_today_is_found_before_the_desk_is_opened(register: Register) -> None:
    warm_today(Shelf(register))
    assert len(register.memo["remembered", "needs"]) > 5
