"""Everybody, as known by K on a basis: persons, their evidence, groups and figures. Composes claims, identity, custody, figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import is_

from habeas.claims.claim import Claim, Source
from habeas.claims.entries import Opened, decided_at
from habeas.claims.held_back import HeldBack
from habeas.claims.knowledge import Visible, visible
from habeas.figures.evidence import Evidence, claims_by_person, evidence_of
from habeas.figures.look_alikes import Kept as KeptLookAlikes
from habeas.figures.look_alikes import LookAlikes, look_alikes_of
from habeas.identity.judgements import Judgement, Verdict
from habeas.identity.kept_persons import KeptPersons
from habeas.identity.particulars import KeptTold, Told
from habeas.identity.persons import Person, Persons
from habeas.kernel.asof import Basis
from habeas.kernel.errors import UsageError
from habeas.register.effective import effective_day
from habeas.register.opened import Register, without_collection
from habeas.register.remembered import remembered

#: So many states of knowledge are kept: each holds everybody.
_WORLDS = 8
#: And with what so many of them were made.
_KEPT = 2


@dataclass(frozen=True, slots=True)
class Known:
    """What counted by K. `groups` are claims about N people, `figures` published numbers; both in ledger order."""

    known_by: date
    basis: Basis
    sources: Mapping[str, Source]
    persons: Persons
    everyone: Mapping[str, Evidence]
    look_alikes: tuple[LookAlikes, ...]
    groups: tuple[Claim, ...]
    figures: tuple[Claim, ...]
    visible: Visible

    @property
    def coverage(self) -> str:
        """What population the register speaks of on this basis."""
        is_list = any(s.list_name == self.basis.list_name for s in self.sources.values() if s.list_name)
        if self.basis.kind == "source" and self.visible.newest_version is not None:
            if is_list:
                return f"census of list {self.basis.list_name} as of {self.visible.newest_version}"
            return f"people named in source {self.basis.list_name}"
        return "people named in these sources"


def known(register: Register, known_by: date, basis: Basis) -> Known:
    """What the register answers from, kept until something is appended."""
    knowledge = register.caught_up()
    if basis.kind == "source" and not any(basis.list_name in (s.list_name, s.name) for s in knowledge.sources.values()):
        lists = ", ".join(sorted({s.list_name for s in knowledge.sources.values() if s.list_name})) or "none yet"
        raise UsageError(f"--basis {basis}: no list or source of that name here; lists: {lists}")
    effective = effective_day(register, known_by, basis)
    return remembered(
        register, "known", (effective, str(basis)), lambda: known_anew(register, effective, basis), most=_WORLDS
    )


@dataclass(frozen=True, slots=True)
class People:
    """Who is known, without their custody: `told` are the particulars of mentions, `judgements` those that count."""

    visible: Visible
    told: Told
    judgements: Sequence[Judgement]
    persons: Persons


def people(register: Register, known_by: date, basis: Basis) -> People:
    """Everybody as persons only; quicker than `known`. Kept until something is appended."""
    register.caught_up()
    return remembered(
        register, "people", (known_by, str(basis)), lambda: _people(register, known_by, basis), most=_WORLDS
    )


class KeptJudgements:
    """`judgements_of`, kept from call to call: where judgements only follow those of the last call, only they are read."""

    def __init__(self) -> None:
        self._opened: list[Opened] = []
        self._read: list[Judgement] = []

    def of(self, opened: Sequence[Opened]) -> Sequence[Judgement]:
        """These, read."""
        before = len(self._opened)
        if len(opened) < before or not all(map(is_, self._opened, opened)):
            before = 0
        self._read = self._read[:before] + judgements_of(opened[before:])
        self._opened = [*opened]
        return self._read


def _people(register: Register, known_by: date, basis: Basis) -> People:
    kept = _kept(register, known_by, basis)
    seen = visible(register.knowledge, known_by, basis, kept.mentions)
    kept.mentions = [mention.id for mention in seen.mentions]
    told = kept.told.of([c for c in seen.claims if c.id not in seen.set_aside])
    judgements = kept.judgements.of(seen.judgements)
    persons = kept.persons.of(seen.mentions, judgements, told, register.names, seen.stood)
    return People(seen, told, judgements, persons)


#: A person, their claims, which of these were set aside, and where something is held back.
_RestsOn = tuple[Person, list[Claim], list[str], tuple[HeldBack, ...]]


@dataclass(slots=True)
class _Kept:
    mentions: Sequence[str] = ()
    told: KeptTold = field(default_factory=KeptTold)
    judgements: KeptJudgements = field(default_factory=KeptJudgements)
    persons: KeptPersons = field(default_factory=KeptPersons)
    evidence: dict[str, tuple[_RestsOn, Evidence]] = field(default_factory=dict)
    look_alikes: KeptLookAlikes = field(default_factory=dict)


def _kept(register: Register, known_by: date, basis: Basis) -> _Kept:
    """What everybody was made with when this was asked last; only of the questions asked last, because it holds everybody."""
    kept: dict[tuple[date, str], _Kept] = register.folded.setdefault("everybody", {})
    asked = (known_by, str(basis))
    # a new day of knowledge goes on from the one before
    before = max((one for one in kept if one[1] == str(basis) and one[0] <= known_by), default=asked)
    kept[asked] = found = kept.pop(before, None) or _Kept()
    while len(kept) > _KEPT:
        del kept[next(iter(kept))]
    return found


def known_anew(register: Register, known_by: date, basis: Basis) -> Known:
    """What the register answers from, made now and not kept."""
    with without_collection():
        return _known_anew(register, known_by, basis)


def _known_anew(register: Register, known_by: date, basis: Basis) -> Known:
    found = people(register, known_by, basis)
    knowledge, seen, persons = register.knowledge, found.visible, found.persons
    claims, kept = claims_by_person(persons, seen.claims), _kept(register, known_by, basis)
    everyone: dict[str, Evidence] = {}
    held_back = _held_back(seen)
    for person in persons.by_id.values():
        told = claims.get(person.id, [])
        back = _of(person, held_back)
        rests_on = (person, told, [c.id for c in told if c.id in seen.set_aside], back)
        before = kept.evidence.get(person.id)
        evidence = before[1] if before and before[0] == rests_on else _evidence(register, person, told, back, seen)
        everyone[person.id], kept.evidence[person.id] = evidence, (rests_on, evidence)
    return Known(
        known_by, basis, knowledge.sources, persons, everyone,
        tuple(look_alikes_of(everyone, persons, knowledge.sources, kept.look_alikes)),
        tuple(c for c in seen.claims if c.is_group), tuple(c for c in seen.claims if c.predicate == "figure"), seen,
    )  # fmt: skip


def folded(
    register: Register, persons: Persons, claims: Iterable[Claim], seen: Visible
) -> tuple[dict[str, Evidence], tuple[LookAlikes, ...]]:
    """The evidence of each of these persons, of whom `claims` are all that counts, and the groups of look-alikes among them."""
    told, held_back = claims_by_person(persons, claims), _held_back(seen)
    everyone = {
        person.id: _evidence(register, person, told.get(person.id, ()), _of(person, held_back), seen)
        for person in persons.by_id.values()
    }
    return everyone, tuple(look_alikes_of(everyone, persons, register.knowledge.sources))


def _held_back(seen: Visible) -> Mapping[str, Sequence[HeldBack]]:
    """By mention, what is held back of them."""
    found: dict[str, list[HeldBack]] = {}
    for one in seen.held_back:
        found.setdefault(one.mention, []).append(one)
    return found


def _of(person: Person, held_back: Mapping[str, Sequence[HeldBack]]) -> tuple[HeldBack, ...]:
    return tuple(one for m in person.mentions for one in held_back.get(m, ()))


def judgements_of(opened: Iterable[Opened]) -> list[Judgement]:
    """Judgements as the ledger holds them, read."""
    return [judgement_of(one) for one in opened]


def judgement_of(opened: Opened) -> Judgement:
    """One judgement read."""
    said = opened.content
    return Judgement(
        opened.id, said["a"], said["b"], Verdict(said["verdict"]), decided_at(opened), opened.actor, said.get("why"),
        bool(said.get("automatic")),
    )  # fmt: skip


def _evidence(
    register: Register, person: Person, claims: Sequence[Claim], back: tuple[HeldBack, ...], seen: Visible
) -> Evidence:
    """One person's evidence; folded again only when what counts of them has changed."""
    # the reality of what is dated ahead depends on K, the source, the days and the strength of a list's claims on the versions known
    told = (
        (c.id, c.reality, c.provisional, c.weak, c.source, c.when.text, c.until)
        for c in claims
        if c.id not in seen.set_aside
    )
    key = (person, tuple(told), back)
    if key not in register.folded:
        register.folded[key] = evidence_of(person, claims, register.knowledge.sources, seen.set_aside, back)
    found: Evidence = register.folded[key]
    return found
