"""One person: names, status, custody over time, and every fact down to the words of its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from habeas.claims.vocabulary import vocabulary
from habeas.custody.signs import FOREVER
from habeas.figures.evidence import Evidence
from habeas.kernel.asof import AsOf
from habeas.register.cases import article_key, prosecutions
from habeas.register.known import Known, known
from habeas.register.opened import Register
from habeas.register.persons import person as person_of
from habeas.register.places import Days, stays_of
from habeas.register.wave_people import days_let_go
from habeas.web.asking import NotHere, Question
from habeas.web.pages.claim_words import facts, first_day, is_readable
from habeas.web.pages.loose_days import days_in_words
from habeas.web.pages.person_disputes import disputes
from habeas.web.pages.person_names import related, written
from habeas.web.pages.person_picture import picture

#: Under which heading a fact stands; what is not named here stands with custody or under the last.
_HEADINGS: Sequence[tuple[str, frozenset[str]]] = (
    ("Custody", frozenset()),
    ("Charges and courts", frozenset(("charge", "charge_changed", "new_charge", "conviction", "sentence", "appeal", "hearing", "case"))),
    ("Recognition", frozenset(("described_as_political_prisoner", "recognised", "recognition_withdrawn", "assessment"))),
    ("Health", frozenset(("health_condition",))),
    ("The person", frozenset(("patronymic", "birth_date", "sex", "age", "nationality", "occupation", "minor", "role", "description"))),
    ("Other", frozenset()),
)  # fmt: skip
#: Told in parts of the page of their own.
_APART = frozenset(("name", "relation", "involvement"))
_OFFICE = ("judge", "prosecutor")


def person(register: Register, question: Question, person_id: str) -> dict[str, Any]:
    """Everything the page shows. Raises NotHere for an unknown id."""
    asked = question.asked
    now = known(register, asked.known_by, asked.basis)
    found = person_of(register, in_force(register, question, person_id), asked, question.of)
    evidence = now.everyone[found["id"]]
    claims = [claim for claim in found["claims"] if is_readable(claim["predicate"])]
    found = {**found, "episodes": _settled(found["episodes"], evidence)}
    return {
        "title": found["names"][0], "person": found, "picture": picture(found["episodes"], claims, asked.day),
        "names": written(register, now, evidence.person), "clocks": list(_clocks(found, claims, asked.day)),
        "disputes": disputes(claims), "stays": _stays(evidence), "sections": _sections(claims),
        "relations": [(c, related(now, register, c)) for c in claims if c["predicate"] == "relation"],
        "acts": [(_act(c), c) for c in claims if _act(c)], **_accused(register, asked, found["id"], claims),
        "alike": [(other, now.everyone[other].person.name) for other in found["look_alikes"] if other in now.everyone],
        "carried": [(name, value) for name, value in question.given.items() if name not in ("on", "known_by")],
        "then": question.address(known_by=asked.day.isoformat()), "now": question.address(known_by=""),
        "waves": {day.isoformat() for day in days_let_go(evidence)},
    }  # fmt: skip


def _settled(episodes: Sequence[Mapping[str, Any]], evidence: Evidence) -> list[Mapping[str, Any]]:
    """Episodes, each that goes on marked where something told may not be shown: that no exit is known cannot be said of it."""
    goes_on = bool(evidence.held.unsettled) and evidence.held.unsettled[-1][1] >= FOREVER
    return [{**e, "unsettled": goes_on and e["to"] is None and not e["way_out"]} for e in episodes]


def in_force(register: Register, question: Question, person_id: str) -> str:
    """The id under which a person is known now, for it or a former one. Raises NotHere for an unknown id."""
    now: Known = known(register, question.asked.known_by, question.asked.basis)
    if person_id not in now.persons.of_mention:
        raise NotHere(f"{person_id}: nobody of that id is known here by {question.asked.known_by}; search by name")
    return now.persons.of_mention[person_id]


def _clocks(
    found: Mapping[str, Any], claims: Sequence[Mapping[str, Any]], day: date
) -> Iterator[tuple[str, str, int | None]]:
    """Of what is counted in days since: its name, its day and the days passed. Nothing of somebody who is out."""
    if found["status"]["answer"] == "no":
        return
    contacts = [
        str(c["valid"])
        for c in claims
        if c["predicate"] == "last_contact"
        and c["reality"] == "actual"
        and 0 < first_day(c["valid"]) <= day.toordinal()
    ]
    if contacts:
        yield _clock("Last sign from custody", max(contacts, key=first_day), day)
    if found["status"]["last_proof"]:
        yield _clock("Last proof of custody", str(found["status"]["last_proof"]), day)


def _clock(name: str, edtf: str, day: date) -> tuple[str, str, int | None]:
    """Days are counted from an exact day only."""
    try:
        return name, edtf, (day - date.fromisoformat(edtf)).days
    except ValueError:
        return name, edtf, None


def _stays(evidence: Evidence) -> list[dict[str, Any]]:
    return [
        {
            "key": stay.key, "name": stay.name, "kind": stay.kind, "undated": stay.start is None,
            "start": _edge(stay.start), "end": _edge(stay.end), "claim": stay.claims[0],
        }
        for stay in stays_of(evidence)
    ]  # fmt: skip


def _edge(days: Days | None) -> str | None:
    return None if days is None else days_in_words(*days)


def _act(claim: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Officials that a claim names, with what it says they did."""
    value = claim["value"]
    if claim["predicate"] == "involvement":
        said = [str(value[part]) for part in ("act", "body") if value.get(part)]
        return [(str(value.get("official") or "not named"), ", ".join(said))]
    return [(str(value[office]), f"{office}, {claim['label']}") for office in _OFFICE if value.get(office)]


def _accused(register: Register, asked: AsOf, person: str, claims: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Cases and articles that claims about the person name, by their keys."""
    told = prosecutions(register, asked)
    articles: dict[str, tuple[str, list[str]]] = {}
    for claim in claims:
        name = claim["value"].get("article")
        if name and claim["reality"] == "actual" and article_key(str(name)) in told.articles:
            labels = articles.setdefault(article_key(str(name)), (str(name), []))[1]
            if claim["label"] not in labels:
                labels.append(claim["label"])
    return {"cases": [told.cases[key] for key in told.of_person.get(person, ())], "articles": articles}


def _sections(claims: Sequence[Mapping[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    placed: dict[str, list[Mapping[str, Any]]] = {heading: [] for heading, _ in _HEADINGS}
    for claim in claims:
        if claim["predicate"] not in _APART:
            placed[_heading(str(claim["predicate"]))].append(claim)
    return [(heading, facts(found)) for heading, found in placed.items() if found]


def _heading(predicate: str) -> str:
    for heading, predicates in _HEADINGS:
        if predicate in predicates:
            return heading
    return "Custody" if vocabulary().predicate(predicate).custody or predicate == "last_held_at" else "Other"
