"""The roll names everybody behind a count, each with an answer and the reason for it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from habeas.claims.claim import Claim, Source
from habeas.figures.definitions import definition
from habeas.figures.evidence import Evidence, as_member, claims_by_person, evidence_of
from habeas.figures.roll import Standing, bears_on, count, place_kind_on, roll, standing
from habeas.identity.persons import Person, Persons
from habeas.kernel.days import Day
from habeas.kernel.errors import RefusedByRule

SOURCES = {"s": Source("s", "Lantern", Day.on(date(2030, 1, 1)))}
RECORDED = datetime(2030, 1, 1, tzinfo=UTC)
Told = tuple[str, str, dict[str, Any]]
CALLED: Told = ("described_as_political_prisoner", "", {})


def evidence(*told: Told, name: str = "Alena Vymyslova") -> Evidence:
    claims = [
        Claim(f"{name[0]}{n}", "m", predicate, value, "s", Day.parse(day), recorded_at=RECORDED)
        for n, (predicate, day, value) in enumerate(told)
    ]
    return evidence_of(Person(f"p-{name}", ("m",), (name,)), claims, SOURCES, frozenset())


def stands(*told: Told, on: str = "2029-06-01", of: str = "described-as-political-prisoner") -> Standing:
    return standing(evidence(*told), definition(of), date.fromisoformat(on))


@pytest.mark.parametrize(("on", "answer", "why"), [
    ("2029-02-28", "no", "nothing known of custody that early"),
    ("2029-03-01", "yes", "held since 2029-03-01; out on 2029-09-01"),
    ("2029-08-31", "yes", "held since 2029-03-01"),
    ("2029-09-01", "no", "out on 2029-09-01 (released on parole)"),
])  # fmt: skip
def test_the_day_of_release_no_longer_counts(on: str, answer: str, why: str) -> None:
    found = stands(("arrest", "2029-03-01", {}), ("release", "2029-09-01", {"way_out": "parole"}), CALLED, on=on)
    assert found.answer == answer
    assert why in found.why


def test_an_imprecise_arrest_is_unknown_until_its_last_day() -> None:
    told = [("arrest", "2029-03", {}), CALLED]
    assert [stands(*told, on=on).answer for on in ("2029-02-28", "2029-03-01", "2029-03-31")] == [
        "no",
        "unknown",
        "yes",
    ]


def test_custody_is_unconfirmed_once_its_last_proof_is_too_old() -> None:
    told = [("arrest", "2028-01-01", {}), CALLED]
    confirmed, stale = stands(*told, on="2028-12-31"), stands(*told, on="2029-01-01")
    assert (confirmed.answer, confirmed.unconfirmed) == ("yes", False)
    assert (stale.answer, stale.unconfirmed, stale.may_be_in) == ("unknown", True, True)
    assert "no proof of custody since 2028-01-01" in stale.why


def test_two_sources_with_two_days_are_in_dispute_between_them() -> None:
    sources = {**SOURCES, "t": Source("t", "The Veldan Courier", Day.on(date(2030, 1, 1)))}
    claims = [
        Claim(f"c{n}", "m", predicate, {}, source, Day.parse(day), recorded_at=RECORDED)
        for n, (predicate, day, source) in enumerate(
            [("arrest", "2029-03-01", "s"), ("arrest", "2029-03-05", "t"), ("described_as_political_prisoner", "", "s")]
        )
    ]
    found = evidence_of(Person("p", ("m",), ("A",)), claims, sources, frozenset())
    answers = [standing(found, definition(), date(2029, 3, n)).answer for n in (1, 4, 5)]
    assert answers == ["disputed", "disputed", "yes"]


def test_somebody_not_assessed_counts_neither_in_nor_out() -> None:
    found = stands(("arrest", "2029-03-01", {}), of="pace-1900")
    assert found.answer == "not_assessed"
    assert not found.may_be_in


def test_somebody_who_is_out_is_out_whatever_the_definition() -> None:
    assert stands(("arrest", "2029-03-01", {}), ("release", "2029-04-01", {}), of="pace-1900").answer == "no"


def test_the_claims_behind_an_answer_are_named_with_it() -> None:
    assert set(stands(("arrest", "2029-03-01", {}), CALLED).claims) == {"A0", "A1"}


def test_the_roll_is_in_the_order_of_names_and_leaves_out_who_is_only_mentioned() -> None:
    everyone = {
        e.person.id: e
        for e in (
            evidence(("arrest", "2029-03-01", {}), CALLED, name="Piotr Prydumany"),
            evidence(CALLED, name="Hanna Vydumka"),
            evidence(("occupation", "", {"value": "judge"}), name="Yan Kazachny"),
            evidence(("charge", "2029-01-01", {}), name="Marta Fiktsyya"),
        )
    }
    found = roll(everyone, [], definition(), date(2029, 6, 1))
    assert [s.name for s in found] == ["Hanna Vydumka", "Piotr Prydumany", "Yan Kazachny"]
    assert count(found).certain == 1
    assert not bears_on(everyone["p-Marta Fiktsyya"])


def test_a_snapshot_refuses_another_day() -> None:
    with pytest.raises(RefusedByRule):
        roll({}, [], definition("cpj-census"), date(2030, 1, 1))


def test_the_kind_of_place_is_the_last_one_told() -> None:
    found = evidence(
        ("arrest", "2029-03-01", {"place_kind": "pre_trial"}), ("transfer", "2029-05-01", {"place_kind": "prison"})
    )
    kinds = [place_kind_on(found, date(2029, month, 2)) for month in (2, 4, 6)]
    assert kinds == [None, "pre_trial", "prison"]


def test_members_of_a_group_share_what_is_said_of_it() -> None:
    group = Claim(
        "c", None, "described_as_political_prisoner", {}, "s", Day.unknown(), members=("a", "b", "b"), count=9
    )
    persons = Persons({}, {"a": "pa", "b": "pb"}, (), frozenset(), ())
    found = claims_by_person(persons, [group])
    assert set(found) == {"pa", "pb"}
    assert [c.value for c in found["pb"]] == [{"as": "member"}]
    assert as_member(Claim("d", None, "release", {}, "s", Day.unknown())).value == {}
