"""A form sent after its page had expired: nothing that was typed is lost, and sending it again is one press."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Everything typed, in a form that can be sent again. Files have to be chosen anew: a browser does not give them back."""
    typed = [
        (name, value) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken" for value in values
    ]
    if request.path.startswith("/account/"):
        typed = []  # a password is typed again rather than written into a page
    contents = {
        "title": "The page had expired",
        "typed": typed,
        "address": request.get_full_path(),
        "files": list(request.FILES),
    }
    return render(request, "expired.html", contents, status=403)
