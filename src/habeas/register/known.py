"""Everybody, as known by K on a basis: persons, their evidence, groups and figures. Composes claims, identity, custody, figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.claims.claim import Claim, Source
from habeas.claims.entries import Opened, decided_at
from habeas.claims.knowledge import Visible, visible
from habeas.figures.evidence import Evidence, claims_by_person, evidence_of
from habeas.figures.look_alikes import LookAlikes, look_alikes_of
from habeas.identity.judgements import Judgement, Verdict
from habeas.identity.particulars import Told, told_of
from habeas.identity.persons import Person, Persons, persons_of
from habeas.kernel.asof import Basis
from habeas.kernel.errors import UsageError
from habeas.register.effective import effective_day
from habeas.register.opened import Register, without_collection
from habeas.register.remembered import remembered

#: So many states of knowledge are kept: each holds everybody.
_WORLDS = 8


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
    judgements: tuple[Judgement, ...]
    persons: Persons


def people(register: Register, known_by: date, basis: Basis) -> People:
    """Everybody as persons only; quicker than `known`. Kept until something is appended."""
    register.caught_up()
    return remembered(
        register, "people", (known_by, str(basis)), lambda: _people(register, known_by, basis), most=_WORLDS
    )


def _people(register: Register, known_by: date, basis: Basis) -> People:
    seen = visible(register.knowledge, known_by, basis)
    told = told_of(c for c in seen.claims if c.id not in seen.set_aside)
    judgements = [judgement_here(register, opened) for opened in seen.judgements]
    return People(
        seen, told, tuple(judgements), persons_of(seen.mentions, judgements, told, register.names, seen.stood)
    )


def known_anew(register: Register, known_by: date, basis: Basis) -> Known:
    """What the register answers from, made now and not kept."""
    with without_collection():
        return _known_anew(register, known_by, basis)


def _known_anew(register: Register, known_by: date, basis: Basis) -> Known:
    found = people(register, known_by, basis)
    knowledge, seen, persons = register.knowledge, found.visible, found.persons
    everyone, look_alikes = folded(register, persons, seen.claims, seen)
    return Known(
        known_by, basis, knowledge.sources, persons, everyone, look_alikes,
        tuple(c for c in seen.claims if c.is_group), tuple(c for c in seen.claims if c.predicate == "figure"), seen,
    )  # fmt: skip


def folded(
    register: Register, persons: Persons, claims: Iterable[Claim], seen: Visible
) -> tuple[dict[str, Evidence], tuple[LookAlikes, ...]]:
    """The evidence of each of these persons, of whom `claims` are all that counts, and the groups of look-alikes among them."""
    told = claims_by_person(persons, claims)
    everyone = {
        person.id: _evidence(register, person, told.get(person.id, ()), seen) for person in persons.by_id.values()
    }
    return everyone, tuple(look_alikes_of(everyone, persons, register.knowledge.sources, register.folded))


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


def judgement_here(register: Register, opened: Opened) -> Judgement:
    """One judgement, read once for as long as the register is open: there may be as many as mentions."""
    found: Judgement | None = register.folded.get(opened.id)
    if found is None:
        found = register.folded[opened.id] = judgement_of(opened)
    return found


def _evidence(register: Register, person: Person, claims: Sequence[Claim], seen: Visible) -> Evidence:
    """One person's evidence; folded again only when what counts of them has changed."""
    # the reality of what is dated ahead depends on K, the source and the days of a list's claims on the versions known
    told = (
        (c.id, c.reality, c.provisional, c.source, c.when.text, c.until) for c in claims if c.id not in seen.set_aside
    )
    key = (person, tuple(told))
    if key not in register.folded:
        register.folded[key] = evidence_of(person, claims, register.knowledge.sources, seen.set_aside)
    found: Evidence = register.folded[key]
    return found
