"""The list of people: what is counted beside it is what a plain look at everybody finds."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from habeas.custody.status import status_on
from habeas.figures.definitions import definition
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.days import Day
from habeas.kernel.errors import UsageError
from habeas.register.catalogue import Asked, among, listing, rows_of
from habeas.register.importing import Wish, import_claims
from habeas.register.known import known
from habeas.register.opened import Register, new_register
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
    plain = Counter(status_on(evidence.held, day, of.staleness).answer for evidence in everyone)
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
