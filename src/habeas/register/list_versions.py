"""The versions that the register holds of each list, and what differs between any two of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.claims.claim import Claim
from habeas.claims.versions import GONE, Version, in_order, spans_of
from habeas.claims.vocabulary import vocabulary
from habeas.kernel.errors import InputRefused
from habeas.register.opened import Register
from habeas.register.remembered import remembered


@dataclass(frozen=True, slots=True)
class HeldList:
    """One list with its versions, the oldest first. `id` is the citation that stands for it."""

    id: str
    name: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody of a list: the id that the list gives them, the name it last gives, and the mention under which they are known here."""

    id: str
    name: str
    mention: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """What the list said of somebody in the earlier version and no longer in the later one, and the other way round."""

    who: Listed
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """What differs from `earlier` to `later`; `unchanged` counts those of whom both say the same."""

    earlier: Version
    later: Version
    added: tuple[Listed, ...]
    gone: tuple[Listed, ...]
    changed: tuple[RowChange, ...]
    unchanged: int


def lists_held(register: Register) -> list[HeldList]:
    """Every list of which versions are held, by name."""
    by_list: dict[str, list[Version]] = defaultdict(list)
    for version in register.caught_up().versions:
        by_list[version.list_id].append(version)
    found = [
        HeldList(list_id, ordered[-1].list_name, tuple(ordered))
        for list_id, versions in by_list.items()
        if (ordered := in_order(versions))
    ]
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def between(register: Register, earlier: str, later: str) -> Between:
    """The difference of two versions of one list, named by their captures. Raises InputRefused unless they are."""
    return remembered(register, "between versions", (earlier, later), lambda: _between(register, earlier, later), 4)


def _between(register: Register, earlier: str, later: str) -> Between:
    of_list = next((one for one in lists_held(register) if any(v.capture == earlier for v in one.versions)), None)
    places = {} if of_list is None else {version.capture: n for n, version in enumerate(of_list.versions)}
    if of_list is None or later not in places:
        raise InputRefused("these are no two versions of one list; choose them from the list's versions")
    first, second = sorted((places[earlier], places[later]))
    who, claims = _own(register, of_list.id)
    before, after = (_said(claims, of_list.versions[: place + 1]) for place in (first, second))
    both = before.keys() & after.keys()
    changed = sorted((i for i in both if before[i].keys() != after[i].keys()), key=lambda i: who[i].name.casefold())
    return Between(
        of_list.versions[first], of_list.versions[second],
        _by_name(who[i] for i in after.keys() - both), _by_name(who[i] for i in before.keys() - both),
        tuple(RowChange(who[i], _words(before[i], after[i]), _words(after[i], before[i])) for i in changed),
        len(both) - len(changed),
    )  # fmt: skip


def _own(register: Register, list_id: str) -> tuple[Mapping[str, Listed], Sequence[tuple[str, Claim]]]:
    """The people of a list by its ids, and its claims with whom each is about; what is said of the list itself aside."""
    known = register.caught_up()
    who = {
        m.key: Listed(m.key, m.name, m.id) for m in known.mentions.values() if m.source == list_id and m.key is not None
    }
    keys = {m.id: m.key for m in known.mentions.values() if m.source == list_id}
    told = [c for c in known.claims if c.told_in is not None and c.subject in keys and c.predicate != GONE]
    return who, [(str(keys[str(claim.subject)]), claim) for claim in told]


def _said(claims: Sequence[tuple[str, Claim]], versions: Sequence[Version]) -> dict[str, dict[str, Claim]]:
    """By person, the claims that stand in the last of these versions."""
    spans = spans_of((claim for _, claim in claims), versions)
    found: dict[str, dict[str, Claim]] = defaultdict(dict)
    for person, claim in claims:
        if claim.id in spans and spans[claim.id][-1].how == "held":
            found[person][claim.id] = claim
    return found


def _words(these: Mapping[str, Claim], others: Mapping[str, Claim]) -> tuple[str, ...]:
    """What the first say and the others do not, with the words of their cells."""
    labels = vocabulary().predicate
    return tuple(
        f"{labels(c.predicate).label}: {c.quote}" if c.quote else labels(c.predicate).label
        for i, c in these.items()
        if i not in others
    )


def _by_name(who: Iterable[Listed]) -> tuple[Listed, ...]:
    return tuple(sorted(who, key=lambda one: (one.name.casefold(), one.id)))
