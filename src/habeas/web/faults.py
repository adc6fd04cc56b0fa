"""What went wrong, as a page with the right status: what a person can act on is told, anything else is not."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from habeas.kernel.errors import HabeasError, InputRefused, RefusedByRule, UsageError
from habeas.web.asking import NotHere

_log = logging.getLogger("habeas.web")
_STATUS: tuple[tuple[type[HabeasError], int], ...] = (
    (NotHere, 404),
    (UsageError, 400),
    (RefusedByRule, 422),
    (InputRefused, 422),
)
_TITLES = {
    400: "The question is off",
    403: "Not for you",
    404: "Not here",
    413: "Too large",
    422: "No answer can be given",
    500: "Something went wrong",
    503: "Not now",
}


class Faults:
    """Turns exceptions of a page into pages."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        return self._answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for an error; None leaves it to Django's own handling, which ends at `broken`."""
        if isinstance(error, Http404):
            return fault_page(request, 404, str(error) or "There is no such page.")
        if isinstance(error, HabeasError):
            status = next((code for kind, code in _STATUS if isinstance(error, kind)), 503)
            return fault_page(request, status, str(error))
        return None


def fault_page(request: HttpRequest, status: int, said: str) -> HttpResponse:
    """One fault as a page."""
    return render(request, "fault.html", {"title": _TITLES.get(status, "Not possible"), "said": said}, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such address."""
    return fault_page(request, 404, "There is no page at this address.")


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent is no form, or longer than a form may be."""
    return fault_page(
        request,
        400,
        "What was sent is too long for a form, or no form. Nothing was written. Send a long text as a file.",
    )


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours: logged by its address without what was asked, told without its inside."""
    _log.error("a page failed: %s", request.resolver_match.view_name if request.resolver_match else "unknown page")
    return fault_page(
        request, 500, "The fault is ours. Nothing was written. Try again; if it stays, tell the operator."
    )
