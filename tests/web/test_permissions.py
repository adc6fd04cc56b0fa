"""Every route for every role: nothing is reachable that the table of permissions does not allow, and no route is forgotten."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver
from tests.web.accounts_cast import everybody, forget_tries

from habeas.register.opened import Register
from habeas.web.permissions import MAY, Deed, Role, Who
from habeas.web.shelf import the_shelf

#: Account pages for whoever asks, which decide by what is sent: a link's token, a password, that nobody has an account.
OPEN = {
    "account-first", "account-welcome", "account_login", "account_logout", "account_inactive", "mfa_authenticate",
}  # fmt: skip
#: Account pages about oneself: whoever has not signed in is led to do so.
OWN = {
    "account", "account_change_password", "account_reauthenticate", "mfa_reauthenticate", "mfa_index", "mfa_activate_totp", "account-qr",
    "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "usersessions_list",
}  # fmt: skip


def routes(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every route with its address."""
    for one in patterns:
        path = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, path)
        else:
            yield path, one


def address_of(path: str) -> str:
    """An address of the route, about something that is not there."""
    return "/" + re.sub(r"<int:[^>]*>", "999999", re.sub(r"<(?!int:)[^>]*>", "none", path))


def deed_of(view: Callable[..., Any]) -> Deed | None:
    """What somebody must be allowed; None = the view does not say."""
    while view is not None:
        found = getattr(view, "deed", None)
        if isinstance(found, Deed):
            return found
        view = getattr(view, "__wrapped__", None)  # type: ignore[assignment]
    return None


@pytest.fixture
def cast(browser: Client) -> Iterator[dict[Role, Client]]:
    forget_tries()
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        the_shelf().everybody_sees_all = False
        yield everybody()


def test_every_desk_and_every_account_page_says_who_may_use_it(browser: Client) -> None:
    silent = [
        path
        for path, route in routes(get_resolver().url_patterns)
        if path.startswith(("desk/", "account/")) and deed_of(route.callback) is None and route.name not in OPEN | OWN
    ]
    assert silent == []


def test_no_route_lies_under_desks_or_accounts_by_another_spelling(browser: Client) -> None:
    assert not [
        path for path, _ in routes(get_resolver().url_patterns) if re.match(r"(?i)/|.*\.\.|(desk|account)[^/]", path)
    ]


@pytest.mark.parametrize("method", ["get", "post"])
def test_whoever_may_not_is_refused_at_every_desk_and_operators_page(cast: dict[Role, Client], method: str) -> None:
    wrong = []
    for path, route in routes(get_resolver().url_patterns):
        deed = deed_of(route.callback)
        if deed is None:
            continue
        for role, browser in cast.items():
            status = getattr(browser, method)(address_of(path)).status_code
            refused = status == 403 or (status == 302 and role is Role.VISITOR) or status == 405
            if deed not in MAY[role] and not refused:
                wrong.append((path, role, status))
            if deed in MAY[role] and status in (302, 403, 500):
                wrong.append((path, role, status))
    assert wrong == []


def test_reading_pages_are_open_to_everybody_and_set_no_cookie(cast: dict[Role, Client]) -> None:
    wrong = []
    for path, route in routes(get_resolver().url_patterns):
        if path.startswith(("desk/", "account/")):
            continue
        expected = {200, 404} if "<" in path else {200}
        for role, browser in cast.items():
            answer = browser.get(address_of(path))
            if answer.status_code not in expected or answer.cookies or deed_of(route.callback) is not None:
                wrong.append((path, role, answer.status_code))
    assert wrong == []


def test_pages_about_oneself_lead_a_visitor_to_sign_in(cast: dict[Role, Client]) -> None:
    for path, route in routes(get_resolver().url_patterns):
        if route.name in OWN:
            status = cast[Role.VISITOR].get(address_of(path)).status_code
            assert status == (404 if route.name == "account-qr" else 302), path


def test_each_role_is_shown_the_register_as_far_as_its_deeds_go(cast: dict[Role, Client], register: Register) -> None:
    shelf = the_shelf()
    for role in Role:
        with shelf.asked(Who(role, None)) as seen:
            whole = seen is register
        assert whole is (Deed.READ_STAFF in MAY[role])
