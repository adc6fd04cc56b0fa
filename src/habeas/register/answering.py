"""Counts and rolls: the register's answers about custody, in the shapes that the command line prints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from habeas.figures.definitions import Definition
from habeas.figures.evidence import Evidence
from habeas.figures.roll import Count, Standing, place_kind_on
from habeas.kernel.asof import AsOf
from habeas.kernel.errors import UsageError
from habeas.register.derived import Laid, laid_out
from habeas.register.known import Known, known
from habeas.register.opened import Register
from habeas.register.rolled import roll_of

FACETS = ("place_kind", "place", "occupation", "sex", "source")


def count_on(register: Register, asked: AsOf, of: Definition) -> dict[str, Any]:
    """The count of one day with its bounds."""
    of.refuse_unless_answerable([asked.day])
    laid = laid_out(register, asked.known_by, asked.basis, of)
    return _counted(laid, asked, of, laid.timeline.on(asked.day))


def series(register: Register, asked: AsOf, of: Definition, last: date) -> dict[str, Any]:
    """The counts of every day from `asked.day` to `last`."""
    days = _days(asked.day, last)
    of.refuse_unless_answerable(days)
    laid = laid_out(register, asked.known_by, asked.basis, of)
    counts = laid.timeline.series(asked.day, last)
    return {"series": [_counted(laid, asked.on(day), of, count) for day, count in zip(days, counts, strict=True)]}


def roll_on(register: Register, asked: AsOf, of: Definition) -> dict[str, Any]:
    """The persons behind a count, each with the reason."""
    standings = roll_of(register, asked, of)
    return {**count_on(register, asked, of), "persons": [_standing(s) for s in standings]}


def roll_series(register: Register, asked: AsOf, of: Definition, last: date) -> dict[str, Any]:
    """The rolls of every day from `asked.day` to `last`."""
    return {"series": [roll_on(register, asked.on(day), of) for day in _days(asked.day, last)]}


def _days(first: date, last: date) -> list[date]:
    if last < first:
        raise UsageError(f"--series {first} {last}: the series ends before it begins; swap its two days")
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def roll_by(register: Register, asked: AsOf, of: Definition, facet: str) -> dict[str, Any]:
    """A roll with each person's part by one facet, and the bounds of each part. Raises UsageError for an unknown facet."""
    if facet not in FACETS:
        raise UsageError(f"--by {facet}: not a facet; use one of {', '.join(FACETS)}")
    now = known(register, asked.known_by, asked.basis)
    roll = [(s, _facet(now, now.everyone[s.person], asked.day, facet)) for s in roll_of(register, asked, of)]
    grouped: dict[str, list[Standing]] = {}
    for stands, part in roll:
        grouped.setdefault(part, []).append(stands)
    parts = {
        part: {"certain": sum(s.answer == "yes" for s in found), "possible": sum(s.may_be_in for s in found)}
        for part, found in sorted(grouped.items())
        if any(s.may_be_in for s in found)
    }
    persons = [{**_standing(s), "part": part} for s, part in roll]
    return {**count_on(register, asked, of), "by": facet, "parts": parts, "persons": persons}


def by_facet(register: Register, asked: AsOf, of: Definition, facet: str) -> dict[str, Any]:
    """A count split by one facet of the persons; each part has its own bounds. Raises UsageError for an unknown facet."""
    answer = roll_by(register, asked, of, facet)
    return {name: value for name, value in answer.items() if name != "persons"}


def _facet(now: Known, evidence: Evidence, day: date, facet: str) -> str:
    if facet == "place_kind":
        return place_kind_on(evidence, day) or "unknown"
    if facet == "source":
        return ", ".join(sorted({now.sources[c.source].name for c in evidence.claims if c.source in now.sources}))
    if facet == "place":
        told = [c for c in evidence.claims if c.value.get("place") and (c.when.lo or 0) <= day.toordinal()]
        return str(max(told, key=lambda c: (c.when.lo or 0, c.id)).value["place"]) if told else "unknown"
    told = [c for c in evidence.claims if c.predicate == facet]
    return str(told[-1].value.get("value", "unknown")) if told else "unknown"


def _counted(laid: Laid, asked: AsOf, of: Definition, count: Count) -> dict[str, Any]:
    return {
        "on": asked.day.isoformat(), "known_by": asked.known_by.isoformat(), "basis": str(asked.basis), "definition": str(of),
        "unit": "person", "coverage": laid.coverage, "certain": count.certain, "possible": count.possible,
        "unconfirmed": count.unconfirmed, "not_assessed": count.not_assessed, "undated_left_out": laid.undated_left_out,
    }  # fmt: skip


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "id": standing.person, "name": standing.name, "in": standing.answer, "why": standing.why, "claims": list(standing.claims),
        "unconfirmed": standing.unconfirmed,
    }  # fmt: skip


def headline(answer: Mapping[str, Any], of: Definition) -> str:
    """The definition's phrase for a count; where only the named are known, or people held are not assessed, it says so."""
    certain, possible, not_assessed = (int(answer[part]) for part in ("certain", "possible", "not_assessed"))
    if not_assessed and not possible:
        nobody = of.headline.replace("at least {certain}", "{certain}")
        phrase = f"not known {nobody.format(certain='how many', parameter=of.parameter or '')}"
    elif certain:
        phrase = of.headline.format(certain=certain, parameter=of.parameter or "")
    else:
        nobody = of.headline.replace("at least {certain}", "{certain}")
        phrase = nobody.format(certain="no", parameter=of.parameter or "")
        phrase = f"for certain {phrase}, possibly {possible}" if possible else phrase
    if not_assessed:
        phrase += f" ({not_assessed:,} {'person is' if not_assessed == 1 else 'people are'} not assessed)"
    is_whole = str(answer["coverage"]).startswith("census")
    return phrase if is_whole else f"{phrase}, among the people named in these sources"
