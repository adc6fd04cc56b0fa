"""Drafts and what a reviewer decides about them; the review policy of a register.

A draft proposes a claim. Accepting appends the claim; amending appends a changed claim and keeps the draft beside it; refusing
appends a reason and no claim. A draft once decided is not proposed again. Where the policy wants two reviewers, one acceptance
gives a provisional claim, which counts as possible only, until a second, different person accepts the same draft. A decision is
undone by a further one, `reopen`, which names it; nothing is taken out of the ledger.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.claims.entries import Opened
from habeas.kernel.errors import InputRefused

#: What may stand beside the same name for an automatic link: a full day of birth; a patronymic with a place, a court or a case.
SECOND_AGREEMENTS = ("birth_date", "patronymic_and_place")

REFUSALS = {
    "misread": "the reader misunderstood the sentence",
    "not_said": "the source does not say this",
    "wrong_person": "about somebody else",
    "not_custody": "not about custody",
    "duplicate": "already claimed from this source",
    "harmful": "must not be kept",
}
#: The decision that undoes another.
REOPEN = "reopen"


def in_force(reviews: Sequence[Opened]) -> list[Opened]:
    """Decisions about one draft that nobody undid, oldest first; the last of them says what became of it."""
    if len(reviews) == 1:  # nearly always, and there are as many as claims
        return [] if reviews[0].content["decision"] == REOPEN else [*reviews]
    undone = {o.content["undoes"] for o in reviews if o.content["decision"] == REOPEN}
    return [o for o in reviews if o.content["decision"] != REOPEN and o.id not in undone]


@dataclass(frozen=True, slots=True)
class Policy:
    """Who has to look before a claim counts. `reviewers` 1 or 2; `waived_because` says why one is enough.

    `two_for` are predicates that always need two, whatever `reviewers` says. `automatic_links` are the agreements beside the same name
    by which two mentions are joined without anybody looking; none unless declared.
    """

    reviewers: int = 1
    waived_because: str | None = "a register kept by one person"
    two_for: tuple[str, ...] = ()
    automatic_links: tuple[str, ...] = ()

    def needed(self, predicate: str) -> int:
        """How many different people have to accept a claim of this predicate."""
        return 2 if predicate in self.two_for else self.reviewers

    def to_content(self) -> dict[str, Any]:
        """As an entry's content."""
        links = {"automatic_links": list(self.automatic_links)} if self.automatic_links else {}
        return {
            "reviewers": self.reviewers, "waived_because": self.waived_because, "two_for": list(self.two_for), **links
        }  # fmt: skip


def policy_of(content: Mapping[str, Any]) -> Policy:
    """Read a policy file or entry. Raises InputRefused naming the field."""
    reviewers = content.get("reviewers", 1)
    if reviewers not in (1, 2):
        raise InputRefused(f"policy: reviewers is {reviewers!r}; write 1 or 2")
    if reviewers == 1 and not content.get("waived_because"):
        raise InputRefused("policy: one reviewer needs waived_because, the reason why a second look is waived")
    two_for = content.get("two_for", ())
    if not isinstance(two_for, list | tuple) or not all(isinstance(name, str) for name in two_for):
        raise InputRefused("policy: two_for is a list of predicates")
    links = content.get("automatic_links", ())
    if not isinstance(links, list | tuple) or not all(link in SECOND_AGREEMENTS for link in links):
        raise InputRefused(f"policy: automatic_links is a list of {', '.join(SECOND_AGREEMENTS)}")
    return Policy(reviewers, content.get("waived_because"), tuple(two_for), tuple(links))
