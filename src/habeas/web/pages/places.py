"""Prisons and courts: who is held where on a day, over time, and who was; what courts are told to have heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from habeas.drawing.day_chart import ChartDay, day_chart
from habeas.drawing.outlines import BOUNDARY_POLICY
from habeas.drawing.place_map import MapPoint, place_map
from habeas.register.known import Known, known
from habeas.register.opened import Register
from habeas.register.place_names import told_of_place
from habeas.register.places import Place, Stay, days_at, is_there, places
from habeas.register.remembered import remembered
from habeas.web.asking import NotHere, Question
from habeas.web.pages.claim_words import told_of_people
from habeas.web.pages.loose_days import days_in_words
from habeas.web.pages.paging import cut_as_sent

ON_A_PAGE = 100
_LONGEST = 12 * 366
_ANSWERS = ("certain", "possible", "no")


#: A place of custody with persons there on the day for certain, at most and at any time, and the kind of custody most often told of it.
_Prison = tuple[Place, int, int, int, str | None]


def all_places(register: Register, question: Question, sent: Mapping[str, str]) -> dict[str, Any]:
    """Places of custody with how many are held there on the day, and courts with how much is told of them."""
    prisons, courts = _ordered(register, question)
    return {
        "title": "Places", "page": cut_as_sent(prisons, sent, ON_A_PAGE), "courts": courts[:ON_A_PAGE], "of_courts": len(courts),
        **_map(prisons, question),
    }  # fmt: skip


def _ordered(register: Register, question: Question) -> tuple[list[_Prison], list[Place]]:
    """Places of custody, those of most people first, and courts, those of which most is told first. Kept."""
    now = known(register, question.asked.known_by, question.asked.basis)
    day, staleness = question.asked.day, question.of.staleness

    def made() -> tuple[list[_Prison], list[Place]]:
        found = places(register, question.asked).values()
        prisons = [
            (place, *_counted(now, place, day, staleness), next(iter(place.kinds), None))
            for place in found
            if place.stays
        ]
        prisons.sort(key=lambda row: (-row[1], -row[2], row[0].name))
        return prisons, sorted((p for p in found if p.heard), key=lambda place: (-len(place.heard), place.name))

    return remembered(register, "held at places", (question.asked, staleness), made)


def _map(prisons: Sequence[_Prison], question: Question) -> dict[str, Any]:
    """The map of those places whose coordinates country files tell, by town where several share them; who tells them."""
    at: dict[tuple[float, float], list[tuple[Place, int, int, str]]] = {}
    sources: set[str] = set()
    for place, certain, most, *_ in prisons:
        details = told_of_place(place.key)
        if details is not None and details.at is not None:
            at.setdefault(details.at, []).append((place, certain, most, details.town or place.name))
            sources.add(details.source)
    points = [
        MapPoint(
            here[0][0].name if len(here) == 1 else here[0][3], latitude, longitude, sum(h[1] for h in here), sum(h[2] for h in here),
            f"/places/{quote(here[0][0].key, safe='')}/{question.address()}" if len(here) == 1 else None,
        )
        for (latitude, longitude), here in at.items()
    ]  # fmt: skip
    unplaced = len(prisons) - sum(map(len, at.values()))
    return {
        "map": place_map(points),
        "map_sources": sorted(sources),
        "unplaced": unplaced,
        "boundaries": BOUNDARY_POLICY,
    }


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
    people, chart, kinds = _of_day(register, now, found, question)
    there, heard = cut_as_sent(people, sent, ON_A_PAGE), cut_as_sent(found.heard[::-1], sent, ON_A_PAGE)
    answers = [answer for _, _, answer, _ in people]
    return {
        "title": found.name, "place": found, "kinds": kinds, "details": told_of_place(key), "names": sorted(set(found.names) - {found.name}),
        "certain": answers.count("certain"), "may": answers.count("possible"), "chart": chart, "there": there, "heard": heard,
        "rows": [(person, name, answer, _days_there(now, stays)) for person, name, answer, stays in there.rows],
        "course": told_of_people(now, heard.rows)[::-1],
    }  # fmt: skip


_There = tuple[str, str, str, list[Stay]]


def _of_day(register: Register, now: Known, found: Place, question: Question) -> tuple[list[_There], str, list[str]]:
    """Everybody ever there, those there on the day first, each with the answer for it; the chart up to it, and the kinds of custody. Kept."""
    day, staleness = question.asked.day, question.of.staleness

    def made() -> tuple[list[_There], str, list[str]]:
        people = [
            (person, now.persons.by_id[person].name, answer, stays)
            for person, (answer, stays) in standing(now, found, day, staleness).items()
        ]
        people.sort(key=lambda one: (_ANSWERS.index(one[2]), one[1].casefold(), one[0]))
        counts = days_at(now, found, day, staleness, _LONGEST)
        return people, day_chart(_chart(counts)) if counts else "", found.kinds

    return remembered(register, "place", (found.key, question.asked, staleness), made)


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
