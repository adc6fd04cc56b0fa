"""What a register holds of one list around a day: its people by their ids, its claims, and which of them stood in the version before."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from habeas.claims.claim import Claim
from habeas.claims.entries import PREFIX
from habeas.claims.lists.asserted import AssertionKey, assertion_key
from habeas.claims.versions import GONE, Version, in_order, spans_of
from habeas.kernel.ids import make_id
from habeas.register.opened import Register


@dataclass(slots=True)
class ListState:
    """`list_id` is the citation that stands for the list. `mentions`: the names under which it listed an id, earliest first.

    `claims`: every claim it ever made, by person and assertion; `standing`: those that stood in `before`, the version this one follows,
    `in_same` those of this very copy where it is here already (`same`), `in_next` those of the version `after` it. None = no such version.
    `stated` counts how often each version was stated.
    """

    list_id: str
    mentions: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, str] = field(default_factory=dict)
    claims: dict[str, dict[AssertionKey, Claim]] = field(default_factory=lambda: defaultdict(dict))
    person_of: dict[str, str] = field(default_factory=dict)
    standing: frozenset[str] = frozenset()
    in_same: frozenset[str] = frozenset()
    in_next: frozenset[str] = frozenset()
    stated: Counter[str] = field(default_factory=Counter)
    before: Version | None = None
    after: Version | None = None
    same: Version | None = None


def list_content(name: str) -> dict[str, str]:
    """The citation that stands for a list as a whole: what its people are mentioned in."""
    return {"name": name, "list_name": name}


def list_state(register: Register, name: str, day: date, sha256: str) -> ListState:
    """What is here of the list, seen from a version of `day` whose file has this SHA-256."""
    known = register.caught_up()
    state = ListState(make_id(register.store.key, PREFIX["citation"], list_content(name)))
    for mention in known.mentions.values():
        if mention.source == state.list_id and mention.key is not None:
            state.mentions[mention.key].append(mention.id)
            state.names[mention.id] = mention.name
            state.person_of[mention.id] = mention.key
    own = [c for c in known.claims if c.told_in is not None and c.subject in state.person_of]
    for claim in own:
        key = assertion_key(
            claim.predicate, claim.value, claim.when.text, None if claim.until is None else claim.until.text
        )
        state.claims[state.person_of[str(claim.subject)]][key] = claim
    versions = [v for v in known.versions if v.list_id == state.list_id]
    state.stated.update(v.capture for v in versions)
    _place(state, own, in_order(versions), day, sha256)
    return state


def _place(state: ListState, own: list[Claim], versions: list[Version], day: date, sha256: str) -> None:
    """Where this version stands among the others: after those of its own day, unless it is one of them."""
    place = next((n for n, v in enumerate(versions) if v.published == day and v.sha256 == sha256), None)
    if place is not None:
        state.same = versions[place]
    else:
        place = sum(v.published <= day for v in versions)
    rest = versions[place + 1 :] if state.same is not None else versions[place:]
    state.before = versions[place - 1] if place else None
    state.after = rest[0] if rest else None
    state.standing = _held(own, versions[:place])
    if state.same is not None:
        state.in_same = _held(own, versions[: place + 1])
    if state.after is not None:
        state.in_next = _held(own, versions[: len(versions) - len(rest) + 1])


def _held(own: list[Claim], versions: list[Version]) -> frozenset[str]:
    """Ids of the claims that stand in the last of these versions; what is said of the list itself aside."""
    if not versions:
        return frozenset()
    of_list = {c.id for c in own if c.predicate == GONE}
    return frozenset(i for i, spans in spans_of(own, versions).items() if spans[-1].how == "held" and i not in of_list)
