"""What a server derives before anybody asks: the answers with which the pages linked from every page begin, and the Today desk."""

from __future__ import annotations

from contextlib import suppress
from time import sleep

from habeas.kernel.errors import HabeasError
from habeas.register.due.everything import needs_of
from habeas.register.due.needs import KINDS
from habeas.web.asking import question_of
from habeas.web.desks.today import looked_at_today
from habeas.web.pages.about import about
from habeas.web.pages.figures import figures
from habeas.web.pages.front import front
from habeas.web.pages.people import people, suggested
from habeas.web.pages.published import published, published_picture
from habeas.web.pages.sources import sources
from habeas.web.pages.waves import waves
from habeas.web.permissions import OPERATOR, VISITOR
from habeas.web.shelf import Shelf, today_of

_PAGES = (
    front,
    lambda register, question: people(register, question, {}),
    lambda register, question: suggested(register, question, "anybody"),
    lambda register, question: figures(register, question, {}),
    lambda register, question: published(register, question, {}),
    published_picture,
    lambda register, question: sources(register, question, {}),
    about,
    lambda register, question: waves(register, question, {}),
)


#: Between two pieces whoever waits for a turn gets it; in seconds, and a lock let go is taken within a thousandth of one.
_PAUSE = 0.02


def keep_warm(shelf: Shelf) -> None:
    """Make the pages and the Today desk's answers once, and the pages again whenever a desk has entered something. Never returns."""
    warm(shelf)
    warm_today(shelf)
    while True:
        shelf.grown.wait()
        warm(shelf)


def warm(shelf: Shelf) -> None:
    """Make each of them once, as whoever comes first sees it, and keep what it was made from. Between two of them others get their turn.

    One that cannot be made is left out: whoever asks for it is told why. Where a desk enters something meanwhile it begins again.
    """
    left = list(reversed(_PAGES))
    shelf.grown.clear()
    while left:
        if shelf.grown.is_set():
            shelf.grown.clear()
            left = list(reversed(_PAGES))
        page = left.pop()
        with suppress(HabeasError), shelf.asked(OPERATOR if shelf.everybody_sees_all else VISITOR) as register:
            page(register, question_of({}, today_of(register)))
        sleep(_PAUSE)


def warm_today(shelf: Shelf) -> None:
    """Find what needs a person today, one kind after another, as the desk asks for it."""
    for kind in KINDS:
        with suppress(HabeasError), shelf.worked_on() as register:
            needs_of(register, kind, looked_at_today(register, today_of(register)))
        sleep(_PAUSE)
