"""Who counts: named, versioned rules over a person's claims, kept as YAML with their citation.

A rule answers in, out, possible (some claim supports it, none settles it) or not assessed. It is never a boolean column.

    described                       called a political prisoner, or a member or an example of people so described
    recognised: {body}              an act of that body in force on the day, or ex post facto
    assessment: {standard, criterion}   latest answer of each body; bodies that disagree make it possible
    occupation: {words, unless}     an occupation claim holds one of these words and none of the others
    any, all, not, assumed_no       three-valued logic; `assumed_no` reads "not assessed" as out
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from functools import lru_cache
from math import inf
from typing import Any

from habeas.claims.claim import Claim
from habeas.figures.definition_file import definitions_in
from habeas.figures.last_said import Said, last_said
from habeas.kernel.errors import RefusedByRule, UsageError

DEFAULT = "described-as-political-prisoner"


class Inclusion(IntEnum):
    """Whether a person belongs, in rising order of how surely."""

    OUT = 0
    NOT_ASSESSED = 1
    POSSIBLE = 2
    IN = 3


@dataclass(frozen=True, slots=True)
class Definition:
    """One rule of who counts. `staleness` in days: how long a proof of custody holds; `place_kinds` None = every kind.

    `snapshot` (month, day) is the only day of the year the definition speaks of, None = any day; with `first_hour` of its first hour, when
    whoever is let go that day is still held and whoever is arrested that day is not yet. `parameter` is what was given
    after the colon, None for a definition without one.
    """

    id: str
    version: int
    title: str
    citation: str
    headline: str
    rule: Mapping[str, Any]
    staleness: int | None
    place_kinds: frozenset[str] | None = None
    snapshot: tuple[int, int] | None = None
    parameter: str | None = None
    first_hour: bool = False

    def __str__(self) -> str:
        return f"{self.id}@{self.version}" + (f":{self.parameter}" if self.parameter else "")

    def custody_day(self, day: date) -> date:
        """The day whose custody is meant: a definition of a day's first hour means whoever was held at the end of the day before."""
        return date.fromordinal(max(day.toordinal() - self.first_hour, 1))

    def refuse_unless_answerable(self, days: Sequence[date]) -> None:
        """Raises RefusedByRule when a snapshot definition is asked about another day, or as a series."""
        if self.snapshot is None:
            return
        wrong = [day for day in days if (day.month, day.day) != self.snapshot]
        if wrong:
            month, day_of_month = self.snapshot
            why = (
                f"{self} is a snapshot of {day_of_month:02d}-{month:02d} (day-month) and says nothing about {wrong[0]}"
            )
            raise RefusedByRule(why, {"definition": str(self), "refused": why, "on": wrong[0].isoformat()})


def definition(name: str = DEFAULT) -> Definition:
    """Find `id`, `id@version`, `id:PARAMETER` or `id@version:PARAMETER`. Raises UsageError listing what exists."""
    wanted, _, parameter = name.partition(":")
    wanted_id, _, version = wanted.partition("@")
    found = _all_definitions(os.environ.get("HABEAS_DEFINITIONS")).get(wanted_id)
    if found is None or (version and version != str(found["version"])):
        known = ", ".join(str(d["id"]) + "@" + str(d["version"]) for d in definition_files())
        raise UsageError(f"no definition '{name}'; there are {known}")
    if ("parameter" in found) != bool(parameter.strip()):
        what = f"add ':{found['parameter'].upper()}'" if "parameter" in found else "leave out what follows the colon"
        raise UsageError(f"definition '{name}': {what}")
    return _definition(found, parameter.strip() or None)


def definition_files() -> list[Mapping[str, Any]]:
    """The content of every definition known, ordered by id."""
    found = _all_definitions(os.environ.get("HABEAS_DEFINITIONS"))
    return [found[name] for name in sorted(found)]


@lru_cache(maxsize=4)
def _all_definitions(own_folder: str | None) -> dict[str, dict[str, Any]]:
    return definitions_in(own_folder)


def _definition(raw: Mapping[str, Any], parameter: str | None) -> Definition:
    kinds, snapshot = raw.get("place_kinds"), raw.get("snapshot")
    return Definition(
        id=raw["id"], version=raw["version"], title=raw["title"], citation=raw["citation"], headline=raw["headline"],
        rule=raw["rule"], staleness=raw.get("staleness_days"), place_kinds=frozenset(kinds) if kinds else None,
        snapshot=(snapshot["month"], snapshot["day"]) if snapshot else None,
        first_hour=snapshot is not None and snapshot.get("moment") == "first hour", parameter=parameter,
    )  # fmt: skip


def inclusion(of: Definition, claims: Sequence[Claim], day: int, *, called_former: bool = False) -> Inclusion:
    """Whether the person with these claims belongs on `day` (an ordinal). `called_former`: custody on that day came after one that had
    ended when the person was called a former political prisoner, so that this word may not speak of it.
    """
    counted = [replace(c, weak=True) if called_former and c.value.get("former") else c for c in claims]
    return _evaluate(of.rule, of, [c for c in counted if c.reality == "actual"], day)


def _evaluate(rule: Mapping[str, Any], of: Definition, claims: Sequence[Claim], day: int) -> Inclusion:
    ((kind, inner),) = rule.items()
    if kind == "any":
        return max(_evaluate(part, of, claims, day) for part in inner)
    if kind == "all":
        return min(_evaluate(part, of, claims, day) for part in inner)
    if kind == "not":
        return _opposite[_evaluate(inner, of, claims, day)]
    if kind == "assumed_no":
        found = _evaluate(inner, of, claims, day)
        return Inclusion.OUT if found is Inclusion.NOT_ASSESSED else found
    if kind == "described":
        return _described(claims)
    if kind == "recognised":
        return _recognised(claims, str(inner["body"]).replace("{parameter}", of.parameter or ""), day)
    if kind == "occupation":
        return _occupation(claims, inner["words"], inner.get("unless", ()))
    return _assessed(claims, inner["standard"], str(inner["criterion"]))


_opposite = {
    Inclusion.IN: Inclusion.OUT,
    Inclusion.OUT: Inclusion.IN,
    Inclusion.POSSIBLE: Inclusion.POSSIBLE,
    Inclusion.NOT_ASSESSED: Inclusion.NOT_ASSESSED,
}


def _described(claims: Sequence[Claim]) -> Inclusion:
    found = [c for c in claims if c.predicate == "described_as_political_prisoner"]
    if any(c.value.get("as") != "example" and not c.weak and not c.provisional for c in found):
        return Inclusion.IN
    return Inclusion.POSSIBLE if found else Inclusion.OUT


def _recognised(claims: Sequence[Claim], body: str, day: int) -> Inclusion:
    """By what can be the last of the body's acts by the day: in where it can only be a recognition, possible where it can be one."""
    acts = [
        _said(c, c.predicate, for_all_days=bool(c.value.get("ex_post_facto"))) for c in claims
        if c.predicate in ("recognised", "recognition_withdrawn")
        and str(c.value.get("body", "")).strip().casefold() == body.casefold()
    ]  # fmt: skip
    last = last_said(acts, day)
    if last == {"recognised"}:
        return Inclusion.IN
    return Inclusion.POSSIBLE if "recognised" in last else Inclusion.OUT


def _said(claim: Claim, what: str, *, for_all_days: bool = False) -> Said:
    first, last = (
        edge if edge is not None else without for edge, without in ((claim.when.lo, -inf), (claim.when.hi, inf))
    )
    return Said(what, first, last, sure=not claim.provisional, for_all_days=for_all_days)


def _occupation(claims: Sequence[Claim], words: Sequence[str], unless: Sequence[str]) -> Inclusion:
    """In where an occupation holds one of the words and none of `unless` ("former", "wife of"), possible where too few have accepted each that
    does. A word that ends in * is the beginning of one.
    """
    told = [c for c in claims if c.predicate == "occupation"]
    if not told:
        return Inclusion.NOT_ASSESSED
    having = [c for c in told if _holds(c, words) and not _holds(c, unless)]
    if any(not c.provisional for c in having):
        return Inclusion.IN
    return Inclusion.POSSIBLE if having else Inclusion.OUT


def _holds(claim: Claim, words: Sequence[str]) -> bool:
    said = re.findall(r"\w+", str(claim.value.get("value", "")).casefold())
    return any(one.startswith(word[:-1]) if word.endswith("*") else one == word for one in said for word in words)


def _assessed(claims: Sequence[Claim], standard: str, criterion: str) -> Inclusion:
    """By what can be each body's latest answer: in where all that answer can only say yes, out where they can only say no."""
    by_body: dict[str, list[Said]] = {}
    for c in claims:
        if c.predicate == "assessment" and (c.value.get("standard"), str(c.value.get("criterion"))) == (
            standard,
            criterion,
        ):
            by_body.setdefault(str(c.value.get("body", c.source)), []).append(_said(c, str(c.value.get("answer"))))
    latest = [{None if what == "unknown" else what for what in last_said(said)} for said in by_body.values()]
    told = set().union(*latest) - {None}
    if not told:
        return Inclusion.NOT_ASSESSED
    if len(told) > 1 or all(None in answers for answers in latest):
        return Inclusion.POSSIBLE
    return Inclusion.IN if told == {"yes"} else Inclusion.OUT
