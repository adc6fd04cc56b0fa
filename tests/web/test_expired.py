"""A form that comes too late, without a session or from elsewhere: nothing typed is lost, and another site's form is never given back."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from tests.web.accounts_cast import account_of, signed_in_as

from habeas.register.opened import Register
from habeas.web.permissions import Role
from habeas.web.shelf import the_shelf

DESK = "/desk/events/"
TYPED = {"text": "1. Zoltar Brambel\n2. Quen <Tordane>\n", "event": "release", "day": "2024-08-30", "step": "names"}
OURS = {"HTTP_ORIGIN": "http://127.0.0.1"}


def strict() -> Client:
    return Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True, raise_request_exception=False)


def kept(page: str) -> dict[str, str]:
    """The fields of the form that is to be sent again."""
    lines = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    texts = re.findall(r'<textarea name="([^"]+)" hidden>\n(.*?)</textarea>', page, re.DOTALL)
    return {name: html.unescape(value) for name, value in lines + texts}


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_SEC_FETCH_SITE": "cross-site", "HTTP_ORIGIN": "http://elsewhere.invalid"}, {"HTTP_SEC_FETCH_SITE": "same-site"},
        {"HTTP_SEC_FETCH_SITE": "none"}, {"HTTP_ORIGIN": "http://127.0.0.1:9797"}, {"HTTP_ORIGIN": "null"}, {},
    ],
)  # fmt: skip
def test_what_another_site_sent_is_not_given_back_in_a_form(browser: Client, headers: dict[str, str]) -> None:
    answer = strict().post(DESK, {"text": "Forged Person"}, **headers)  # type: ignore[arg-type]  # headers by name
    page = answer.content.decode()
    assert answer.status_code == 403 and "not sent from a page of this register" in page
    assert "Forged" not in page and "csrfmiddlewaretoken" not in page and 'method="post" action="/desk' not in page


@pytest.mark.parametrize("headers", [OURS, {"HTTP_SEC_FETCH_SITE": "same-origin"}])
def test_what_our_own_page_sent_too_late_is_given_back(browser: Client, headers: dict[str, str]) -> None:
    answer = strict().post(DESK, TYPED, **headers)  # type: ignore[arg-type]  # headers by name
    fields = kept(answer.content.decode())
    assert fields.pop("csrfmiddlewaretoken")
    assert fields == TYPED


def test_a_session_that_ended_mid_form_loses_nothing_and_sends_it_after_signing_in(
    browser: Client, register: Register
) -> None:
    the_shelf().everybody_sees_all = False
    account = account_of(Role.EDITOR)
    late = Client(SERVER_NAME="127.0.0.1")
    answer = late.post(DESK, TYPED)
    page = answer.content.decode()
    assert answer.status_code == 403 and "Your session has ended" in page and "/account/sign-in/?next=" in page
    fields = kept(page)
    assert {name: fields[name] for name in TYPED} == TYPED
    late.force_login(account)
    again = late.post(DESK, fields)
    assert again.status_code == 200 and "Zoltar Brambel" in again.content.decode()


def test_whoever_opens_a_desk_without_a_session_is_shown_the_way_to_sign_in_and_back(
    browser: Client, register: Register
) -> None:
    the_shelf().everybody_sees_all = False
    account_of(Role.EDITOR)
    answer = Client(SERVER_NAME="127.0.0.1").get("/desk/fact/?name=Yan")
    assert answer.status_code == 403
    assert "/account/sign-in/?next=%2Fdesk%2Ffact%2F%3Fname%3DYan" in answer.content.decode()


def test_somebody_signed_in_who_may_not_is_not_told_to_sign_in(browser: Client) -> None:
    the_shelf().everybody_sees_all = False
    answer = signed_in_as(Role.READER).post(DESK, TYPED)
    assert answer.status_code == 403 and "As reader you may not" in answer.content.decode()
