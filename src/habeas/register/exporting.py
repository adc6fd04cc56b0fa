"""A register's claims as a claims file that another register can import: with acts, in ledger order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from habeas.claims.claim import Claim
from habeas.register.opened import Register


def export_claims(register: Register) -> Iterator[dict[str, Any]]:
    """One line a claim, then the judgements, retractions and rulings. Ids of mentions become subject ids."""
    knowledge = register.caught_up()
    for claim in knowledge.claims:
        yield _line(register, claim)
    for opened in knowledge.judgements:
        yield _dated(
            register,
            {"judge": [opened.content["a"], opened.content["b"]], "verdict": opened.content["verdict"]},
            opened.recorded_at,
        )
    for claim_id, when, counts in knowledge.withdrawn:
        yield _dated(register, {"reinstate" if counts else "retract": claim_id}, when)
    for ruling in knowledge.rulings:
        yield _dated(register, {"rule": ruling.upheld, "set_aside": list(ruling.set_aside)}, ruling.recorded_at)


def _line(register: Register, claim: Claim) -> dict[str, Any]:
    source = register.knowledge.sources[claim.source]
    line: dict[str, Any] = {
        "label": claim.id, "predicate": claim.predicate, "value": dict(claim.value), "source": source.name,
        "published_on": source.published.text or None, "list": source.list_name, "quote": claim.quote, "speaker": claim.speaker,
        "reality": claim.reality, "count": claim.count, "comparator": claim.comparator, "weak": claim.weak or None,
        "subject": None if claim.subject is None else _subject(register, claim.subject),
        "members": [_subject(register, m) for m in claim.members] or None,
        "valid": claim.when.text or None if claim.until is None else f"{claim.when.text or '..'}/{claim.until.text or '..'}",
    }  # fmt: skip
    return _dated(register, {k: v for k, v in line.items() if v is not None}, claim.recorded_at)


def _subject(register: Register, mention: str) -> dict[str, str]:
    return {"name": register.knowledge.mentions[mention].name, "id": mention}


def _dated(register: Register, line: dict[str, Any], when: Any) -> dict[str, Any]:
    return {**line, "recorded_at": when.isoformat()} if register.store.invented and when is not None else line
