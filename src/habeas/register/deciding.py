"""A person decides: drafts accepted, amended or refused; claims retracted or reinstated; mentions judged; contradictions ruled."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.drafts import Draft, draft_of
from habeas.claims.entries import new_entry
from habeas.claims.ledger import NewEntry
from habeas.claims.review import REFUSALS, REOPEN, Policy, in_force
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import Basis
from habeas.kernel.errors import InputRefused, RefusedByRule
from habeas.kernel.ids import canonical
from habeas.register.judged import judged_now
from habeas.register.known import people
from habeas.register.opened import Register


def undecided(register: Register, drafts: Iterable[Draft]) -> list[Draft]:
    """Those not yet decided by anyone: a newer reader does not bring a decided draft back."""
    reviews = register.caught_up().reviews
    return [d for d in drafts if not in_force(reviews.get(d.id(register.store.key), ()))]


def waiting(register: Register) -> list[Draft]:
    """Drafts on the desk, oldest first."""
    return list(waiting_by_id(register).values())


def waiting_by_id(register: Register) -> dict[str, Draft]:
    """Drafts on the desk by id, oldest first. Each is read once for as long as the register is open."""
    found: dict[str, Draft] = {}
    for draft_id, data in register.store.pending_drafts():
        if data not in register.folded:
            register.folded[data] = draft_of(json.loads(data))
        found[draft_id] = register.folded[data]
    return found


def accept(register: Register, drafts: Sequence[Draft]) -> int:
    """Accept drafts as they stand, as one act. How many claims entered."""
    return enter(register, [], drafts, [])


def enter(register: Register, entries: Sequence[NewEntry], accepted: Sequence[Draft], left: Sequence[Draft]) -> int:
    """Append entries, accept the drafts `accepted` as they stand and put those `left` on the desk, as one act. How many claims entered."""
    key = register.store.key
    made = [entry for draft in accepted for entry in _accepted(register, draft, draft, "accept")]
    proposed = [(d.id(key), canonical(d.to_content())) for d in left]
    decided = [d.id(key) for d in accepted]
    added = register.append([*entries, *made], register.store.clock(), decided=decided, proposed=proposed)
    return sum(e.kind == "claim" for e in made) if added else 0


def amend(
    register: Register,
    draft: Draft,
    changes: Mapping[str, Any],
    mentions: Mapping[str, Mapping[str, Any]] | None = None,
) -> str:
    """Accept a claim with `changes` (None = no longer said) and `mentions` in place of the draft's (None = as they are); the draft is
    kept beside it. The claim's id.
    """
    said = {name: value for name, value in {**draft.claim, **changes}.items() if value is not None}
    changed = replace(draft, claim=said, mentions=draft.mentions if mentions is None else mentions)
    entries = _accepted(register, draft, changed, "amend")
    register.append(entries, register.store.clock(), decided=[draft.id(register.store.key)])
    return next(e.id for e in entries if e.kind == "claim")


def refuse(register: Register, draft: Draft, reason: str) -> None:
    """Refuse with a reason code. Raises InputRefused when there is no such code."""
    if reason not in REFUSALS:
        raise InputRefused(f"'{reason}' is no reason; use one of {', '.join(REFUSALS)}")
    key, stamp = register.store.key, register.stamp()
    draft_id = draft.id(key)
    content = {
        "draft": draft_id,
        "decision": "refuse",
        "reason": reason,
        "by": register.actor,
        **again(register, draft_id),
    }
    entries = [new_entry(key, "draft", draft.to_content(), stamp), new_entry(key, "review", content, stamp)]
    register.append(entries, stamp.recorded_at, decided=[draft_id])


def retract(register: Register, claim: str, why: str) -> bool:
    """A claim no longer counts, from now on; what was answered before stays as it was. False when it was retracted already, and then
    nothing is appended. Raises InputRefused.
    """
    return _about_claim(register, "retract", claim, why)


def reinstate(register: Register, claim: str, why: str) -> bool:
    """A retracted claim counts again, from now on. False when it counts already, and then nothing is appended. Raises InputRefused."""
    return _about_claim(register, "reinstate", claim, why)


def retract_all(register: Register, claims: Sequence[str], why: str) -> None:
    """Retract claims that count now, as one act."""
    _as_one_act(register, "retract", claims, why)


def reinstate_all(register: Register, claims: Sequence[str], why: str) -> None:
    """Reinstate claims that are retracted now, as one act."""
    _as_one_act(register, "reinstate", claims, why)


def judge(register: Register, a: str, b: str, verdict: Verdict, why: str | None) -> str:
    """Judge two mentions (or the first mentions of two persons). The judgement's id. Raises as `judgement_entry`."""
    entry = judgement_entry(register, a, b, verdict, why)
    register.append([entry], register.store.clock())
    return entry.id


def judgement_entry(register: Register, a: str, b: str, verdict: Verdict, why: str | None) -> NewEntry:
    """A judgement ready to append. Raises InputRefused for unknown ids, RefusedByRule where other judgements make it impossible."""
    knowledge = register.caught_up()
    for mention in (a, b):
        if mention not in knowledge.mentions:
            raise InputRefused(f"{mention} is no mention or person here; take an id from: habeas find")
    if a == b:
        raise InputRefused(f"{a} and {b} are the same mention; name two")
    if verdict is not Verdict.UNSURE:
        _refuse_collision(register, a, b, verdict)
    # the moment is part of a judgement's identity: judging back and forth are three decisions, not one
    stamp = register.stamp()
    content = {"a": a, "b": b, "verdict": verdict.value, "why": why, "at": stamp.recorded_at.isoformat()}
    return new_entry(register.store.key, "judgement", content, stamp)


def _refuse_collision(register: Register, a: str, b: str, verdict: Verdict) -> None:
    """Raises RefusedByRule where other pairs judged before make this verdict impossible, naming the judgement in the way."""
    judged, pair = judged_now(register), (min(a, b), max(a, b))
    one, other = judged.joined(a, pair), judged.joined(b, pair)
    if verdict is Verdict.DIFFERENT and one & other:
        raise _collides(f"{a} and {b} are one person by what was judged before", judged.joining(one, pair))
    if verdict is Verdict.SAME and (apart := judged.parting(one, other, pair)):
        raise _collides(f"{a} and {b} are two people by what was judged before", apart)


def _collides(why: str, judgements: list[str]) -> RefusedByRule:
    answer: dict[str, object] = {"refused": why, "collides_with": judgements}
    return RefusedByRule(f"{why} ({', '.join(judgements)}); judge one of those pairs again first", answer)


def rule(register: Register, upheld: str, set_aside: Sequence[str], why: str) -> str:
    """Decide between claims that contradict each other. Those set aside stay visible and no longer count, until a later ruling decides
    otherwise. Raises InputRefused for ids unknown, and for claims of different people.
    """
    known = {c.id: c for c in register.caught_up().claims}
    if upheld in set_aside:
        raise InputRefused(f"{upheld} cannot be right against itself; name the claim upheld once, then those set aside")
    for claim in (upheld, *set_aside):
        if claim not in known:
            raise InputRefused(f"{claim} is no claim here; take an id from: habeas person REG NAME --json")
    stamp = register.stamp()
    about = people(register, stamp.recorded_at.date(), Basis.register()).persons.of_mention
    for claim in set_aside:
        if _parties(known[upheld], about).isdisjoint(_parties(known[claim], about)):
            raise InputRefused(
                f"{claim} and {upheld} tell of different people, so they cannot contradict each other; check the ids"
            )
    # the moment is part of a ruling's identity: deciding back and forth are three rulings, not one
    content = {"upheld": upheld, "set_aside": sorted(set_aside), "why": why, "at": stamp.recorded_at.isoformat()}
    entry = new_entry(register.store.key, "ruling", content, stamp)
    register.append([entry], stamp.recorded_at)
    return entry.id


def _parties(claim: Claim, person_of: Mapping[str, str]) -> set[str]:
    """Of whom it tells; a number or a group without names is of its kind."""
    mentions = [m for m in (claim.subject, *claim.members) if m is not None]
    return {person_of.get(m, m) for m in mentions} or {claim.predicate}


def set_policy(register: Register, policy: Policy) -> None:
    """Put a review policy in force from now on. One that is in force already is not declared again."""
    if register.caught_up().policies and register.knowledge.policy() == policy:
        return
    stamp = register.stamp()
    # the moment is part of a policy's identity: going back to an earlier one is a new decision
    content = {**policy.to_content(), "at": stamp.recorded_at.isoformat()}
    register.append([new_entry(register.store.key, "policy", content, stamp)], stamp.recorded_at)


def _accepted(register: Register, draft: Draft, claim: Draft, decision: str) -> list[NewEntry]:
    knowledge, predicate = register.caught_up(), str(claim.claim["predicate"])
    if draft.by == register.actor and knowledge.policy().needed(predicate) > 1:
        raise RefusedByRule(f"You proposed this, and {predicate} needs two others to look at it; leave it to them")
    key = register.store.key
    stamp = register.stamp(rules=list(draft.rules), reader=draft.reader, strength=draft.strength, by=draft.by)
    made = new_entry(key, "claim", dict(claim.claim), stamp)
    plain = register.stamp(stamp.recorded_at)
    content = {
        "draft": draft.id(key),
        "decision": decision,
        "claim": made.id,
        "by": register.actor,
        **again(register, draft.id(key)),
    }
    entries = [new_entry(key, "mention", mention, plain) for mention in claim.mentions.values()]
    if decision == "amend":
        entries.append(new_entry(key, "draft", draft.to_content(), plain))
    if made.id in knowledge.retracted():  # entered before and taken back
        back = {"claim": made.id, "why": "accepted again", "at": stamp.recorded_at.isoformat()}
        entries.append(new_entry(key, "reinstate", back, plain))
    return [*entries, made, new_entry(key, "review", content, plain)]


def again(register: Register, draft_id: str) -> dict[str, int]:
    """What tells a decision from the same one that was undone before; empty for the first."""
    undone = sum(o.content["decision"] == REOPEN for o in register.caught_up().reviews.get(draft_id, ()))
    return {"again": undone} if undone else {}


def _about_claim(register: Register, kind: str, claim: str, why: str) -> bool:
    knowledge = register.caught_up()
    if claim not in {c.id for c in knowledge.claims}:
        raise InputRefused(f"{claim} is no claim here; take an id from: habeas person REG NAME --json")
    if (claim in knowledge.retracted()) == (kind == "retract"):
        return False
    _as_one_act(register, kind, [claim], why)
    return True


def _as_one_act(register: Register, kind: str, claims: Sequence[str], why: str) -> None:
    stamp = register.stamp()
    entries = [
        new_entry(register.store.key, kind, {"claim": claim, "why": why, "at": stamp.recorded_at.isoformat()}, stamp)
        for claim in claims
    ]
    register.append(entries, stamp.recorded_at)


def acceptance(register: Register, draft: Draft) -> list[NewEntry]:
    """The entries by which a draft is accepted as it stands, ready to append."""
    return _accepted(register, draft, draft, "accept")
