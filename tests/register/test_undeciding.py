"""A decision is taken back by a further entry: its draft waits again, its claim no longer counts, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.claims.drafts import Draft
from habeas.claims.review import Policy
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.register.deciding import accept, amend, refuse, set_policy, waiting
from habeas.register.opened import Register, new_register
from habeas.register.reviewing import rule_rates
from habeas.register.second_look import confirm, object_to, provisional
from habeas.register.taking_in import add_file
from habeas.register.undeciding import undo_review
from habeas.sources.capture import About

ARTICLE = "Alena Vymyslova was arrested in March 2024 in Veldania. Hanna Vydumka died in custody on 3 June.\n"


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    (tmp_path / "courier.txt").write_text(ARTICLE, "utf-8")
    with new_register(str(tmp_path / "a.habeas")) as made:
        add_file(made, str(tmp_path / "courier.txt"), About(Day.parse("2024-06-26")))
        yield made


def draft(register: Register, predicate: str = "death_in_custody") -> Draft:
    return next(d for d in waiting(register) if d.claim["predicate"] == predicate)


def review(register: Register, of: Draft) -> str:
    """The latest decision about a draft."""
    return register.caught_up().reviews[of.id(register.store.key)][-1].id


def counting(register: Register) -> list[str]:
    """Predicates of the claims that count."""
    gone = register.caught_up().retracted()
    return [c.predicate for c in register.knowledge.claims if c.id not in gone]


def test_an_acceptance_undone_puts_the_draft_back_as_it_was(register: Register) -> None:
    proposed = draft(register)
    accept(register, [proposed])
    assert undo_review(register, review(register, proposed)).waits_again
    assert draft(register) == proposed
    assert not counting(register)


def test_what_was_accepted_and_undone_can_be_accepted_again_by_the_same_person(register: Register) -> None:
    proposed = draft(register)
    for _ in range(2):
        accept(register, [draft(register)])
        assert counting(register) == ["death_in_custody"]
        undo_review(register, review(register, proposed))
        assert not counting(register)


def test_a_refusal_and_an_amendment_undone_put_the_draft_back(register: Register) -> None:
    proposed = draft(register)
    refuse(register, proposed, "misread")
    undo_review(register, review(register, proposed))
    assert draft(register) == proposed
    amend(register, proposed, {"when": "2024-06-04"})
    undo_review(register, review(register, proposed))
    assert draft(register) == proposed
    assert not counting(register)


def test_an_undone_decision_counts_for_no_rule(register: Register) -> None:
    proposed = draft(register, "arrest")
    refuse(register, proposed, "misread")
    undo_review(register, review(register, proposed))
    accept(register, [proposed])
    rate = next(r for r in rule_rates(register) if r.rule == "syntax.arrest")
    assert (rate.accepted, sum(rate.refused.values())) == (1, 0)


def test_a_decision_is_undone_once(register: Register) -> None:
    proposed = draft(register)
    refuse(register, proposed, "misread")
    made = review(register, proposed)
    undo_review(register, made)
    with pytest.raises(InputRefused, match="undone already"):
        undo_review(register, made)


def test_undoing_a_second_look_leaves_the_first(register: Register) -> None:
    set_policy(register, Policy(2, None))
    proposed = draft(register)
    accept(register, [proposed])
    claim = next(iter(provisional(register)))
    register.actor = register.store.actor_id("bob")
    made = confirm(register, claim)
    assert not provisional(register)
    assert not undo_review(register, made).waits_again
    assert list(provisional(register)) == [claim]
    assert counting(register) == ["death_in_custody"]


def test_undoing_an_objection_lets_the_claim_count_again(register: Register) -> None:
    set_policy(register, Policy(2, None))
    accept(register, [draft(register)])
    claim = next(iter(provisional(register)))
    register.actor = register.store.actor_id("bob")
    made = object_to(register, claim, "not_said")
    assert not counting(register)
    undo_review(register, made)
    assert counting(register) == ["death_in_custody"]


def test_an_undone_acceptance_is_no_first_look(register: Register) -> None:
    set_policy(register, Policy(2, None))
    proposed = draft(register)
    accept(register, [proposed])
    undo_review(register, review(register, proposed))
    register.actor = register.store.actor_id("bob")
    accept(register, [proposed])
    assert len(provisional(register)) == 1


def test_a_draft_whose_words_were_expunged_cannot_be_put_back(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed = draft(register)
    accept(register, [proposed])
    made = review(register, proposed)
    monkeypatch.setattr(type(register.store), "body", lambda *_: None)
    with pytest.raises(InputRefused, match="no longer held"):
        undo_review(register, made)
