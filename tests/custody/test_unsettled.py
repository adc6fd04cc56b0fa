"""Where something told of custody is held back, neither custody nor freedom is certain, until what is shown settles it again."""

from __future__ import annotations

from datetime import date

from habeas.claims.held_back import HeldBack, Settles
from habeas.custody.held import Held, held
from habeas.custody.signs import FOREVER, NEVER, Sign
from habeas.custody.status import status_on
from habeas.custody.unsettled import with_held_back


def day(month: int, of: int = 10) -> int:
    return date(2024, month, of).toordinal()


def sign(effect: str, on: int) -> Sign:
    predicate = {"enters": "arrest", "inside": "in_custody", "leaves": "release", "died": "death"}[effect]
    return Sign(effect, on, on, True, f"{effect}{on}", "paper", predicate, on)


def answers(found: Held, *months: int) -> list[str]:
    return [status_on(found, date(2024, month, 20)).answer for month in months]


def back(month: int, settled_by: Settles) -> HeldBack:
    return HeldBack("m", day(month), day(month), settled_by)


def test_a_proof_shown_does_not_outlast_an_exit_held_back_but_stands_before_it() -> None:
    shown = held([sign("enters", day(1)), sign("inside", day(5))])
    found = with_held_back(shown, [back(8, Settles.ARREST)])
    assert answers(found, 7, 8, 12) == ["yes", "unknown", "unknown"]
    assert "no exit" not in status_on(found, date(2024, 12, 20)).why


def test_neither_is_somebody_released_surely_out_when_more_is_held_back() -> None:
    shown = held([sign("enters", day(1)), sign("leaves", day(3))])
    assert answers(with_held_back(shown, [back(8, Settles.PROOF)]), 2, 5, 9) == ["yes", "no", "unknown"]


def test_what_is_shown_later_settles_it_again_as_far_as_it_can() -> None:
    seen = held([sign("enters", day(1)), sign("inside", day(9))])
    assert answers(with_held_back(seen, [back(5, Settles.PROOF)]), 4, 6, 10) == ["yes", "unknown", "yes"]
    assert answers(with_held_back(seen, [back(5, Settles.ARREST)]), 4, 6, 10) == ["yes", "unknown", "unknown"]
    again = held([sign("enters", day(1)), sign("enters", day(9))])
    assert answers(with_held_back(again, [back(5, Settles.ARREST)]), 6, 10) == ["unknown", "yes"]
    assert answers(with_held_back(again, [back(5, Settles.NOTHING)]), 6, 10) == ["unknown", "unknown"]


def test_the_very_day_of_it_cannot_be_read_off() -> None:
    shown = held([sign("enters", day(1)), sign("inside", day(8, 3))])
    found = with_held_back(shown, [back(8, Settles.ARREST)])
    assert [status_on(found, date(2024, 8, n)).answer for n in (3, 4, 9, 10)] == ["yes", *["unknown"] * 3]


def test_without_a_day_it_bears_on_all_that_is_shown() -> None:
    found = with_held_back(held([sign("enters", day(2))]), [HeldBack("m", NEVER, FOREVER, Settles.ARREST)])
    assert answers(found, 1, 3) == ["no", "unknown"]


def test_nobody_is_possibly_held_after_a_death_that_is_shown_nor_where_nothing_is_shown() -> None:
    shown = held([sign("enters", day(1)), sign("died", day(6))])
    assert answers(with_held_back(shown, [back(3, Settles.PROOF)]), 4, 7) == ["unknown", "no"]
    assert answers(with_held_back(held([]), [back(3, Settles.PROOF)]), 4) == ["no"]
