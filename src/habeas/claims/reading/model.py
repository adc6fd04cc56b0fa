"""What a reading says: people, happenings, figures, descriptions and states of custody, each with the words it rests on.

Spans count code points of the text that was read; `text[start:end] == quote` always holds. Nothing here is a claim yet: a person
decides on every draft made from a reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from habeas.kernel.days import Day

#: Start and end (exclusive) in code points of the text that was read.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ReadMention:
    """One place where a person is named, without title or possessive ending."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class ReadPerson:
    """A named human being. `name` is the fullest form in the text; `rule` says what gave the role."""

    name: str
    mentions: tuple[ReadMention, ...]
    role: str
    rule: str


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """One happening, told once or several times.

    `person` is a ReadPerson's name, None for a group; `count` is None when no number is given; `date` is None when the text does not
    give it; `term_years` is None for no term, life or death; `said_by` is None for the author; `members` are the persons
    said to belong to the group.
    """

    type: str
    person: str | None
    count: int | None
    date: Day | None
    place: str | None
    term_years: float | None
    quote: str
    span: Span
    reality: str
    said_by: str | None
    detectors: tuple[str, ...]
    strength: str
    members: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A number of people. `as_of` and `since` are None when the text gives none; `said_by` is None for the author.

    `reality` other than actual: the number is one of people to be freed or otherwise dealt with, not one counted.
    """

    value: int
    comparator: str
    population: str
    scope: str
    as_of: Day | None
    since: Day | None
    said_by: str | None
    quote: str
    span: Span
    kind: str
    detectors: tuple[str, ...]
    strength: str
    reality: str = "actual"


@dataclass(frozen=True, slots=True)
class ReadDescription:
    """The text calls a person a political prisoner, a member of a group so described, or an example of one."""

    person: str
    kind: str
    quote: str
    span: Span
    rule: str
    reality: str
    said_by: str | None


@dataclass(frozen=True, slots=True)
class ReadState:
    """A sign that a person is held or at liberty. `on` None = at the time of writing; `weak` = implied, not said."""

    person: str
    state: str
    on: Day | None
    quote: str
    span: Span
    rule: str
    weak: bool


@dataclass(frozen=True, slots=True)
class ReadDetail:
    """Something else said of a person. `kind` is age (in years), occupation, relation (to `other`), article or court (of their case)."""

    person: str
    kind: str
    value: str
    other: str | None
    quote: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one text. `undated` holds date words left open; `notes` say why something was not read."""

    persons: tuple[ReadPerson, ...]
    events: tuple[ReadEvent, ...]
    figures: tuple[ReadFigure, ...]
    descriptions: tuple[ReadDescription, ...]
    states: tuple[ReadState, ...]
    undated: tuple[str, ...]
    lang: str
    reader: str
    notes: tuple[str, ...] = ()
    details: tuple[ReadDetail, ...] = ()


def to_json(reading: Reading, text: str, published: date | None = None) -> dict[str, Any]:
    """The reading in the shape `habeas read --json` prints."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return {
        "id": f"rd_{digest[:16]}",
        "published": published.isoformat() if published else None,
        "lang": reading.lang,
        "text_sha256": digest,
        "reader": reading.reader,
        "persons": [_person(person) for person in reading.persons],
        "events": [_event(event) for event in reading.events],
        "figures": [_figure(figure) for figure in reading.figures],
        "details": [_detail(detail) for detail in reading.details],
        "descriptions": [_description(description) for description in reading.descriptions],
        "states": [_state(state) for state in reading.states],
    }


def _day(day: Day | None) -> str | None:
    return day.text if day is not None and day.text else None


def _person(person: ReadPerson) -> dict[str, Any]:
    mentions = [{"text": mention.text, "span": list(mention.span)} for mention in person.mentions]
    return {"name": person.name, "mentions": mentions, "role": person.role}


def _event(event: ReadEvent) -> dict[str, Any]:
    return {
        "type": event.type,
        "person": event.person,
        "count": event.count,
        "date": _day(event.date),
        "place": event.place,
        "term_years": event.term_years,
        "quote": event.quote,
        "span": list(event.span),
        "reality": event.reality,
        "said_by": event.said_by,
        "detectors": list(event.detectors),
        "strength": event.strength,
    }


def _detail(detail: ReadDetail) -> dict[str, Any]:
    return {
        "person": detail.person, "kind": detail.kind, "value": detail.value, "other": detail.other, "quote": detail.quote, "span": list(detail.span),
    }  # fmt: skip


def _description(description: ReadDescription) -> dict[str, Any]:
    return {
        "person": description.person, "kind": description.kind, "reality": description.reality, "said_by": description.said_by,
        "quote": description.quote, "span": list(description.span),
    }  # fmt: skip


def _state(state: ReadState) -> dict[str, Any]:
    return {
        "person": state.person, "state": state.state, "on": _day(state.on), "weak": state.weak, "quote": state.quote, "span": list(state.span),
    }  # fmt: skip


def _figure(figure: ReadFigure) -> dict[str, Any]:
    return {
        "value": figure.value,
        "comparator": figure.comparator,
        "population": figure.population,
        "scope": figure.scope,
        "as_of": _day(figure.as_of),
        "since": _day(figure.since),
        "said_by": figure.said_by,
        "quote": figure.quote,
        "span": list(figure.span),
        "reality": figure.reality,
    }
