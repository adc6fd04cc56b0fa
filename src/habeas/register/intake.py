"""What became of those who just came in: linked to somebody known, for a person to look at, or new.

Only mentions that new claims speak of are looked at, and each is compared with the few whose names are like it; nobody else is linked
anew. A link that the declared policy makes is a judgement in the ledger, which a person's judgement replaces.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.claims.entries import Stamp, new_entry
from habeas.claims.ledger import NewEntry
from habeas.identity.features import features, likeness
from habeas.identity.judgements import Judgement, Verdict
from habeas.identity.linking import Link, Linker
from habeas.identity.persons import Person, Persons, persons_of
from habeas.identity.resemblance import Pair
from habeas.kernel.asof import Basis
from habeas.register.effective import effective_day
from habeas.register.known import People, people
from habeas.register.opened import Register
from habeas.register.supposing import supposing

#: Who may be one person with somebody is told of the likeliest only; the queue has them all.
_CANDIDATES = 5
#: The name under which links made by the policy are recorded.
POLICY = "policy on automatic links"


@dataclass(frozen=True, slots=True)
class Before:
    """How much was known before something came in."""

    claims: int
    mentions: int


NOBODY: dict[str, Any] = {"linked": [], "to_review": [], "new_persons": []}


def before_intake(register: Register) -> Before:
    """Where the register stands, to be asked before something is appended."""
    register.people_due = True
    return _before(register)


def _before(register: Register) -> Before:
    knowledge = register.caught_up()
    return Before(len(knowledge.claims), len(knowledge.mentions))


def take_up(register: Register, before: Before) -> dict[str, Any]:
    """Link what came in since, as far as the policy says, and tell of every person with a new mention what became of it.

    Of people already known new claims are simply theirs; they are told of only where these made a link.
    """
    register.caught_up()
    answer = _told(register, *_come_since(register, before), write=True)
    register.people_due = False
    return answer


def would_take_up(register: Register, entries: Iterable[NewEntry]) -> dict[str, Any]:
    """What would become of those whom these entries speak of, were they in the register. Nothing is written."""
    before = _before(register)
    supposed = supposing(register, entries)
    return _told(supposed, *_come_since(supposed, before), write=False)


def link_all(register: Register) -> dict[str, Any]:
    """Apply the policy to everybody here: for a policy that was declared after people came in."""
    return _told(register, list(register.caught_up().mentions), set(), write=True)


def _come_since(register: Register, before: Before) -> tuple[list[str], set[str]]:
    """Mentions that new claims speak of, and those of them that are new."""
    knowledge = register.knowledge
    claims = knowledge.claims[before.claims :]
    touched = list(dict.fromkeys(m for c in claims for m in (*([c.subject] if c.subject else ()), *c.members)))
    return touched, set(list(knowledge.mentions)[before.mentions :]) & set(touched)


def _told(register: Register, touched: Sequence[str], new: set[str], *, write: bool) -> dict[str, Any]:
    if not touched:
        return dict(NOBODY)
    day = latest_day(register)
    if write:  # the day that an answer of today goes by, so that neither has to be made twice
        day = effective_day(register, day, Basis.register())
    now = people(register, day, Basis.register())
    made = _links(register, now, touched)
    if made and write:
        _append(register, made)
    persons = _joined(register, now, made) if made else now.persons
    return _answer(register, persons, made, [m for m in touched if m in new])


def latest_day(register: Register) -> date:
    """The day by which everything here is known."""
    return register.store.clock().date()


def _links(register: Register, now: People, touched: Sequence[str]) -> list[Link]:
    """The policy's links of these mentions, without those that together would join people told apart."""
    policy = register.knowledge.policy()
    found = Linker(now.persons, register.knowledge.mentions, now.told, policy.automatic_links).links(touched)
    unmet = {(j.a, j.b) for j in _joined(register, now, found).conflicts} if found else set()
    return [link for link in found if (link.a, link.b) not in unmet]


def _append(register: Register, links: Sequence[Link]) -> None:
    at = register.store.clock()
    by_policy = Stamp(register.store.actor_id(POLICY), at, {"for": register.actor})
    entries = [new_entry(register.store.key, "judgement", link.to_content(), by_policy) for link in links]
    register.append(entries, at)
    register.caught_up()


def _joined(register: Register, now: People, links: Sequence[Link]) -> Persons:
    at = register.store.clock()
    made = [Judgement(f"{link.a}{link.b}", link.a, link.b, Verdict.SAME, at, automatic=True) for link in links]
    return persons_of(now.visible.mentions, [*now.judgements, *made], now.told, register.names, now.visible.stood)


def _answer(register: Register, persons: Persons, links: Sequence[Link], came: Sequence[str]) -> dict[str, Any]:
    """By persons, in the order in which their mentions came."""
    new = set(came)
    by_person: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_person[persons.of_mention[link.a]].append(link)
    by_source = _by_source(register, new)
    earlier = _earlier_of_each(register, persons)
    newly = dict.fromkeys(persons.of_mention[m] for m in came if m in persons.of_mention)
    linked, to_review, new_persons = [], [], []
    for person_id in dict.fromkeys((*by_person, *newly)):
        person = persons.by_id[person_id]
        if person_id in by_person or not new.issuperset(person.mentions):
            why = [reason for mention in person.mentions for reason in by_source.get(mention, ())]
            linked.append(_linked(person, new, by_person.get(person_id, []), why))
        elif person_id in earlier:
            to_review.append(_in_question(persons, person, earlier[person_id]))
        else:
            new_persons.append(person_id)
    return {"linked": linked, "to_review": to_review, "new_persons": new_persons}


def _earlier_of_each(register: Register, persons: Persons) -> Mapping[str, list[str]]:
    """Of each person those who came before and may be the same: so that a question is told once, of whoever came later."""
    came = {mention: number for number, mention in enumerate(register.knowledge.mentions)}
    first = {p.id: min(came[m] for m in p.mentions) for p in persons.by_id.values()}
    found: dict[str, list[str]] = defaultdict(list)
    pairs: Iterable[Pair] = (*sorted(persons.alike), *sorted(persons.in_sight))
    for a, b in pairs:
        before, after = (a, b) if first[a] < first[b] else (b, a)
        found[after].append(before)
    return found


def _by_source(register: Register, new: set[str]) -> dict[str, list[str]]:
    """Of each new mention why what came in itself says that it is another's, such as one id in a list."""
    found: dict[str, list[str]] = defaultdict(list)
    for opened in register.knowledge.judgements:
        said = opened.content
        if said["verdict"] == Verdict.SAME and not said.get("automatic"):
            for mention in {said["a"], said["b"]} & new:
                found[mention].append(str(said.get("why") or "judged the same"))
    return found


def _linked(person: Person, new: set[str], links: Sequence[Link], by_source: Sequence[str]) -> dict[str, Any]:
    why = [f.sentence for link in links for f in link.features if f.verdict == "agrees"]
    return {
        "person": person.id, "name": person.name, "mentions": [m for m in person.mentions if m in new],
        "with": [{"a": link.a, "b": link.b, "by": link.second} for link in links], "why": [*dict.fromkeys((*why, *by_source))],
    }  # fmt: skip


def _in_question(persons: Persons, person: Person, others: Sequence[str]) -> dict[str, Any]:
    candidates = sorted(
        (_candidate(persons, person.id, other) for other in others), key=lambda c: (-c["score"], c["person"])
    )
    return {"person": person.id, "name": person.name, "candidates": candidates[:_CANDIDATES], "of": len(candidates)}


def _candidate(persons: Persons, person: str, other: str) -> dict[str, Any]:
    one, two = persons.told(person), persons.told(other)
    return {
        "person": other, "name": persons.by_id[other].name, "score": round(likeness(one, two), 3),
        "features": [{"part": f.part, "verdict": f.verdict, "why": f.sentence} for f in features(one, two)],
    }  # fmt: skip
