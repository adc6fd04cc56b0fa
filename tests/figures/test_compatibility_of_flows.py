"""Two flows, a part and its whole, running totals, and pairs that do not bear on each other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.figures.figures_of_veldania import UNKNOWN, flow, stock, total

from habeas.figures.compatibility import Verdict, compare, reconcile
from habeas.figures.published import PublishedFigure
from habeas.kernel.days import Day


def kinds(verdict: Verdict) -> list[str]:
    return [c.kind for c in verdict.only_if]


def remarks(verdict: Verdict) -> list[str]:
    return [i.kind for i in verdict.items]


# ---- flows


def test_one_release_told_twice_holds() -> None:
    courier = flow(14, "2030-06-21", "2030-06-21", id="courier", said_by="The Veldan Courier")
    assert compare(flow(14, "2030-06-21", "2030-06-21"), courier).verdict == "compatible"


def test_an_equal_number_for_people_described_otherwise_is_told_apart() -> None:
    state = flow(
        123, "2030-12-13", "2030-12-13", counted="citizens of various countries", said_by="the state channel", id="s"
    )
    verdict = compare(flow(123, "2030-12-13", "2030-12-13"), state)
    assert (verdict.verdict, kinds(verdict)) == ("only_if", ["people"])
    assert "political prisoners" in verdict.only_if[0].words and "various countries" in verdict.only_if[0].words


def test_women_among_those_released_are_part_of_them() -> None:
    women = flow(20, "2030-12-13", "2030-12-13", counted="women", said_by="another", id="w")
    verdict = compare(women, flow(123, "2030-12-13", "2030-12-13"))
    assert (verdict.verdict, verdict.items[0].why) == ("compatible", "women are part of political prisoners")


@pytest.mark.parametrize("population", ["released", "pardoned"])
def test_a_smaller_part_described_otherwise_asks_for_nothing(population: str) -> None:
    exiled = flow(9, "2030-12-13", "2030-12-13", "exiled", counted="arrived in Orsk", said_by="an agency", id="e")
    whole = flow(123, "2030-12-13", "2030-12-13", population, id="whole")
    assert compare(exiled, whole, [exiled, whole]).verdict == "compatible"


def test_numbers_that_collide_hold_for_other_people_and_not_for_the_same() -> None:
    state = flow(
        123, "2030-12-13", "2030-12-13", counted="citizens of various countries", said_by="the state channel", id="s"
    )
    verdict = compare(flow(114, "2030-12-13", "2030-12-13"), state)
    assert "people" not in kinds(verdict)
    assert any("other people" in c.words for c in verdict.only_if)


def test_one_speaker_may_vary_the_words() -> None:
    again = flow(123, "2030-12-13", "2030-12-13", counted="prisoners of conscience", id="again")
    assert compare(flow(123, "2030-12-13", "2030-12-13"), again).verdict == "compatible"


def test_it_is_told_apart_when_one_says_pardoned_and_the_other_released() -> None:
    state = flow(
        123,
        "2030-12-13",
        "2030-12-13",
        "pardoned",
        counted="citizens of various countries",
        said_by="the state channel",
    )
    assert kinds(compare(flow(123, "2030-12-13", "2030-12-13"), state)) == ["people"]


def test_two_numbers_for_one_period_by_two_speakers_hold_as_two_counts() -> None:
    one, other = (
        flow(24, "2030-01-01", "2030-11-30", "pardoned"),
        flow(114, "2030-01-01", "2030-11-30", "pardoned", said_by="Courier"),
    )
    assert kinds(compare(one, other)) == ["list"]


def test_two_exact_numbers_for_one_period_by_one_speaker_cannot_both_hold() -> None:
    verdict = compare(flow(29, "2030-09-01", "2030-09-30"), flow(16, "2030-09-01", "2030-09-30"))
    assert (verdict.verdict, verdict.unexplained) == ("incompatible", 13)


def test_some_day_of_a_month_told_twice_may_be_two_days() -> None:
    month = Day.parse("2030-07")
    one, other = (flow(v, "2030-07-01", "2030-07-31", since=month, until=month) for v in (16, 52))
    assert kinds(compare(one, other)) == ["base_day"]


def test_a_longer_period_holds_the_shorter_one() -> None:
    longer = flow(300, "2029-22", "2030-06-26", comparator="more_than")
    verdict = compare(longer, flow(14, "2030-06-21", "2030-06-21"))
    assert (verdict.verdict, remarks(verdict)) == ("compatible", ["part"])


def test_a_longer_period_with_fewer_people_cannot_hold_the_shorter_one() -> None:
    verdict = compare(flow(10, "2029-06-01", "2030-06-26"), flow(14, "2030-06-21", "2030-06-21"))
    assert (verdict.verdict, verdict.unexplained) == ("incompatible", 4)
    by_another = flow(14, "2030-06-21", "2030-06-21", said_by="Courier")
    assert kinds(compare(flow(10, "2029-06-01", "2030-06-26"), by_another)) == ["list"]


def test_a_longer_period_whose_end_is_not_stated_may_end_earlier() -> None:
    open_end = flow(10, "2029-06-01", "2030-06-26", until=UNKNOWN)
    assert kinds(compare(open_end, flow(14, "2030-06-21", "2030-06-21"))) == ["base_day"]


def test_a_round_total_may_be_rounded() -> None:
    verdict = compare(flow(300, "2030-01-01", "2030-06-30"), flow(312, "2030-02-01", "2030-05-31"))
    assert kinds(verdict) == ["rounded"]


def test_other_periods_do_not_contradict() -> None:
    verdict = compare(flow(10, "2030-01-01", "2030-01-31"), flow(99, "2030-02-01", "2030-02-28"))
    assert (verdict.verdict, remarks(verdict)) == ("compatible", ["other_period"])


# ---- part and whole


def test_the_ill_are_part_of_those_held() -> None:
    ill = stock(206, "2030-06-26", "at_least", population="serious_health")
    assert compare(ill, stock(1172, "2030-06-26")).verdict == "compatible"
    assert kinds(compare(ill, stock(101, "2030-06-26"))) == ["list"]


def test_the_ill_of_another_day_say_nothing() -> None:
    ill = stock(206, "2030-01-26", population="serious_health")
    for held in (101, 206, 1172):
        teachers = stock(held, "2030-06-26", counted="teachers", said_by="Courier")
        assert (compare(ill, teachers).verdict, remarks(compare(ill, teachers))) == ("compatible", ["other_day"])


def test_more_expelled_than_released_in_a_day_is_a_contradiction_and_in_another_month_is_not() -> None:
    expelled = flow(54, "2030-06-21", "2030-06-21", "exiled")
    assert compare(expelled, flow(14, "2030-06-21", "2030-06-21")).verdict == "incompatible"
    assert compare(expelled, flow(14, "2030-07-21", "2030-07-21")).verdict == "compatible"


def test_parts_that_make_a_whole_are_remarked_on() -> None:
    whole = flow(123, "2030-12-13", "2030-12-13", "pardoned")
    north = flow(9, "2030-12-13", "2030-12-13", "exiled", counted="arrived in Nordmark", said_by="Reporters")
    south = flow(114, "2030-12-13", "2030-12-14", "exiled", counted="transferred to Sudmark")
    found = reconcile([whole, north, south])
    assert [i.why for i in found.pairs[0].items] == ["114 and 9 make 123"]
    assert [i.why for i in found.pairs[1].items] == ["114 and 9 make 123"]
    assert {v.verdict for v in found} == {"compatible"}
    assert remarks(compare(whole, south, [replace(north, value=8)])) == ["unrelated"]


# ---- running totals


def test_a_running_total_holds_those_held_and_the_rest_is_told() -> None:
    verdict = compare(stock(1374, "2030-05-21", list_name="Lantern"), total(3200, "2030-05-21"))
    assert verdict.verdict == "compatible"
    assert [(i.kind, i.people) for i in verdict.items] == [("no_longer_held", 1826)]


def test_more_held_than_ever_recognised_cannot_be() -> None:
    verdict = compare(stock(3301, "2030-05-21", list_name="Lantern"), total(3203, "2030-05-21"))
    assert (verdict.verdict, verdict.unexplained) == ("incompatible", 98)


def test_totals_of_different_counts_are_never_subtracted() -> None:
    verdict = compare(stock(1374, "2030-05-21", list_name="Beacon"), total(3200, "2030-05-21"))
    assert [(i.kind, i.people) for i in verdict.items] == [("not_subtracted", 0)]
    assert remarks(
        compare(total(3203, "2030-05-21"), total(3331, "2030-06-30", said_by="Beacon", counted="people charged"))
    ) == ["not_subtracted"]


def test_a_running_total_grows_and_cannot_fall() -> None:
    grown = compare(total(3203, "2030-05-21"), total(3331, "2030-06-30"))
    assert [(i.kind, i.people) for i in grown.items] == [("growth", 128)]
    assert compare(total(3331, "2030-05-21"), total(3203, "2030-06-30")).verdict == "incompatible"


def test_a_later_stock_may_outgrow_an_earlier_total() -> None:
    assert remarks(compare(total(3203, "2030-05-21"), stock(1374, "2030-09-01", list_name="Lantern"))) == ["other_day"]


# ---- pairs that do not bear on each other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (stock(1172, "2030-06-26"), flow(14, "2030-06-21", "2030-06-21")),
        (flow(6560, "2030-01-01", "2030-01-31", "convicted"), stock(1172, "2030-06-26")),
        (flow(438, "2030-01-01", "2030-12-01", "arrested"), flow(14, "2030-06-21", "2030-06-21")),
        (flow(12, "2030-01-01", "2030-12-01", "other"), flow(99, "2030-01-01", "2030-12-01", "other")),
    ],
)
def test_a_pair_that_says_nothing_of_each_other_is_compatible_and_says_why(
    one: PublishedFigure, other: PublishedFigure
) -> None:
    verdict = compare(one, other)
    assert (verdict.verdict, remarks(verdict), verdict.unexplained) == ("compatible", ["unrelated"], 0)
    assert verdict.items[0].why


def test_more_exits_than_were_held_need_additions() -> None:
    held = stock(30, "2020-01-01", list_name="Lantern")
    left = flow(50, "2020-01-02", "2020-01-02", list_name="Lantern")
    verdict = compare(held, left)
    assert verdict.verdict == "only_if"
    assert verdict.only_if[0].words == "at least 20 additions before the last of them left"
    assert compare(left, held).only_if == verdict.only_if


def test_more_exits_than_were_held_are_met_by_those_who_came() -> None:
    held = stock(30, "2020-01-01", list_name="Lantern")
    left = flow(50, "2020-01-02", "2020-01-05", list_name="Lantern")
    came = flow(25, "2020-01-02", "2020-01-04", "recognised_new", list_name="Lantern")
    assert compare(held, left, [came]).verdict == "compatible"
