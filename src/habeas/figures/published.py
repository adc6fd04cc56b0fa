"""A published number of people: what it counts, for when, who says so, and which true numbers and days it leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from habeas.figures.periods import stretch_in_words
from habeas.figures.populations import GROUP_WORDS, in_words
from habeas.figures.rounding import COMPARATORS, IN_WORDS, Range, if_rounded, true_values
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused

#: Longer than this it is the sentence that tells the number, not a name for the people counted. A convention of ours.
_NAME_WORDS = 6

#: First and last possible day as ordinals, both included; None = no bound known.
Days = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """`kind` is stock (how many on a day) or flow (how many in a period).

    `as_of` is a stock's base day, unknown = not stated; `since` and `until` bound a flow's period, unknown = not stated.
    `counted` says in words which people are counted ("political prisoners", "citizens of several countries"), `list_name` whose list
    or count it is, `definition` under which definition; None = not stated. `earliest_base` is the earliest base day that the source's
    own telling allows (a stock told after a release), None = no bound. Raises InputRefused for a comparator, kind or value that is none.
    """

    id: str
    value: int
    comparator: str
    population: str
    kind: str
    published: Day
    as_of: Day
    since: Day
    until: Day
    said_by: str | None = None
    counted: str | None = None
    list_name: str | None = None
    quote: str | None = None
    source: str | None = None
    earliest_base: date | None = None
    definition: str | None = None

    def __post_init__(self) -> None:
        if self.comparator not in COMPARATORS:
            raise InputRefused(
                f"figure {self.id}: '{self.comparator}' is no comparator; use one of {', '.join(COMPARATORS)}"
            )
        if self.kind not in ("stock", "flow"):
            raise InputRefused(f"figure {self.id}: '{self.kind}' is no kind of figure; use stock or flow")
        if self.value < 0:
            raise InputRefused(f"figure {self.id}: {self.value} is no number of people; correct the value")

    @property
    def values(self) -> Range:
        """Lowest and highest true number, the figure taken at its word."""
        return true_values(self.value, self.comparator)

    @property
    def rounded_values(self) -> Range:
        """The same, were the number rounded."""
        return if_rounded(self.value, self.comparator)

    @property
    def base_days(self) -> Days:
        """First and last day a stock can speak of: stated, else from `earliest_base` to publication."""
        if not self.as_of.is_unknown:
            return self.as_of.lo, self.as_of.hi if self.as_of.hi is not None else self.published.hi
        earliest = None if self.earliest_base is None else self.earliest_base.toordinal()
        latest = self.published.hi
        return (earliest if latest is None or earliest is None or earliest <= latest else None), latest

    @property
    def period(self) -> Days:
        """The widest period a flow can speak of; without an end it runs to publication, without a beginning it is open or one day."""
        ends = (day.hi for day in (self.until, self.as_of, self.published) if not day.is_unknown)
        return (self.since.lo if not self.since.is_unknown else self.as_of.lo), next(ends, None)

    @property
    def sure_period(self) -> Days:
        """The days a flow surely covers: stated and exact enough. (None, None) when it covers no day surely."""
        first = self.since.hi if not self.since.is_unknown else None
        last = self.until.lo if not self.until.is_unknown else None
        return (first, last) if first is not None and last is not None and first <= last else (None, None)

    @property
    def described(self) -> str | None:
        """Whom it counts, in a form that can be compared; None = not stated, or told by a whole sentence."""
        return None if self.counted is None else _as_a_name(self.counted)

    @property
    def in_words(self) -> str:
        """Such as "more than 1,000"."""
        return f"{IN_WORDS[self.comparator]}{self.value:,}"


def possibly_within(inner: PublishedFigure, outer: PublishedFigure) -> bool:
    """Whether a flow's period lies in the other's, each at its widest."""
    return _inside(inner.period, outer.period)


def surely_within(inner: PublishedFigure, outer: PublishedFigure) -> bool:
    """Whether a flow's period lies in the other's on every reading of their days."""
    return _inside(inner.period, outer.sure_period)


def same_period(a: PublishedFigure, b: PublishedFigure) -> bool:
    """Whether two flows speak of one stretch of days, as far as their words go. Never when a beginning is open."""
    return a.period == b.period and a.period[0] is not None


def differently_described(a: PublishedFigure, b: PublishedFigure) -> bool:
    """Whether both say whom they count, and not in the same words."""
    return a.described is not None and b.described is not None and a.described != b.described


def narrower(part: PublishedFigure, whole: PublishedFigure) -> bool:
    """Whether, by their words, `part` counts some of the people whom `whole` counts: "women political prisoners", "journalists" among
    "political prisoners". By the words alone: whose list it is and when are other questions.
    """
    if not differently_described(part, whole) or part.described is None or whole.described is None:
        return False
    inner, outer = part.described.split(), whole.described.split()
    if inner[-1] == outer[-1]:
        return set(outer) < set(inner)
    return inner[-1] in GROUP_WORDS and not GROUP_WORDS.intersection(outer)


def whom(figure: PublishedFigure, other: PublishedFigure) -> str:
    """Whom a figure counts, in the words that tell it from the other."""
    told = figure.described if figure.population == other.population else None
    return told or in_words(figure.population)


def same_count(a: PublishedFigure, b: PublishedFigure) -> bool:
    """Whether both are stated to come from one list, or one speaker's count of a flow, with one description and definition."""
    one_list = bool(a.list_name) and a.list_name == b.list_name
    one_speaker = a.kind == b.kind == "flow" and not a.list_name and not b.list_name and bool(a.said_by)
    defined_apart = bool(a.definition and b.definition and a.definition != b.definition)
    return (
        (one_list or (one_speaker and a.said_by == b.said_by)) and not defined_apart and not differently_described(a, b)
    )


def base_in_words(figure: PublishedFigure) -> str:
    """The base day or period as people write it."""
    if not figure.as_of.is_unknown and (figure.kind == "stock" or figure.since.is_unknown):
        return figure.as_of.in_words
    if not figure.since.is_unknown:
        return stretch_in_words(figure.since, figure.until)
    if figure.kind == "stock" and figure.base_days[0] is not None and figure.published.last is not None:
        return f"between {figure.earliest_base} and {figure.published.last}"
    if not figure.until.is_unknown:
        return stretch_in_words(figure.since, figure.until)
    return f"by {figure.published.in_words}" if figure.published.text else "not stated"


@lru_cache(maxsize=4096)
def _as_a_name(counted: str) -> str | None:
    words = counted.casefold().split()
    return " ".join(words) if 0 < len(words) <= _NAME_WORDS else None


def _inside(inner: Days, outer: Days) -> bool:
    (a, b), (c, d) = inner, outer
    return a is not None and b is not None and c is not None and d is not None and c <= a and b <= d
