"""What each answer about two people would change in every published number, before anybody gives it. Nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.claims.entries import open_body
from habeas.claims.ledger import Body
from habeas.figures.definitions import Definition
from habeas.figures.look_alikes import Block, LookAlikes
from habeas.figures.roll import MAYBE, answer_at
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import Basis
from habeas.kernel.errors import RefusedByRule
from habeas.register.deciding import judgement_entry
from habeas.register.effective import effective_day
from habeas.register.known import Known, judgement_of, known, known_anew
from habeas.register.opened import Register
from habeas.register.questions import Change
from habeas.register.remembered import remembered
from habeas.register.supposing import supposing
from habeas.register.touched import Folded, as_they_are, touched, with_judgement

#: The two answers that can change a number; UNSURE leaves a pair as open as it was.
ANSWERS = (Verdict.SAME, Verdict.DIFFERENT)
#: Certain and possible of a definition on a day.
_Counted = Callable[[Definition, date], Change]
#: People counted together: a group of look-alikes, or one person.
_Unit = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """One published number: what each answer changes in its certain and possible. None = other judgements rule this answer out."""

    of: Definition
    day: date
    basis: Basis
    if_same: Change | None
    if_different: Change | None

    @property
    def is_moved(self) -> bool:
        """Whether either answer changes it."""
        return any(change not in (None, (0, 0)) for change in (self.if_same, self.if_different))


def refusal_of(register: Register, a: str, b: str, verdict: Verdict) -> RefusedByRule | None:
    """Why two mentions cannot be judged so, with what they collide with; None = they can. Raises InputRefused for unknown ids."""
    try:
        judgement_entry(register, a, b, verdict, None)
    except RefusedByRule as refused:
        return refused
    return None


def effects(
    register: Register, a: str, b: str, known_by: date, basis: Basis, numbers: Sequence[tuple[Definition, date]]
) -> list[Effect]:
    """What judging the mentions `a` and `b` changes in each number, given as a definition and a day. Raises InputRefused for unknown ids."""
    changes = remembered(
        register,
        "effects of a pair",
        (a, b, known_by, str(basis), tuple((str(of), day) for of, day in numbers)),
        lambda: [_changes(register, a, b, verdict, known_by, basis, numbers) for verdict in ANSWERS],
    )
    ruled_out: list[Change | None] = [None] * len(numbers)
    same, different = (ruled_out if found is None else found for found in changes)
    return [
        Effect(of, day, basis, if_same, if_different)
        for (of, day), if_same, if_different in zip(numbers, same, different, strict=True)
    ]


def _changes(
    register: Register, a: str, b: str, verdict: Verdict, known_by: date, basis: Basis, numbers: Sequence[tuple[Definition, date]]
) -> Sequence[Change] | None:  # fmt: skip
    if refusal_of(register, a, b, verdict) is not None:
        return None
    now = known(register, known_by, basis)
    counted = _within_group(now, a, b, verdict) or _by_supposing(register, now, a, b, verdict)
    return [counted(of, day) for of, day in numbers]


def _within_group(now: Known, a: str, b: str, verdict: Verdict) -> _Counted | None:
    """Where all ways of joining a group of look-alikes are known, the answer only rules out some of them; None = they are not."""
    one, other = (now.persons.of_mention.get(mention) for mention in (a, b))
    group = next((g for g in now.look_alikes if g.every and one in g.persons and other in g.persons), None)
    if group is None or one is None or other is None or one == other:
        return None
    left = group.judged(one, other, same=verdict is Verdict.SAME)

    def change(of: Definition, day: date) -> Change:
        before, after = (_bounds(one_group, of, day) for one_group in (group, left))
        return after[0] - before[0], after[1] - before[1]

    return change


def _bounds(group: LookAlikes, of: Definition, day: date) -> Change:
    answers = {block: answer_at(evidence, of, day.toordinal())[0] for block, evidence in group.blocks.items()}

    def says(*wanted: str) -> Callable[[Block], bool]:
        return lambda block: answers[block] in wanted

    return group.bounds(says("yes"), says(*MAYBE))


def _by_supposing(register: Register, now: Known, a: str, b: str, verdict: Verdict) -> _Counted:
    """The register as it would be; only those are counted whom the answer touches, since everybody else counts as before."""
    now_and_then = _touched(register, now, a, b, verdict) or _everybody(register, now, a, b, verdict)
    before, after = (dict(_units(those)) for those in now_and_then)
    gone = [unit for key, unit in before.items() if key not in after]
    come = [unit for key, unit in after.items() if key not in before]

    def change(of: Definition, day: date) -> Change:
        old, new = ([_bounds(unit, of, day) for unit in units] for units in (gone, come))
        return sum(c for c, _ in new) - sum(c for c, _ in old), sum(p for _, p in new) - sum(p for _, p in old)

    return change


def _touched(register: Register, now: Known, a: str, b: str, verdict: Verdict) -> tuple[Folded, Folded] | None:
    """Those whom the answer can touch, as they are and as they would be; None where the day or the basis asks for more than that."""
    of_today = effective_day(register, register.store.clock().date(), now.basis) == now.known_by
    is_whole = {"register": of_today, "public": True}.get(now.basis.kind, False)
    if not is_whole:
        return None
    entry = judgement_entry(register, a, b, verdict, None)
    whom = remembered(register, "touched", (a, b, now.known_by, str(now.basis)), lambda: touched(register, now, a, b))
    judgement = judgement_of(open_body(Body(0, entry.id, entry.kind, b"", entry.data)))
    return as_they_are(now, whom), with_judgement(register, now, whom, judgement)


def _everybody(register: Register, now: Known, a: str, b: str, verdict: Verdict) -> tuple[Known, Known]:
    """Everybody as they are and as they would be."""
    entry = judgement_entry(register, a, b, verdict, None)
    # on the register's own basis the judgement counts from the day of its entry on; on the others whenever it is made
    day = register.store.clock().date() if now.basis.kind == "register" else now.known_by
    return now, known_anew(supposing(register, [entry]), day, now.basis)


def _units(now: Known | Folded) -> Iterator[tuple[_Unit, LookAlikes]]:
    """Groups of look-alikes, then everybody else as a group of one, each under what tells it from any other."""
    together = {person for group in now.look_alikes for person in group.persons}
    for group in now.look_alikes:
        numbers = tuple(now.everyone[person].number for person in group.persons)
        yield (group.persons, group.ways, group.every, numbers), group
    for person, evidence in now.everyone.items():
        if person not in together:
            alone = LookAlikes((person,), (((person,),),), {(person,): evidence})
            yield (person, evidence.number), alone
