"""Of which claims held back that something of custody is held back has to be known, for nothing shown to be surer than the truth."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from habeas.claims.claim import Claim, Source
from habeas.claims.held_back import HeldBack, Settles
from habeas.claims.knowledge import Knowledge, overruled
from habeas.claims.vocabulary import vocabulary
from habeas.custody.denials import denial_of
from habeas.custody.signs import Sign, signs_of

_OUT = ("leaves", "outside")


def bears_on_custody(claim: Claim) -> bool:
    """Whether a claim may tell of custody, or deny it."""
    value = claim.value
    return vocabulary().predicate(claim.predicate).custody_of(value) is not None or bool(
        value.get("in_absentia") or value.get("suspended")
    )


def held_custody(
    held: Iterable[Claim], knowledge: Knowledge, stand_in: Mapping[str, str], named: Collection[str]
) -> list[HeldBack]:
    """What is held back of the custody of those `named`, who stand in for others; of what counts no more, nothing."""
    held = [*held]
    retracted = knowledge.retracted() if held else set()
    gone = retracted | overruled(knowledge.rulings, retracted)
    found = dict.fromkeys(
        one
        for claim in held
        if claim.id not in gone and claim.source in knowledge.sources
        for one in _of_claim(claim, knowledge.sources[claim.source], stand_in)
        if one.mention in named
    )
    return [*found]


def _of_claim(claim: Claim, source: Source, stand_in: Mapping[str, str]) -> Iterator[HeldBack]:
    told = _told(claim, source)
    if told is None:
        return
    lo, hi, settled_by = told
    recorded = None if claim.recorded_at is None else claim.recorded_at.date().toordinal()
    sources = frozenset(name for name in (source.list_name, source.name) if name)
    for mention in filter(None, (claim.subject, *claim.members)):
        if mention in stand_in:
            yield HeldBack(
                stand_in[mention],
                lo,
                hi,
                settled_by,
                recorded,
                source.published.hi,
                sources,
                source.consent != "public",
            )


def _told(claim: Claim, source: Source) -> tuple[int, int, Settles] | None:
    """The days it tells of, and what settles custody again after it; None where it says nothing of custody."""
    denial = denial_of(claim, source)
    if denial is not None:
        by = Settles.PROOF if denial.effect in (*_OUT, "died") else Settles.ARREST
        return denial.lo, denial.hi, by
    # what is provisional or only possible when it is held back may be certain to whoever sees it
    signs = [s for s in signs_of(replace(claim, provisional=False, weak=False), source) if s.strong or s.effect in _OUT]
    if not signs:
        return None
    return min(s.lo for s in signs), max(s.hi for s in signs), max(map(_settles, signs))


def _settles(sign: Sign) -> Settles:
    if sign.effect == "died" or sign.way_out == "died":
        return Settles.NOTHING
    return Settles.ARREST if sign.effect in _OUT else Settles.PROOF
