"""Conditions that do not depend on whether two figures are stocks or flows: rounding, another list, the same people."""

from __future__ import annotations

from habeas.figures.published import PublishedFigure, differently_described, same_count
from habeas.figures.verdicts import Condition, Item

ROUNDED = Condition("rounded", None, "one of them is rounded")
BASE_DAY = Condition("base_day", None, "another base day than the one assumed")


def another_list(a: PublishedFigure, b: PublishedFigure) -> list[Condition]:
    """Empty when both are stated to come from one count of the same people."""
    if same_count(a, b):
        return []
    if differently_described(a, b):
        return [Condition("list", None, f"another list, or other people: {a.counted}; {b.counted}")]
    if a.list_name and b.list_name and a.list_name != b.list_name:
        return [Condition("list", None, f"another list: {a.list_name}; {b.list_name}")]
    if a.definition and b.definition and a.definition != b.definition:
        return [Condition("list", None, f"another definition: {a.definition}; {b.definition}")]
    return [Condition("list", None, "another list, or another day's version of it")]


def same_people(a: PublishedFigure, b: PublishedFigure) -> list[Condition]:
    """An equal number does not make two descriptions the same people. Asked only of two speakers: one may vary their words.

    Two numbers that differ ask for nothing of the kind: they fit whoever is meant, or were the same people meant they would not.
    """
    if a.value != b.value or not differently_described(a, b) or (a.said_by or a.source) == (b.said_by or b.source):
        return []
    return [Condition("people", None, f"the same people are meant: one counts {a.counted}, the other {b.counted}")]


def one_voice(a: PublishedFigure, b: PublishedFigure) -> list[Item]:
    """The remark that a source contradicts itself about one day: then one of the two numbers is often left over from an earlier one."""
    one_time = a.base_days == b.base_days if a.kind == b.kind == "stock" else a.period == b.period
    if one_time and a.source and a.source == b.source and a.said_by == b.said_by:
        return [
            Item("one_source", 0, f"both stand in one source ({a.source}); one may be left over from an earlier day")
        ]
    return []
