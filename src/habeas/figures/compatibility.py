"""Can two published figures both be true? Stock-and-flow arithmetic, without a single name.

    S(t1) = S(t0) + additions - exits          known exits between the two days give the additions that are needed

Three verdicts. *compatible*: the figures as they stand leave a world in which both hold. *only_if*: both hold under stated conditions,
named in this order: additions or exits between their base days, rounding, another base day, another list, the same people meant by two
descriptions. *incompatible*: one count, the same people, stated days, and no number fits both.

Every pair gets a verdict. Pairs that do not bear on each other are compatible, and an item says why.

`stocks`, `flows`, `parts` and `running` each know one kind of pair; `populations` says which populations bear on each other, `rounding`
which true numbers a printed one leaves open. Cumulative totals of different sources are never subtracted from each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from habeas.figures.between import Movements
from habeas.figures.drawn import drawn_from
from habeas.figures.flows import compare_flows
from habeas.figures.pace import pace_in_words
from habeas.figures.parts import adding_up, part_and_whole
from habeas.figures.populations import RUNNING, UNSORTED, in_words, part_of
from habeas.figures.published import PublishedFigure, base_in_words, narrower
from habeas.figures.running import compare_running
from habeas.figures.stocks import Bridge, Known, compare_stocks
from habeas.figures.verdicts import Condition, Item, Reconciliation, Verdict, hold_together

__all__ = [
    "Bridge", "Condition", "Item", "Reconciliation", "Verdict", "base_in_words", "compare", "reconcile",
]  # fmt: skip


def reconcile(
    figures: Sequence[PublishedFigure],
    bridge: Bridge | None = None,
    *,
    flows: Sequence[PublishedFigure] = (),
    pace: Sequence[PublishedFigure] = (),
) -> Reconciliation:
    """Every pair of `figures`, in their order, with all the flows among them and those of `flows`.

    `pace` adds recorded counts of new recognitions, for comparison only. `bridge` names the people known between two stocks.
    """
    everything = list({f.id: f for f in (*figures, *flows)}.values())
    moving = [f for f in everything if f.kind == "flow"]
    known = _known(moving, pace, bridge)
    return Reconciliation(tuple(f.id for f in figures), tuple(_pair(a, b, known) for a, b in combinations(figures, 2)))


def compare(
    a: PublishedFigure,
    b: PublishedFigure,
    flows: Sequence[PublishedFigure] = (),
    *,
    pace: Sequence[PublishedFigure] = (),
    bridge: Bridge | None = None,
) -> Verdict:
    """The verdict on two figures; the same verdict and conditions whichever comes first. See `reconcile` for the rest."""
    return _pair(a, b, _known(flows, pace, bridge))


def _known(flows: Sequence[PublishedFigure], pace: Sequence[PublishedFigure], bridge: Bridge | None) -> Known:
    recorded = list({f.id: f for f in (*flows, *pace)}.values())
    return Known(flows, Movements(flows), pace_in_words(recorded), bridge)


def _pair(a: PublishedFigure, b: PublishedFigure, known: Known) -> Verdict:
    """The earlier first, so that the answer cannot depend on who asks in which order."""
    return _in_time(a, b, known) if _when(a) <= _when(b) else _in_time(b, a, known).turned()


def _in_time(a: PublishedFigure, b: PublishedFigure, known: Known) -> Verdict:
    if UNSORTED in (a.population, b.population):
        return hold_together(a, b, [Item("unrelated", 0, "it is not said which population one of them counts")])
    related = a.population == b.population or part_of(a.population, b.population) or part_of(b.population, a.population)
    if related and (a.population in RUNNING or b.population in RUNNING):
        return compare_running(a, b)
    if a.population == b.population and narrower(a, b):
        return part_and_whole(a, b, known.flows)
    if a.population == b.population and narrower(b, a):
        return part_and_whole(b, a, known.flows).turned()
    if a.population == b.population:
        return _one_population(a, b, known)
    if part_of(a.population, b.population):
        return part_and_whole(a, b, known.flows)
    if part_of(b.population, a.population):
        return part_and_whole(b, a, known.flows).turned()
    drawn = drawn_from(a, b, known.moving)
    if drawn is None and (other := drawn_from(b, a, known.moving)) is not None:
        drawn = other.turned()
    if drawn is not None:
        return drawn
    sums = adding_up(a, b, known.flows) or adding_up(b, a, known.flows)
    return hold_together(a, b, sums or [_unrelated(a, b)])


def _when(figure: PublishedFigure) -> tuple[int, int, int, str]:
    first, last = figure.base_days if figure.kind == "stock" else figure.period
    return last or 0, first or 0, figure.value, figure.id


def _one_population(a: PublishedFigure, b: PublishedFigure, known: Known) -> Verdict:
    if a.kind == b.kind == "stock":
        return compare_stocks(a, b, known)
    if a.kind == b.kind == "flow":
        return compare_flows(a, b)
    return hold_together(a, b, [Item("unrelated", 0, "a stock and a flow set each other no bound")])


def _unrelated(a: PublishedFigure, b: PublishedFigure) -> Item:
    if a.kind != b.kind:
        flow, stock = (a, b) if a.kind == "flow" else (b, a)
        why = f"{in_words(flow.population)} in a period set no bound to {in_words(stock.population)} on one day"
        return Item("unrelated", 0, why)
    first, second = sorted((in_words(a.population), in_words(b.population)))
    return Item("unrelated", 0, f"{first} and {second} do not bear on each other")
