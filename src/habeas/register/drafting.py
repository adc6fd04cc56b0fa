"""From a reading to drafts: what the reader proposes, in the register's own vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.drafts import Draft
from habeas.claims.entries import PREFIX, claim_content
from habeas.claims.reading.model import (
    ReadDescription,
    ReadDetail,
    ReadEvent,
    ReadFigure,
    Reading,
    ReadPerson,
    ReadState,
    Span,
)
from habeas.claims.reading.when.terms import term_in
from habeas.claims.vocabulary import vocabulary
from habeas.kernel.days import Day
from habeas.kernel.ids import make_id

_KIN = {
    **dict.fromkeys(("wife", "husband", "spouse", "widow", "widower", "partner", "fiance", "fiancee"), "spouse"),
    **dict.fromkeys(("father", "mother", "parent"), "parent"), **dict.fromkeys(("son", "daughter", "child"), "child"),
    **dict.fromkeys(("brother", "sister", "sibling"), "sibling"),
}  # fmt: skip
#: Longest term that a court gives in days; a longer one told in days is reckoned in years.
_MOST_DAYS = 60
_ADMINISTRATIVE = re.compile(r"\badministrative(?:ly)? (?:arrest|detention|detained|arrested|custody)\b", re.IGNORECASE)
_FORMERLY_HELD = re.compile(
    r"\b(?:former|formerly|ex|one-time|onetime|erstwhile)[ -](?:[\w-]+ ){0,2}(?:prisoner|inmate|detainee|convict|internee|hostage|captive)\b",
    re.IGNORECASE,
)
_LAWYERS = frozenset({"lawyer", "attorney", "advocate", "barrister", "solicitor", "counsel", "адвокат", "защитник"})
_PLAIN_ROLES = ("other", "prisoner", "former_prisoner")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reading stands: the register's key, the source and the passage read, and when the source was published."""

    key: bytes
    source: str
    passage: str
    published: Day | None = None


def drafts_of(reading: Reading, place: Place) -> list[Draft]:
    """Every proposal as a draft, in the order of the text; the same proposal once."""
    drafting = _Drafting(reading, place)
    made = [
        *(drafting.event(e) for e in reading.events if not _is_of_the_past(e)),
        *(drafting.figure(f) for f in reading.figures),
        *(drafting.description(d) for d in reading.descriptions),
        *(drafting.state(s) for s in reading.states),
        *(drafting.detail(d) for d in reading.details),
        *drafting.roles(reading.persons),
    ]
    return list({draft.id(place.key): draft for draft in made}.values())


class _Drafting:
    def __init__(self, reading: Reading, place: Place) -> None:
        self.place = place
        self.reader = reading.reader
        self.mentions: dict[str, dict[str, Any]] = {}
        self.of_name: dict[str, str] = {}
        self.figures = reading.figures
        self.held = {person.name for person in reading.persons if person.role in ("prisoner", "former_prisoner")}
        for person in reading.persons:
            content = {"kind": "person", "name": person.name, "source": place.source}
            mention = make_id(place.key, PREFIX["mention"], content)
            self.mentions[mention] = content
            self.of_name[person.name] = mention

    def event(self, event: ReadEvent) -> Draft:
        predicate = "administrative_arrest" if _is_administrative(event) else event.type
        fields = vocabulary().predicate(predicate).fields
        told = {"place": event.place, **_term(event)}
        value = {name: v for name, v in told.items() if v is not None and name in fields}
        # a bare state of custody ("was once imprisoned") tells neither when it began nor whether it lasts
        weak = event.type == "arrest" and event.date is None and "custody state" in (event.note or "")
        return self._draft(
            predicate, value, event.quote, event.span, person=event.person, when=event.date or Day.unknown(), reality=event.reality,
            speaker=event.said_by, count=event.count, comparator=self._comparator(event), members=event.members, strength=event.strength, rules=event.detectors, weak=weak,
        )  # fmt: skip

    def _comparator(self, event: ReadEvent) -> str | None:
        """How a group's number is meant, from the figure read at the same place; None = no number, or none there."""
        here = [
            f
            for f in self.figures
            if f.value == event.count and f.span[0] < event.span[1] and event.span[0] < f.span[1]
        ]
        return here[0].comparator if here else None

    def figure(self, figure: ReadFigure) -> Draft:
        value = {
            "value": figure.value, "comparator": figure.comparator, "population": figure.population, "scope": figure.scope,
            "as_of": figure.as_of and figure.as_of.text, "since": figure.since and figure.since.text, "kind": figure.kind,
        }  # fmt: skip
        value = {name: v for name, v in value.items() if v not in (None, "")}
        return self._draft(
            "figure",
            value,
            figure.quote,
            figure.span,
            reality=figure.reality,
            speaker=figure.said_by,
            strength=figure.strength,
            rules=figure.detectors,
        )

    def description(self, description: ReadDescription) -> Draft:
        value: dict[str, Any] = {"as": description.kind}
        if "former" in description.rule:
            value["former"] = True
        return self._draft(
            "described_as_political_prisoner", value, description.quote, description.span, person=description.person,
            reality=description.reality, speaker=description.said_by, strength="check", rules=(description.rule,),
        )  # fmt: skip

    def state(self, state: ReadState) -> Draft:
        value = {"as": "example"} if state.weak and state.state == "in_custody" else {}
        return self._draft(
            state.state, value, state.quote, state.span, person=state.person, when=state.on or Day.unknown(), strength="check",
            rules=(state.rule,), weak=state.weak,
        )  # fmt: skip

    def detail(self, detail: ReadDetail) -> Draft:
        """Age, occupation, relation, or part of a case; a relation names whose relative the person is."""
        kinds: dict[str, tuple[str, dict[str, Any]]] = {
            "age": ("age", {"years": int(detail.value) if detail.kind == "age" else None}),
            "occupation": ("occupation", {"value": detail.value}),
            "relation": ("relation", {"relation": _KIN.get(detail.value, "relative"), "to": detail.other}),
            "article": ("case", {"article": detail.value}),
            "court": ("case", {"court": detail.value}),
        }
        predicate, value = kinds[detail.kind]
        if predicate == "occupation" and detail.value in _LAWYERS and detail.person not in self.held:
            predicate = "lawyer"  # who defends prisoners is for staff alone; a lawyer in prison is a prisoner
        return self._draft(
            predicate, value, detail.quote, detail.span, person=detail.person, when=self.place.published if detail.kind == "age" else None,
            strength="check", rules=(detail.rule,),
        )  # fmt: skip

    def roles(self, persons: tuple[ReadPerson, ...]) -> Iterator[Draft]:
        for person in persons:
            if person.role not in _PLAIN_ROLES and person.mentions:
                first = person.mentions[0]
                yield self._draft(
                    "role",
                    {"value": person.role},
                    first.text,
                    first.span,
                    person=person.name,
                    strength="check",
                    rules=(person.rule,),
                )

    def _draft(
        self, predicate: str, value: dict[str, Any], quote: str, span: Span, *, person: str | None = None, when: Day | None = None,
        reality: str = "actual", speaker: str | None = None, count: int | None = None, comparator: str | None = None, members: tuple[str, ...] = (),
        strength: str, rules: tuple[str, ...], weak: bool = False,
    ) -> Draft:  # fmt: skip
        subject = self.of_name.get(person) if person else None
        named = tuple(self.of_name[m] for m in members if m in self.of_name)
        claim = Claim(
            id="", subject=subject, predicate=predicate, value=value, source=self.place.source, when=when or Day.unknown(),
            reality=reality, speaker=speaker, quote=quote, passage=self.place.passage, span=span, count=count, comparator=comparator, members=named, weak=weak,
        )  # fmt: skip
        wanted = {m: self.mentions[m] for m in (*([subject] if subject else ()), *named)}
        return Draft(claim_content(claim), wanted, strength, rules, self.reader)


def _is_of_the_past(event: ReadEvent) -> bool:
    """ "NAME, a former political prisoner": that they are called so is proposed; no custody is, since it had ended on a day not told."""
    return event.note == "custody state" and event.date is None and _FORMERLY_HELD.search(event.quote) is not None


def _is_administrative(event: ReadEvent) -> bool:
    """ "placed under administrative arrest for 15 days": an arrest whose own words limit it."""
    return event.type == "arrest" and _ADMINISTRATIVE.search(event.quote) is not None


def _term(event: ReadEvent) -> dict[str, float | int | None]:
    """The term in the register's own units: a sentence of days is an administrative one and holds for those days only."""
    years = term_in(event.quote) if _is_administrative(event) else event.term_years
    if years is not None and years * 365 <= _MOST_DAYS and event.type in ("sentence", "arrest"):
        return {"term_days": round(years * 365)}
    return {"term_years": years}
