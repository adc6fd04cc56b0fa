"""Pages say of whoever something is held back of that it is not settled, and nowhere that no exit is known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client
from tests.register.secrets_told import Telling

from habeas.register.opened import new_register
from habeas.web.application import application
from habeas.web.permissions import Role, Who
from habeas.web.shelf import Shelf

LEFT_OUT = {"held_back": False, "staff_only": True}


@pytest.fixture
def person(tmp_path: Path) -> Iterator[str]:
    with new_register(str(tmp_path / "r.habeas"), invented=True) as register:
        told = Telling(register)
        paper = told.source()
        made = told.mention(paper, "Hanna Vydumka")
        told.claim(paper, made, "arrest", when="2024-01-10")
        told.claim(told.source(), made, "death_in_custody", when="2024-05-02")
        register.append(told.entries)
        application(Shelf(register, everybody_sees_all=False))
        yield made


def test_a_visitor_is_not_told_that_no_exit_is_known(person: str) -> None:
    browser = Client(SERVER_NAME="127.0.0.1")
    page = browser.get(f"/people/{person}/?on=2024-05-30").content.decode()
    assert "no exit known" not in page and "death" not in page
    assert "Not known whether in custody" in page and "not settled by what may be shown" in page
    assert "for certain" not in browser.get("/people/?on=2024-05-30&status=yes").content.decode()


def test_a_reader_is_told_that_what_is_for_staff_is_left_out_and_is_led_to_no_desk(person: str) -> None:
    page = render_to_string("frame.html", {"who": Who(Role.READER, "somebody"), **LEFT_OUT})
    assert "What is for staff only is left out of these pages and of every number" in page and "/desk/" not in page
    assert "left out" not in render_to_string("frame.html", {"who": Who(Role.REVIEWER, "somebody"), "signs_in": True})


def test_of_whom_nothing_of_custody_is_told_the_page_says_so(person: str) -> None:
    page = Client(SERVER_NAME="127.0.0.1").get(f"/people/{person}/?on=2023-05-30").content.decode()
    assert "Nothing is told of custody</span> on 30 May 2023" in page and "Not in custody" not in page
