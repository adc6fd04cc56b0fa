"""Where two have to look, nobody is both of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.claims.review import Policy
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused, RefusedByRule
from habeas.register.deciding import accept, set_policy, waiting
from habeas.register.importing import Wish, import_claims
from habeas.register.known import known
from habeas.register.opened import Register, new_register
from habeas.register.second_look import confirm, object_to, provisional
from habeas.sources.capture import About

LINE = '{"subject": "Hanna Vydumka", "predicate": "death_in_custody", "valid": "2024-06-03", "source": "Lantern"}\n'


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """One draft, proposed by alice; bob is at work."""
    (tmp_path / "lines.jsonl").write_text(LINE, "utf-8")
    with new_register(str(tmp_path / "a.habeas")) as made:
        set_policy(made, Policy(1, "small", ("death_in_custody",)))
        made.actor = made.store.actor_id("alice")
        import_claims(made, str(tmp_path / "lines.jsonl"), About(Day.unknown()), Wish(as_drafts=True))
        made.actor = made.store.actor_id("bob")
        yield made


def counts_as_provisional(register: Register) -> bool:
    today = register.store.clock().date()
    seen = known(register, AsOf(today, today, Basis.register()).known_by, Basis.register()).visible
    return any(claim.provisional for claim in seen.claims)


def test_nobody_accepts_their_own_proposal_where_two_are_needed(register: Register) -> None:
    register.actor = register.store.actor_id("alice")
    with pytest.raises(RefusedByRule, match="two others"):
        accept(register, waiting(register))
    assert waiting(register)


def test_a_claim_stays_provisional_until_a_second_person_confirms(register: Register) -> None:
    accept(register, waiting(register))
    (claim,) = provisional(register)
    assert counts_as_provisional(register)
    with pytest.raises(RefusedByRule, match="somebody else"):
        confirm(register, claim)
    register.actor = register.store.actor_id("carol")
    confirm(register, claim)
    assert not provisional(register)
    assert not counts_as_provisional(register)


def test_who_proposed_it_is_no_second_person(register: Register) -> None:
    accept(register, waiting(register))
    (claim,) = provisional(register)
    register.actor = register.store.actor_id("alice")
    with pytest.raises(RefusedByRule, match="somebody else"):
        confirm(register, claim)


def test_a_second_person_may_object(register: Register) -> None:
    accept(register, waiting(register))
    (claim,) = provisional(register)
    with pytest.raises(InputRefused, match="no reason"):
        object_to(register, claim, "dislike")
    object_to(register, claim, "not_said")
    assert claim in register.caught_up().retracted()
    assert not provisional(register)
    with pytest.raises(InputRefused, match="second look"):
        confirm(register, claim)


def test_where_one_is_enough_nothing_waits(register: Register) -> None:
    set_policy(register, Policy())
    accept(register, waiting(register))
    assert not provisional(register)
