"""A desk's page that does not wait for the register: what long work says of itself while it has the register to itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from habeas.web.desks.desk import View, refused
from habeas.web.permissions import Deed, Who
from habeas.web.shelf import Shelf, the_shelf
from habeas.web.who import who_asks


@dataclass(frozen=True, slots=True)
class Seat:
    """One request beside a desk: what was sent, who sits there, and the shelf, from which the register has not been taken."""

    request: HttpRequest
    who: Who
    shelf: Shelf

    def page(self, template: str, contents: Mapping[str, Any], status: int = 200) -> HttpResponse:
        """A desk's page."""
        return render(self.request, template, dict(contents), status=status)


def beside_desk(deed: Deed) -> Callable[[View], View]:
    """A view that takes a Seat instead of a request, and is shown to nobody who may not do `deed`."""

    def sat_at(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, **parts: Any) -> HttpResponseBase:
            who = who_asks(request)
            return view(Seat(request, who, the_shelf()), **parts) if who.may(deed) else refused(request, who, deed)

        answer.deed = deed  # type: ignore[attr-defined]  # what the table of permissions is checked against
        return answer

    return sat_at
