"""People with accounts, one for each role, and how they sign in."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.test import Client

from habeas.web.accounts.models import ROLES, Account
from habeas.web.accounts.opening import lay_tables
from habeas.web.permissions import Role
from habeas.web.shelf import the_shelf

PASSWORD = "a river nobody crossed"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def anyone() -> Client:
    """Somebody who has not signed in."""
    return Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)


def account_of(role: Role, name: str | None = None, *, factor: bool = True) -> Account:
    """An account, with its second factor set up."""
    if not the_shelf().signs_in:
        lay_tables(the_shelf())
    made = Account.objects.made(name or role.value, role, PASSWORD)
    if factor:
        TOTP.activate(made, SECRET)
    return made


def code(secret: str = SECRET) -> str:
    """What an authenticator app shows now."""
    _, now, _ = yield_hotp_counters_from_time()
    return str(format_hotp_value(hotp_value(secret, now)))


def signed_in_as(role: Role) -> Client:
    """Somebody of that role in a browser, without the pages of signing in."""
    browser = anyone()
    if role is not Role.VISITOR:
        browser.force_login(account_of(role))
    return browser


def everybody() -> dict[Role, Client]:
    """The cast: one of each role, and a visitor."""
    return {role: signed_in_as(role) for role in (Role.VISITOR, *ROLES)}


def forget_tries() -> None:
    """As if nobody had tried to sign in lately."""
    cache.clear()


def factors_of(account: Account) -> int:
    """How many second factors somebody has."""
    return int(Authenticator.objects.filter(user=account).count())
