"""What was said last, as far as the days tell: every order that they allow is looked at, and no other."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from habeas.figures.last_said import Said, last_said

DAYS = range(1, 5)


def by_trying(said: list[Said], day: int) -> set[str | None]:
    """Every way in which the acts can have happened, each on a day of its own and a place within that day."""
    found: set[str | None] = set()
    choices = [
        [
            *([] if one.sure else [None]),
            *((d, place) for d in DAYS if one.first <= d <= one.last for place in range(len(said))),
        ]
        for one in said
    ]
    for chosen in product(*choices):
        there = [(when, one) for when, one in zip(chosen, said, strict=True) if when is not None]
        if len({when for when, _ in there}) < len(there):
            continue
        standing = [(when, one.what) for when, one in there if one.for_all_days or when[0] <= day]
        found.add(max(standing)[1] if standing else None)
    return found


bounds = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).map(sorted)
acts = st.lists(
    st.builds(
        lambda what, edges, sure, always: Said(what, edges[0], edges[1], sure, always),
        st.sampled_from(("given", "taken")), bounds, st.booleans(), st.booleans(),
    ),
    max_size=3,
)  # fmt: skip


@given(acts, st.sampled_from(DAYS))
def test_it_is_what_trying_every_order_finds(said: list[Said], day: int) -> None:
    assert last_said(said, day) == by_trying(said, day)


def test_of_two_acts_of_one_day_either_may_be_the_later() -> None:
    assert last_said([Said("given", 1, 1), Said("taken", 1, 1)]) == {"given", "taken"}


def test_an_act_without_a_day_may_come_before_or_after() -> None:
    assert last_said([Said("given", 1, 1), Said("taken")], 5) == {"given", "taken"}
