"""Everything that needs a person now, by kind: what each kind is called, and one list of all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.figures.definitions import Definition
from habeas.kernel.asof import AsOf
from habeas.register.opened import Register


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that needs a person. `key` stays the same from day to day while it is the same thing; `since`: the day from which it does,
    None = no day can be told. `person`, `other`, `source` and `claim` are ids of what it is about, None where it is about no such thing.
    """

    kind: str
    key: str
    title: str
    why: str
    since: date | None = None
    person: str | None = None
    other: str | None = None
    source: str | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What is asked: as of which day and knowledge, under which definition, and after how many days without a proof somebody is missed."""

    asked: AsOf
    of: Definition
    days: int


#: Kinds in the order in which they are looked at, and what a page calls each.
KINDS = {
    "due_out": "Due out, and no news", "term_ended": "Administrative term ended, release not known", "single_source_death": "Deaths told by one source",
    "collision": "May be one person", "provisional": "Accepted by one person where two are needed", "draft": "Proposals waiting",
    "consent": "Held back for want of consent", "list_awaited": "List versions awaited", "no_contact": "No proof of contact",
}  # fmt: skip
Finder = Callable[[Register, Looked], list[Need]]


def in_order(needs: Sequence[Need]) -> list[Need]:
    """The longest waiting first; those without a day last."""
    return sorted(needs, key=lambda n: (n.since is None, n.since or date.max, n.title, n.key))


def of_month(needs: Sequence[Need], first: date, last: date) -> list[Need]:
    """Those that began to need somebody within the days given."""
    return [need for need in needs if need.since is not None and first <= need.since <= last]
