"""A register's claims as a claims file that another register can import: with acts, in ledger order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.entries import decided_at, label_of
from habeas.claims.knowledge import Knowledge
from habeas.register.opened import Register


def export_claims(register: Register, *, with_clock: bool = True) -> Iterator[dict[str, Any]]:
    """One line a claim, then the judgements, retractions and rulings, each with its reason. Ids of mentions become subject ids.

    Only a register of invented people has a clock of its own to write; without it the lines enter an ordinary register too.
    """
    for line in _lines(register):
        when = line.pop("recorded_at")
        clock = with_clock and register.store.invented and when is not None
        kept = {name: value for name, value in line.items() if value is not None}
        yield {**kept, "recorded_at": when.isoformat()} if clock else kept


def _lines(register: Register) -> Iterator[dict[str, Any]]:
    knowledge = register.caught_up()
    for claim in knowledge.claims:
        yield {**line_of_claim(knowledge, claim), "recorded_at": claim.recorded_at}
    for opened in knowledge.judgements:
        said = opened.content
        yield {
            "label": label_of(opened), "judge": [said["a"], said["b"]], "verdict": said["verdict"], "why": said.get("why"),
            "decided_at": decided_at(opened).isoformat(), "recorded_at": opened.recorded_at, "automatic": said.get("automatic") or None,
        }  # fmt: skip
    for one in knowledge.withdrawn:
        act = "reinstate" if one.counts else "retract"
        yield {
            "label": one.label, act: one.claim, "why": one.why, "decided_at": one.decided.isoformat(), "recorded_at": one.when,
        }  # fmt: skip
    for ruling in knowledge.rulings:
        yield {
            "label": ruling.label, "rule": ruling.upheld, "set_aside": list(ruling.set_aside), "why": ruling.why,
            "decided_at": ruling.decided.isoformat(), "recorded_at": ruling.recorded_at,
        }  # fmt: skip


def line_of_claim(knowledge: Knowledge, claim: Claim) -> dict[str, Any]:
    """What a claim says, as a line; None = not said. `source_id`, `source_key` and a party's `key` let a register that holds the
    source know the claim again.
    """
    source = knowledge.sources[claim.source]
    return {
        "label": claim.id, "predicate": claim.predicate, "value": dict(claim.value), "source": source.name, "source_id": source.id,
        "source_key": source.sha256 or (source.id if source.kind == "note" else source.key),
        "published_on": source.published.text or None, "list": source.list_name, "url": source.url,
        "source_consent": None if source.consent == "public" else source.consent,
        "derived_from": source.derived_from, "grade": source.grade or None, "quote": claim.quote, "span": list(claim.span) if claim.span else None, "speaker": claim.speaker,
        "reality": claim.reality, "count": claim.count, "comparator": claim.comparator, "weak": claim.weak or None,
        "subject": None if claim.subject is None else _party(knowledge, claim.subject),
        "members": [_party(knowledge, m) for m in claim.members] or None,
        "valid": claim.when.text or None if claim.until is None else f"{claim.when.text or '..'}/{claim.until.text or '..'}",
    }  # fmt: skip


def _party(knowledge: Knowledge, mention: str) -> dict[str, str]:
    known = knowledge.mentions[mention]
    return {"name": known.name, "id": mention, **({} if known.key is None else {"key": known.key})}
