"""Can two published figures both be true? Stock-and-flow arithmetic, without a single name.

    S(t1) = S(t0) + additions - exits          known exits between the two days give the additions that are needed

Three verdicts. *compatible*: the figures as they stand leave a world in which both hold. *only_if*: both hold under stated
conditions, in this order: changes between their base days, rounding, another base day, another list, the same people meant by two
descriptions. *incompatible*: same list, same day, same people, and no value fits both.

Cumulative totals of different sources are never subtracted from each other (rule R13).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from habeas.figures.pace import pace_in_words
from habeas.figures.published import ENDLESS, IN, OUT, PART_OF, PublishedFigure, surely_between


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that would have to be true: its kind, the number of people it asks for (None = none), and in words."""

    kind: str
    people: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """A part of the difference that is accounted for, or a remark: `persons` are named people, `people` how many."""

    kind: str
    people: int
    why: str
    persons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of two figures. `difference` is b - a as printed; `unexplained` what of it no flow or person accounts for."""

    a: str
    b: str
    verdict: str
    only_if: tuple[Condition, ...]
    difference: int
    items: tuple[Item, ...]
    unexplained: int


Bridge = Callable[[PublishedFigure, PublishedFigure], Sequence[Item]]


def reconcile(figures: Sequence[PublishedFigure], bridge: Bridge | None = None) -> list[Verdict]:
    """Every pair, checked with all the flows among `figures`. `bridge` adds the named people known between two stocks."""
    return [compare(a, b, figures, bridge) for a, b in combinations(figures, 2)]


def compare(
    a: PublishedFigure, b: PublishedFigure, others: Sequence[PublishedFigure] = (), bridge: Bridge | None = None
) -> Verdict:
    """The verdict on two figures; the same conditions whichever comes first."""
    if a.kind == b.kind == "stock" and a.population == b.population:
        return _stocks(a, b, others, bridge)
    if PART_OF.get(a.population) == b.population or PART_OF.get(b.population) == a.population:
        return _part_and_whole(a, b)
    if a.kind == b.kind == "flow" and a.population == b.population:
        return _flows(a, b)
    return _verdict(a, b, [], [Item("unrelated", 0, f"{a.population} and {b.population} do not bear on each other")], 0)


def _stocks(
    a: PublishedFigure, b: PublishedFigure, others: Sequence[PublishedFigure], bridge: Bridge | None
) -> Verdict:
    first, second = sorted((a, b), key=_when)
    named = list(bridge(first, second)) if bridge is not None else []
    between = _between(first, second)
    if _overlap(first.values, second.values) and (between is None or not _stated(first, second)):
        return _verdict(a, b, _people(a, b), named, 0)
    flows = [] if between is None else _flows_between(others, *between)
    items = [
        Item(
            f.population, f.value, f"{f.value} {f.population.replace('_', ' ')} on {f.since or f.as_of or f.published}"
        )
        for f in flows
    ]
    exits = sum(f.value for f in flows if f.population in OUT)
    entries = sum(f.value for f in flows if f.population in IN)
    low = second.values[0] - first.values[1] + exits - entries
    high = second.values[1] - first.values[0] + exits - entries
    # how many net additions beyond the flows known; an interval around zero asks for nothing
    needed = low if low > 0 else high if high < 0 else 0
    unexplained = abs(needed)
    if not needed:
        return _verdict(a, b, _people(a, b), [*items, *named], 0)
    conditions = _conditions(first, second, needed, others)
    return _verdict(a, b, conditions, [*items, *named], unexplained)


def _conditions(
    first: PublishedFigure, second: PublishedFigure, needed: int, others: Sequence[PublishedFigure]
) -> list[Condition]:
    days = _days(first, second)
    conditions = []
    if days != 0:
        conditions.append(Condition("net_change", needed, _change_in_words(first, second, needed, days, others)))
    if _rounding_suffices(first, second, needed):
        conditions.append(Condition("rounded", None, "one of them is rounded"))
    if not _stated(first, second):
        conditions.append(Condition("base_day", None, "another base day than the one assumed"))
    if not (first.list_name and first.list_name == second.list_name):
        conditions.append(Condition("list", None, "another list, or another day's version of it"))
    return conditions + _people(first, second)


def _rounding_suffices(first: PublishedFigure, second: PublishedFigure, needed: int) -> bool:
    slack = (first.values[0] - first.rounded_values[0]) + (second.values[0] - second.rounded_values[0])
    return 0 < abs(needed) <= slack or (slack > 0 and not _stated(first, second))


def _change_in_words(
    first: PublishedFigure, second: PublishedFigure, needed: int, days: int | None, others: Sequence[PublishedFigure]
) -> str:
    what = "net additions" if needed > 0 else "further exits"
    within = "" if days is None else f" in at most {days} days" if not _stated(first, second) else f" in {days} days"
    said = f"at least {abs(needed)} {what}{within}"
    pace = pace_in_words(others) if needed > 0 else ""
    return said + (f" ({pace})" if pace else "")


def _flows(a: PublishedFigure, b: PublishedFigure) -> Verdict:
    people = _people(a, b)
    inside = _contains(a, b) or _contains(b, a)
    if _same_period(a, b):
        if _overlap(a.values, b.values):
            return _verdict(a, b, people, [], 0)
        gap = _gap(a, b)
        apart = [Condition("list", None, "they count different people or come from different sources")]
        if _overlap(a.rounded_values, b.rounded_values):
            apart.insert(0, Condition("rounded", None, "one of them is rounded"))
        same = bool(a.list_name) and a.list_name == b.list_name and not people
        return _verdict(
            a, b, [] if same and len(apart) == 1 else [*apart, *people], [], gap, impossible=same and len(apart) == 1
        )
    if inside:
        whole, part = (a, b) if _contains(a, b) else (b, a)
        if whole.values[1] >= part.values[0]:
            return _verdict(
                a, b, people, [Item("part", part.value, "the shorter period lies inside the longer one")], 0
            )
        words = f"the longer period counts fewer people than the shorter one inside it, by {part.values[0] - whole.values[1]}"
        return _verdict(
            a,
            b,
            [Condition("list", None, f"{words}: they count different people")],
            [],
            part.values[0] - whole.values[1],
        )
    return _verdict(a, b, people, [Item("other_period", 0, "they speak of different periods")], 0)


def _part_and_whole(a: PublishedFigure, b: PublishedFigure) -> Verdict:
    part, whole = (a, b) if PART_OF.get(a.population) == b.population else (b, a)
    if part.values[0] <= whole.values[1]:
        return _verdict(a, b, [], [Item("part", part.value, f"{part.population} are part of {whole.population}")], 0)
    excess = part.values[0] - whole.values[1]
    return _verdict(
        a,
        b,
        [Condition("list", None, f"the part is larger than the whole by {excess}: they count different people")],
        [],
        excess,
    )


def _people(a: PublishedFigure, b: PublishedFigure) -> list[Condition]:
    """Two descriptions of who is counted, by two speakers: an equal number does not make them the same people."""
    if (
        a.counted
        and b.counted
        and a.counted != b.counted
        and a.said_by != b.said_by
        and a.kind == b.kind == "flow"
        and _same_period(a, b)
    ):
        return [Condition("people", None, f"the same people are meant: one counts {a.counted}, the other {b.counted}")]
    return []


def _verdict(
    a: PublishedFigure,
    b: PublishedFigure,
    conditions: Sequence[Condition],
    items: Sequence[Item],
    unexplained: int,
    *,
    impossible: bool = False,
) -> Verdict:
    verdict = (
        "incompatible" if impossible or (unexplained and not conditions) else "only_if" if conditions else "compatible"
    )
    return Verdict(a.id, b.id, verdict, tuple(conditions), b.value - a.value, tuple(items), unexplained)


def _when(figure: PublishedFigure) -> tuple[int, int, int, str]:
    """Where the days leave the order open, the smaller first: then the difference asks for additions."""
    low, high = figure.base_days
    return (high if high is not None else ENDLESS, low if low is not None else -ENDLESS, figure.value, figure.id)


def _stated(first: PublishedFigure, second: PublishedFigure) -> bool:
    return not first.as_of.is_unknown and not second.as_of.is_unknown


def _between(first: PublishedFigure, second: PublishedFigure) -> tuple[int, int] | None:
    """The days after the first and up to the second stock; None when both may speak of one day."""
    (_, end), (start, last) = first.base_days, second.base_days
    if end is None or last is None or last <= end:
        return None
    if start is not None and start <= end and not _stated(first, second):
        return None
    return end, last


def _flows_between(others: Sequence[PublishedFigure], after: int, until: int) -> list[PublishedFigure]:
    """Exact flows wholly between two stocks, none counted twice: of two in one period the larger, of nested ones the longer."""
    inside = [
        f
        for f in others
        if f.kind == "flow"
        and f.comparator == "exact"
        and f.population in (*OUT, *IN)
        and surely_between(f, after, until)
    ]
    kept: list[PublishedFigure] = []
    for flow in sorted(inside, key=lambda f: (-((f.period[1] or 0) - (f.period[0] or 0)), -f.value, f.id)):
        group = OUT if flow.population in OUT else IN
        if not any(k.population in group and _contains(k, flow) for k in kept):
            kept.append(flow)
    return sorted(kept, key=lambda f: (f.period[0] or 0, f.id))


def _days(first: PublishedFigure, second: PublishedFigure) -> int | None:
    """At most how many days lie between the two; None = no bound is known."""
    starts = [d for d in (first.base_days[0], second.base_days[0]) if d is not None]
    ends = [d for d in (first.base_days[1], second.base_days[1]) if d is not None]
    return max(ends) - min(starts) if len(starts) == 2 and ends else None


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _gap(a: PublishedFigure, b: PublishedFigure) -> int:
    return max(a.values[0] - b.values[1], b.values[0] - a.values[1], 0)


def _contains(outer: PublishedFigure, inner: PublishedFigure) -> bool:
    (a, b), (c, d) = outer.period, inner.period
    return None not in (a, b, c, d) and a <= c and d <= b  # type: ignore[operator]


def _same_period(a: PublishedFigure, b: PublishedFigure) -> bool:
    return a.period == b.period and a.period[0] is not None


def base_in_words(figure: PublishedFigure) -> str:
    """The base day as people write it."""
    if figure.kind == "stock" and not figure.as_of.is_unknown:
        return str(figure.as_of)
    if not figure.since.is_unknown:
        return (
            f"since {figure.since}"
            if figure.until.is_unknown
            else str(figure.since)
            if figure.since == figure.until
            else f"{figure.since} to {figure.until}"
        )
    if figure.earliest_base is not None and figure.published.hi is not None:
        return f"between {figure.earliest_base} and {date.fromordinal(figure.published.hi)}"
    return f"by {figure.published}" if figure.published.text else "not stated"
