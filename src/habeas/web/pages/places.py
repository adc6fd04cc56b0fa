"""Prisons and courts: who is held where on a day, over time, and who was; what courts are told to have heard."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from habeas.drawing.day_chart import ChartDay, day_chart
from habeas.register.known import Known, known
from habeas.register.opened import Register
from habeas.register.place_names import told_of_place
from habeas.register.places import Place, Stay, days_at, is_there, places
from habeas.web.asking import NotHere, Question
from habeas.web.pages.claim_words import told_of_people
from habeas.web.pages.loose_days import days_in_words
from habeas.web.pages.paging import cut_as_sent

ON_A_PAGE = 100
_LONGEST = 12 * 366
_ANSWERS = ("certain", "possible", "no")


def all_places(register: Register, question: Question, sent: Mapping[str, str]) -> dict[str, Any]:
    """Places of custody with how many are held there on the day, and courts with how much is told of them."""
    now = known(register, question.asked.known_by, question.asked.basis)
    found = places(register, question.asked).values()
    prisons = [(place, *_counts(register, question, place)) for place in found if place.stays]
    prisons.sort(key=lambda row: (-row[1], -row[2], row[0].name))
    courts = sorted((place for place in found if place.heard), key=lambda place: (-len(place.heard), place.name))
    return {
        "title": "Places", "page": cut_as_sent(prisons, sent, ON_A_PAGE), "courts": courts[:ON_A_PAGE], "of_courts": len(courts),
        "people": len(now.everyone),
    }  # fmt: skip


def _counts(register: Register, question: Question, place: Place) -> tuple[int, int, int]:
    """Persons there on the day for certain, at most, and at any time."""
    memo = ("held at places", question.asked, question.of.staleness)
    if memo not in register.memo:
        now = known(register, question.asked.known_by, question.asked.basis)
        register.memo[memo] = {
            key: _counted(now, one, question.asked.day, question.of.staleness)
            for key, one in places(register, question.asked).items()
        }
    found: tuple[int, int, int] = register.memo[memo][place.key]
    return found


def _counted(now: Known, place: Place, day: date, staleness: int | None) -> tuple[int, int, int]:
    answers = [answer for answer, _ in standing(now, place, day, staleness).values()]
    certain = answers.count("certain")
    return certain, certain + answers.count("possible"), len(answers)


def standing(now: Known, place: Place, day: date, staleness: int | None) -> dict[str, tuple[str, list[Stay]]]:
    """Of each person ever there: whether on the day (certain, possible, no), and their stays."""
    found: dict[str, tuple[str, list[Stay]]] = {}
    for stay in place.stays:
        answer = is_there(stay, now.everyone[stay.person], day.toordinal(), staleness)
        before, stays = found.get(stay.person, ("no", []))
        found[stay.person] = (min(before, answer, key=_ANSWERS.index), [*stays, stay])
    return found


def place(register: Register, question: Question, key: str, sent: Mapping[str, str]) -> dict[str, Any]:
    """One place. Raises NotHere for an unknown key."""
    found = places(register, question.asked).get(key)
    if found is None:
        raise NotHere(f"{key}: no place of that key is told of by {question.asked.known_by}")
    now = known(register, question.asked.known_by, question.asked.basis)
    day, staleness = question.asked.day, question.of.staleness
    people = standing(now, found, day, staleness)
    rows = [(p, now.persons.by_id[p].name, answer, _days_there(now, stays)) for p, (answer, stays) in people.items()]
    rows.sort(key=lambda row: (_ANSWERS.index(row[2]), row[1].casefold(), row[0]))
    counts = days_at(now, found, day, staleness, _LONGEST)
    heard = told_of_people(now, found.heard)
    return {
        "title": found.name, "place": found, "details": told_of_place(key), "names": sorted(set(found.names) - {found.name}),
        "certain": sum(row[2] == "certain" for row in rows), "may": sum(row[2] == "possible" for row in rows),
        "there": cut_as_sent(rows, sent, ON_A_PAGE), "chart": day_chart(_chart(counts)) if counts else "",
        "heard": cut_as_sent(heard[::-1], sent, ON_A_PAGE),
    }  # fmt: skip


def _chart(counts: Any) -> list[ChartDay]:
    first = counts.first.toordinal()
    return [
        ChartDay(date.fromordinal(first + n), certain, max(certain, possible))
        for n, (certain, possible) in enumerate(zip(counts.certain, counts.possible, strict=True))
    ]


def _days_there(now: Known, stays: list[Stay]) -> list[dict[str, Any]]:
    return [
        {
            "start": days_in_words(*stay.start) if stay.start else None, "end": days_in_words(*stay.end) if stay.end else None,
            "claim": stay.claims[0], "capture": _source_of(now, stay),
        }
        for stay in stays
    ]  # fmt: skip


def _source_of(now: Known, stay: Stay) -> str:
    return next(c.source for c in now.everyone[stay.person].claims if c.id == stay.claims[0])
