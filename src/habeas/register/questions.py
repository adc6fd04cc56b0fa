"""Who may be one person and waits for somebody to say so: pairs, those first whose answer narrows today's count most.

Of a group of look-alikes only as many pairs are asked as it takes to settle it if all are one person; what an answer leaves open is asked
next. Whom a person looked at and was unsure of is not asked about again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from habeas.figures.definitions import Definition
from habeas.figures.look_alikes import Block, LookAlikes
from habeas.figures.roll import MAYBE, answer_at
from habeas.identity.features import features, likeness, second_agreements
from habeas.identity.persons import Persons
from habeas.identity.resemblance import Pair
from habeas.kernel.asof import AsOf
from habeas.register.known import Known, known
from habeas.register.opened import Register

#: What an answer changes: the fewest certain and the most possible.
Change = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Question:
    """Two persons; `gain`: by how many people the count's bounds come nearer each other, halfway between the two answers.

    `if_same` and `if_different`: what each answer changes in the day's certain and possible; None = not worked out, because the group is
    too large or the two count as two people until somebody says otherwise.
    """

    a: str
    b: str
    score: float
    gain: float
    if_same: Change | None = None
    if_different: Change | None = None


def questions(register: Register, asked: AsOf, of: Definition) -> list[Question]:
    """What waits, as of the day and knowledge asked for."""
    of.refuse_unless_answerable([asked.day])
    now = known(register, asked.known_by, asked.basis)
    groups = {person: group for group in now.look_alikes for person in group.persons}
    counted: dict[int, Mapping[Block, str]] = {}
    found = []
    for a, b, score in _to_ask(now.persons):
        group = groups.get(a)
        if group is None or b not in group.persons:
            found.append(Question(a, b, score, 0.0))
            continue
        if id(group) not in counted:
            counted[id(group)] = _answers(group, of, asked.day.toordinal())
        found.append(_weighed(a, b, score, group, counted[id(group)]))
    return sorted(found, key=lambda q: (-q.gain, -q.score, q.a, q.b))


def _to_ask(persons: Persons) -> Iterator[tuple[str, str, float]]:
    """Of pairs that link a group those that agree best, as many as link it; then those told apart by their days of birth or the sex told."""
    root: dict[str, str] = {}

    def find(person: str) -> str:
        while (above := root.get(person, person)) != person:
            person = above
        return person

    scored = sorted(((*_agreement(persons, pair), pair) for pair in persons.alike), key=lambda s: (-s[0], -s[1], s[2]))
    for _, score, (a, b) in scored:
        if find(a) != find(b):
            root[find(b)] = find(a)
            yield a, b, score
    for pair in sorted(persons.in_sight):
        yield *pair, _agreement(persons, pair)[1]


def _agreement(persons: Persons, pair: Pair) -> tuple[int, float]:
    one, other = persons.told(pair[0]), persons.told(pair[1])
    return len(second_agreements(one, other)), round(likeness(one, other), 3)


def _answers(group: LookAlikes, of: Definition, day: int) -> Mapping[Block, str]:
    return {block: answer_at(evidence, of, day)[0] for block, evidence in group.blocks.items()}


def _weighed(a: str, b: str, score: float, group: LookAlikes, answers: Mapping[Block, str]) -> Question:
    certain, possible = _bounds(group, answers)
    if not group.every:
        return Question(a, b, score, round((possible - certain) / (len(group.persons) - 1), 3))
    changes, widths = [], []
    for same in (True, False):
        low, high = _bounds(group.judged(a, b, same=same), answers)
        changes.append((low - certain, high - possible))
        widths.append(high - low)
    return Question(a, b, score, round(possible - certain - sum(widths) / 2, 3), changes[0], changes[1])


def _bounds(group: LookAlikes, answers: Mapping[Block, str]) -> tuple[int, int]:
    return group.bounds(partial(_is_one_of, ("yes",), answers), partial(_is_one_of, MAYBE, answers))


def _is_one_of(wanted: Sequence[str], answers: Mapping[Block, str], block: Block) -> bool:
    return answers[block] in wanted


def question_json(now: Known, asked: Question) -> dict[str, Any]:
    """One question with everything compared, for a card or as JSON."""
    persons = now.persons
    compared = features(persons.told(asked.a), persons.told(asked.b))
    return {
        "a": _party(now, asked.a), "b": _party(now, asked.b), "score": asked.score, "gain": asked.gain,
        "features": [{"part": f.part, "verdict": f.verdict, "why": f.sentence} for f in compared],
        "if_same": _change(asked.if_same), "if_different": _change(asked.if_different),
    }  # fmt: skip


def _party(now: Known, person: str) -> dict[str, Any]:
    found = now.persons.by_id[person]
    names = sorted({now.sources[s].name for s in found.sources if s in now.sources})
    return {"id": person, "name": found.name, "names": list(found.names), "sources": names}


def _change(change: Change | None) -> dict[str, int] | None:
    return None if change is None else {"certain": change[0], "possible": change[1]}
