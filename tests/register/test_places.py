"""Who was held where: stays follow from claims, and no street becomes a prison."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.register.intake_lines import come_in
from tests.register.orsk_story import ALENA, COLONY, COURT, IVAN, MARTA, PRISON, YAN, line, story

from habeas.custody.signs import FOREVER
from habeas.figures.evidence import Evidence
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.register.known import Known, known
from habeas.register.opened import Register, new_register
from habeas.register.places import Place, Stay, at_place, days_at, is_there, places, stays_of


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "orsk.habeas")) as made:
        come_in(made, story())
        yield made


def asked() -> AsOf:
    return AsOf(utc_today(), utc_today(), Basis.register())


def now(register: Register) -> Known:
    return known(register, utc_today(), Basis.register())


def evidence(register: Register, name: str) -> Evidence:
    return next(e for e in now(register).everyone.values() if name in e.person.names)


def stays(register: Register, name: str) -> list[Stay]:
    return stays_of(evidence(register, name))


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def there(register: Register, place: Place, on: str, staleness: int | None = None) -> dict[str, str]:
    everyone = now(register).everyone
    return {
        everyone[s.person].person.name: is_there(s, everyone[s.person], day(on), staleness) for s in place.stays
    }  # fmt: skip


def test_a_stay_lasts_until_the_next_place_and_the_last_until_the_way_out(register: Register) -> None:
    first, second = stays(register, ALENA)
    assert (first.name, first.kind, first.start, first.end) == (
        PRISON, "pre_trial", (day("2021-03-02"),) * 2, (day("2022-01-15"),) * 2,
    )  # fmt: skip
    assert (second.name, second.end) == (COLONY, (day("2023-07-04"), day("2023-07-09")))


def test_where_somebody_was_taken_is_no_place_of_custody_unless_its_kind_is_told(register: Register) -> None:
    assert stays(register, IVAN) == []
    assert "orsk" not in places(register, asked())


def test_a_place_holds_those_of_its_day_and_no_others(register: Register) -> None:
    colony = places(register, asked())["colony-5"]
    assert there(register, colony, "2022-06-01") == {ALENA: "certain", MARTA: "no", YAN: "no"}
    assert there(register, colony, "2023-07-06") == {ALENA: "possible", MARTA: "no", YAN: "no"}
    assert there(register, colony, "2024-12-15") == {ALENA: "no", MARTA: "certain", YAN: "possible"}


def test_after_no_proof_for_long_somebody_is_there_possibly(register: Register) -> None:
    colony = places(register, asked())["colony-5"]
    assert there(register, colony, "2025-12-01")[MARTA] == "certain"
    assert there(register, colony, "2025-12-01", staleness=180)[MARTA] == "possible"


def test_days_are_counted_as_they_are_for_each_person(register: Register) -> None:
    colony = places(register, asked())["colony-5"]
    counted = days_at(now(register), colony, date(2024, 12, 20), None, 5000)
    assert counted is not None
    for on in ("2022-01-14", "2022-01-15", "2023-07-04", "2023-07-08", "2023-07-09", "2024-12-01", "2024-12-20"):
        answers = list(there(register, colony, on).values())
        n = day(on) - counted.first.toordinal()
        assert counted.certain[n] == answers.count("certain"), on
        assert counted.possible[n] == answers.count("certain") + answers.count("possible"), on


def test_only_the_last_days_are_counted_where_there_are_many(register: Register) -> None:
    counted = days_at(now(register), places(register, asked())["colony-5"], date(2024, 12, 20), None, 30)
    assert counted is not None
    assert len(counted.certain) == len(counted.possible) == 30


def test_before_anybody_was_there_nothing_is_counted(register: Register) -> None:
    assert days_at(now(register), places(register, asked())["colony-5"], date(2020, 1, 1), None, 99) is None


def test_a_court_is_known_by_what_it_heard(register: Register) -> None:
    court = places(register, asked())["orsk-district-court"]
    assert court.name == COURT and not court.stays
    assert sorted(claim.predicate for _, claim in court.heard) == ["case", "case", "sentence"]


def test_a_place_on_record_without_days_is_known_and_holds_nobody_on_a_day(register: Register) -> None:
    come_in(register, [line("Hanna Vydumka", "last_held_at", place=COLONY)])
    (stay,) = stays(register, "Hanna Vydumka")
    assert (stay.start, stay.end) == (None, None)
    assert at_place(stay, evidence(register, "Hanna Vydumka"), None) == ([], [])


def test_a_death_is_at_the_place_told(register: Register) -> None:
    come_in(register, [line("Hanna Vydumka", "death_in_custody", "2023-05-02", place=COLONY)])
    (stay,) = stays(register, "Hanna Vydumka")
    assert stay.start == stay.end == (day("2023-05-02"),) * 2


def test_demanded_or_denied_places_count_for_nothing(register: Register) -> None:
    come_in(register, [{**line("Hanna Vydumka", "transfer", "2023-05-02", place="Colony 9"), "reality": "denied"}])
    assert "colony-9" not in places(register, asked())


def test_certain_days_at_a_place_are_possible_days(register: Register) -> None:
    everyone = now(register).everyone
    for place in places(register, asked()).values():
        for stay in place.stays:
            certain, possible = at_place(stay, everyone[stay.person], None)
            assert all(any(a <= start and until <= b for a, b in possible) for start, until in certain)
            assert all(until <= FOREVER for _, until in possible)
