"""Where the desks are: which of them somebody may sit at."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from habeas.web.desks.desk import Bench, desk
from habeas.web.permissions import Deed

#: Each desk's name, the view that opens it, what it is for, and what somebody must be allowed.
DESKS: tuple[tuple[str, str, str, Deed], ...] = (
    ("Today", "desk-today", "What needs a person now.", Deed.REVIEW),
    ("Review", "desk-review", "Decide what was proposed, the most harmful first.", Deed.REVIEW),
    ("Events", "desk-events", "Paste names from a message; enter one event for all of them.", Deed.ENTER),
    ("Add a fact", "desk-fact", "One fact about one person, with its source.", Deed.PROPOSE),
    ("Notes", "desk-notes", "Keep what you were told, by whom it may be known.", Deed.ENTER),
    ("Identity", "desk-identity", "Say whether two are one person.", Deed.JUDGE),
    ("Lists", "desk-lists", "Take in a published list or its next version.", Deed.ENTER),
    ("Recognition", "desk-recognition", "Assess a person by a standard; draft the joint statement.", Deed.ENTER),
)


@require_safe
@desk(Deed.PROPOSE)
def entrance(bench: Bench) -> HttpResponseBase:
    """The desks, as links."""
    shown = [
        (name, address, said)
        for name, view, said, deed in DESKS
        if bench.who.may(deed) and (address := _address(view)) is not None
    ]
    return bench.page("desks/entrance.html", {"title": "Desks", "desks": shown})


def _address(view: str) -> str | None:
    """A desk's address; None while it is not built."""
    try:
        return reverse(view)
    except NoReverseMatch:
        return None
