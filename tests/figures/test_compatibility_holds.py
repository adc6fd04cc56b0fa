"""Properties of the verdict that hold for any figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.figures.figures_of_veldania import UNKNOWN, flow, stock

from habeas.figures.compatibility import compare, reconcile
from habeas.figures.published import PublishedFigure
from habeas.figures.rounding import COMPARATORS, true_values
from habeas.kernel.days import Day

RANK = {"incompatible": 0, "only_if": 1, "compatible": 2}
#: The second leaves open every true number that the first does.
WIDER = [
    ("exact", "at_least"), ("exact", "up_to"), ("exact", "about"), ("more_than", "at_least"), ("nearly", "up_to"),
    ("exact", "exact"),
]  # fmt: skip
NEW_YEAR = date(2030, 1, 1)

days = st.integers(0, 60).map(lambda n: (NEW_YEAR + timedelta(days=n)).isoformat())
values = st.one_of(st.integers(0, 60), st.sampled_from([100, 150, 1000, 1150, 1172]))
lists = st.sampled_from([None, "Lantern", "Beacon"])


@st.composite
def figures(draw: st.DrawFn) -> PublishedFigure:
    value, comparator, number = draw(values), draw(st.sampled_from(COMPARATORS)), draw(st.integers(0, 10**9))
    more = {
        "id": f"f{number}",
        "list_name": draw(lists),
        "counted": draw(st.sampled_from([None, "miners", "teachers"])),
    }
    more["said_by"] = draw(st.sampled_from([None, "Lantern", "Courier"]))
    if draw(st.booleans()):
        population = draw(st.sampled_from(["in_custody", "serious_health"]))
        found = stock(value, draw(days), comparator, population=population, **more)
        return replace(found, as_of=UNKNOWN) if draw(st.booleans()) else found
    first, last = sorted((draw(days), draw(days)))
    population = draw(
        st.sampled_from(["released", "pardoned", "exiled", "recognised_new", "died_in_custody", "recognised_total"])
    )
    return flow(value, first, last, population, comparator=comparator, **more)


@given(figures(), figures(), st.lists(figures(), max_size=3))
def test_the_answer_does_not_depend_on_which_comes_first(
    a: PublishedFigure, b: PublishedFigure, others: Sequence[PublishedFigure]
) -> None:
    one, other = compare(a, b, others), compare(b, a, others)
    assert (one.verdict, one.only_if, one.unexplained, one.items) == (
        other.verdict,
        other.only_if,
        other.unexplained,
        other.items,
    )
    assert (one.a, one.b, one.difference) == (other.b, other.a, -other.difference)


@given(figures(), figures(), st.lists(figures(), max_size=3), st.sampled_from(WIDER))
def test_saying_it_less_exactly_never_makes_a_pair_less_compatible(
    a: PublishedFigure, b: PublishedFigure, others: Sequence[PublishedFigure], wider: tuple[str, str]
) -> None:
    narrow, wide = (replace(a, comparator=comparator) for comparator in wider)
    assert RANK[compare(wide, b, others).verdict] >= RANK[compare(narrow, b, others).verdict]


@given(figures(), figures(), st.lists(figures(), max_size=3))
def test_nothing_is_unexplained_exactly_where_no_number_has_to_change(
    a: PublishedFigure, b: PublishedFigure, others: Sequence[PublishedFigure]
) -> None:
    found = compare(a, b, others)
    assert found.unexplained >= 0
    if found.verdict == "compatible":
        assert (found.unexplained, found.only_if) == (0, ())
    if found.verdict == "incompatible":
        assert found.unexplained > 0 and not found.only_if


@given(st.integers(0, 5000), st.sampled_from(COMPARATORS))
def test_a_number_leaves_open_what_its_comparator_says(value: int, comparator: str) -> None:
    low, high = true_values(value, comparator)
    assert low >= 0
    assert (low <= value <= high) == (
        comparator not in ("more_than", "nearly") or (comparator == "nearly" and value == 0)
    )


# ---- a planted truth

steps = st.lists(st.tuples(st.integers(1, 40), st.integers(0, 20), st.integers(0, 20), st.integers(0, 3)), max_size=6)
said = st.lists(st.sampled_from(COMPARATORS), min_size=30, max_size=30)


def publish(truth: int, comparator: str, slack: int) -> tuple[int, str]:
    """A number that is true of `truth` under `comparator`, else the exact one."""
    told = {"at_least": truth - slack, "more_than": truth - 1 - slack, "up_to": truth + slack, "nearly": truth + 1}
    value = told.get(comparator, truth)
    low, high = true_values(max(0, value), comparator)
    return (value, comparator) if value >= 0 and low <= truth <= high else (truth, "exact")


@given(st.integers(0, 500), steps, said, st.integers(0, 9), st.booleans())
def test_what_a_true_history_published_is_never_incompatible(
    start: int, history: Sequence[tuple[int, int, int, int]], comparators: Sequence[str], slack: int, dated: bool
) -> None:
    told = iter(comparators)
    day, held, ever, out = NEW_YEAR, start, start, 0
    published = [stock(start, day.isoformat(), list_name="Lantern")]
    for gap, came, left, died in history:
        before, day = day + timedelta(days=1), day + timedelta(days=gap)
        left, died = min(left, held), min(died, held - min(left, held))
        held, ever, out = held + came - left - died, ever + came, out + left
        (value, comparator), freed = publish(held, next(told), slack), publish(left, next(told), slack)
        on = day.isoformat()
        as_of = Day.parse(on) if dated else UNKNOWN
        published += [
            stock(value, on, comparator, list_name="Lantern", as_of=as_of, id=f"stock-{on}"),
            flow(freed[0], on, on, comparator=freed[1], id=f"left-{on}"),
            flow(came, before.isoformat(), on, "recognised_new", list_name="Lantern", id=f"came-{on}"),
            flow(died, on, on, "died_in_custody", id=f"died-{on}"),
            flow(out, NEW_YEAR.isoformat(), on, id=f"out-{on}"),
            flow(ever, on, on, "recognised_total", since=UNKNOWN, list_name="Lantern", id=f"ever-{on}"),
        ]
    assert [v for v in reconcile(published) if v.verdict == "incompatible"] == []


@given(
    st.integers(0, 500),
    st.lists(st.tuples(st.integers(1, 40), st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=6),
)
def test_a_history_published_whole_is_compatible_throughout(
    start: int, history: Sequence[tuple[int, int, int]]
) -> None:
    day, held = NEW_YEAR, start
    published = [stock(start, day.isoformat(), list_name="Lantern", id="start")]
    for gap, came, left in history:
        day, left = day + timedelta(days=gap), min(left, held)
        held, on = held + came - left, day.isoformat()
        published.append(stock(held, on, list_name="Lantern", id=f"stock-{on}"))
        published.append(flow(left, on, on, list_name="Lantern", id=f"left-{on}"))
        published.append(flow(came, on, on, "recognised_new", list_name="Lantern", id=f"came-{on}"))
    assert {v.verdict for v in reconcile(published)} == {"compatible"}


@given(
    st.integers(0, 500),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.booleans(), st.booleans()), min_size=1, max_size=8),
)
def test_what_is_unexplained_is_what_was_not_published(
    start: int, history: Sequence[tuple[int, int, bool, bool]]
) -> None:
    day, held, hidden, known = NEW_YEAR, start, 0, []
    for came, left, told_of_those_in, told_of_those_out in history:
        day, left = day + timedelta(days=1), min(left, held)
        held, on = held + came - left, day.isoformat()
        hidden += (0 if told_of_those_in else came) - (0 if told_of_those_out else left)
        known += [flow(came, on, on, "recognised_new", id=f"came-{on}")] if told_of_those_in else []
        known += [flow(left, on, on, id=f"left-{on}")] if told_of_those_out else []
    found = compare(
        stock(start, NEW_YEAR.isoformat(), list_name="L"), stock(held, day.isoformat(), list_name="L"), known
    )
    assert found.unexplained == abs(hidden)
    assert [(c.kind, c.people) for c in found.only_if if c.kind in ("net_additions", "further_exits")] == (
        [("net_additions", hidden)] if hidden > 0 else [("further_exits", -hidden)] if hidden < 0 else []
    )


@given(figures(), figures(), st.lists(figures(), max_size=3))
def test_the_same_people_are_asked_for_only_where_the_numbers_are_one(
    a: PublishedFigure, b: PublishedFigure, others: Sequence[PublishedFigure]
) -> None:
    if any(c.kind == "people" for c in compare(a, b, others).only_if):
        assert a.value == b.value
