"""What all desks share: who may sit there, the register in hand for one request, and the page around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from habeas.register.opened import Register
from habeas.web.expired import signed_out
from habeas.web.faults import fault_page
from habeas.web.permissions import Deed, Who
from habeas.web.shelf import the_shelf, today_of
from habeas.web.who import needs_second_factor, signed_in, who_asks


@dataclass(frozen=True, slots=True)
class Bench:
    """One request at a desk: what was sent, who sits there, and the register, in which entries are made under their id."""

    request: HttpRequest
    who: Who
    register: Register

    @property
    def today(self) -> date:
        """The day that the register means by now."""
        return today_of(self.register)

    @property
    def seen(self) -> Register:
        """The register as far as whoever sits here may see it: what is shown is asked of this, what is entered goes to `register`."""
        return the_shelf().seen_by(self.who)

    def page(self, template: str, contents: Mapping[str, Any], status: int = 200) -> HttpResponse:
        """A desk's page."""
        return render(self.request, template, dict(contents), status=status)


View = Callable[..., HttpResponseBase]


def desk(deed: Deed) -> Callable[[View], View]:
    """A view that takes a Bench instead of a request, and is shown to nobody who may not do `deed`."""

    def sat_at(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, **parts: Any) -> HttpResponseBase:
            who = who_asks(request)
            if not who.may(deed):
                return refused(request, who, deed)
            with the_shelf().worked_on() as register, working_as(register, who):
                return view(Bench(request, who, register), **parts)

        answer.deed = deed  # type: ignore[attr-defined]  # what the table of permissions is checked against
        return answer

    return sat_at


def refused(request: HttpRequest, who: Who, deed: Deed) -> HttpResponse:
    """The page for whoever may not."""
    account = signed_in(request)
    if account is None and the_shelf().signs_in:
        return signed_out(request)
    if account is not None and needs_second_factor(account):
        return fault_page(
            request, 403, "Set up a second factor on your account's page first: your role counts from then on."
        )
    return fault_page(
        request, 403, f"As {who.role} you may not {deed}. Sign in as somebody who may, or ask the operator."
    )


@contextmanager
def working_as(register: Register, who: Who) -> Iterator[None]:
    """Entries made inside are those of `who`."""
    before = register.actor
    if who.name is not None:
        register.actor = register.store.actor_id(who.name)
    try:
        yield
    finally:
        register.actor = before
