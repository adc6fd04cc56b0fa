"""One's own account: the first one of all, what one is here, the picture of a second factor's secret, a password chosen by a link."""

from __future__ import annotations

import io

import qrcode
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.contrib.auth import login
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe
from qrcode.image.svg import SvgPathFillImage

from habeas.web.accounts.audit import audit
from habeas.web.accounts.forms import FirstAccount, NewPassword
from habeas.web.accounts.models import Account
from habeas.web.faults import fault_page
from habeas.web.permissions import MAY, Deed, Role
from habeas.web.shelf import the_shelf
from habeas.web.who import needs_second_factor, signed_in

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def first(request: HttpRequest) -> HttpResponse:
    """The operator's account. Only while nobody has one, and only on the machine itself."""
    shelf = the_shelf()
    if not shelf.everybody_sees_all:
        return fault_page(
            request, 403, "The first account is made on the machine itself, while the register is served without --public. Later ones are made by an operator."
        )  # fmt: skip
    form = FirstAccount(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            account = Account.objects.made(form.cleaned_data["name"], Role.OPERATOR, form.cleaned_data["password"])
            audit(request, "first account made", account.username, account.username)
        shelf.everybody_sees_all = False
        login(request, account, backend=_BACKEND)
        record_authentication(
            request, account, "password", reauthenticated=True
        )  # it was typed just now, and need not be asked again
        return HttpResponseRedirect(reverse("mfa_activate_totp"))
    return render(
        request, "account/first.html", {"title": "First account", "form": form}, status=400 if form.errors else 200
    )


@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """What one is here, and what one can change."""
    account = signed_in(request)
    if account is None:
        return to_sign_in(request)
    allowed = [deed.value for deed in Deed if deed in MAY[Role(account.role)]]
    return render(request, "account/own.html", {
        "title": "Your account", "account": account, "allowed": allowed, "lacks_factor": needs_second_factor(account),
        "has_factor": Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists(),
        "keeps_accounts": Deed.KEEP_ACCOUNTS in MAY[Role(account.role)],
    })  # fmt: skip


@require_safe
def qr(request: HttpRequest) -> HttpResponse:
    """The secret being set up, as a picture for an authenticator app. It is drawn here and sent nowhere else."""
    account, secret = signed_in(request), request.session.get(SECRET_SESSION_KEY)
    if account is None or not secret:
        raise Http404("Nothing is being set up.")
    out = io.BytesIO()
    qrcode.make(get_adapter().build_totp_url(account, secret), image_factory=SvgPathFillImage, border=2).save(out)
    return HttpResponse(out.getvalue(), content_type="image/svg+xml")


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """Choose a password by the link that an operator handed over. The link works once, and for three days."""
    account = Account.objects.filter(pk=number, is_active=True).first()
    if account is None or not default_token_generator.check_token(account, token):
        return fault_page(
            request, 403, "This link was used, or is older than three days. Ask the operator for another."
        )
    form = NewPassword(request.POST or None, account=account)
    if request.method == "POST" and form.is_valid():
        account.set_password(form.cleaned_data["password"])
        account.save()
        audit(request, "password chosen by link", account.username)
        return HttpResponseRedirect(reverse("account_login"))
    contents = {"title": "Choose a password", "form": form, "account": account}
    return render(request, "account/welcome.html", contents, status=400 if form.errors else 200)


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page, which leads back here."""
    return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}")
