"""A fact is entered by hand with its source as one act, about somebody here or somebody new, and taken back as one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.claims.claim import Claim
from habeas.claims.review import Policy
from habeas.kernel.asof import Basis
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.register.acts import claims_of, undo
from habeas.register.deciding import set_policy, waiting
from habeas.register.entering import Citation, Entered, Fact, Whom, enter_fact
from habeas.register.known import people
from habeas.register.opened import Register, new_register
from habeas.register.reviewing import rule_rates
from habeas.register.second_look import provisional
from habeas.register.taking_in import add_file
from habeas.sources.capture import About
from habeas.sources.note import Note

LANTERN = Citation("Lantern", Day.parse("2024-08-02"), "https://lantern.example/1")
RELEASED = Fact("release", Day.parse("2024-08-01"), {"way_out": "pardon"})
NOTE = Note("call", Day.parse("2024-08-03"), "She came home yesterday.", "staff_only", "Heron")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    (tmp_path / "courier.txt").write_text("Alena Vymyslova was arrested in March 2024 in Veldania.\n", "utf-8")
    with new_register(str(tmp_path / "a.habeas")) as made:
        add_file(made, str(tmp_path / "courier.txt"), About(Day.parse("2024-06-26")), "all")
        yield made


def alena(register: Register) -> Whom:
    return Whom("Alena Vymyslova", tuple(m.id for m in register.caught_up().mentions.values()))


def claim_of(register: Register, entered: Entered) -> Claim:
    return next(c for c in register.caught_up().claims if c.id == entered.claim)


def persons(register: Register) -> int:
    today = register.store.clock().date()
    return len(people(register, today, Basis.register()).persons.by_id)


def test_the_source_names_whom_it_names_and_a_judgement_says_who_that_is(register: Register) -> None:
    made = enter_fact(register, Whom("Aliona Vymyslava", alena(register).mentions), RELEASED, LANTERN)
    claim = claim_of(register, made)
    assert register.knowledge.mentions[str(claim.subject)].name == "Aliona Vymyslava"
    assert (claim.value, claim.when.text, register.knowledge.sources[claim.source].url) == (
        {"way_out": "pardon"},
        "2024-08-01",
        LANTERN.url,
    )
    assert persons(register) == 1


def test_in_a_source_that_names_the_person_their_own_mention_is_used(register: Register) -> None:
    (source,) = (s.id for s in register.caught_up().sources.values())
    made = enter_fact(register, alena(register), Fact("nationality", Day.unknown(), {"value": "Veldanian"}), source)
    assert made.mention in alena(register).mentions
    assert not register.knowledge.judgements


def test_somebody_new_of_a_name_that_is_here_is_another_person(register: Register) -> None:
    enter_fact(register, Whom("Alena Vymyslova"), RELEASED, LANTERN)
    (source,) = (s.id for s in register.caught_up().sources.values() if s.kind == "capture")
    enter_fact(register, Whom("Alena Vymyslova"), RELEASED, source)
    assert persons(register) == 3


def test_the_same_form_sent_twice_enters_nothing_and_nobody_twice(register: Register) -> None:
    for whom in (alena(register), Whom("Yan Kazachny")):
        first = enter_fact(register, whom, RELEASED, LANTERN)
        before = register.store.head().size
        again = enter_fact(register, Whom(whom.name, (*whom.mentions, first.mention) if whom.mentions else ()), RELEASED, LANTERN)  # fmt: skip
        assert (again.act, again.claim, register.store.head().size) == (None, first.claim, before)


@pytest.mark.parametrize("whom", [None, Whom("Yan Kazachny")])
def test_it_is_one_act_which_is_undone_and_can_be_entered_again(register: Register, whom: Whom | None) -> None:
    whom = whom or alena(register)
    made = enter_fact(register, whom, RELEASED, NOTE)
    assert made.act is not None and claims_of(register, made.act) == (made.claim,)
    assert undo(register, made.act, "by mistake") == 1
    assert made.claim in register.caught_up().retracted()
    again = enter_fact(register, whom, RELEASED, NOTE)
    assert again.claim not in register.caught_up().retracted() or again.claim != made.claim


def test_a_short_note_stands_as_its_own_quote(register: Register) -> None:
    claim = claim_of(register, enter_fact(register, alena(register), RELEASED, NOTE))
    assert (claim.quote, claim.span) == (NOTE.text, (0, len(NOTE.text)))
    assert register.knowledge.passages[str(claim.passage)]["text"] == NOTE.text
    assert not waiting(register)


def test_a_quote_is_located_in_a_text_that_is_held_and_must_stand_there(register: Register) -> None:
    (source,) = (s.id for s in register.caught_up().sources.values())
    fact = Fact("arrest", Day.parse("2024-03"), quote="was arrested in March")
    assert claim_of(register, enter_fact(register, alena(register), fact, source)).span == (16, 37)
    with pytest.raises(InputRefused, match="quote"):
        enter_fact(register, alena(register), Fact("arrest", Day.unknown(), quote="was freed"), source)


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (Fact("figure", Day.unknown(), {"value": 5}), "not said of one person"),
        (Fact("release", Day.unknown(), {"way_out": "flying"}), "way_out"),
        (Fact("release", Day.unknown(), {"colour": "red"}), "no field"),
    ],
)
def test_what_cannot_be_said_is_refused_and_nothing_is_written(register: Register, fact: Fact, said: str) -> None:
    before = register.store.head().size
    with pytest.raises(InputRefused, match=said):
        enter_fact(register, alena(register), fact, LANTERN)
    with pytest.raises(InputRefused, match="no source here"):
        enter_fact(register, alena(register), RELEASED, "cap_none")
    assert register.store.head().size == before


def test_the_review_policy_holds_for_it(register: Register) -> None:
    set_policy(register, Policy(1, "small", ("release",)))
    made = enter_fact(register, alena(register), RELEASED, LANTERN)
    assert made.claim in provisional(register)


def test_no_rule_of_reading_is_credited_with_it(register: Register) -> None:
    before = [rate.to_json() for rate in rule_rates(register)]
    enter_fact(register, alena(register), RELEASED, LANTERN)
    assert [rate.to_json() for rate in rule_rates(register)] == before
