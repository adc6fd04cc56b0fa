"""Everything the ledger holds about claims, opened once, and what of it counts for a question.

`visible` applies K and the basis: what this register had recorded by K, what had been published by K, or what one list held.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from habeas.claims.ahead import as_known
from habeas.claims.claim import Claim, Mention, Source
from habeas.claims.entries import Opened, claim_of, decided_at, label_of, mention_of, source_of
from habeas.claims.held_back import HeldBack, held_back_by
from habeas.claims.one_version import named_as_listed, without_former_doubts
from habeas.claims.review import Policy, in_force, policy_of
from habeas.claims.versions import Version, listed, version_of
from habeas.kernel.asof import Basis

_SOURCES = ("capture", "note", "citation")


@dataclass(frozen=True, slots=True)
class Ruling:
    """A reviewer's decision between claims that contradict each other: those set aside no longer count, but stay visible.

    `recorded_at`, `decided` and `label` as of a `Withdrawal`.
    """

    id: str
    upheld: str
    set_aside: tuple[str, ...]
    recorded_at: datetime
    decided: datetime
    label: str
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A claim retracted, or (`counts`) reinstated. `why` None = no reason is held. `when` it was recorded here, `decided` when it was decided,
    in whichever register; `label` is its id there.
    """

    id: str
    claim: str
    when: datetime
    counts: bool
    decided: datetime
    label: str
    why: str | None = None


@dataclass(slots=True)
class Knowledge:
    """The opened ledger. `withdrawn` lists retractions and reinstatements. `held_back`: where custody told of may not be shown; none in a whole ledger."""

    sources: dict[str, Source] = field(default_factory=dict)
    recorded: dict[str, datetime] = field(default_factory=dict)
    mentions: dict[str, Mention] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    withdrawn: list[Withdrawal] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    passages: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    judgements: list[Opened] = field(default_factory=list)
    reviews: dict[str, list[Opened]] = field(default_factory=dict)
    policies: list[tuple[datetime, Policy]] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    held_back: list[HeldBack] = field(default_factory=list)

    def retracted(self) -> set[str]:
        """Claims that no longer count now."""
        return _retracted(self.withdrawn, None)

    def policy(self, known_by: date | None = None) -> Policy:
        """The review policy in force by the end of `known_by` (None = now)."""
        in_time = [p for when, p in self.policies if known_by is None or when.date() <= known_by]
        return in_time[-1] if in_time else Policy()

    def add(self, opened: Opened) -> None:
        """Take in one body; kinds that say nothing about claims are passed over."""
        kind = opened.kind
        if kind == "claim":
            self.claims.append(claim_of(opened))
        elif kind == "mention":
            self.mentions[opened.id] = mention_of(opened)
        elif kind in _SOURCES:
            self.sources[opened.id] = source_of(opened)
            self.recorded[opened.id] = opened.recorded_at
        elif kind == "passage":
            self.passages[opened.id] = opened.content
        elif kind in ("retract", "reinstate"):
            claim, why, counts = opened.content["claim"], opened.content.get("why"), kind == "reinstate"
            self.withdrawn.append(
                Withdrawal(opened.id, claim, opened.recorded_at, counts, decided_at(opened), label_of(opened), why)
            )
        elif kind == "ruling":
            said = opened.content
            self.rulings.append(
                Ruling(
                    opened.id,
                    said["upheld"],
                    tuple(said["set_aside"]),
                    opened.recorded_at,
                    decided_at(opened),
                    label_of(opened),
                    said.get("why"),
                )
            )
        elif kind == "judgement":
            self.judgements.append(opened)
        elif kind == "review":
            self.reviews.setdefault(opened.content["draft"], []).append(opened)
        elif kind == "policy":
            self.policies.append((opened.recorded_at, policy_of(opened.content)))
        elif kind == "version":
            self.versions.append(version_of(opened.content, opened.recorded_at))


@dataclass(frozen=True, slots=True)
class Visible:
    """What counts for one question. `set_aside` holds claims that a ruling decided against, or that a list no longer makes of
    somebody it still lists: shown, not counted.

    `undated_left_out` is the number of claims left out because their source has no publication day (basis public only).
    `newest_version` is the publication day of the list's version used, for basis source; None otherwise. `stood`: of each mention in a list
    of several versions those in which it stood, as bits.
    """

    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    judgements: tuple[Opened, ...]
    set_aside: frozenset[str]
    undated_left_out: int = 0
    newest_version: date | None = None
    stood: Mapping[str, int] = field(default_factory=dict)
    held_back: tuple[HeldBack, ...] = ()


def visible(knowledge: Knowledge, known_by: date, basis: Basis, ordered: Sequence[str] = ()) -> Visible:
    """Filter by K (inclusive) and basis. Judgements, reviews and rulings are today's unless the basis is the register. `ordered` are ids of
    mentions in order, as far as they are known to be: that spares ordering them again.
    """
    register = basis.kind == "register"
    retracted = _retracted(knowledge.withdrawn, known_by if register else None)
    rulings = [r for r in knowledge.rulings if not register or r.recorded_at.date() <= known_by]
    sources, newest = _sources(knowledge, known_by, basis)
    in_time = [c for c in knowledge.claims if c.id not in retracted]
    of_lists = listed(
        [c for c in in_time if c.told_in and (not register or _by(c.recorded_at, known_by))],
        versions_known(knowledge, known_by, basis),
        only_held=basis.kind == "source",
    )
    if register:
        claims = [c for c in in_time if not c.told_in and _by(c.recorded_at, known_by)]
        undated = 0
    else:
        claims = [c for c in in_time if not c.told_in and c.source in sources]
        if basis.kind == "public":  # what was told in confidence was never published
            claims = [c for c in claims if knowledge.sources[c.source].consent == "public"]
        undated = (
            sum(knowledge.sources[c.source].published.hi is None for c in in_time) if basis.kind == "public" else 0
        )
    told = as_known([*claims, *of_lists.claims], knowledge.sources, known_by)
    claims = with_provisional(knowledge, told, known_by if register else None)
    mentions = _mentions(knowledge, claims, ordered)
    judgements = tuple(j for j in knowledge.judgements if not register or j.recorded_at.date() <= known_by)
    if basis.kind == "source":
        newest = max((day for day in (newest, of_lists.newest) if day is not None), default=None)
        mentions = named_as_listed(mentions, claims)
        judgements = without_former_doubts(judgements, knowledge.mentions, claims, str(basis.list_name))
    return Visible(
        tuple(claims),
        mentions,
        judgements,
        overruled(rulings, retracted) | of_lists.superseded,
        undated,
        newest,
        of_lists.stood,
        held_back_by(knowledge.held_back, known_by, basis),
    )


def overruled(rulings: Iterable[Ruling], retracted: AbstractSet[str]) -> frozenset[str]:
    """Claims set aside. Of two rulings about one pair of claims the one decided later is in force; one in favour of a claim that was
    retracted decides nothing any more.
    """
    in_force: dict[frozenset[str], tuple[str, str]] = {}
    for ruling in sorted(rulings, key=lambda r: (r.decided, r.recorded_at, r.id)):
        in_force |= {frozenset((ruling.upheld, lost)): (ruling.upheld, lost) for lost in ruling.set_aside}
    return frozenset(lost for upheld, lost in in_force.values() if upheld not in retracted)


def with_provisional(knowledge: Knowledge, claims: Iterable[Claim], known_by: date | None) -> list[Claim]:
    """Mark claims that fewer people had accepted by `known_by` (None = now) than the policy wants. Claims imported as one act have no reviews."""
    claims = list(claims)
    found = provisional(knowledge, claims, known_by)
    return (
        [replace(c, provisional=True) if c.id in found and not c.provisional else c for c in claims]
        if found
        else claims
    )


def provisional(knowledge: Knowledge, claims: Iterable[Claim], known_by: date | None) -> set[str]:
    """Ids of those among the claims that too few had accepted by `known_by` (None = now), or that were recorded as such."""
    found = {c.id for c in claims if c.provisional}
    policy = knowledge.policy(known_by)
    if policy.reviewers == 1 and not policy.two_for:
        return found
    accepted: dict[str, set[str]] = {}
    for reviews in knowledge.reviews.values():
        in_time = [o for o in reviews if known_by is None or o.recorded_at.date() <= known_by]
        for opened in in_force(in_time):
            if opened.content.get("claim"):
                accepted.setdefault(opened.content["claim"], set()).add(opened.actor)
    return found | {c.id for c in claims if len(accepted.get(c.id, ())) in range(1, policy.needed(c.predicate))}


def _by(recorded_at: datetime | None, known_by: date) -> bool:
    return recorded_at is not None and recorded_at.date() <= known_by


def versions_known(knowledge: Knowledge, known_by: date, basis: Basis) -> list[Version]:
    """Versions of lists that were here, or published, by K; for one list its own alone."""
    if basis.kind == "register":
        return [v for v in knowledge.versions if _by(v.recorded_at, known_by)]
    in_time = [v for v in knowledge.versions if v.published <= known_by]
    return in_time if basis.kind == "public" else [v for v in in_time if v.list_name == basis.list_name]


def _mentions(knowledge: Knowledge, claims: Iterable[Claim], ordered: Sequence[str]) -> tuple[Mention, ...]:
    named = {c.subject for c in claims if c.subject is not None}
    named.update(m for c in claims if c.members for m in c.members)
    before = [m for m in ordered if m in named]
    by_id = sorted([*before, *sorted(named.difference(before))])
    found = map(knowledge.mentions.get, by_id)
    return tuple(mention for mention in found if mention is not None)


def _retracted(withdrawn: Iterable[Withdrawal], known_by: date | None) -> set[str]:
    state: dict[str, bool] = {}
    for one in sorted(withdrawn, key=lambda w: (w.decided, w.when)):
        if known_by is None or one.when.date() <= known_by:
            state[one.claim] = one.counts
    return {claim for claim, counts in state.items() if not counts}


def _sources(knowledge: Knowledge, known_by: date, basis: Basis) -> tuple[frozenset[str], date | None]:
    """Sources published by K: all of them, those of one publisher, or the newest version of one list (a part of a list has its own newest)."""
    limit = known_by.toordinal()
    published = {s.id: s.published.hi for s in knowledge.sources.values() if s.published.hi is not None}
    if basis.kind != "source":
        return frozenset(i for i, day in published.items() if day <= limit), None
    # a file of which nothing was claimed is no version of a list
    used = {c.source for c in knowledge.claims if not c.told_in}
    versions = {
        i: day for i, day in published.items() if i in used
        if day <= limit and basis.list_name in (knowledge.sources[i].list_name, knowledge.sources[i].name)
    }  # fmt: skip
    if not versions:
        return frozenset(), None
    newest = max(versions.values())
    # only a list's next version stands in place of the one before; whoever publishes articles goes on saying what they said
    is_list = any(knowledge.sources[i].list_name == basis.list_name for i in versions)
    return frozenset(i for i, day in versions.items() if day == newest or not is_list), date.fromordinal(newest)
