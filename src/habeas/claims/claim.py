"""What a source says about a person: immutable, with its words, its speaker and whether it is meant as having happened.

A claim is never edited. It can be retracted, reinstated, contradicted by another claim, or superseded by a ruling; all of
these are entries of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from habeas.kernel.days import Day


@dataclass(frozen=True, slots=True)
class Source:
    """Who spoke, as far as claims need to know it: a capture, a note, or a cited document of which no copy is held.

    `published` unknown means that no publication day is known. `list_name` groups the dated versions of one list.
    `derived_from` is the source this one repeats: ten reprints of one agency are one source. `sha256` None = no bytes are held.
    `key` tells two cited documents of one name and day apart, None where nothing does. `consent` says how far what was told may go:
    public, count_only or staff_only.
    """

    id: str
    name: str
    published: Day
    kind: str = "capture"
    list_name: str | None = None
    derived_from: str | None = None
    grade: int = 0
    sha256: str | None = None
    url: str | None = None
    key: str | None = None
    consent: str = "public"


@dataclass(frozen=True, slots=True)
class Mention:
    """A person (or other party) as one source names them. `key` tells two people of one name in one source apart."""

    id: str
    source: str
    name: str
    key: str | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion.

    `subject` is a mention id; None for a group or a figure. `when` is the day of a moment or the start of a stretch, `until`
    the day a stretch ended (None = a moment, or not ended as far as this source says). `count` is the size of a group, None
    where no number is given; `members` are the mentions it names. `reality` other than actual says nothing happened.
    `weak` marks what the reader or reviewer holds to be possible only. `passage` and `span` locate `quote`; both are None for
    a claim whose source's text is not held. `rules` are the reading rules that proposed it. `told_in` is the capture of the list's
    version that first held it, None for a claim of no list; `cells` are the locators of the cells it was made from.
    """

    id: str
    subject: str | None
    predicate: str
    value: Mapping[str, Any]
    source: str
    when: Day
    until: Day | None = None
    reality: str = "actual"
    speaker: str | None = None
    quote: str | None = None
    passage: str | None = None
    span: tuple[int, int] | None = None
    count: int | None = None
    comparator: str | None = None
    members: tuple[str, ...] = ()
    weak: bool = False
    rules: tuple[str, ...] = ()
    recorded_at: datetime | None = None
    actor: str | None = None
    provisional: bool = False
    told_in: str | None = None
    cells: tuple[str, ...] = ()

    @property
    def is_group(self) -> bool:
        """Whether it speaks of N people rather than of one."""
        return self.subject is None and self.predicate != "figure"
