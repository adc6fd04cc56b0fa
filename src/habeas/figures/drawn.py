"""Exits told for days after a stock: whoever left was among those counted, or was added since.

exits(t0, t1) <= S(t0) + additions(t0, t1)
"""

from __future__ import annotations

from habeas.figures.between import Movements, moved_between
from habeas.figures.conditions import BASE_DAY, ROUNDED, another_list
from habeas.figures.published import PublishedFigure
from habeas.figures.verdicts import Condition, Item, Verdict, collide

_EXITS = ("released", "pardoned", "died_in_custody", "exiled")


def drawn_from(stock: PublishedFigure, flow: PublishedFigure, moving: Movements) -> Verdict | None:
    """The verdict where more people left than had been held and were told to have come since; None where that is not so.

    `moving` are the flows told; None also where the two are no stock and later exit.
    """
    if (
        stock.kind != "stock"
        or flow.kind != "flow"
        or stock.population != "in_custody"
        or flow.population not in _EXITS
    ):
        return None
    base, (begun, ended) = stock.base_days[1], flow.period
    if base is None or begun is None or ended is None or begun <= base:
        return None
    excess = flow.values[0] - stock.values[1] - moved_between(moving.of(stock, stock), base, ended).came[1]
    if excess <= 0:
        return None
    many = f"at least {excess:,} addition{'s' if excess != 1 else ''}"
    conditions = [
        Condition("net_additions", excess, f"{many} before the last of them left"),
        *another_list(stock, flow),
    ]
    if flow.rounded_values[0] <= stock.rounded_values[1]:
        conditions.append(ROUNDED)
    if stock.as_of.is_unknown:
        conditions.append(BASE_DAY)
    why = f"{flow.in_words} left, {excess:,} more than had been held or were told to have come"
    return collide(stock, flow, conditions, [Item("conflict", excess, why)], excess)
