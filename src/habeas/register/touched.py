"""Whom a judgement about two mentions can touch at all, and how these people would be folded with it: a few instead of everybody.

Touched are the two persons, whoever judgements link with them however far, whoever was or may be compared with one of these, and the
groups of look-alikes of all of them. Nobody else is joined, told apart or grouped otherwise, because nothing about them goes by these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from habeas.claims.claim import Claim
from habeas.figures.evidence import Evidence
from habeas.figures.look_alikes import LookAlikes
from habeas.identity.judgements import Judgement
from habeas.identity.persons import persons_of
from habeas.register.known import Known, People, folded, people
from habeas.register.opened import Register


@dataclass(frozen=True, slots=True)
class Folded:
    """Some people with the groups of look-alikes among them."""

    everyone: Mapping[str, Evidence]
    look_alikes: tuple[LookAlikes, ...]


def touched(register: Register, now: Known, a: str, b: str) -> frozenset[str]:
    """The persons whom a judgement about the mentions `a` and `b` can touch."""
    found = people(register, now.known_by, now.basis)
    linked = _linked(now, found.judgements, {now.persons.of_mention[a], now.persons.of_mention[b]})
    compared = linked | _compared(now, linked)
    return frozenset(compared.union(*(group for group in now.persons.look_alikes if not compared.isdisjoint(group))))


def with_judgement(register: Register, now: Known, whom: frozenset[str], judgement: Judgement) -> Folded:
    """These people as they would be, were it made; `whom` are those it touches."""
    found = people(register, now.known_by, now.basis)
    mentions = _mentions(now, whom)
    persons = persons_of(
        (m for m in found.visible.mentions if m.id in mentions), [*_among(found, mentions), judgement], found.told,
        register.names, found.visible.stood,
    )  # fmt: skip
    return Folded(*folded(register, persons, _about(found.visible.claims, mentions), found.visible))


def as_they_are(now: Known, whom: frozenset[str]) -> Folded:
    """The same people as they are known."""
    groups = tuple(group for group in now.look_alikes if not whom.isdisjoint(group.persons))
    return Folded({person: now.everyone[person] for person in now.everyone.keys() & whom}, groups)


def _linked(now: Known, judgements: Iterable[Judgement], persons: set[str]) -> set[str]:
    """These persons and whoever is linked with them by judgements of any verdict, through others too."""
    judged, of_mention = tuple(judgements), now.persons.of_mention
    found, before = set(persons), 0
    while len(found) > before:
        before, mentions = len(found), _mentions(now, found)
        for one in judged:
            if one.a in mentions or one.b in mentions:
                found.update(of_mention[m] for m in (one.a, one.b) if m in of_mention)
    return found


def _compared(now: Known, persons: set[str]) -> set[str]:
    """Whoever was compared with one of them, or shares a day of birth with one: joined to another they would be compared by that."""
    pairs = (*now.persons.alike, *now.persons.in_sight, *now.persons.apart)
    found = {person for pair in pairs if not persons.isdisjoint(pair) for person in pair}
    born = {day for person in persons for day in now.persons.looked[person].births}
    if born:
        found |= {one.id for one in now.persons.looked.values() if not born.isdisjoint(one.births)}
    return found


def _mentions(now: Known, persons: Iterable[str]) -> set[str]:
    """All that are these persons', those of which nothing counts any more too: judgements link through them."""
    whose = set(persons)
    return {mention for mention, person in now.persons.of_mention.items() if person in whose}


def _among(found: People, mentions: set[str]) -> list[Judgement]:
    return [one for one in found.judgements if one.a in mentions and one.b in mentions]


def _about(claims: Iterable[Claim], mentions: set[str]) -> list[Claim]:
    return [c for c in claims if c.subject in mentions or any(m in mentions for m in c.members)]
