"""Claims that need a second look."""

from __future__ import annotations

from datetime import date

import pytest
from tests.register.due.conftest import Needing, Told

from habeas.claims.review import Policy
from habeas.kernel.days import Day
from habeas.register.deciding import retract, set_policy
from habeas.register.entering import Citation
from habeas.register.entering_many import Happened, Named, enter_event, made_of
from habeas.sources.note import Note

DEATH = {"subject": {"name": "Hanna Vydumka", "id": "hanna"}, "predicate": "death_in_custody", "valid": "2023-05-02"}


def test_a_death_told_by_one_source_waits_for_another(told: Told, needing: Needing) -> None:
    register = told(DEATH)
    (one,) = needing(register, "single_source_death")
    assert (one.title, one.since) == ("Hanna Vydumka", date(2023, 5, 2))
    assert "told by Lantern alone" in one.why


def test_a_second_source_ends_the_wait(told: Told, needing: Needing) -> None:
    assert needing(told(DEATH, {**DEATH, "source": "Courier"}), "single_source_death") == []


@pytest.mark.parametrize(
    "again",
    [{"published": "2024-02-02"}, {"source": "Courier", "derived_from": "Lantern"}],
    ids=["the same publisher", "a reprint"],
)
def test_the_same_source_again_is_no_other(told: Told, needing: Needing, again: dict[str, str]) -> None:
    first = {**DEATH, "derived_from": "Lantern"} if "derived_from" in again else DEATH
    assert len(needing(told(first, {**DEATH, **again}), "single_source_death")) == 1


def test_what_is_feared_or_denied_is_no_death(told: Told, needing: Needing) -> None:
    assert needing(told({**DEATH, "reality": "denied"}), "single_source_death") == []


def test_what_one_person_accepted_where_two_are_needed_is_told(told: Told, needing: Needing) -> None:
    register = told(DEATH)
    assert needing(register, "provisional") == []
    set_policy(register, Policy(2, None))
    enter_event(
        register,
        made_of(
            register,
            Happened("release", Day.parse("2024-05-01")),
            [Named("Ivan Nibyta", 1, "")],
            Citation("Courier", Day.unknown()),
        ),
    )
    (one,) = needing(register, "provisional")
    assert one.title == "Ivan Nibyta"
    assert one.why.startswith("released")


def test_a_note_that_may_not_be_shown_is_told_while_claims_rest_on_it(told: Told, needing: Needing) -> None:
    register = told(DEATH)
    for consent in ("staff_only", "public"):
        note = Note("call", Day.parse("2024-05-02"), f"Ivan Nibyta is out, {consent}", consent)
        made = made_of(
            register, Happened("release", Day.parse("2024-05-01")), [Named("Ivan Nibyta", 1, "Ivan Nibyta")], note
        )
        entered = enter_event(register, made)
        if consent == "staff_only":
            (claim,) = entered.claims
    (one,) = needing(register, "consent")
    assert one.title == "Note (call) of 2024-05-02"
    assert one.why == "staff only: 1 claim held back"
    retract(register, claim, "wrong")
    assert needing(register, "consent") == []
