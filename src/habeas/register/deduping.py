"""Everybody in the register compared with everybody else: who may be one person, and what an automatic link would be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.entries import Stamp, new_entry
from habeas.claims.sexes import sex_letter
from habeas.figures.definitions import Definition, definition
from habeas.identity.features import sex_feature
from habeas.identity.judgements import Verdict, latest
from habeas.identity.particulars import Particulars
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.kernel.errors import RefusedByRule
from habeas.names.explained import explained_of
from habeas.names.fathers import father_told
from habeas.names.readings import KEY_VERSION
from habeas.register.intake import POLICY
from habeas.register.known import Known, judgements_of, known
from habeas.register.opened import Register
from habeas.register.rolled import roll_of
from habeas.scale.keys import name_of
from habeas.scale.linkage import proposed
from habeas.scale.proposals import Proposal, second_agreement
from habeas.scale.records import Record

_RIVAL = "Somebody told apart from one of them fits the other as well, so neither is linked."


def dedupe(register: Register, *, apply: bool = False) -> dict[str, Any]:
    """Pairs of persons to link or to ask about, links first, then questions by the gain of an answer.

    With `apply` the links that the policy on automatic links accepts are judged SAME, as one act; any may be undone by judging again.
    Raises CannotOpen without the extra `scale`, RefusedByRule where the policy accepts none.
    """
    today = utc_today()
    now, of = known(register, today, Basis.register()), definition()
    records = records_of(now)
    judged = latest(judgements_of(now.visible.judgements))
    different, unsure = ([j.pair for j in judged if j.verdict is v] for v in (Verdict.DIFFERENT, Verdict.UNSURE))
    found = proposed(records, different, unsure, _moves(register, now, of), _apart(now))
    record_of = {r.id: r for r in records}
    doubted = {mention for pair in unsure for mention in pair}
    found = [pair for pair in found if not _stood_together(now, record_of[pair.a], record_of[pair.b], doubted)]
    shown = [_shown(now, record_of, pair) for pair in found]
    links = [pair for pair in found if pair.outcome == "link"]
    return {
        "pairs": shown, "persons": len(now.persons.by_id), "records": len(records), "link": len(links),
        "review": len(found) - len(links), "applied": _judge(register, _by_policy(register, links)) if apply else 0, "counted_by": str(of), "on": today.isoformat(),
    }  # fmt: skip


def records_of(now: Known) -> list[Record]:
    """A record for every mention that names somebody, with what its own source says of father, birth, sex and place."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in now.visible.claims:
        if claim.subject is not None and claim.id not in now.visible.set_aside:
            told[claim.subject].append(claim)
    judged = latest(judgements_of(now.visible.judgements))
    unsure = {m for j in judged if j.verdict is Verdict.UNSURE for m in (j.a, j.b)} | _perhaps_listed_again(now)
    # a list with ids names everybody once; an article may call one person by two names
    return [
        Record(
            m.id, m.name, _born(told[m.id]), _place(told[m.id]), _sex(told[m.id]),
            m.source if m.key is not None and now.sources[m.source].list_name else "", m.id in unsure, now.persons.of_mention[m.id],
            _father(told[m.id]),
        )
        for m in sorted(now.visible.mentions, key=lambda m: m.id) if m.source in now.sources
    ]  # fmt: skip


def _perhaps_listed_again(now: Known) -> set[str]:
    """Mentions of persons whom one list names, never together, and who may be one: it promises nothing of them."""
    by_id = now.persons.by_id
    again = [pair for pair in now.persons.alike if not by_id[pair[0]].sources.isdisjoint(by_id[pair[1]].sources)]
    return {mention for pair in again for person in pair for mention in by_id[person].mentions}


def _stood_together(now: Known, one: Record, other: Record, doubted: Set[str]) -> bool:
    """Whether one version of a list names both, and nobody doubts either."""
    a, b = now.persons.looked[one.person], now.persons.looked[other.person]
    return (
        bool(one.source)
        and one.source == other.source
        and a.is_named_beside(b)
        and doubted.isdisjoint({one.id, other.id})
    )


def _born(claims: Iterable[Claim]) -> str:
    days = [c.when.text for c in claims if c.predicate == "birth_date"]
    return max(days, key=lambda text: (len(text), text), default="")


def _place(claims: Iterable[Claim]) -> str:
    """The court, else the place of the arrest, named earliest; not where somebody is held, which changes."""
    for predicates, field in ((None, "court"), (("arrest", "administrative_arrest", "rearrest"), "place")):
        named = [
            (c.when.lo or 0, c.id, str(c.value[field]))
            for c in claims if c.value.get(field) and (predicates is None or c.predicate in predicates)
        ]  # fmt: skip
        if named:
            return min(named)[2]
    return ""


def _sex(claims: Iterable[Claim]) -> str:
    values = {sex_letter(str(c.value.get("value", ""))) for c in claims if c.predicate == "sex"} - {""}
    return values.pop() if len(values) == 1 else ""


def _father(claims: Iterable[Claim]) -> str:
    """The first patronymic told that says whose it is."""
    texts = sorted(str(c.value.get("text", "")) for c in claims if c.predicate == "patronymic")
    return next((text for text in texts if father_told(text)), "")


def _apart(now: Known) -> Callable[[str, str], bool]:
    person = now.persons.of_mention
    return lambda a, b: now.persons.are_apart(person[a], person[b])


def _moves(register: Register, now: Known, of: Definition) -> Callable[[str, str], float]:
    """One where both count today, so that joining them takes one off; else a tenth, for what the record of the two would gain."""
    counted = {s.person for s in roll_of(register, AsOf(now.known_by, now.known_by, now.basis), of) if s.may_be_in}
    person = now.persons.of_mention
    return lambda a, b: 1.0 if person[a] in counted and person[b] in counted else 0.1


def _shown(now: Known, record_of: Mapping[str, Record], pair: Proposal) -> dict[str, Any]:
    a, b = (now.persons.by_id[now.persons.of_mention[mention]] for mention in (pair.a, pair.b))
    return {
        "a": a.id, "b": b.id, "name_a": a.name, "name_b": b.name, "outcome": pair.outcome, "probability": pair.probability,
        "gain": pair.gain, "why": reasons(record_of[pair.a], record_of[pair.b], pair),
    }  # fmt: skip


def reasons(one: Record, other: Record, pair: Proposal) -> list[str]:
    """What agrees, is missing or contradicts, a sentence each: the name's parts, the sex, the birth date, the place."""
    found = [reason.sentence for reason in explained_of(name_of(one), name_of(other)).reasons]
    found += [feature.sentence for feature in sex_feature(_named(one), _named(other))]
    found += [_birth_dates(one, other, pair.levels["born"]), *_places(one, other, pair.levels["place"])]
    return [*found, *([_RIVAL] if pair.contested else [])]


def _named(record: Record) -> Particulars:
    return Particulars(frozenset({record.name}), sexes=frozenset({record.gender} - {""}))


def _birth_dates(one: Record, other: Record, level: str) -> str:
    if not one.born or not other.born:
        said = one.born or other.born
        return f"Only one gives a birth date ({said})." if said else "Neither gives a birth date."
    if level in ("same day", "same month", "same year"):
        return f"The birth dates agree in the {level.split()[1]}: {one.born} and {other.born}."
    why = {"day and month swapped": " (day and month swapped)", "one part differs": " (one part differs)"}.get(
        level, ""
    )
    return f"The birth dates contradict each other: {one.born} and {other.born}{why}."


def _places(one: Record, other: Record, level: str) -> list[str]:
    if level == "missing":
        return []
    return [f"{one.place} and {other.place} {'may be one place' if level == 'same' else 'are two places'}."]


def _by_policy(register: Register, links: Sequence[Proposal]) -> list[Proposal]:
    """The links that the policy in force lets be judged without a person. Raises RefusedByRule when it lets none."""
    accepted = register.knowledge.policy().automatic_links
    if not accepted:
        raise RefusedByRule(
            "the policy in force allows no automatic link; declare automatic_links in a policy file (habeas policy REG FILE), or"
            " judge the pairs one by one"
        )
    return [link for link in links if second_agreement(link.levels) in accepted]


def _judge(register: Register, links: Sequence[Proposal]) -> int:
    """Judge links SAME as one act of the policy. How many. A judgement names what agreed and does not repeat it, so that what is
    forgotten of a claim does not live on in it.
    """
    at = register.store.clock()
    by_policy = Stamp(register.store.actor_id(POLICY), at, {"for": register.actor})
    entries = [
        new_entry(register.store.key, "judgement", {
            "a": pair.a, "b": pair.b, "verdict": Verdict.SAME.value, "automatic": True, "key_version": KEY_VERSION,
            "why": f"in bulk, by the policy on automatic links: the name and {str(second_agreement(pair.levels)).replace('_', ' ')}",
            "evidence": sorted(part for part, level in pair.levels.items() if level.startswith("same")),
        }, by_policy)
        for pair in links
    ]  # fmt: skip
    if entries:
        register.append(entries, at)
    return len(entries)
