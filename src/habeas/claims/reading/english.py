"""Reads a passage of English prose: the stages in their order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from habeas.claims.reading.events.aside import set_aside
from habeas.claims.reading.events.fold import as_events, with_the_ill
from habeas.claims.reading.events.states import states_in
from habeas.claims.reading.events.voters import Reader, told_by_name
from habeas.claims.reading.figures.figures import figures_in
from habeas.claims.reading.model import Reading, ReadPerson
from habeas.claims.reading.people.authors import first_person
from habeas.claims.reading.people.descriptions import descriptions_in
from habeas.claims.reading.people.details import details_in
from habeas.claims.reading.people.people import People, people_in
from habeas.claims.reading.people.roles import roles_of
from habeas.claims.reading.people.words_beside import words_beside
from habeas.claims.reading.speech.doubt import without_false_counts, without_false_news
from habeas.claims.reading.speech.speakers import Speakers
from habeas.claims.reading.telling import told_in
from habeas.claims.reading.text.parser import english, parse
from habeas.claims.reading.when.dated import Dates
from habeas.claims.reading.when.impossible_days import impossible_days
from habeas.claims.reading.whom.refer import Referents


def read_english(text: str, published: date | None, name: str) -> Reading:
    """People, happenings, figures, descriptions and states, each with exact spans; nothing in the text can make it fail.

    `name` says which rules read it; the model's own name is added.
    """
    found = _read(text, published, name)
    return replace(
        found, events=without_false_news(found.events, text), figures=without_false_counts(found.figures, text)
    )


def _read(text: str, published: date | None, name: str) -> Reading:
    passage = parse(text)
    people = people_in(passage)
    referents = Referents(passage, people)
    speakers = Speakers(Referents(passage, people))
    referents.speaking = first_person(passage, people, speakers)
    reader = Reader(referents, speakers, Dates(passage, published))
    beside = words_beside(referents)
    held = told_by_name(reader)
    referents.prefer(held, set_aside(beside, held))
    told = told_in(reader, beside)
    descriptions = descriptions_in(reader, told)
    described = {one.person for one in descriptions if one.reality == "actual"}
    roles = roles_of(referents, told, described, published.year if published else None)
    figures = figures_in(reader, told)
    places = [one.span for one in told] + [figure.span for figure in figures]
    dated = {s.index for s in passage.sentences if any(s.start < end and start < s.end for start, end in places)}
    return Reading(
        _persons(people, roles), with_the_ill(as_events(told), figures), tuple(sorted(figures, key=lambda one: one.span)), descriptions, states_in(reader),
        reader.dates.undated(dated), "en", f"{name}+{english()[1]}", impossible_days(text), details=details_in(reader, told),
    )  # fmt: skip


def _persons(people: People, roles: dict[str, tuple[str, str]]) -> tuple[ReadPerson, ...]:
    persons = [ReadPerson(one.name, one.mentions, *roles[one.name]) for one in people.persons]
    return tuple(sorted(persons, key=lambda one: one.mentions[0].span))
