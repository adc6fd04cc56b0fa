"""What is written down about sign-in and accounts, and nothing about what anybody reads or enters."""

from __future__ import annotations

from typing import Any

from allauth.mfa import signals as second_factor
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

from habeas.web.accounts.models import Account, Audited
from habeas.web.accounts.throttle import address_of

#: A name that nobody here has is not written down: it may be a password typed into the wrong field.
UNKNOWN_NAME = "a name that nobody here has"


def audit(request: HttpRequest, what: str, who: str | None, whom: str | None = None) -> None:
    """Write one thing down."""
    Audited.objects.create(what=what, who=who, whom=whom, address=address_of(request))


def listen() -> None:
    """Hear of sign-ins, sign-outs, failed tries and second factors from here on."""
    user_logged_in.connect(_signed_in, dispatch_uid="habeas")
    user_logged_out.connect(_signed_out, dispatch_uid="habeas")
    user_login_failed.connect(_failed, dispatch_uid="habeas")
    second_factor.authentication_failed.connect(_wrong_code, dispatch_uid="habeas")
    second_factor.authenticator_added.connect(_factor_added, dispatch_uid="habeas")
    second_factor.authenticator_removed.connect(_factor_removed, dispatch_uid="habeas")


def _signed_in(sender: Any, request: HttpRequest, user: Account, **_: Any) -> None:
    audit(request, "signed in", user.username)


def _signed_out(sender: Any, request: HttpRequest, user: Account | None, **_: Any) -> None:
    if user is not None:
        audit(request, "signed out", user.username)


def _failed(sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    if request is not None:
        known = Account.objects.filter(username=credentials.get("username")).first()
        audit(request, "sign-in failed", known.username if known else UNKNOWN_NAME)


def _wrong_code(sender: Any, request: HttpRequest, user: Account, **_: Any) -> None:
    audit(request, "wrong code", user.username)


def _factor_added(sender: Any, request: HttpRequest, user: Account, authenticator: Any, **_: Any) -> None:
    audit(request, f"second factor added: {authenticator.type}", user.username)


def _factor_removed(sender: Any, request: HttpRequest, user: Account, authenticator: Any, **_: Any) -> None:
    audit(request, f"second factor removed: {authenticator.type}", user.username)
