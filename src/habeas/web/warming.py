"""What a server derives before anybody asks: the answers with which the pages linked from every page begin."""

from __future__ import annotations

from contextlib import suppress

from habeas.kernel.errors import HabeasError
from habeas.web.asking import question_of
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


def warm(shelf: Shelf) -> None:
    """Make each of them once, as whoever comes first sees it, and keep what it was made from. Between two of them others get their turn.

    One that cannot be made is left out: whoever asks for it is told why.
    """
    for page in _PAGES:
        with suppress(HabeasError), shelf.asked(OPERATOR if shelf.everybody_sees_all else VISITOR) as register:
            page(register, question_of({}, today_of(register)))
