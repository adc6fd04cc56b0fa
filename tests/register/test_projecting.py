"""A projection kept while more is entered is the projection made from nothing, whatever was entered."""

from __future__ import annotations

import random
from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.register.ledgers_at_random import Ledger

from habeas.claims.knowledge import Knowledge
from habeas.register.circumstances import Kept, circumstances
from habeas.register.projecting import Projecting, projection
from habeas.register.showing import Sees


def in_order(knowledge: Knowledge) -> list[object]:
    """Everything in it, the order of what is found by id too."""
    parts = (getattr(knowledge, one.name) for one in fields(Knowledge))
    return [list(part.items()) if isinstance(part, dict) else part for part in parts]


@pytest.mark.parametrize("sees", Sees)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False), st.integers(2, 25))
def test_it_is_the_one_made_from_nothing(sees: Sees, dice: random.Random, acts: int) -> None:
    ledger, kept, projecting = Ledger(dice), Kept(), Projecting(sees)
    for _ in range(acts):
        ledger.act()
        today, told = ledger.today.date(), ledger.knowledge
        found = projecting.of(told, circumstances(told, today, kept), ledger.waiting)
        anew = projection(told, circumstances(told, today, Kept()), sees, ledger.waiting)
        assert in_order(found) == in_order(anew)
