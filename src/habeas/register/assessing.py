"""A decision on who is a political prisoner by a standard: assessments, votes, recognition by each signatory, withdrawal; entered as one act.

Every claim has a source: one that is held already, a document cited, or a note of what was decided. Where a source does not name the
person yet, it is made to, and its mention is judged to be the person chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from habeas.claims.claims_checks import check_required
from habeas.claims.entries import PREFIX, Stamp, new_entry
from habeas.claims.ledger import NewEntry
from habeas.claims.vocabulary import vocabulary
from habeas.figures.criteria import Standard
from habeas.identity.judgements import Verdict
from habeas.kernel.asof import Basis
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused
from habeas.kernel.ids import make_id
from habeas.register.acts import Act, claims_of
from habeas.register.known import known
from habeas.register.opened import Register
from habeas.sources.note import Note
from habeas.sources.passage import Passage

#: What a decision enters, and nothing else.
PREDICATES = ("assessment", "recognised", "recognition_withdrawn", "recognition_vote", "recognition_objection")
_WHY = "chosen by whoever entered the decision"


@dataclass(frozen=True, slots=True)
class Cited:
    """A document of which no copy is held. `published` unknown and `url` empty = not told."""

    publisher: str
    published: Day
    url: str = ""

    def to_content(self) -> dict[str, Any]:
        """What makes its identity, as a citation has it."""
        content = {"name": self.publisher, "published": self.published.text or None, "url": self.url or None}
        return {name: value for name, value in content.items() if value is not None}


#: Where a decision is told: the id of a source held, a document cited, or a note.
Told = str | Cited | Note


@dataclass(frozen=True, slots=True)
class Answer:
    """To one criterion: yes, no or unknown, resting on claims or sources by their ids. `reason` empty = none given."""

    answer: str
    evidence: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of `people`, by ids. `body` assessed them by `standard`.

    `votes` by body; `signatories` recognise them, with what they demand (release, review; empty = nothing); `withdrawn` are bodies that
    take their recognition back. `objects`: whether the family objects, None = not told. `ex_post_facto`: recognition looks back on custody that is over.
    """

    people: tuple[str, ...]
    day: Day
    told: Told
    body: str
    standard: Standard
    answers: Mapping[str, Answer] = field(default_factory=dict)
    votes: Mapping[str, str] = field(default_factory=dict)
    signatories: tuple[str, ...] = ()
    demand: str = ""
    ex_post_facto: bool = False
    statement: str = ""
    objects: bool | None = None
    family: str = ""
    withdrawn: tuple[str, ...] = ()
    withdrawn_why: str = ""


def decide(register: Register, decision: Decision) -> Act | None:
    """Enter a decision; its act, or None where all of it was entered before. Raises InputRefused; then nothing was written."""
    persons = _persons(register, decision)
    values = list(_values(decision))
    if not values:
        raise InputRefused("nothing is decided: answer a criterion, or name a body that votes, recognises or withdraws")
    stamp = register.stamp()
    entries, source = _source(register, decision.told, stamp)
    for person in persons:
        made, subject = _mention(register, source, person, stamp)
        entries += made
        entries += [_claim(register, decision, source, subject, named, value, stamp) for named, value in values]
    before = register.store.head().size
    register.append(entries, stamp.recorded_at)
    after = register.store.head().size
    return Act(before, after) if after > before else None


def _persons(register: Register, decision: Decision) -> list[str]:
    """The persons meant, by the ids in force."""
    register.caught_up()
    now = known(register, register.store.clock().date(), Basis.register())
    for one in decision.people:
        if one not in now.persons.of_mention:
            raise InputRefused(f"{one}: nobody of that id is known here; choose people from the register")
    if not decision.people:
        raise InputRefused("nobody is chosen: choose at least one person")
    _refuse_unknown_evidence(register, decision)
    return list(dict.fromkeys(now.persons.of_mention[one] for one in decision.people))


def _refuse_unknown_evidence(register: Register, decision: Decision) -> None:
    here = {claim.id for claim in register.knowledge.claims} | register.knowledge.sources.keys()
    for criterion, answer in decision.answers.items():
        if criterion not in decision.standard.ids:
            raise InputRefused(
                f"{decision.standard.id} has no criterion '{criterion}'; it has {', '.join(decision.standard.ids)}"
            )
        for one in answer.evidence:
            if one not in here:
                raise InputRefused(f"criterion {criterion}: {one} is no claim or source here")


def _values(decision: Decision) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each claim's predicate and value, the same for everybody whom the decision is about."""
    by = decision.standard.id
    for criterion, given in decision.answers.items():
        value = {"standard": by, "criterion": criterion, "answer": given.answer, "body": decision.body}
        yield "assessment", {**value, "evidence": list(given.evidence), "reason": given.reason}
    for body, vote in decision.votes.items():
        yield "recognition_vote", {"body": body, "standard": by, "vote": vote}
    for body in decision.signatories:
        value = {"body": body, "standard": by, "statement": decision.statement, "demand": decision.demand}
        yield "recognised", {**value, "ex_post_facto": decision.ex_post_facto or None}
    for body in decision.withdrawn:
        yield "recognition_withdrawn", {"body": body, "reason": decision.withdrawn_why}
    if decision.objects is not None:
        yield "recognition_objection", {"by": decision.family, "objects": decision.objects}


def _source(register: Register, told: Told, stamp: Stamp) -> tuple[list[NewEntry], str]:
    """The entries that a source needs, and its id."""
    key = register.store.key
    if isinstance(told, str):
        if told not in register.knowledge.sources:
            raise InputRefused(f"{told} is no source here; choose one, cite one, or write a note")
        return [], told
    if isinstance(told, Cited):
        cited = new_entry(key, "citation", told.to_content(), stamp)
        return [cited], cited.id
    note = new_entry(key, "note", told.to_content(), stamp)
    return [note, new_entry(key, "passage", Passage(0, told.text).to_content(note.id), stamp)], note.id


def _mention(register: Register, source: str, person_id: str, stamp: Stamp) -> tuple[list[NewEntry], str]:
    """The person's mention in this source, and the entries that make one where it does not name them yet."""
    now = known(register, register.store.clock().date(), Basis.register())
    person, mentions = now.persons.by_id[person_id], register.knowledge.mentions
    here = next((one for one in person.mentions if mentions[one].source == source), None)
    if here is not None:
        return [], here
    key, content = register.store.key, {"kind": "person", "name": person.name, "source": source}
    if make_id(key, PREFIX["mention"], content) in mentions or _is_shared(now.persons.by_id.values(), person):
        content["key"] = person_id
    made = new_entry(key, "mention", content, stamp)
    judged = {
        "a": person_id,
        "b": made.id,
        "verdict": Verdict.SAME.value,
        "why": _WHY,
        "at": stamp.recorded_at.isoformat(),
    }
    return [made, new_entry(key, "judgement", judged, stamp)], made.id


def _is_shared(everybody: Any, person: Any) -> bool:
    """Whether somebody else has the same name, whom the source might name too."""
    return any(other.name == person.name and other.id != person.id for other in everybody)


def _claim(
    register: Register, decision: Decision, source: str, subject: str, named: str, value: Mapping[str, Any], stamp: Stamp
) -> NewEntry:  # fmt: skip
    predicate = vocabulary().predicate(named)
    said = vocabulary().checked(predicate, {name: v for name, v in value.items() if v not in (None, "", [])})
    check_required(predicate, said)
    content = {
        "predicate": named, "source": source, "subject": subject, "value": said, "when": decision.day.text or None, "reality": "actual",
    }  # fmt: skip
    return new_entry(register.store.key, "claim", {k: v for k, v in content.items() if v is not None}, stamp)


def decided_in(register: Register, act: Act) -> Sequence[str]:
    """The claims of an act that is one decision. Raises InputRefused for any other: an address must not undo more than it names."""
    wanted = set(claims_of(register, act))
    found = [claim for claim in register.caught_up().claims if claim.id in wanted]
    if (
        not found
        or len({(c.recorded_at, c.actor) for c in found}) > 1
        or any(c.predicate not in PREDICATES for c in found)
    ):
        raise InputRefused(f"{act} is no decision on recognition; take its name from the page that made it")
    return [claim.id for claim in found]
