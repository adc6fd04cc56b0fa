"""What is denied: never surer than without the denial, and a denial of nothing told changes nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.claim import Claim, Source
from habeas.custody.denials import Denial, denial_of
from habeas.custody.held import Held, held
from habeas.custody.signs import NEVER, Sign
from habeas.custody.status import status_on
from habeas.kernel.days import Day

FIRST = date(2021, 1, 1).toordinal()
SOURCE = Source("cit_s", "Lantern", Day.on(date(2021, 3, 1)))
WORDS = {"enters": "arrest", "inside": "in_custody", "leaves": "release", "outside": "at_liberty", "died": "death"}


@st.composite
def sign(draw: st.DrawFn) -> Sign:
    effect = draw(st.sampled_from(sorted(WORDS)))
    lo = FIRST + draw(st.integers(0, 60))
    name = f"{effect}{lo}"
    return Sign(effect, lo, lo + draw(st.integers(0, 9)), True, name, draw(st.sampled_from("st")), WORDS[effect])


@st.composite
def denial(draw: st.DrawFn) -> Denial:
    effect = draw(st.sampled_from(sorted(WORDS)))
    lo = FIRST + draw(st.integers(0, 60))
    undated = effect != "inside" and draw(st.booleans())
    return Denial(effect, WORDS[effect], NEVER if undated else lo, lo + draw(st.integers(0, 9)), f"d{lo}", "denier")


signs, denials = st.lists(sign(), max_size=6), st.lists(denial(), max_size=2)


def certain(found: Held) -> set[int]:
    return {day for c in found.certain for day in range(c.start, min(c.until, FIRST + 90))}


def possible(found: Held) -> set[int]:
    return {day for a, b in found.possible for day in range(max(a, FIRST - 5), min(b, FIRST + 90))}


@given(signs, denials)
def test_a_denial_makes_no_day_certain_and_no_possible_day_impossible(told: list[Sign], denied: list[Denial]) -> None:
    plain, both = held(told), held(told, denied)
    assert certain(both) <= certain(plain)
    assert possible(both) >= possible(plain)
    assert certain(both) <= possible(both)


@given(signs, denials, st.integers(-5, 90))
def test_a_day_told_one_way_and_denied_the_other_is_disputed(told: list[Sign], denied: list[Denial], on: int) -> None:
    found, day = held(told, denied), FIRST + on
    if any(start <= day < until for start, until in found.denied_on):
        status = status_on(found, date.fromordinal(day))
        assert status.answer == "disputed"
        assert {d.claim for d in found.denied} <= set(status.claims)


@given(signs, st.lists(denial(), max_size=2))
def test_the_order_of_denials_changes_nothing(told: list[Sign], denied: list[Denial]) -> None:
    assert held(told, denied) == held(told[::-1], denied[::-1])


@pytest.mark.parametrize("predicate", ["pardon", "sentence", "charge"])
def test_what_says_nothing_sure_of_custody_denies_nothing(predicate: str) -> None:
    assert denial_of(Claim("c", "mtn_a", predicate, {}, "s", Day.unknown(), reality="denied"), SOURCE) is None


def test_only_a_claim_that_denies_is_a_denial() -> None:
    assert denial_of(Claim("c", "mtn_a", "release", {}, "s", Day.unknown()), SOURCE) is None
    assert denial_of(Claim("c", "mtn_a", "release", {}, "s", Day.unknown(), reality="denied"), SOURCE) is not None
