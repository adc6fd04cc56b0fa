"""Invented published figures of an invented country, for the tests of compatibility."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from habeas.figures.published import PublishedFigure
from habeas.kernel.days import Day

UNKNOWN = Day.unknown()


def stock(value: int, on: str, comparator: str = "exact", list_name: str | None = None, **more: Any) -> PublishedFigure:
    """So many in custody on a day, said by Lantern."""
    day = Day.parse(on)
    plain = PublishedFigure(
        f"stock-{value}-{comparator}-{on}", value, comparator, "in_custody", "stock", day, day, UNKNOWN, UNKNOWN,
        said_by="Lantern", counted="political prisoners", list_name=list_name,
    )  # fmt: skip
    return replace(plain, **more)


def undated(value: int, comparator: str = "exact", **more: Any) -> PublishedFigure:
    """A stock told after a release of 21 June 2030 and published on 26 June, its base day not stated."""
    return stock(value, "2030-06-26", comparator, as_of=UNKNOWN, earliest_base=date(2030, 6, 21), **more)


def flow(value: int, first: str, last: str, population: str = "released", **more: Any) -> PublishedFigure:
    """So many from a day to a day, both included, said by Lantern."""
    plain = PublishedFigure(
        f"{population}-{value}-{first}-{last}", value, "exact", population, "flow", Day.parse(last), UNKNOWN,
        Day.parse(first), Day.parse(last), said_by="Lantern", counted="political prisoners",
    )  # fmt: skip
    return replace(plain, **more)


def total(value: int, on: str, **more: Any) -> PublishedFigure:
    """So many ever recognised, up to a day."""
    day = Day.parse(on)
    return flow(value, on, on, "recognised_total", as_of=day, since=UNKNOWN, until=UNKNOWN, list_name="Lantern", **more)
