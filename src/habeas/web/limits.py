"""How much may be sent at once: larger is refused before anything of it is read, with a page that says so."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from habeas.web.faults import fault_page

#: The most bytes of one request. A national list of 100,000 rows is some 40 MB.
LARGEST = 64 * 2**20


class Limits:
    """Refuses what is too large. It stands before whatever reads a form."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        told = request.META.get("CONTENT_LENGTH") or "0"
        if not told.isascii() or not told.isdigit() or int(told) > LARGEST:
            most = f"At most {LARGEST // 2**20} MB can be sent at once, and nothing was written."
            return fault_page(request, 413, f"{most} Split the file, or take it in on the server: habeas import.")
        return self._answer(request)
