"""One telling of a happening, before repeats are folded into one event."""

from __future__ import annotations

from dataclasses import dataclass, field

from habeas.claims.reading.model import Span
from habeas.kernel.days import Day


@dataclass(slots=True)
class Told:
    """As ReadEvent, but still to be folded. `is_reference` = points back at something already told; `is_state` = custody as a state;
    `is_headline` = told above the text; `has_open_date` = dated by words that could not be resolved; `of_held` = counts only when other
    words tell of the person's custody; `is_bare` = told without whom it befell; `is_clause` = told by the
    verb of a clause of its own ("all were released"), which says something new even of people told of before; `is_aside` = told by words
    that say which people are meant ("nine arrested in May were freed"); `deed` and `about` = what is
    done and to what, for happenings that befall nobody in custody: two that differ in either are two.
    """

    type: str
    person: str | None
    count: int | None
    quote: str
    span: Span
    reality: str
    rules: set[str]
    date: Day | None = None
    place: str | None = None
    term: float | None = None
    said_by: str | None = None
    note: str | None = None
    strong: bool = False
    is_reference: bool = False
    is_state: bool = False
    has_open_date: bool = False
    is_period: bool = False
    members: list[str] = field(default_factory=list)
    words: str = ""
    also: list[Span] = field(default_factory=list)
    is_member: str | None = None
    is_headline: bool = False
    of_held: bool = False
    is_bare: bool = False
    is_clause: bool = False
    is_aside: bool = False
    deed: str = ""
    about: frozenset[str] = frozenset()

    @property
    def is_group(self) -> bool:
        """Whether it befell people not named here."""
        return self.person is None


def more_exact(first: Day | None, second: Day | None) -> Day | None:
    """The more exact of two days that may be the same; the first when they cannot."""
    if first is None or second is None:
        return first or second
    if not first.overlaps(second):
        return first
    return second if second.within(first) and not first.within(second) else first


def may_be_same_day(first: Day | None, second: Day | None) -> bool:
    """Whether both may speak of one day; an unknown day fits any."""
    return first is None or second is None or first.overlaps(second)


def may_be_same_deed(first: Told, second: Told) -> bool:
    """Whether both may speak of one deed; what is not said fits any."""
    return first.deed == second.deed and (not first.about or not second.about or bool(first.about & second.about))
