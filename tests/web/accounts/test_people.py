"""What the operator decides about accounts, and what of it is written down."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client, override_settings
from tests.web.accounts_cast import PASSWORD, account_of, anyone, factors_of, forget_tries, signed_in_as

from habeas.web.accounts.models import Account, Audited
from habeas.web.permissions import Role
from habeas.web.shelf import the_shelf


@pytest.fixture
def operator(browser: Client) -> Iterator[Client]:
    """An operator who has signed in with a second factor."""
    forget_tries()
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        the_shelf().everybody_sees_all = False
        yield signed_in_as(Role.OPERATOR)


def link_in(page: str) -> str:
    found = re.search(r"http://127\.0\.0\.1(/account/welcome/[^<]+)<", page)
    assert found is not None, page
    return found[1]


def test_an_account_is_made_with_a_link_by_which_its_owner_chooses_the_password(operator: Client) -> None:
    link = link_in(operator.post("/account/people/", {"name": "bob", "role": "reader"}).content.decode())
    bob = anyone()
    assert "bob" in bob.get(link).content.decode()
    assert bob.post(link, {"password": PASSWORD, "again": PASSWORD}).headers["Location"] == "/account/sign-in/"
    assert bob.get(link).status_code == 403
    assert bob.post("/account/sign-in/", {"login": "bob", "password": PASSWORD}).headers["Location"] == "/account/"


def test_a_made_up_or_altered_link_opens_nothing(operator: Client) -> None:
    link = link_in(operator.post("/account/people/", {"name": "bob", "role": "reader"}).content.decode())
    other = account_of(Role.EDITOR, "carol")
    assert anyone().get(link[:-2] + "x/").status_code == 403
    assert anyone().get(re.sub(r"/\d+/", f"/{other.pk}/", link)).status_code == 403


@pytest.mark.parametrize(
    ("name", "role"), [("OPERATOR", "reader"), ("", "reader"), ("bob", "visitor"), ("bob", "king"), ("b o b", "reader")]
)
def test_a_name_that_is_taken_and_a_role_that_is_none_are_sent_back(operator: Client, name: str, role: str) -> None:
    assert operator.post("/account/people/", {"name": name, "role": role}).status_code == 400
    assert Account.objects.count() == 1


def test_another_role_counts_from_the_next_page(operator: Client) -> None:
    editor = signed_in_as(Role.EDITOR)
    assert editor.get("/desk/").status_code == 200
    number = Account.objects.get(username="editor").pk
    assert operator.post(f"/account/people/{number}/role/", {"role": "reader"}).status_code == 303
    assert editor.get("/desk/").status_code == 403


def test_whoever_is_disabled_is_out_at_once_and_comes_in_no_more(operator: Client) -> None:
    account_of(Role.READER, "bob", factor=False)
    bob = anyone()
    bob.post("/account/sign-in/", {"login": "bob", "password": PASSWORD})
    number = Account.objects.get(username="bob").pk
    operator.post(f"/account/people/{number}/disable/")
    assert bob.get("/account/").status_code == 302
    assert "not correct" in anyone().post("/account/sign-in/", {"login": "bob", "password": PASSWORD}).content.decode()
    operator.post(f"/account/people/{number}/enable/")
    again = anyone()
    again.post("/account/sign-in/", {"login": "bob", "password": PASSWORD})
    assert again.get("/account/").status_code == 200


def test_a_lost_telephone_is_answered_by_a_new_link_and_nothing_old_works(operator: Client) -> None:
    bob = account_of(Role.EDITOR, "bob")
    page = operator.post(f"/account/people/{bob.pk}/renew/").content.decode()
    assert factors_of(bob) == 0
    assert "not correct" in anyone().post("/account/sign-in/", {"login": "bob", "password": PASSWORD}).content.decode()
    assert anyone().get(link_in(page)).status_code == 200


@pytest.mark.parametrize(("deed", "sent"), [("disable", {}), ("role", {"role": "reader"})])
def test_the_last_operator_who_can_sign_in_stays(operator: Client, deed: str, sent: dict[str, str]) -> None:
    account_of(Role.OPERATOR, "without a telephone", factor=False)
    number = Account.objects.get(username="operator").pk
    answer = operator.post(f"/account/people/{number}/{deed}/", sent)
    assert answer.status_code == 400 and "last operator" in answer.content.decode()
    account_of(Role.OPERATOR, "dora")
    assert operator.post(f"/account/people/{number}/{deed}/", sent).status_code == 303


def test_ones_own_password_is_not_taken_back(operator: Client) -> None:
    number = Account.objects.get(username="operator").pk
    assert operator.post(f"/account/people/{number}/renew/").status_code == 400


def test_an_account_that_is_none_is_a_clear_page(operator: Client) -> None:
    assert operator.post("/account/people/999/disable/").status_code == 404


def test_what_is_decided_is_written_down_with_who_did_it(operator: Client) -> None:
    operator.post("/account/people/", {"name": "bob", "role": "reader"})
    number = Account.objects.get(username="bob").pk
    operator.post(f"/account/people/{number}/role/", {"role": "editor"})
    operator.post(f"/account/people/{number}/disable/")
    told = [(a.what, a.who, a.whom, a.address) for a in Audited.objects.filter(whom="bob")]
    assert told == [
        ("account disabled", "operator", "bob", "127.0.0.1"),
        ("role changed from reader to editor", "operator", "bob", "127.0.0.1"),
        ("account made as reader", "operator", "bob", "127.0.0.1"),
    ]
    page = operator.get("/account/audit/").content.decode()
    assert "role changed from reader to editor" in page


def test_a_failed_try_is_written_down_but_never_a_name_that_may_be_a_password(operator: Client) -> None:
    account_of(Role.READER, "bob", factor=False)
    for name in ("bob", "my password typed as a name"):
        anyone().post("/account/sign-in/", {"login": name, "password": "wrong, all of it"})
    failed = [a.who for a in Audited.objects.filter(what="sign-in failed")]
    assert failed == ["a name that nobody here has", "bob"]


def test_reading_is_written_down_nowhere(operator: Client) -> None:
    before = Audited.objects.count()
    for address in ("/", "/people/?q=kazach", "/desk/"):
        operator.get(address)
    assert Audited.objects.count() == before
