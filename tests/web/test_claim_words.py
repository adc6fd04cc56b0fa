"""What claims say in words, and days that are not known exactly."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.vocabulary import vocabulary
from habeas.custody.signs import FOREVER, NEVER
from habeas.web.pages.claim_words import facts, first_day, in_words, is_readable, one_of, when
from habeas.web.pages.loose_days import days_in_words, edtf_in_words
from habeas.web.pages.person_disputes import disputes


def claim(predicate: str, valid: str | None = None, **more: Any) -> dict[str, Any]:
    value = more.pop("value", {})
    return {
        "id": f"{predicate} {valid} {value}", "predicate": predicate, "label": vocabulary().predicate(predicate).label, "value": value,
        "valid": valid, "reality": "actual", "disputed": False, "provisional": False, **more,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("predicate", "value", "said"),
    [
        ("sentence", {"term_years": 1.5, "court": "Orsk court", "in_absentia": True}, "1.5 years; Orsk court; in absentia"),
        ("administrative_arrest", {"term_days": 1, "by": "the police"}, "1 day; by the police"),
        ("release", {"way_out": "pardon", "conditions": ["surveillance", "travel_ban"]}, "pardoned; under surveillance after release, may not leave"),
        ("release", {"group": 14}, "one of 14"),
        ("release", {"group": 1400, "comparator": "more_than", "destination": "abroad"}, "one of more than 1,400; to abroad"),
        ("minor", {"value": False}, "no"),
        ("release", {"group": None}, "one of a group"),
        ("relation", {"relation": "co_defendant", "to": "Ivan Nibyta"}, "co defendant of Ivan Nibyta"),
        ("described_as_political_prisoner", {"as": "called"}, ""),
        ("new_charge", {"before_due": True, "article": "Art. 23"}, "Art. 23; before the end of the term then running"),
        ("transfer", {"place": "Colony 5", "place_kind": "prison", "from_place": "Orsk"}, "prison or colony; Colony 5; from Orsk"),
    ],
)  # fmt: skip
def test_a_value_reads_as_words(predicate: str, value: dict[str, Any], said: str) -> None:
    assert in_words(claim(predicate, value=value)) == said


@pytest.mark.parametrize("predicate", vocabulary().predicates.values(), ids=lambda p: p.name)
def test_every_field_of_every_predicate_can_be_said(predicate: Any) -> None:
    kinds = {"number": 2, "boolean": True, "texts": ["A", "B"], "conditions": ["surveillance"], "day": "2021-03-02"}
    value = {name: kinds.get(kind, "word") for name, kind in predicate.fields.items()}
    said = in_words(claim(predicate.name, value=value))
    assert "['" not in said and "True" not in said and "_" not in said


def test_staff_only_predicates_are_not_readable() -> None:
    assert not any(is_readable(name) for name in ("due_release", "lawyer", "address", "consent"))
    assert is_readable("release")


def test_of_an_unknown_number_somebody_is_one_of_a_group() -> None:
    assert one_of(None) == "one of a group" and one_of(14, "exact") == "one of 14"


def test_facts_told_alike_are_one_and_stand_by_day() -> None:
    told = [
        claim("release", "2024-05"),
        claim("arrest", "2021-03-02"),
        claim("arrest", "2021-03-02"),
        claim("arrest", "2021-03-03"),
    ]
    found = facts(told)
    assert [(fact["valid"], len(fact["tellings"])) for fact in found] == [
        ("2021-03-02", 2),
        ("2021-03-03", 1),
        ("2024-05", 1),
    ]


@given(st.lists(st.sampled_from([None, "2021", "2021-03-02", "2020-22", "../2021-05-01", "2022-01-01/.."]), max_size=8))
def test_no_telling_is_lost_when_facts_are_gathered(days: list[str | None]) -> None:
    found = facts([claim("arrest", day) for day in days])
    assert sum(len(fact["tellings"]) for fact in found) == len(days)
    assert [first_day(fact["valid"]) for fact in found] == sorted(first_day(fact["valid"]) for fact in found)


@pytest.mark.parametrize(
    ("predicate", "valid", "said"),
    [
        ("in_custody", "2023-03-01/2023-03-02", "1 March 2023"),
        ("in_custody", "2023-03-01/2023-04-01", "from 1 March 2023 until 1 April 2023"),
        ("condition", "2023-07/..", "from July 2023"),
        ("in_custody", "../2023-04-01", "until 1 April 2023"),
        ("at_liberty", "2023-09-10", "10 September 2023"),
        ("release", "2023-03-01/2023-03-02", "1 March 2023 to 2 March 2023"),
        ("release", None, ""),
    ],
)
def test_a_stretch_runs_up_to_its_last_day_and_a_loose_day_may_be_any(
    predicate: str, valid: str | None, said: str
) -> None:
    assert when(claim(predicate, valid)) == said


def test_a_year_and_a_day_in_it_are_no_dispute_and_two_years_are() -> None:
    assert disputes([claim("birth_date", "1980"), claim("birth_date", "1980-05-05")]) == []
    (found,) = disputes([claim("birth_date", "1980"), claim("birth_date", "1981")])
    assert found.fact == "Date of birth" and len(found.values) == 2


def test_what_lost_by_a_ruling_stands_beside_what_was_upheld() -> None:
    lost = claim("release", "2023-07-09", disputed=True)
    (found,) = disputes([lost, claim("release", "2023-07-04"), claim("release", "2019-01-01")])
    assert [value["valid"] for value in found.values] == ["2023-07-04", "2023-07-09"]


def test_custody_against_freedom_stands_in_one_row() -> None:
    (found,) = disputes(
        [claim("death_in_custody", "2023-01-01", disputed=True), claim("last_contact", "2023-02-01", disputed=True)]
    )
    assert found.fact == "Custody" and len(found.values) == 2


def test_what_was_only_demanded_disputes_nothing() -> None:
    assert (
        disputes([claim("minor", value={"value": True}), claim("minor", value={"value": False}, reality="denied")])
        == []
    )


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2021, 3, 2), date(2021, 3, 2), "2 March 2021"),
        (date(2021, 12, 1), date(2021, 12, 31), "December 2021"),
        (date(2021, 3, 2), date(2021, 3, 5), "a day from 2 March 2021 to 5 March 2021"),
        (None, date(2021, 3, 2), "2 March 2021 or earlier"),
        (date(2021, 3, 2), None, "2 March 2021 or later"),
        (None, None, "a day not known"),
    ],
)
def test_loose_days_in_words(first: date | None, last: date | None, said: str) -> None:
    assert days_in_words(first.toordinal() if first else NEVER, last.toordinal() if last else FOREVER) == said


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2021-03-02", "2 March 2021"), ("2021-03", "March 2021"), ("2021", "2021"), ("2023-22", "summer 2023"), ("2020-06~", "about June 2020"),
        ("2021-03-02/..", "2 March 2021 or later"), ("../2021-03", "March 2021 or earlier"), ("2021-03-02/2021-04", "2 March 2021 to April 2021"),
        ("not a day", "not a day"),
    ],
)  # fmt: skip
def test_edtf_in_words(edtf: str, said: str) -> None:
    assert edtf_in_words(edtf) == said
