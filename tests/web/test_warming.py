"""Before anybody asks, a server has made what its first pages need."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.register.opened import Register, new_register
from habeas.web import warming
from habeas.web.shelf import Shelf
from habeas.web.warming import warm


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
