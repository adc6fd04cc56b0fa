"""The operator's pages: who has an account, what they may do, and what was written down about sign-in."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from habeas.kernel.errors import UsageError
from habeas.web.accounts.audit import audit
from habeas.web.accounts.forms import NewAccount, NewRole
from habeas.web.accounts.models import ROLES, Account, Audited
from habeas.web.accounts.views import to_sign_in
from habeas.web.desks.desk import refused
from habeas.web.permissions import Deed, Role, Who
from habeas.web.who import signed_in, who_asks

#: Lines of the audit list that are shown.
_SHOWN = 500
View = Callable[..., HttpResponse]


def keeps_accounts(view: View) -> View:
    """A view for whoever keeps the accounts."""

    @wraps(view)
    def answer(request: HttpRequest, **parts: Any) -> HttpResponse:
        who = who_asks(request)
        if not who.may(Deed.KEEP_ACCOUNTS):
            return to_sign_in(request) if signed_in(request) is None else refused(request, who, Deed.KEEP_ACCOUNTS)
        return view(request, who, **parts)

    answer.deed = Deed.KEEP_ACCOUNTS  # type: ignore[attr-defined]  # what the table of permissions is checked against
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_accounts
def people(request: HttpRequest, who: Who) -> HttpResponse:
    """Everybody who has an account; a new one is made here."""
    form = NewAccount(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            made = Account.objects.made(form.cleaned_data["name"], Role(form.cleaned_data["role"]))
            audit(request, f"account made as {made.role}", who.name, made.username)
        return _with_link(request, made)
    factors = set(Authenticator.objects.filter(type=Authenticator.Type.TOTP).values_list("user_id", flat=True))
    rows = [(account, account.pk in factors) for account in Account.objects.order_by("username")]
    contents = {"title": "Accounts", "form": form, "rows": rows, "roles": [role.value for role in ROLES]}
    return render(request, "account/people.html", contents, status=400 if form.errors else 200)


def _with_link(request: HttpRequest, account: Account) -> HttpResponse:
    path = reverse(
        "account-welcome", kwargs={"number": account.pk, "token": default_token_generator.make_token(account)}
    )
    return render(request, "account/link.html", {
        "title": "Link to hand over", "account": account, "link": request.build_absolute_uri(path),
    })  # fmt: skip


@require_POST
@keeps_accounts
def role(request: HttpRequest, who: Who, number: int) -> HttpResponse:
    """Give somebody another role. Raises UsageError where nobody would be left to keep the accounts."""
    account, form = _account(number), NewRole(request.POST)
    if not form.is_valid():
        raise UsageError("role: choose one of the list")
    before, account.role = account.role, form.cleaned_data["role"]
    if account.role != Role.OPERATOR:
        _refuse_if_last(account)
    with transaction.atomic():
        account.save(update_fields=["role"])
        audit(request, f"role changed from {before} to {account.role}", who.name, account.username)
    return _back()


@require_POST
@keeps_accounts
def disable(request: HttpRequest, who: Who, number: int) -> HttpResponse:
    """Shut somebody out, at once and from every session. Raises UsageError where nobody would be left to keep the accounts."""
    account = _account(number)
    _refuse_if_last(account)
    account.is_active = False
    account.save(update_fields=["is_active"])
    _end_sessions(account)
    audit(request, "account disabled", who.name, account.username)
    return _back()


@require_POST
@keeps_accounts
def enable(request: HttpRequest, who: Who, number: int) -> HttpResponse:
    """Let somebody in again."""
    account = _account(number)
    account.is_active = True
    account.save(update_fields=["is_active"])
    audit(request, "account enabled", who.name, account.username)
    return _back()


@require_POST
@keeps_accounts
def renew(request: HttpRequest, who: Who, number: int) -> HttpResponse:
    """For whoever lost password or telephone: both are forgotten, every session ends, and a link to choose anew is shown once."""
    account = _account(number)
    if account.username == who.name:
        raise UsageError("your own password is changed on your account's page")
    with transaction.atomic():
        Authenticator.objects.filter(user=account).delete()
        account.set_unusable_password()
        account.save()
        audit(request, "password and second factor taken back", who.name, account.username)
    _end_sessions(account)
    return _with_link(request, account)


@require_safe
@keeps_accounts
def audit_list(request: HttpRequest, who: Who) -> HttpResponse:
    """What was written down, latest first."""
    return render(request, "account/audit.html", {
        "title": "Audit", "rows": list(Audited.objects.all()[:_SHOWN]), "of": Audited.objects.count(),
    })  # fmt: skip


def _account(number: int) -> Account:
    found = Account.objects.filter(pk=number).first()
    if found is None:
        raise Http404("There is no such account.")
    return found


def _refuse_if_last(account: Account) -> None:
    others = Account.objects.filter(role=Role.OPERATOR.value, is_active=True).exclude(pk=account.pk)
    if not any(Authenticator.objects.filter(user=other).exists() for other in others):
        raise UsageError(f"{account.username} is the last operator who can sign in; make another one first")


def _end_sessions(account: Account) -> None:
    for session in UserSession.objects.filter(user=account):
        session.end()


def _back() -> HttpResponse:
    return HttpResponseRedirect(reverse("account-people"), status=303)
