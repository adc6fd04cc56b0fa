"""A form sent after its page had expired or whoever sent it was signed out: nothing that was typed is lost, and sending it again is one press.

Only what was sent from a page of this server is put into a form again: whatever another site sends would otherwise be entered by a press of
somebody who never typed it.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

#: What a browser says of a request that this server's own page, or the person in front of it, began.
_OWN = ("same-origin", "none")


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Everything typed, in a form that can be sent again. Files have to be chosen anew: a browser does not give them back."""
    return _again(request, "The page had expired", signed_out=False)


def signed_out(request: HttpRequest) -> HttpResponse:
    """The same for somebody whose session had ended: first they sign in."""
    return _again(request, "You were signed out", signed_out=True)


def _again(request: HttpRequest, title: str, *, signed_out: bool) -> HttpResponse:
    is_own = is_from_here(request)
    typed = [
        (name, value) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken" for value in values
    ]
    if request.path.startswith("/account/") or not is_own:
        typed = []  # a password is typed again rather than written into a page
    contents = {
        "title": title, "typed": typed, "address": request.get_full_path(), "files": list(request.FILES) if is_own else [],
        "signed_out": signed_out, "is_own": is_own,
    }  # fmt: skip
    return render(request, "expired.html", contents, status=403)


def is_from_here(request: HttpRequest) -> bool:
    """Whether the request came from a page of this server, as far as the browser tells; False where it tells nothing."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in _OWN
    told = request.headers.get("Origin") or request.headers.get("Referer") or ""
    parts = urlsplit(told)
    return (parts.scheme, parts.netloc) == (request.scheme, request.get_host())
