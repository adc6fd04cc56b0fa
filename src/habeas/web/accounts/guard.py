"""Account pages are answered only where a password is safe: from this machine itself, or through https."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse

from habeas.web.accounts.opening import lay_tables
from habeas.web.faults import fault_page
from habeas.web.loopback import is_loopback
from habeas.web.shelf import the_shelf


class Guard:
    """Stands before everything under /account/."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        if request.path.startswith("/account/"):
            shelf = the_shelf()
            if not shelf.signs_in and shelf.everybody_sees_all and shelf.register.store.accounts.takes_tables:
                lay_tables(shelf)
            if not shelf.signs_in:
                return fault_page(
                    request,
                    503,
                    "Nobody can sign in here: that needs a register in a file that can be written, and a first account.",
                )
            if not request.is_secure() and not is_loopback(urlsplit(f"//{request.get_host()}").hostname or ""):
                return fault_page(
                    request, 403, "A password sent from here could be read on the way. Sign in through https, or on the machine itself."
                )  # fmt: skip
        return self._answer(request)
