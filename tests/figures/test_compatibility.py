"""Two published stocks and what would have to be true for both."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.figures.figures_of_veldania import UNKNOWN, flow, stock, undated

from habeas.figures.compatibility import Item, Verdict, compare, reconcile
from habeas.kernel.days import Day


def asked(verdict: Verdict) -> list[tuple[str, int | None]]:
    return [(c.kind, c.people) for c in verdict.only_if]


# ---- stock and flow


def test_a_stock_after_known_releases_asks_for_the_additions_that_are_missing() -> None:
    verdict = compare(stock(1183, "2030-06-03"), stock(1172, "2030-06-26"), [flow(14, "2030-06-21", "2030-06-21")])
    assert verdict.verdict == "only_if"
    assert asked(verdict)[0] == ("net_additions", 3)
    assert verdict.only_if[0].words == "at least 3 net additions in 23 days"
    assert (verdict.difference, verdict.unexplained) == (-11, 3)
    assert [(i.kind, i.people) for i in verdict.items] == [("released", 14)]


def test_a_sum_of_releases_against_a_rise_gives_the_least_additions() -> None:
    freed = [
        flow(14, "2030-06-21", "2030-06-21"),
        flow(16, "2030-07-02", "2030-07-02"),
        flow(52, "2030-09-11", "2030-09-11"),
    ]
    verdict = compare(stock(1183, "2030-06-03"), stock(1201, "2030-09-30"), freed)
    assert asked(verdict)[0] == ("net_additions", 100)


def test_a_difference_that_releases_explain_asks_for_nothing() -> None:
    verdict = compare(stock(103, "2030-06-03"), stock(93, "2030-06-26"), [flow(10, "2030-06-21", "2030-06-21")])
    assert (verdict.verdict, verdict.unexplained) == ("compatible", 0)


def test_recognitions_and_deaths_count_too() -> None:
    known = [
        flow(8, "2030-06-10", "2030-06-16", "recognised_new"), flow(2, "2030-06-11", "2030-06-11", "died_in_custody"),
        flow(3, "2030-06-11", "2030-06-11"),
    ]  # fmt: skip
    assert compare(stock(101, "2030-06-03"), stock(104, "2030-06-26"), known).verdict == "compatible"


@pytest.mark.parametrize("when", ["2030-06-03", "2030-06-27", "2030-07-21"])
def test_releases_outside_the_two_days_explain_nothing(when: str) -> None:
    verdict = compare(stock(103, "2030-06-03"), stock(93, "2030-06-26"), [flow(10, when, when)])
    assert asked(verdict)[0] == ("further_exits", 10)


def test_a_release_counts_from_the_day_itself() -> None:
    """Whoever leaves on a day is not held on it."""
    on_the_day = [flow(10, "2030-06-26", "2030-06-26")]
    assert compare(stock(103, "2030-06-03"), stock(93, "2030-06-26"), on_the_day).verdict == "compatible"


def test_a_release_that_may_come_after_an_undated_stock_need_not_be_counted() -> None:
    later = [flow(14, "2030-06-25", "2030-06-25")]
    assert compare(stock(1172, "2030-06-03"), undated(1172), later).verdict == "compatible"
    assert compare(stock(1186, "2030-06-03"), undated(1172), later).verdict == "compatible"
    assert compare(stock(1190, "2030-06-03"), undated(1172), later).verdict == "only_if"


def test_at_least_so_many_released_leaves_room_for_any_fall() -> None:
    some = [flow(5, "2030-06-10", "2030-06-10", comparator="at_least")]
    assert compare(stock(103, "2030-06-03"), stock(43, "2030-06-26"), some).verdict == "compatible"
    assert asked(compare(stock(103, "2030-06-03"), stock(101, "2030-06-26"), some))[0] == ("net_additions", 3)


def test_one_release_told_twice_is_counted_once() -> None:
    told = [flow(10, "2030-06-21", "2030-06-21"), flow(10, "2030-06-21", "2030-06-21", id="again", said_by="Courier")]
    assert compare(stock(103, "2030-06-03"), stock(93, "2030-06-26"), told).verdict == "compatible"


def test_a_total_that_holds_a_release_is_not_added_to_it() -> None:
    told = [flow(10, "2030-06-21", "2030-06-21"), flow(12, "2030-06-10", "2030-06-24")]
    verdict = compare(stock(103, "2030-06-03"), stock(91, "2030-06-26"), told)
    assert verdict.verdict == "compatible"
    assert [i.people for i in verdict.items] == [12]


def test_people_pardoned_are_among_those_released() -> None:
    told = [flow(12, "2030-06-21", "2030-06-21"), flow(4, "2030-06-21", "2030-06-21", "pardoned")]
    assert compare(stock(103, "2030-06-03"), stock(91, "2030-06-26"), told).verdict == "compatible"


def test_people_of_two_periods_that_share_a_day_may_be_the_same() -> None:
    told = [flow(10, "2030-06-05", "2030-06-12"), flow(12, "2030-06-12", "2030-06-20")]
    for fell in (12, 17, 22):
        assert compare(stock(103, "2030-06-03"), stock(103 - fell, "2030-06-26"), told).verdict == "compatible"
    assert asked(compare(stock(103, "2030-06-03"), stock(103 - 11, "2030-06-26"), told))[0] == ("net_additions", 1)
    assert asked(compare(stock(103, "2030-06-03"), stock(103 - 23, "2030-06-26"), told))[0] == ("further_exits", 1)


def test_a_long_count_of_the_pardoned_does_not_hold_everybody_released() -> None:
    told = [flow(24, "2030-06-05", "2030-06-25", "pardoned"), flow(14, "2030-06-21", "2030-06-21")]
    for fell in (24, 38):
        assert compare(stock(103, "2030-06-03"), stock(103 - fell, "2030-06-26"), told).verdict == "compatible"
    assert asked(compare(stock(103, "2030-06-03"), stock(103 - 39, "2030-06-26"), told))[0] == ("further_exits", 1)


def test_releases_of_other_people_leave_the_stock_alone() -> None:
    others = [flow(40, "2030-06-21", "2030-06-21", counted="citizens of several countries")]
    assert compare(stock(103, "2030-06-03"), stock(103, "2030-06-26"), others).verdict == "compatible"


def test_additions_of_another_list_explain_nothing() -> None:
    added = [flow(8, "2030-06-10", "2030-06-16", "recognised_new", list_name="Beacon")]
    one, other = stock(103, "2030-06-03", list_name="Lantern"), stock(111, "2030-06-26", list_name="Lantern")
    assert asked(compare(one, other, added)) == [("net_additions", 8)]


# ---- days that are not stated


def test_two_numbers_said_within_days_hold_only_under_conditions_in_their_order() -> None:
    pace = [
        flow(18, "2030-01-01", "2030-01-31", "recognised_new"), flow(71, "2029-03-01", "2029-03-31", "recognised_new"),
        flow(25, "2029-07-01", "2029-07-07", "recognised_new"),
    ]  # fmt: skip
    verdict = compare(undated(1150), undated(1172), pace=pace)
    assert [c.kind for c in verdict.only_if] == ["net_additions", "further_exits", "rounded", "base_day", "list"]
    assert verdict.only_if[0].words == (
        "at least 22 net additions in at most 5 days, 1,150 being the earlier"
        " (recorded: 18 to 71 recognitions a month, 25 in one week)"
    )
    assert (verdict.difference, verdict.unexplained) == (22, 22)


def test_pace_is_a_yardstick_and_accounts_for_nobody() -> None:
    pace = [flow(22, "2030-06-22", "2030-06-24", "recognised_new")]
    one, other = stock(1150, "2030-06-21"), stock(1172, "2030-06-26")
    assert compare(one, other, pace=pace).verdict == "only_if"
    assert compare(one, other, flows=pace).verdict == "compatible"


@pytest.mark.parametrize("value", [1150, 1172, 1183])
def test_more_than_a_thousand_contradicts_none_of_them(value: int) -> None:
    wide = undated(1000, "more_than")
    assert compare(wide, undated(value)).verdict == "compatible"
    assert compare(stock(value, "2030-06-03"), wide, [flow(14, "2030-06-21", "2030-06-21")]).verdict == "compatible"


def test_two_stocks_without_any_day_may_stand_either_way_round() -> None:
    one, other = (stock(v, "2030-06-03", as_of=UNKNOWN, published=UNKNOWN, id=str(v)) for v in (1183, 1172))
    verdict = compare(one, other)
    assert asked(verdict)[:2] == [("net_additions", 11), ("further_exits", 11)]
    assert "days" not in verdict.only_if[0].words


def test_a_stock_known_only_by_its_month_asks_for_the_least_over_the_month() -> None:
    freed = [flow(16, "2030-07-02", "2030-07-02")]
    verdict = compare(stock(1183, "2030-06-03"), stock(1174, "2030-07"), freed)
    assert asked(verdict) == [("net_additions", 7), ("further_exits", 9), ("list", None)]
    assert verdict.only_if[0].words == "at least 7 net additions in at most 58 days"
    assert compare(stock(1183, "2030-06-03"), stock(1167, "2030-07"), freed).verdict == "compatible"


# ---- rounding, lists, descriptions


def test_a_round_number_of_the_same_day_holds_if_it_is_rounded() -> None:
    near = compare(stock(1150, "2030-06-26", list_name="L"), stock(1172, "2030-06-26", list_name="L"))
    assert asked(near) == [("rounded", None)]
    far = compare(stock(1150, "2030-06-26", list_name="L"), stock(1181, "2030-06-26", list_name="L"))
    assert far.verdict == "incompatible"


def test_two_exact_numbers_of_one_list_on_one_day_cannot_both_hold() -> None:
    one = stock(1391, "2030-07-31", list_name="L", source="The Veldan Courier")
    other = stock(1383, "2030-07-31", list_name="L", source="The Veldan Courier")
    verdict = compare(one, other)
    assert (verdict.verdict, verdict.only_if, verdict.unexplained) == ("incompatible", (), 8)
    assert [i.kind for i in verdict.items] == ["one_source"]


def test_one_article_with_two_numbers_holds_only_if_one_is_of_another_day() -> None:
    one, other = (stock(v, "2030-07-31", list_name="L", source="Courier", as_of=UNKNOWN) for v in (1391, 1383))
    verdict = compare(one, other)
    assert [c.kind for c in verdict.only_if] == ["base_day"]
    assert "left over" in verdict.items[0].why


def test_numbers_of_two_lists_on_one_day_hold_as_two_lists() -> None:
    verdict = compare(stock(1201, "2030-09-30", list_name="L"), stock(1336, "2030-09-30", list_name="M"))
    assert [(c.kind, c.words) for c in verdict.only_if] == [("list", "another list: L; M")]


def test_numbers_under_two_definitions_on_one_day_hold_as_two_definitions() -> None:
    one, other = (
        stock(v, "2030-09-30", list_name="L", definition=d) for v, d in ((1201, "narrow@1"), (1336, "wide@1"))
    )
    assert compare(one, other).only_if[0].words == "another definition: narrow@1; wide@1"


def test_an_equal_stock_of_people_described_otherwise_is_told_apart() -> None:
    state = stock(123, "2030-12-13", counted="persons convicted of extremism", said_by="the prison service", id="state")
    assert asked(compare(stock(123, "2030-12-13"), state)) == [("people", None)]


@pytest.mark.parametrize("counted", ["women political prisoners", "women", "journalists"])
def test_people_told_by_a_narrower_word_are_part_of_the_others(counted: str) -> None:
    whole = stock(1374, "2030-05-21", list_name="Lantern", counted="political prisoners")
    part = stock(168, "2030-05-21", list_name="Lantern", counted=counted, id="part")
    for verdict in (compare(part, whole), compare(whole, part)):
        assert (verdict.verdict, verdict.unexplained) == ("compatible", 0)
        assert verdict.items[0].why == f"{counted} are part of political prisoners"


def test_a_part_larger_than_its_whole_does_not_fit_on_one_day() -> None:
    whole = stock(100, "2030-05-21", list_name="Lantern", counted="political prisoners")
    part = stock(168, "2030-05-21", list_name="Lantern", counted="women political prisoners", id="part")
    assert (compare(part, whole).verdict, compare(part, whole).unexplained) == ("only_if", 68)


@pytest.mark.parametrize("counted", ["prisoners of conscience", "women journalists", "people held"])
def test_a_word_that_is_no_part_of_the_other_makes_no_part(counted: str) -> None:
    whole = stock(
        1374, "2030-05-21", counted="journalists behind bars" if "journalists" in counted else "political prisoners"
    )
    assert compare(stock(168, "2030-05-21", counted=counted, id="p"), whole).verdict == "only_if"


def test_a_whole_sentence_is_no_name_for_the_people_counted() -> None:
    told = stock(1172, "2030-06-26", counted="people who by that day had still not been let out of prison")
    verdict = compare(stock(1183, "2030-06-03"), told, [flow(14, "2030-06-21", "2030-06-21")])
    assert asked(verdict)[0] == ("net_additions", 3)


# ---- named people, and the shape of the interface


def came(count: int) -> Any:
    people = tuple(f"per_{n}" for n in range(count))
    return lambda first, second: [Item("named_in", count, "came into custody in between", people)]


def test_named_people_account_for_additions_and_the_rest_is_the_condition() -> None:
    verdict = compare(
        stock(1183, "2030-06-03"), stock(1172, "2030-06-26"), [flow(14, "2030-06-21", "2030-06-21")], bridge=came(2)
    )
    assert asked(verdict)[0] == ("net_additions", 1)
    assert verdict.only_if[0].words == "at least 1 net addition in 23 days besides those named here"
    assert verdict.unexplained == 1
    assert verdict.items[-1].persons == ("per_0", "per_1")


def test_the_bridge_is_asked_with_the_earlier_stock_first() -> None:
    order: list[int] = []

    def bridge(first: int, second: int) -> list[Item]:
        order.extend((first, second))
        return []

    compare(stock(90, "2030-06-26"), stock(100, "2030-06-03"), bridge=bridge)
    assert order == [date(2030, 6, 3).toordinal(), date(2030, 6, 26).toordinal()]


@pytest.mark.parametrize(
    ("before", "after", "named_in", "named_out", "condition"),
    [
        (10, 11, 1, 1, ("net_additions", 1)), (10, 15, 3, 1, ("net_additions", 3)), (10, 10, 0, 3, ("net_additions", 3)),
        (10, 12, 0, 2, ("net_additions", 4)), (10, 8, 0, 5, ("net_additions", 3)), (3, 2, 0, 1, None),
        (3, 1, 0, 1, ("further_exits", 1)), (10, 11, 1, 0, None), (10, 8, 3, 0, ("further_exits", 5)),
    ],
)  # fmt: skip
def test_people_named_as_coming_and_going_are_netted_both_ways(
    before: int, after: int, named_in: int, named_out: int, condition: tuple[str, int] | None
) -> None:
    named = [Item(kind, n, "named") for kind, n in (("named_in", named_in), ("named_out", named_out)) if n]
    verdict = compare(stock(before, "2030-06-03"), stock(after, "2030-06-26"), bridge=lambda _a, _b: named)
    if condition is None:
        assert verdict.verdict == "compatible"
    else:
        assert asked(verdict)[0] == condition
    assert verdict.unexplained == (condition[1] if condition else 0)


def test_named_people_among_a_published_flow_are_not_counted_twice() -> None:
    verdict = compare(
        stock(1183, "2030-06-03"), stock(1172, "2030-06-26"), [flow(14, "2030-06-21", "2030-06-21")],
        bridge=lambda _a, _b: [Item("named_out", 3, "named")],
    )  # fmt: skip
    assert asked(verdict)[0] == ("net_additions", 3)


def test_every_pair_is_answered_in_the_shape_of_the_interface() -> None:
    figures = [stock(1183, "2030-06-03"), flow(14, "2030-06-21", "2030-06-21"), stock(1172, "2030-06-26")]
    found = reconcile(figures, came(1)).to_json()
    assert found["figures"] == [f.id for f in figures]
    assert [(p["a"], p["b"]) for p in found["pairs"]] == [
        (figures[0].id, figures[1].id), (figures[0].id, figures[2].id), (figures[1].id, figures[2].id),
    ]  # fmt: skip
    pair = found["pairs"][1]
    assert set(pair) == {"a", "b", "verdict", "only_if", "difference", "items", "unexplained"}
    assert pair["only_if"][0] == "at least 2 net additions in 23 days besides those named here"
    assert pair["items"][1] == {
        "kind": "named_in",
        "count": 1,
        "persons": ["per_0"],
        "why": "came into custody in between",
    }


def test_a_condition_is_also_a_structure() -> None:
    condition = compare(stock(100, "2030-06-03"), stock(103, "2030-06-26")).only_if[0]
    assert condition.to_json() == {
        "kind": "net_additions",
        "at_least": 3,
        "words": "at least 3 net additions in 23 days",
    }


def test_flows_that_are_not_asked_about_still_count() -> None:
    pair = [stock(103, "2030-06-03"), stock(93, "2030-06-26")]
    assert reconcile(pair, flows=[flow(10, "2030-06-21", "2030-06-21")]).pairs[0].verdict == "compatible"
    assert len(reconcile(pair, flows=[flow(10, "2030-06-21", "2030-06-21")])) == 1


def test_a_publication_day_before_a_bound_does_not_turn_time_round() -> None:
    odd = stock(100, "2030-06-01", as_of=UNKNOWN, earliest_base=date(2030, 6, 21))
    assert odd.base_days == (None, Day.parse("2030-06-01").hi)
    assert compare(odd, stock(100, "2030-06-03")).verdict == "compatible"
