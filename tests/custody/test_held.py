"""Folding one person's signs: whatever order they come in, and never surer than the truth allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from habeas.claims.claim import Claim, Source
from habeas.custody.held import Held, held, merged
from habeas.custody.signs import FOREVER, NEVER, Sign, signs_of
from habeas.custody.status import status_on
from habeas.kernel.days import Day

FIRST = date(2021, 1, 1)
SPAN = 60
LATER = Source("cit_later", "Lantern", Day.on(date(2023, 1, 1)))
EFFECTS = ("enters", "inside", "leaves", "outside", "died")
PREDICATE = {"enters": "arrest", "inside": "in_custody", "leaves": "release", "outside": "at_liberty", "died": "death"}


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def says(predicate: str, first: int, last: int, name: str = "c", source: str = "s") -> Sign:
    """A claim that this happened on one of the days `first` to `last`, as the fold sees it."""
    claim = Claim(name, "mtn_a", predicate, {}, source, Day.between(day(first), day(last)))
    return signs_of(claim, LATER)[0]


def is_certain(found: Held, number: int) -> bool:
    return any(s.start <= number < s.until for s in found.certain)


def is_possible(found: Held, number: int) -> bool:
    return any(start <= number < until for start, until in found.possible)


# --- any signs at all, however contradictory


@st.composite
def any_sign(draw: st.DrawFn) -> Sign:
    """A claim has one source and one strength; what else it says is free."""
    number, effect = draw(st.integers(0, 30)), draw(st.sampled_from(EFFECTS))
    lo = draw(st.integers(0, SPAN)) + FIRST.toordinal()
    hi = lo + draw(st.integers(0, 20))
    return Sign(
        effect,
        NEVER if draw(st.integers(0, 3)) == 0 else lo,
        FOREVER if draw(st.integers(0, 5)) == 0 else hi,
        number % 4 > 0,
        f"c{number}",
        f"s{number % 3}",
        "rearrest" if effect == "enters" and number % 2 else PREDICATE[effect],
        term=(None, None, 10, 15)[number % 7 % 4] if effect == "enters" else None,
    )


signs = st.lists(any_sign(), max_size=7)


@given(signs, st.randoms(use_true_random=False))
def test_the_order_in_which_claims_came_in_changes_nothing(told: list[Sign], dice: object) -> None:
    shuffled = list(told)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands out a random.Random
    assert held(shuffled) == held(told)


@given(signs)
def test_the_same_claims_twice_change_nothing(told: list[Sign]) -> None:
    assert held([*told, *told]) == held(told)


@given(signs)
def test_a_certain_day_is_a_possible_day(told: list[Sign]) -> None:
    found = held(told)
    for stretch in found.certain:
        assert any(start <= stretch.start and stretch.until <= until for start, until in found.possible)


@given(signs)
def test_stretches_are_in_order_and_do_not_touch(told: list[Sign]) -> None:
    found = held(told)
    for earlier, later in zip(found.possible, found.possible[1:], strict=False):
        assert earlier[1] < later[0]
    assert all(start < until for start, until in (*found.possible, *found.disputed))


@given(signs)
def test_only_strong_signs_make_a_day_certain(told: list[Sign]) -> None:
    assert not held([replace(sign, strong=False) for sign in told]).certain


@given(signs)
def test_a_status_is_given_for_every_day_and_agrees_with_the_stretches(told: list[Sign]) -> None:
    found = held(told)
    for number in range(-5, SPAN + 30, 5):
        answer = status_on(found, day(number)).answer
        ordinal = day(number).toordinal()
        assert (answer == "yes") == is_certain(found, ordinal)
        if is_possible(found, ordinal):
            assert answer != "no"


def test_merging_joins_stretches_that_touch_and_drops_empty_ones() -> None:
    assert merged([(5, 9), (1, 3), (3, 5), (20, 20)]) == [(1, 9)]


# --- a later proof


@given(st.integers(0, 30), st.integers(1, 25))
def test_a_later_strong_proof_of_custody_takes_no_certain_day_away(arrested: int, later: int) -> None:
    alone = held([says("arrest", arrested, arrested, "a")])
    proved = held(
        [says("arrest", arrested, arrested, "a"), says("punishment_cell", arrested + later, arrested + later, "p")]
    )
    for number in range(SPAN):
        ordinal = day(number).toordinal()
        assert is_certain(proved, ordinal) >= is_certain(alone, ordinal)


@given(st.integers(0, 30), st.integers(0, 20), st.integers(0, 20))
def test_an_imprecise_proof_inside_a_custody_takes_no_certain_day_away(arrested: int, gap: int, width: int) -> None:
    alone = held([says("arrest", arrested, arrested, "a"), says("release", 55, 58, "r")])
    proof = says("in_custody", arrested + min(gap, 50 - arrested), min(arrested + gap + width, 54), "p")
    proved = held([*alone.signs, proof])
    for number in range(SPAN):
        ordinal = day(number).toordinal()
        assert is_certain(proved, ordinal) >= is_certain(alone, ordinal)


# --- the worlds: a history that really was, told imprecisely


@dataclass(frozen=True)
class World:
    """Really held on half-open stretches of day numbers; `told` are the signs that sources gave of it."""

    stretches: tuple[tuple[int, int | None], ...]
    told: tuple[Sign, ...]

    def truly_held(self, number: int) -> bool:
        return any(start <= number and (end is None or number < end) for start, end in self.stretches)


def told_about(draw: st.DrawFn, predicate: str, truth: int, name: str, slack: int) -> Sign:
    """The true day is always among the days told."""
    first = max(0, truth - draw(st.integers(0, slack)))
    return says(predicate, first, truth + draw(st.integers(0, slack)), name, draw(st.sampled_from("stuv")))


def stretches_of(draw: st.DrawFn) -> tuple[tuple[int, int | None], ...]:
    marks = sorted(draw(st.sets(st.integers(0, SPAN), min_size=1, max_size=6)))
    ends: Sequence[int | None] = [*marks[1::2], None]
    return tuple(zip(marks[0::2], ends, strict=False))


@st.composite
def worlds(draw: st.DrawFn, slack: int = 12, arrests_omitted: bool = True) -> World:
    """Every release is told; arrests may be left out where another sign of that custody is there."""
    stretches = stretches_of(draw)
    told: list[Sign] = []
    for n, (start, end) in enumerate(stretches):
        last = SPAN + 5 if end is None else end - 1
        proofs = draw(st.lists(st.integers(start, last), max_size=2, unique=True))
        arrest_told = not arrests_omitted or draw(st.booleans()) or (end is None and not proofs)
        if arrest_told:
            told.append(told_about(draw, "arrest" if n == 0 else "rearrest", start, f"a{n}", slack))
        # a proof is told by its day: an imprecise one beside a release could as well lie before it
        told += [told_about(draw, "in_custody", proof, f"p{n}.{i}", 0) for i, proof in enumerate(proofs)]
        if end is not None:
            told.append(told_about(draw, "release", end, f"r{n}", slack))
    assume(_told_apart(told))
    return World(stretches, tuple(told))


def _told_apart(told: Sequence[Sign]) -> bool:
    """Two releases (or arrests) whose tellings overlap cannot be told from one release told twice."""
    pairs = [(a, b) for n, a in enumerate(told) for b in told[:n] if a.effect == b.effect != "inside"]
    return not any(a.lo <= b.hi and b.lo <= a.hi for a, b in pairs)


def surer_than_the_truth(world: World) -> list[int]:
    found = held(world.told)
    return [n for n in range(-5, SPAN + 25) if is_certain(found, day(n).toordinal()) and not world.truly_held(n)]


def missed(world: World) -> list[int]:
    found = held(world.told)
    return [n for n in range(-5, SPAN + 25) if world.truly_held(n) and not is_possible(found, day(n).toordinal())]


@given(worlds(slack=0))
def test_exact_dates_are_never_answered_surer_than_the_truth(world: World) -> None:
    assert not surer_than_the_truth(world)


@given(worlds(slack=0))
def test_exact_dates_leave_no_true_day_out(world: World) -> None:
    assert not missed(world)


@settings(max_examples=300)
@given(worlds(arrests_omitted=False))
def test_imprecise_dates_are_never_answered_surer_than_the_truth(world: World) -> None:
    assert not surer_than_the_truth(world)


@settings(max_examples=300)
@given(worlds(arrests_omitted=False))
def test_imprecise_dates_leave_no_true_day_out(world: World) -> None:
    assert not missed(world)


@settings(max_examples=300)
@given(worlds(slack=0), st.sets(st.integers(0, 12)))
def test_a_proof_counts_on_its_day_whatever_else_is_left_untold(world: World, untold: set[int]) -> None:
    left = [sign for n, sign in enumerate(world.told) if sign.effect == "inside" or n not in untold]
    told = [
        replace(sign, predicate=PREDICATE[sign.effect]) for sign in left
    ]  # nobody says that an arrest is another one
    found = held(told)
    assert all(is_possible(found, sign.lo) for sign in told if sign.effect == "inside")


def test_a_release_and_a_sighting_told_as_loosely_leave_custody_before_both_possible() -> None:
    found = held([says("release", 20, 40, "r"), says("at_liberty", 36, 50, "f")])
    assert is_possible(found, day(15).toordinal())
    assert is_possible(found, day(39).toordinal())


def test_a_proof_a_loose_release_and_a_sighting_are_one_custody() -> None:
    found = held([says("in_custody", 16, 26, "p"), says("release", 10, 37, "r"), says("at_liberty", 26, 38, "f")])
    assert all(is_possible(found, day(number).toordinal()) for number in range(10, 26))


# --- dates told apart: nothing overlaps, so nothing may be missed or overstated, whatever is left untold


@st.composite
def worlds_told_apart(draw: st.DrawFn) -> World:
    """Every event is told within a window of its own; arrests may be left out where another sign of that custody is there."""
    now = 0

    def next_window() -> tuple[int, int]:
        nonlocal now
        first = now + draw(st.integers(1, 6))
        now = first + draw(st.integers(0, 8))
        return first, now

    stretches: list[tuple[int, int | None]] = []
    told: list[Sign] = []
    for n in range(draw(st.integers(1, 3))):
        window = next_window()
        start = draw(st.integers(*window))
        proofs = [says("in_custody", *next_window(), f"p{n}.{i}") for i in range(draw(st.integers(0, 2)))]
        going_on = draw(st.integers(0, 3)) == 0
        if draw(st.booleans()) or (going_on and not proofs):
            told.append(says("rearrest" if n and draw(st.booleans()) else "arrest", *window, f"a{n}"))
        told += proofs
        if going_on:
            return World((*stretches, (start, None)), tuple(told))
        window = next_window()
        told.append(says("release", *window, f"r{n}"))
        stretches.append((start, draw(st.integers(*window))))
    return World(tuple(stretches), tuple(told))


@given(worlds_told_apart())
def test_untold_arrests_are_never_answered_surer_than_the_truth(world: World) -> None:
    assert not surer_than_the_truth(world)


@given(worlds_told_apart())
def test_untold_arrests_leave_no_true_day_out(world: World) -> None:
    assert not missed(world)


def test_a_release_between_two_arrests_is_the_plainest_order_where_dates_allow_it() -> None:
    told = [says("arrest", 13, 16, "a0"), says("release", 31, 52, "r0"), says("arrest", 36, 47, "a1")]
    assert not missed(World(((16, 40), (41, None)), tuple(told)))
