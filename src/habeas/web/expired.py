"""A form whose page had expired, or whose sender is no longer signed in: nothing that was typed is lost, and sending it again is one press.

Only what came from a page of this server is given back in a form. What another site sent is never shown with a token round it, for a press
on it would be that site's.
"""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from habeas.web.faults import fault_page

_ELSEWHERE = (
    "This was not sent from a page of this register, or the browser does not say from where. Nothing was written. If you pressed nothing here, "
    "another site tried to act in your name; close it."
)


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Everything typed, in a form that can be sent again. Files have to be chosen anew: a browser does not give them back."""
    if not sent_from_here(request):
        return fault_page(request, 403, _ELSEWHERE)
    return render(request, "expired.html", {"title": "The page had expired", **_typed(request)}, status=403)


def signed_out(request: HttpRequest) -> HttpResponse:
    """For whoever comes to a desk and is not signed in: the way to sign in and back, with everything typed where a form was sent."""
    contents = {"title": "You are not signed in", "signed_out": True, **_typed(request)}
    back = settings.LOGIN_REDIRECT_URL if request.method == "POST" else request.get_full_path()
    sign_in = f"{settings.LOGIN_URL}?{urlencode({'next': back})}"
    return render(request, "expired.html", {**contents, "sign_in": sign_in}, status=403)


def sent_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a form stood on a page of this server. Browsers that say nothing are taken for elsewhere."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def _typed(request: HttpRequest) -> dict[str, object]:
    typed = [
        (name, value) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken" for value in values
    ]
    if request.path.startswith("/account/"):
        typed = []  # a password is typed again rather than written into a page
    return {"typed": typed, "address": request.get_full_path(), "files": list(request.FILES)}
