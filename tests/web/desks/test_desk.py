"""Who may sit at a desk, and in whose name entries are made there."""

from __future__ import annotations

import pytest
from django.test import Client

from habeas.register.opened import Register
from habeas.web.application import application
from habeas.web.desks.desk import working_as
from habeas.web.permissions import MAY, OPERATOR, VISITOR, Deed, Role, Who
from habeas.web.shelf import Shelf


def test_while_nobody_has_an_account_the_operator_sits_at_every_desk(browser: Client) -> None:
    page = browser.get("/desk/")
    assert page.status_code == 200


def test_a_visitor_is_refused_with_what_to_do(register: Register) -> None:
    application(Shelf(register, everybody_sees_all=False))
    page = Client(SERVER_NAME="127.0.0.1").get("/desk/")
    assert page.status_code == 403
    assert "Sign in" in page.content.decode()


@pytest.mark.parametrize("deed", list(Deed))
def test_a_higher_role_may_whatever_a_lower_one_may(deed: Deed) -> None:
    allowed = [deed in MAY[role] for role in Role]
    assert allowed == sorted(allowed)


def test_a_visitor_may_read_what_may_leave_the_house_and_nothing_else() -> None:
    assert [deed for deed in Deed if VISITOR.may(deed)] == [Deed.READ_PUBLISHED]


def test_entries_are_made_in_the_name_of_whoever_sits_there(register: Register) -> None:
    before = register.actor
    with working_as(register, Who(Role.EDITOR, "alice")):
        assert register.actor == register.store.actor_id("alice") != before
    assert register.actor == before
    with working_as(register, OPERATOR):
        assert register.actor == register.store.actor_id("operator")
