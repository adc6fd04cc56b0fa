"""The list of people: what is counted beside it is what a plain look at everybody finds."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from habeas.custody.status import is_nothing_known, status_on
from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.days import Day
from habeas.kernel.errors import UsageError
from habeas.register.catalogue import Asked, among, listing, rows_of
from habeas.register.importing import Wish, import_claims
from habeas.register.known import known
from habeas.register.opened import Register, new_register
from habeas.register.places import is_there, places
from habeas.sources.capture import About
from habeas.tour.invented import invented_country

DAYS = [date(2020, 3, 1), date(2022, 7, 4), date(2023, 12, 31), date(2026, 1, 1)]
K = date(2026, 6, 1)


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    folder: Path = tmp_path_factory.mktemp("country")
    lines = folder / "country.jsonl"
    lines.write_text(invented_country(150).jsonl(), "utf-8")
    with new_register(str(folder / "r.habeas"), invented=True) as register:
        import_claims(register, str(lines), About(Day.unknown()), Wish())
        yield register


@pytest.fixture
def register_with_envoy(tmp_path: Path) -> Iterator[Register]:
    told = {"source": "Courier", "published": "2032-05-01"}
    lines = tmp_path / "two.jsonl"
    lines.write_text(
        "".join(
            json.dumps({**told, **one}) + "\n"
            for one in (
                {"subject": "Held Somebody", "predicate": "arrest", "valid": "2032-04-30"},
                {"subject": "Visiting Envoy", "predicate": "occupation", "value": {"value": "envoy"}},
            )
        ),
        "utf-8",
    )
    with new_register(str(tmp_path / "r.habeas")) as register:
        import_claims(register, str(lines), About(Day.unknown()), Wish())
        yield register


def asked_on(day: date) -> AsOf:
    return AsOf(day, K, Basis.register())


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_status_counted_is_that_of_each_person(country: Register, day: date) -> None:
    of = definition()
    everyone = known(country, K, Basis.register()).everyone.values()
    plain = Counter(
        "untold" if is_nothing_known(e.held, day) else status_on(e.held, day, of.staleness).answer for e in everyone
    )
    assert dict(listing(country, asked_on(day), of).facets["status"]) == plain


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_some_people_are_counted_and_listed_as_everybody_is(country: Register, day: date) -> None:
    of, asked = definition(), asked_on(day)
    some = [person for number, person in enumerate(known(country, K, Basis.register()).everyone) if number % 3 == 0]
    names, counts = among(country, asked, of, [*some, "m_nobody"])
    rows = rows_of(country, asked, of, some)
    assert names == sorted(rows, key=lambda person: (rows[person].name.casefold(), person))
    assert {status: number for status, number in counts.items() if number} == Counter(r.status for r in rows.values())


@pytest.mark.parametrize("facet", ["status", "place", "place_kind", "recognised_by", "ground"])
def test_as_many_are_listed_as_the_facet_says(country: Register, facet: str) -> None:
    of, asked = definition(), asked_on(date(2022, 7, 4))
    whole = listing(country, asked, of)
    assert whole.facets[facet]
    for value, number in whole.facets[facet]:
        narrowed = listing(country, asked, of, Asked(narrowed=((facet, value),), many=10_000))
        assert len(narrowed.rows) == narrowed.total == number
        assert narrowed.of == whole.total == whole.of


def test_whoever_is_named_without_any_custody_can_be_left_out(register_with_envoy: Register) -> None:
    asked = AsOf(date(2033, 1, 1), date(2033, 1, 1), Basis.register())
    held = listing(register_with_envoy, asked, definition(), Asked(narrowed=(("held", "yes"),)))
    assert [row.name for row in held.rows] == ["Held Somebody"]
    assert held.of == 2


def test_parts_of_a_list_are_the_list(country: Register) -> None:
    of, asked = definition(), asked_on(date(2022, 7, 4))
    whole = listing(country, asked, of, Asked(many=10_000)).rows
    parts = [listing(country, asked, of, Asked(first=first, many=40)).rows for first in range(0, len(whole), 40)]
    assert tuple(row for part in parts for row in part) == whole
    assert [row.name.casefold() for row in whole] == sorted(row.name.casefold() for row in whole)


def test_the_latest_arrest_comes_first_and_whoever_has_none_last(country: Register) -> None:
    of, asked = definition(), asked_on(date(2022, 7, 4))
    rows = listing(country, asked, of, Asked(order="arrest", many=10_000)).rows
    begun = [row.since[0] for row in rows if row.since and row.since[0]]
    assert begun == sorted(begun, reverse=True)
    assert max(begun) <= asked.day
    assert rows[-1].since is None


def test_a_search_is_narrowed_too_and_listed_by_likeness(country: Register) -> None:
    of, asked = definition(), asked_on(date(2022, 7, 4))
    name = listing(country, asked, of).rows[7].name
    found = listing(country, asked, of, Asked(name))
    assert found.rows[0].name == name
    assert 0 < found.total < found.of
    held = listing(country, asked, of, Asked(name, (("status", "yes"),)))
    assert {row.id for row in held.rows} == {row.id for row in found.rows if row.status == "yes"}


@pytest.mark.parametrize("wanted", [Asked(narrowed=(("beauty", "yes"),)), Asked(order="beauty")])
def test_an_unknown_facet_or_order_is_refused_with_those_there_are(country: Register, wanted: Asked) -> None:
    with pytest.raises(UsageError, match=r"status|likeness"):
        listing(country, asked_on(K), definition(), wanted)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_whoever_is_listed_at_a_place_is_there_by_its_own_page(country: Register, day: date) -> None:
    everyone, of = known(country, K, Basis.register()).everyone, definition()
    there = {
        place.name: {
            s.person for s in place.stays if is_there(s, everyone[s.person], day.toordinal(), of.staleness) != "no"
        }
        for place in places(country, asked_on(day)).values()
    }
    counted = dict(listing(country, asked_on(day), of).facets["place"])
    assert counted == {name: len(people) for name, people in there.items() if people}


def test_of_whom_nothing_is_told_of_custody_is_not_said_to_be_out(register_with_envoy: Register) -> None:
    before, after = (AsOf(day, date(2999, 1, 1), Basis.register()) for day in (date(2032, 4, 1), date(2032, 5, 1)))
    assert dict(listing(register_with_envoy, before, definition()).facets["status"]) == {"untold": 2}
    rows = listing(register_with_envoy, after, definition()).rows
    assert [(row.name, row.status) for row in rows] == [("Held Somebody", "yes"), ("Visiting Envoy", "untold")]


def test_who_was_released_and_arrested_again_elsewhere_is_not_listed_where_they_were(tmp_path: Path) -> None:
    told = {"subject": "Yan Kazachny", "source": "Courier", "published": "2026-10-01"}
    lines = tmp_path / "one.jsonl"
    lines.write_text(
        "".join(
            json.dumps({**told, **one}) + "\n"
            for one in (
                {"predicate": "arrest", "valid": "2022-01-10", "value": {"place": "Colony 3", "place_kind": "prison"}},
                {"predicate": "release", "valid": "2023-01-10"},
                {"predicate": "arrest", "valid": "2026-09-10"},
            )
        ),
        "utf-8",
    )
    with new_register(str(tmp_path / "r.habeas")) as register:
        import_claims(register, str(lines), About(Day.unknown()), Wish())
        for day, listed in ((date(2022, 5, 1), 1), (date(2026, 10, 1), 0)):
            asked = AsOf(day, date(2999, 1, 1), Basis.register())
            assert listing(register, asked, definition(), Asked(narrowed=(("place", "Colony 3"),))).total == listed
