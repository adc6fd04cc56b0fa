"""What entering an event would change, before it is entered: for each person named, and in the count of a day. Nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.figures.definitions import Definition
from habeas.figures.roll import Count, Standing, count, roll
from habeas.kernel.asof import AsOf
from habeas.kernel.errors import RefusedByRule
from habeas.register.entering_many import Made, Whom
from habeas.register.known import known, known_anew
from habeas.register.opened import Register
from habeas.register.rolled import roll_of
from habeas.register.supposing import supposing


@dataclass(frozen=True, slots=True)
class Becomes:
    """One person named: where they stand and would stand; None = nothing is told of their custody, or they are not here yet. `known_as`: what
    they are called here.
    """

    name: str
    person: str | None
    known_as: str
    before: Standing | None
    after: Standing | None

    @property
    def changes(self) -> bool:
        """Whether the count feels it."""
        told = [("no", False) if s is None else (s.answer, s.unconfirmed) for s in (self.before, self.after)]
        return told[0] != told[1]


@dataclass(frozen=True, slots=True)
class Effect:
    """`others` are people not named whom the event moves too, through look-alikes."""

    before: Count
    after: Count
    people: tuple[Becomes, ...]
    others: tuple[Becomes, ...]


def effect_of_event(register: Register, made: Made, people: Sequence[Whom], asked: AsOf, of: Definition) -> Effect:
    """The count asked for as it is and as it would be. Raises RefusedByRule where earlier judgements keep a name from whom it was given to."""
    of.refuse_unless_answerable([asked.day])
    supposed = supposing(register, made.all_entries(register))
    then = known_anew(supposed, asked.known_by, asked.basis)
    now = known(register, asked.known_by, asked.basis)
    was = {s.person: s for s in roll_of(register, asked, of)}
    will = {s.person: s for s in roll(then.everyone, then.look_alikes, of, asked.day)}
    found = []
    for whom, mention in zip(people, made.mentions, strict=True):
        person = then.persons.of_mention.get(mention)
        if whom.person is not None and person != then.persons.of_mention.get(whom.person):
            raise RefusedByRule(
                f"{whom.name}: earlier judgements keep this name from being {now.persons.by_id[whom.person].name}; judge them again first"
            )
        known_as = "" if whom.person is None else now.persons.by_id[whom.person].name
        found.append(Becomes(whom.name, whom.person, known_as, was.get(whom.person or ""), will.get(person or "")))
    named = {then.persons.of_mention.get(m) for m in made.mentions}
    moved = [Becomes(will[p].name, p, will[p].name, was.get(p), will[p]) for p in will if p not in named]
    return Effect(
        count(list(was.values())), count(list(will.values())), tuple(found), tuple(b for b in moved if b.changes)
    )
