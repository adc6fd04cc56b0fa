"""Who asks: found from the request alone."""

from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest

from habeas.web.accounts.models import Account
from habeas.web.permissions import OPERATOR, VISITOR, Role, Who
from habeas.web.shelf import the_shelf

#: Roles that need no second factor: they change nothing and see nothing that is for staff only.
WITHOUT_SECOND_FACTOR = (Role.READER,)


def who_asks(request: HttpRequest) -> Who:
    """The operator while nobody has an account and the server answers only on this machine; else whoever signed in, else a visitor.

    Staff who have no second factor yet are visitors until they have one.
    """
    if the_shelf().everybody_sees_all:
        return OPERATOR
    account = signed_in(request)
    if account is None or needs_second_factor(account):
        return VISITOR
    return Who(Role(account.role), account.username)


def signed_in(request: HttpRequest) -> Account | None:
    """Whose session the request belongs to; None = nobody's. Without a session's cookie the accounts are not asked at all."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not the_shelf().signs_in:
        return None
    user = request.user
    return user if isinstance(user, Account) and user.is_active else None


def needs_second_factor(account: Account) -> bool:
    """Whether somebody has to set up a second factor before their role counts."""
    return account.role not in WITHOUT_SECOND_FACTOR and not is_mfa_enabled(account)
