"""How allauth's sign-in is made ours: our delays, no sign-up, no mail, nothing asked of anybody else."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.utils import is_mfa_enabled
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from habeas.web.accounts import throttle


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth's classes have no types
    """Passwords."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by the operator alone."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Raises ValidationError while one has to wait; then the password is not looked at."""
        wait = throttle.must_wait(request, _name(credentials))
        if wait:
            raise ValidationError(f"Too many tries failed. Wait {wait} seconds and try again.")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """The account, or None where name or password are wrong."""
        found = super().authenticate(request, **credentials)
        if found is not None:
            throttle.succeeded(request, _name(credentials))
        return found

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Count it."""
        throttle.failed(request, _name(credentials))

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Password or code is asked again before a second factor is touched; the first can be set up at once, since without it a session may do nothing."""
        return bool(is_mfa_enabled(context.request.user))

    def _rollback_login_failed_rl_usage(self) -> None:
        """There is nothing of allauth's own limits to take back."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """No mail is sent."""


def _name(credentials: dict[str, Any]) -> str:
    return str(credentials.get("username", ""))
