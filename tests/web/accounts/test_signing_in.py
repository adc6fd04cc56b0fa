"""From the first account to a session that ends: with a second factor, without script, and without a cookie for anybody who only reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings
from tests.web.accounts_cast import PASSWORD, account_of, anyone, code, factors_of, forget_tries

from habeas.register.opened import Register, new_register
from habeas.web.accounts.models import Account, Audited
from habeas.web.accounts.opening import lay_tables
from habeas.web.application import application
from habeas.web.permissions import Role
from habeas.web.shelf import Shelf, the_shelf


@pytest.fixture(autouse=True)
def quick_passwords(browser: Client) -> Iterator[None]:
    """Hashes made to be slow would take most of a test's time."""
    forget_tries()
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


def with_first_account(browser: Client) -> str:
    """Make the operator's account by its pages; the secret of the second factor."""
    sent = {"name": "alice", "password": PASSWORD, "again": PASSWORD}
    answer = browser.post("/account/first/", sent, follow=True)
    secret = re.search(r'<code class="secret">([A-Z2-7]+)</code>', answer.content.decode())
    assert secret is not None, answer.content.decode()
    return secret[1]


def sign_in(browser: Client, name: str, password: str = PASSWORD) -> str:
    return browser.post("/account/sign-in/", {"login": name, "password": password}, follow=True).content.decode()


def test_the_first_account_is_a_link_in_the_notice_and_nothing_is_redirected_there(browser: Client) -> None:
    page = browser.get("/")
    assert page.status_code == 200 and 'href="/account/first/"' in page.content.decode()


def test_from_no_account_to_a_desk_with_a_second_factor(browser: Client) -> None:
    secret = with_first_account(browser)
    assert anyone().get("/desk/").status_code == 403
    refused = browser.get("/desk/")
    assert refused.status_code == 403 and "Set up a second factor" in refused.content.decode()
    codes = browser.post("/account/second-factor/set-up/", {"code": code(secret)}, follow=True).content.decode()
    assert len(re.findall(r"<li><code>", codes)) == 10, codes
    assert browser.get("/desk/").status_code == 200
    browser.post("/account/sign-out/")
    assert browser.get("/desk/").status_code == 403
    assert "six digits" in sign_in(browser, "alice")
    assert browser.get("/desk/").status_code == 403
    # a code is taken once, and the one of setting up was not
    browser.post("/account/sign-in/code/", {"code": code(secret)}, follow=True)
    assert browser.get("/desk/").status_code == 200
    assert "alice" in browser.get("/").content.decode()


def test_a_recovery_code_opens_once_in_place_of_the_telephone(browser: Client) -> None:
    secret = with_first_account(browser)
    page = browser.post("/account/second-factor/set-up/", {"code": code(secret)}, follow=True).content.decode()
    spare = re.findall(r"<li><code>([^<]+)</code>", page)[0]
    for opens in (True, False):
        other = anyone()
        sign_in(other, "alice")
        other.post("/account/sign-in/code/", {"code": spare}, follow=True)
        assert (other.get("/desk/").status_code == 200) is opens


def test_a_wrong_code_opens_nothing(browser: Client) -> None:
    account_of(Role.EDITOR)
    the_shelf().everybody_sees_all = False
    sign_in(browser, "editor")
    right = code()
    wrong = "000000" if right != "000000" else "111111"
    browser.post("/account/sign-in/code/", {"code": wrong}, follow=True)
    assert browser.get("/desk/").status_code == 403
    assert Audited.objects.filter(what="wrong code", who="editor").exists()


def test_the_picture_of_the_secret_is_drawn_here_and_for_nobody_else(browser: Client) -> None:
    with_first_account(browser)
    picture = browser.get("/account/second-factor/picture.svg")
    assert picture.headers["Content-Type"] == "image/svg+xml" and b"<svg" in picture.content
    assert b"style=" not in picture.content
    assert anyone().get("/account/second-factor/picture.svg").status_code == 404


def test_once_somebody_has_an_account_no_other_first_one_can_be_made(browser: Client) -> None:
    with_first_account(browser)
    assert anyone().post("/account/first/", {"name": "eve", "password": PASSWORD, "again": PASSWORD}).status_code == 403
    assert [account.username for account in Account.objects.all()] == ["alice"]


def test_where_others_may_reach_the_server_nobody_can_make_the_first_account(register: Register) -> None:
    application(Shelf(register, everybody_sees_all=False))
    answer = anyone().post("/account/first/", {"name": "eve", "password": PASSWORD, "again": PASSWORD})
    assert answer.status_code == 503 and not the_shelf().signs_in
    lay_tables(the_shelf())
    answer = anyone().post("/account/first/", {"name": "eve", "password": PASSWORD, "again": PASSWORD})
    assert answer.status_code == 403 and not Account.objects.exists()


@pytest.mark.parametrize(
    ("name", "password", "again", "said"),
    [
        ("alice", "short", "short", "too short"),
        ("alice", "123456789012345", "123456789012345", "numeric"),
        ("alice", "password1234", "password1234", "common"),
        ("aliceandbob", "aliceandbob1", "aliceandbob1", "similar"),
        ("alice", PASSWORD, PASSWORD + "x", "differ"),
        ("a b<script>", PASSWORD, PASSWORD, "valid username"),
        ("", PASSWORD, PASSWORD, "required"),
    ],
)
def test_a_weak_password_or_a_bad_name_is_sent_back_with_the_reason(
    browser: Client, name: str, password: str, again: str, said: str
) -> None:
    answer = browser.post("/account/first/", {"name": name, "password": password, "again": again})
    assert answer.status_code == 400 and said in answer.content.decode()
    assert f'value="{password}"' not in answer.content.decode()
    assert the_shelf().everybody_sees_all


def test_accounts_sessions_and_the_signing_key_outlive_a_restart(browser: Client, register: Register) -> None:
    with_first_account(browser)
    key = settings.SECRET_KEY
    application(Shelf(register))
    assert not the_shelf().everybody_sees_all
    assert key == settings.SECRET_KEY
    assert "alice" in browser.get("/account/").content.decode()


def test_a_reader_needs_no_second_factor_and_reads_more_than_a_visitor(browser: Client) -> None:
    account_of(Role.READER, factor=False)
    the_shelf().everybody_sees_all = False
    as_visitor = browser.get("/").content.decode()
    assert "left out of these pages" in as_visitor
    sign_in(browser, "reader")
    as_reader = browser.get("/").content.decode()
    assert "left out of these pages" in as_reader and as_reader != as_visitor
    assert browser.get("/desk/").status_code == 403


def test_whoever_only_reads_is_set_no_cookie_and_the_accounts_are_not_asked(browser: Client) -> None:
    with_first_account(browser)
    visitor = anyone()
    for address in ("/", "/people/", "/about/", "/account/sign-in/"):
        answer = visitor.get(address)
        assert answer.status_code == 200
        assert bool(answer.cookies) is (address == "/account/sign-in/")


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(browser: Client) -> None:
    account_of(Role.READER, factor=False)
    answer = browser.post("/account/sign-in/", {"login": "reader", "password": PASSWORD})
    cookie = answer.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and not cookie["max-age"]


def test_ones_sessions_are_seen_and_all_others_ended(browser: Client) -> None:
    account_of(Role.READER, factor=False)
    other = anyone()
    for one in (browser, other):
        sign_in(one, "reader")
    assert browser.get("/account/sessions/").content.decode().count("<tr><td>") == 2
    browser.post("/account/sessions/")
    assert browser.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 302


def test_before_a_second_factor_is_removed_one_has_to_confirm(browser: Client) -> None:
    account = account_of(Role.EDITOR)
    browser.force_login(account)
    answer = browser.post("/account/second-factor/remove/")
    assert answer.status_code == 302 and "/account/confirm/" in answer.headers["Location"]
    assert factors_of(account) == 1


def test_a_password_is_changed_and_other_sessions_end(browser: Client) -> None:
    account_of(Role.READER, factor=False)
    other = anyone()
    for one in (browser, other):
        sign_in(one, "reader")
    new = "a mountain nobody saw"
    answer = browser.post("/account/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert answer.status_code == 302, answer.content.decode()
    assert browser.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 302
    assert "not correct" in sign_in(anyone(), "reader")


def test_no_page_leads_elsewhere_after_signing_in(browser: Client) -> None:
    account_of(Role.READER, factor=False)
    sent = {"login": "reader", "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert browser.post("/account/sign-in/?next=https://elsewhere.example/", sent).headers["Location"] == "/account/"


def test_a_password_is_taken_on_the_machine_itself_or_through_https_only(browser: Client) -> None:
    with override_settings(ALLOWED_HOSTS=["register.example"]):
        far = Client(SERVER_NAME="register.example", raise_request_exception=False)
        assert far.get("/account/sign-in/").status_code == 403
        assert far.get("/account/sign-in/", secure=True).status_code == 200


def test_with_a_passphrase_accounts_are_encrypted_like_the_register(tmp_path: Path) -> None:
    path = tmp_path / "closed.habeas"
    with new_register(str(path), passphrase="a word for this test") as register:
        application(Shelf(register))
        account_of(Role.READER, "somebody-rare", factor=False)
        sign_in(anyone(), "somebody-rare")
    for file in path.parent.glob("closed.habeas*"):
        assert b"somebody-rare" not in file.read_bytes() and b"SQLite format" not in file.read_bytes()[:20]


def test_a_sign_in_form_that_expired_gives_no_password_back(browser: Client) -> None:
    account_of(Role.READER, factor=False)
    strict = Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
    answer = strict.post(
        "/account/sign-in/", {"login": "reader", "password": PASSWORD}, HTTP_SEC_FETCH_SITE="same-origin"
    )
    page = answer.content.decode()
    assert answer.status_code == 403 and "had expired" in page and PASSWORD not in page
