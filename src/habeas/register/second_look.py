"""The second look: claims that one person accepted where the policy wants two, until somebody else confirms or objects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from habeas.claims.claim import Claim
from habeas.claims.entries import Opened, new_entry, open_body
from habeas.claims.review import REFUSALS, in_force
from habeas.kernel.errors import InputRefused, RefusedByRule
from habeas.register.deciding import again
from habeas.register.opened import Register


@dataclass(frozen=True, slots=True)
class Provisional:
    """A claim that counts as possible only. `accepted` are the decisions by which it entered, of fewer people than are needed."""

    claim: Claim
    draft: str
    accepted: tuple[Opened, ...]

    @property
    def accepted_by(self) -> frozenset[str]:
        """Opaque ids of those who accepted it."""
        return frozenset(o.actor for o in self.accepted)


def provisional(register: Register) -> Mapping[str, Provisional]:
    """Claims that wait for a second person, by id, oldest first; kept until something is appended."""
    register.caught_up()
    if "provisional" not in register.memo:
        register.memo["provisional"] = _provisional(register)
    found: Mapping[str, Provisional] = register.memo["provisional"]
    return found


def _provisional(register: Register) -> dict[str, Provisional]:
    knowledge = register.knowledge
    policy, retracted = knowledge.policy(), knowledge.retracted()
    if policy.reviewers == 1 and not policy.two_for:
        return {}
    claims = {claim.id: claim for claim in knowledge.claims}
    found: dict[str, Provisional] = {}
    for draft, reviews in knowledge.reviews.items():
        accepted = tuple(o for o in in_force(reviews) if o.content.get("claim"))
        claim = claims.get(str(accepted[-1].content["claim"])) if accepted else None
        if claim is not None and claim.id not in retracted:
            one = Provisional(claim, draft, tuple(o for o in accepted if o.content["claim"] == claim.id))
            if len(one.accepted_by) < policy.needed(claim.predicate):
                found[claim.id] = one
    return found


def confirm(register: Register, claim: str) -> str:
    """Accept as a second person what another accepted. The decision's id. Raises InputRefused, RefusedByRule for one's own."""
    one = _waiting(register, claim)
    if register.actor in one.accepted_by or _proposed_it(register, claim):
        raise RefusedByRule("You entered or accepted this yourself; a second look is somebody else's")
    return _decide(register, one.draft, {"decision": "accept", "claim": claim})


def object_to(register: Register, claim: str, reason: str) -> str:
    """Refuse, with a reason code, what another accepted: it no longer counts. The decision's id. Raises InputRefused."""
    if reason not in REFUSALS:
        raise InputRefused(f"'{reason}' is no reason; use one of {', '.join(REFUSALS)}")
    return _decide(register, _waiting(register, claim).draft, {"decision": "refuse", "reason": reason}, retracted=claim)


def _waiting(register: Register, claim: str) -> Provisional:
    one = provisional(register).get(claim)
    if one is None:
        raise InputRefused(f"{claim} waits for no second look; somebody may have given it meanwhile")
    return one


def _proposed_it(register: Register, claim: str) -> bool:
    body = register.store.body(claim)
    return body is not None and body.data is not None and open_body(body).beside.get("by") == register.actor


def _decide(register: Register, draft: str, said: Mapping[str, str], retracted: str | None = None) -> str:
    key, stamp = register.store.key, register.stamp()
    content = {"draft": draft, "by": register.actor, **said, **again(register, draft)}
    entries = [new_entry(key, "review", content, stamp)]
    if retracted is not None:
        why = {"claim": retracted, "why": f"second look: {said['reason']}", "at": stamp.recorded_at.isoformat()}
        entries.append(new_entry(key, "retract", why, stamp))
    register.append(entries, stamp.recorded_at)
    return entries[0].id
