"""The words in which claims are made are complete, and some things can never be said."""

from __future__ import annotations

import re

import pytest

from habeas.claims.vocabulary import ALIASES, Predicate, vocabulary
from habeas.kernel.errors import InputRefused

KINDS = {
    "text", "texts", "number", "boolean", "day", "conditions", "place_kind", "way_out", "condition", "relation", "role", "population",
    "comparator", "consent", "description_kind", "yes_no_unknown", "sex", "vote", "demand",
}  # fmt: skip
CUSTODY = {None, "enters", "inside", "leaves", "outside", "died", "may_leave", "may_be_inside"}
NEVER_SAID = re.compile(
    r"\b(aid|help|parcels?|money|donat\w*|transfers? of money|visitors?|visits? to|contacts? of|phone|e-?mail|defence|strategy|beneficiar\w*)\b",
    re.IGNORECASE,
)
every_predicate = pytest.mark.parametrize("predicate", vocabulary().predicates.values(), ids=lambda p: p.name)


@every_predicate
def test_a_predicate_says_what_it_is_about(predicate: Predicate) -> None:
    assert predicate.label
    assert predicate.example
    assert predicate.about in ("person", "group", "person_or_group", "body")
    assert predicate.time in ("moment", "stretch", "none")
    assert predicate.cardinality in ("one", "many")
    assert predicate.sensitivity in ("public", "guarded", "staff")
    assert predicate.custody in CUSTODY
    assert set(predicate.fields.values()) <= KINDS


@every_predicate
def test_a_predicate_names_only_kinds_and_ways_that_exist(predicate: Predicate) -> None:
    codes = vocabulary().codes
    assert predicate.place_kind is None or predicate.place_kind in codes["place_kind"]
    assert predicate.way_out is None or predicate.way_out in codes["way_out"]
    if predicate.place_kind is not None:
        assert predicate.custody in ("enters", "inside")
    if predicate.way_out is not None:
        assert predicate.custody in ("leaves", "may_leave")
    if predicate.custody_if is not None:
        assert predicate.custody is not None
        assert predicate.fields[predicate.custody_if] == "boolean"


def test_a_charge_says_something_of_custody_only_where_it_came_before_the_due_day() -> None:
    charge = vocabulary().predicate("new_charge")
    assert [charge.custody_of(v) for v in ({}, {"before_due": False}, {"before_due": True})] == [None, None, "inside"]
    assert vocabulary().predicate("arrest").custody_of({}) == "enters"


@every_predicate
def test_nothing_can_be_said_of_aid_visitors_relatives_contacts_or_the_defence(predicate: Predicate) -> None:
    words = f"{predicate.name.replace('_', ' ')} {predicate.label} {' '.join(predicate.fields).replace('_', ' ')}"
    found = NEVER_SAID.findall(words)
    assert not found or predicate.name == "last_contact", found


def test_what_endangers_people_stays_with_the_staff() -> None:
    staff = {p.name for p in vocabulary().predicates.values() if p.sensitivity == "staff"}
    assert {"address", "lawyer", "due_release", "consent", "withhold_asked"} <= staff


def test_other_words_lead_to_predicates() -> None:
    for word, name in ALIASES.items():
        assert vocabulary().predicate(word).name == name


def test_an_unknown_predicate_is_refused_with_the_nearest_words() -> None:
    with pytest.raises(InputRefused, match=r"did you mean .*release"):
        vocabulary().predicate("releese")


@pytest.mark.parametrize(("name", "value", "why"), [
    ("arrest", {"colour": "blue"}, "arrest has no field 'colour'; it has place_kind"),
    ("birth_date", {"colour": "blue"}, "it has no fields"),
    ("arrest", {"place_kind": "cellar"}, "place_kind: 'cellar' is not one of"),
    ("arrest", {"term_days": "ten"}, "'ten' is no number"),
    ("arrest", {"term_days": True}, "True is no number"),
    ("arrest", {"term_days": -1}, "below zero"),
    ("sentence", {"life": "yes"}, "neither true nor false"),
    ("release", {"conditions": ["travel_ban", "silence"]}, "conditions: 'silence'"),
    ("figure", {"as_of": "2025-04-31"}, "no calendar day"),
    ("assessment", {"answer": "maybe"}, "answer: 'maybe' is not one of yes, no, unknown"),
])  # fmt: skip
def test_a_value_at_fault_is_refused_by_its_field(name: str, value: dict[str, object], why: str) -> None:
    with pytest.raises(InputRefused, match=re.escape(why)):
        vocabulary().checked(vocabulary().predicate(name), value)


def test_a_number_that_is_none_at_all_is_refused() -> None:
    for number in (float("nan"), float("inf")):
        with pytest.raises(InputRefused, match="no number"):
            vocabulary().checked(vocabulary().predicate("figure"), {"value": number})


def test_a_checked_value_leaves_absent_fields_out_and_sorts_conditions() -> None:
    release = vocabulary().predicate("release")
    given = {"conditions": ["travel_ban", "surveillance", "travel_ban"], "place": None, "destination": "Orsk"}
    assert vocabulary().checked(release, given) == {"conditions": ["surveillance", "travel_ban"], "destination": "Orsk"}


@every_predicate
def test_a_checked_value_checks_again_to_itself(predicate: Predicate) -> None:
    samples: dict[str, object] = {
        "text": "x", "texts": ["x"], "number": 3, "boolean": False, "day": "2024-05", "conditions": ["travel_ban"],
        "description_kind": "member", "yes_no_unknown": "no", "sex": "female",
    }  # fmt: skip
    codes = vocabulary().codes
    value = {
        field: samples[kind] if kind in samples else next(iter(codes[kind])) for field, kind in predicate.fields.items()
    }
    once = vocabulary().checked(predicate, value)
    assert vocabulary().checked(predicate, once) == once
    assert set(once) == set(predicate.fields)
