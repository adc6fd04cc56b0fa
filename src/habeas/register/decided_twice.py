"""Decisions from another register against those made here: both are kept, the one decided later is in force, and that is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from habeas.claims.entries import PREFIX, Opened, decided_at
from habeas.claims.knowledge import Knowledge
from habeas.identity.judgements import latest
from habeas.register.known import judgements_of


def decided_twice(
    knowledge: Knowledge, contents: Mapping[str, Mapping[str, Any]], now: datetime
) -> list[dict[str, Any]]:
    """Pairs and claims of which entries that are not here yet (`contents` by id) decide otherwise than persons decided here.

    Asked before they enter; a decision without a moment of its own counts as made `now`.
    """
    return [*_pairs(knowledge, contents, now), *_claims(knowledge, contents, now)]


def _pairs(knowledge: Knowledge, contents: Mapping[str, Mapping[str, Any]], now: datetime) -> Iterator[dict[str, Any]]:
    here = {opened.id for opened in knowledge.judgements}
    come = [_opened(i, "judgement", said, now) for i, said in contents.items() if _is(i, "judgement") and i not in here]
    ours = {one.pair: one for one in latest(judgements_of(knowledge.judgements)) if not one.automatic}
    for one in latest(judgements_of(come)):
        other = ours.get(one.pair)
        if other is not None and not one.automatic and other.verdict is not one.verdict:
            why = _why(f"judged {other.verdict.value}", other.recorded_at, one.verdict.value, one.recorded_at)
            yield {"kind": "decided_twice", "rows": [], "ids": [], "mentions": list(one.pair), "why": why}


def _claims(knowledge: Knowledge, contents: Mapping[str, Mapping[str, Any]], now: datetime) -> Iterator[dict[str, Any]]:
    ours = {one.claim: one for one in sorted(knowledge.withdrawn, key=lambda one: (one.decided, one.when))}
    here = {one.id for one in knowledge.withdrawn}
    words = {True: "reinstated", False: "retracted"}
    theirs: dict[str, tuple[datetime, bool]] = {}
    for i, said in contents.items():
        kind = next((kind for kind in ("retract", "reinstate") if _is(i, kind)), None)
        if kind is not None and i not in here:
            decision = (decided_at(_opened(i, kind, said, now)), kind == "reinstate")
            theirs[said["claim"]] = max(decision, theirs.get(said["claim"], decision))
    for claim, (when, counts) in theirs.items():
        other = ours.get(claim)
        if other is not None and other.counts is not counts:
            why = _why(words[other.counts], other.decided, words[counts], when)
            yield {"kind": "decided_twice", "rows": [], "ids": [claim], "mentions": [], "why": why}


def _is(entry: str, kind: str) -> bool:
    return entry.startswith(f"{PREFIX[kind]}_")


def _opened(entry: str, kind: str, content: Mapping[str, Any], now: datetime) -> Opened:
    return Opened(0, entry, kind, content, "", now, {})


def _why(ours: str, our_moment: datetime, theirs: str, their_moment: datetime) -> str:
    in_force = "the file's" if their_moment > our_moment else "the one here"
    return (
        f"{ours} here on {our_moment.date()}, {theirs} in the file on {their_moment.date()}; both are kept, {in_force} was decided later and is"
        " in force: decide again if that is wrong"
    )
