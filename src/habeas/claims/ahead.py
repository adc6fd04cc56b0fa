"""What is told as having happened on a day still to come ("will be freed on the 20th") is a plan until that day, whatever its source says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from habeas.claims.claim import Claim, Source
from habeas.claims.vocabulary import vocabulary


def as_known(claims: Iterable[Claim], sources: Mapping[str, Source], known_by: date) -> list[Claim]:
    """The claims as they can be known by the end of a day: what their source dated ahead, to a later day, is planned."""
    day = known_by.toordinal()
    return [
        c if c.when.lo is None or c.when.lo <= day or not _is_ahead(c, sources, day) else replace(c, reality="planned")
        for c in claims
    ]


def days_ahead(claims: Iterable[Claim], sources: Mapping[str, Source], of: date) -> list[int]:
    """The days (ordinals) after a day on which a plan of custody turns into what was told, in order."""
    day = of.toordinal()
    return sorted({c.when.lo for c in claims if c.when.lo is not None and _is_ahead(c, sources, day)})


def _is_ahead(claim: Claim, sources: Mapping[str, Source], day: int) -> bool:
    lo = claim.when.lo
    if lo is None or lo <= day or claim.reality != "actual":
        return False
    effect = vocabulary().predicate(claim.predicate).custody
    return lo > _told_by(claim, sources) and effect is not None and not effect.startswith("may_")


def _told_by(claim: Claim, sources: Mapping[str, Source]) -> int:
    """The day (an ordinal) of publication, else of the claim's entry; that of nobody knows when, before all days."""
    source = sources.get(claim.source)
    if source is not None and source.published.hi is not None:
        return source.published.hi
    return 0 if claim.recorded_at is None else claim.recorded_at.date().toordinal()
