"""Taking a decision about a draft back: by a further entry, so that the ledger tells both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.claims.drafts import Draft, draft_of
from habeas.claims.entries import Opened, new_entry, open_body
from habeas.claims.ledger import NewEntry
from habeas.claims.review import REOPEN, in_force
from habeas.kernel.errors import InputRefused
from habeas.kernel.ids import canonical
from habeas.register.opened import Register


@dataclass(frozen=True, slots=True)
class Undone:
    """`draft` is the id of the draft decided; `waits_again` whether it is back on the desk, because nobody else decided it."""

    draft: str
    waits_again: bool


def review_of(register: Register, review: str) -> Opened:
    """A decision that stands. Raises InputRefused for one that is not here or was undone."""
    for reviews in register.caught_up().reviews.values():
        found = next((o for o in in_force(reviews) if o.id == review), None)
        if found is not None:
            return found
    raise InputRefused(f"{review}: no such decision stands; it may have been undone already")


def undo_review(register: Register, review: str) -> Undone:
    """Undo one decision. Its claim no longer counts unless another decision upholds it, and a draft that nobody else decided waits
    again. Raises InputRefused.
    """
    undone = review_of(register, review)
    draft_id = str(undone.content["draft"])
    left = [o for o in in_force(register.knowledge.reviews[draft_id]) if o.id != review]
    draft = None if left else draft_decided(register, undone)
    stamp = register.stamp()
    content = {
        "draft": draft_id, "decision": REOPEN, "undoes": review, "by": register.actor, "at": stamp.recorded_at.isoformat(),
    }  # fmt: skip
    entries = [new_entry(register.store.key, "review", content, stamp), *_brought_in_line(register, undone, left)]
    proposed = [] if draft is None else [(draft_id, canonical(draft.to_content()))]
    register.append(entries, stamp.recorded_at, proposed=proposed)
    return Undone(draft_id, not left)


def _brought_in_line(register: Register, undone: Opened, left: Sequence[Opened]) -> list[NewEntry]:
    """What makes the claims about which the draft was decided count, or not, as the decisions left say."""
    knowledge, stamp = register.knowledge, register.stamp()
    upheld = left[-1].content.get("claim") if left else None
    elsewhere = {
        o.content.get("claim")
        for draft, reviews in knowledge.reviews.items()
        if draft != undone.content["draft"]
        for o in in_force(reviews)
    }
    retracted, entries = knowledge.retracted(), []
    for claim in {str(o.content["claim"]) for o in (undone, *left) if o.content.get("claim")}:
        counts = claim == upheld or claim in elsewhere
        if counts == (claim in retracted):
            said = {"claim": claim, "why": "a decision was undone", "at": stamp.recorded_at.isoformat()}
            entries.append(new_entry(register.store.key, "reinstate" if counts else "retract", said, stamp))
    return entries


def draft_decided(register: Register, review: Opened) -> Draft:
    """The draft that a decision was about, as it was proposed. Raises InputRefused where its words were expunged."""
    key, draft_id = register.store.key, review.content["draft"]
    if review.content["decision"] == "accept":
        return _as_accepted(register, review)
    for body in register.store.bodies(("draft",)):
        if body.data is not None:
            draft = draft_of(open_body(body).content)
            if draft.id(key) == draft_id:
                return draft
    raise _gone(str(draft_id))


def draft_refused(register: Register, review: Opened) -> Draft | None:
    """The draft that stands just before its refusal in the ledger; None where it does not, because it was refused once before."""
    for body in register.store.bodies(("draft",), after=review.sequence - 2):
        if body.data is not None and body.sequence < review.sequence:
            draft = draft_of(open_body(body).content)
            return draft if draft.id(register.store.key) == review.content["draft"] else None
        break
    return None


def _as_accepted(register: Register, review: Opened) -> Draft:
    """A draft accepted as it stood is kept nowhere but in its claim and its mentions."""
    claim = _opened(register, str(review.content["claim"]))
    named = [claim.content.get("subject"), *claim.content.get("members", ())]
    mentions = {str(m): dict(_opened(register, str(m)).content) for m in named if m}
    beside = claim.beside
    return Draft(
        claim.content, mentions, beside.get("strength", "check"), tuple(beside.get("rules", ())), beside.get("reader", "not known"), beside.get("by")
    )  # fmt: skip


def _opened(register: Register, entry: str) -> Opened:
    body = register.store.body(entry)
    if body is None or body.data is None:
        raise _gone(entry)
    return open_body(body)


def _gone(entry: str) -> InputRefused:
    return InputRefused(f"{entry}: what was decided about is no longer held, so that it cannot be put back on the desk")
