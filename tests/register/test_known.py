"""Everybody, made again after more was entered with what they were made with before, is everybody made from nothing."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.register.ledgers_at_random import Ledger

from habeas.claims.knowledge import Knowledge
from habeas.figures.definitions import definition
from habeas.figures.roll import Standing, roll
from habeas.kernel.asof import Basis
from habeas.register.known import Known, known_anew
from habeas.register.opened import Register
from habeas.store.store import Store


class Told(Register):
    """A register without a store, of which everything is opened."""

    def caught_up(self) -> Knowledge:
        return self.knowledge


def told(knowledge: Knowledge) -> Told:
    return Told(path="", store=Store.__new__(Store), actor="nobody", knowledge=knowledge)


def everything(now: Known) -> list[object]:
    """All of it, the order of what is found by id too."""
    standing = [*now.everyone.items()], [*now.persons.by_id.items()]
    return [*standing, now.persons, now.look_alikes, now.groups, now.figures, now.visible]


@pytest.mark.parametrize("basis", [Basis.register(), Basis.public()])
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False), st.integers(2, 20))
def test_whoever_is_known_does_not_depend_on_what_was_known_before(
    basis: Basis, dice: random.Random, acts: int
) -> None:
    ledger, of, day = Ledger(dice, ahead=False), definition(), date(2024, 4, 15)
    kept, before = told(ledger.knowledge), dict[int, Standing | None]()
    for _ in range(acts):
        ledger.act()
        kept.memo.clear()
        known_by = dice.choice((date(2024, 1, 1), date(2024, 5, 2), date(2999, 1, 1)))
        found, anew = known_anew(kept, known_by, basis), known_anew(told(ledger.knowledge), known_by, basis)
        assert everything(found) == everything(anew)
        assert roll(found.everyone, found.look_alikes, of, day, before) == roll(
            anew.everyone, anew.look_alikes, of, day
        )
