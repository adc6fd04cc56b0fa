"""Two published figures and what would have to be true for both."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from habeas.figures.compatibility import compare, reconcile
from habeas.figures.published import PublishedFigure, rounding
from habeas.kernel.days import Day

UNKNOWN = Day.unknown()
NEW_YEAR = date(2030, 1, 1)


def stock(
    value: int, on: str, comparator: str = "exact", list_name: str | None = None, said_by: str = "Lantern"
) -> PublishedFigure:
    day = Day.parse(on)
    return PublishedFigure(
        f"stock-{value}-{on}-{said_by}", value, comparator, "in_custody", "stock", day, day, UNKNOWN, UNKNOWN, said_by, "political prisoners", list_name
    )  # fmt: skip


def flow(
    value: int,
    first: str,
    last: str,
    population: str = "released",
    counted: str = "political prisoners",
    said_by: str = "Lantern",
) -> PublishedFigure:
    return PublishedFigure(
        f"{population}-{value}-{first}-{said_by}", value, "exact", population, "flow", Day.parse(last), UNKNOWN, Day.parse(first), Day.parse(last), said_by, counted
    )  # fmt: skip


def test_a_stock_after_known_releases_asks_for_the_additions_that_are_missing() -> None:
    before, after, freed = stock(1183, "2030-06-03"), stock(1172, "2030-06-26"), flow(14, "2030-06-21", "2030-06-21")
    verdict = compare(before, after, [before, after, freed])
    assert verdict.verdict == "only_if"
    assert next((c.kind, c.people) for c in verdict.only_if) == ("net_change", 3)
    assert verdict.only_if[0].words.startswith("at least 3 net additions")
    assert verdict.unexplained == 3
    assert [i.people for i in verdict.items] == [14]


def test_a_difference_that_releases_explain_asks_for_nothing() -> None:
    before, after, freed = stock(100, "2030-06-03"), stock(90, "2030-06-26"), flow(10, "2030-06-21", "2030-06-21")
    assert compare(before, after, [freed]).verdict == "compatible"


def test_releases_outside_the_two_days_explain_nothing() -> None:
    before, after, freed = stock(100, "2030-06-03"), stock(90, "2030-06-26"), flow(10, "2030-07-21", "2030-07-21")
    verdict = compare(before, after, [freed])
    assert verdict.only_if[0].words.startswith("at least 10 further exits")


def test_one_release_told_twice_is_counted_once() -> None:
    before, after = stock(100, "2030-06-03"), stock(90, "2030-06-26")
    told = [flow(10, "2030-06-21", "2030-06-21"), flow(10, "2030-06-21", "2030-06-21", said_by="Courier")]
    assert compare(before, after, told).verdict == "compatible"


def undated(value: int, comparator: str = "exact") -> PublishedFigure:
    base = stock(value, "2030-06-26", comparator)
    return replace(base, as_of=UNKNOWN, earliest_base=date(2030, 6, 21))


def test_two_numbers_said_within_days_hold_only_under_conditions_in_their_order() -> None:
    pace = [
        flow(18, "2030-01-01", "2030-01-31", "recognised_new"),
        flow(25, "2029-07-01", "2029-07-07", "recognised_new"),
    ]
    verdict = compare(undated(1150), undated(1172), pace)
    assert verdict.verdict == "only_if"
    assert [c.kind for c in verdict.only_if] == ["net_change", "rounded", "base_day", "list"]
    assert "22 net additions in at most 5 days" in verdict.only_if[0].words
    assert "18 recognitions in a month, 25 in one week" in verdict.only_if[0].words


def test_more_than_a_thousand_contradicts_neither() -> None:
    wide = undated(1000, "more_than")
    assert compare(wide, undated(1150)).verdict == "compatible"
    assert compare(undated(1172), wide).verdict == "compatible"


def test_two_exact_numbers_of_one_list_on_one_day_cannot_both_hold() -> None:
    assert (
        compare(stock(1391, "2030-07-31", list_name="L"), stock(1383, "2030-07-31", list_name="L")).verdict
        == "incompatible"
    )


def test_numbers_of_two_lists_on_one_day_may_both_hold() -> None:
    verdict = compare(stock(1201, "2030-09-30", list_name="L"), stock(1336, "2030-09-30", list_name="M"))
    assert (verdict.verdict, [c.kind for c in verdict.only_if]) == ("only_if", ["list"])


def test_an_equal_number_for_people_described_otherwise_is_told_apart() -> None:
    ngo = flow(123, "2030-12-13", "2030-12-13")
    state = flow(123, "2030-12-13", "2030-12-13", counted="citizens of various countries", said_by="the state channel")
    verdict = compare(ngo, state)
    assert (verdict.verdict, [c.kind for c in verdict.only_if]) == ("only_if", ["people"])


def test_a_longer_period_holds_the_shorter_one() -> None:
    longer = replace(flow(300, "2029-06-01", "2030-06-26"), comparator="more_than")
    assert compare(longer, flow(14, "2030-06-21", "2030-06-21")).verdict == "compatible"
    fewer = flow(10, "2029-06-01", "2030-06-26")
    assert compare(fewer, flow(14, "2030-06-21", "2030-06-21")).verdict == "only_if"


def test_the_ill_are_part_of_those_held() -> None:
    ill = replace(stock(206, "2030-06-26", "at_least"), population="serious_health")
    assert compare(ill, stock(1172, "2030-06-26")).verdict == "compatible"
    assert compare(ill, stock(100, "2030-06-26")).verdict == "only_if"


def test_numbers_are_rounded_to_their_last_figure_that_is_not_zero() -> None:
    assert [rounding(n) for n in (1172, 1150, 1200, 1000, 0)] == [0, 5, 50, 500, 0]


@given(
    st.integers(0, 2000),
    st.integers(0, 2000),
    st.sampled_from(["exact", "at_least", "more_than", "about", "up_to", "nearly"]),
)
def test_the_verdict_does_not_depend_on_which_comes_first(a: int, b: int, comparator: str) -> None:
    one, other = stock(a, "2030-06-03", comparator), stock(b, "2030-06-26", said_by="Courier")
    assert compare(one, other).verdict == compare(other, one).verdict
    assert {c.words for c in compare(one, other).only_if} == {c.words for c in compare(other, one).only_if}


@given(
    st.integers(50, 500), st.lists(st.tuples(st.integers(1, 60), st.integers(0, 20), st.integers(0, 20)), max_size=5)
)
def test_what_a_true_history_published_is_never_incompatible(start: int, steps: list[tuple[int, int, int]]) -> None:
    day, held, said = NEW_YEAR, start, [stock(start, NEW_YEAR.isoformat())]
    for days, came, went in steps:
        day, went = day + timedelta(days=days), min(went, held)
        held += came - went
        said += [stock(held, day.isoformat(), said_by=f"day {day}"), flow(went, day.isoformat(), day.isoformat())]
    assert all(v.verdict != "incompatible" for v in reconcile(said))
