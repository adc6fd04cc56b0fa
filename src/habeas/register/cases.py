"""Cases and articles of law as claims tell them: who is accused with whom, of what, and what the courts did.

A case is one that a source numbers; claims of its defendants that name no case are beside it, not in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from habeas.claims.claim import Claim
from habeas.figures.evidence import Evidence
from habeas.kernel.asof import AsOf
from habeas.register.known import Known, known
from habeas.register.opened import Register
from habeas.register.place_names import own_key
from habeas.register.remembered import remembered

#: What is told of a prosecution, in the order in which it runs.
PROSECUTION = (
    "case", "charge", "charge_changed", "new_charge", "pre_trial_order", "hearing", "conviction", "sentence", "acquittal",
    "charge_dropped", "appeal", "term_prolonged", "involvement",
)  # fmt: skip


@dataclass(slots=True)
class Case:
    """One prosecution. `authority` None = no source names it. `told`: claims that name the case, `beside`: claims about the prosecution of
    defendants of whom no other case is known, that name none; each with the person.
    """

    key: str
    number: str
    authority: str | None
    told: list[tuple[str, Claim]] = field(default_factory=list)
    beside: list[tuple[str, Claim]] = field(default_factory=list)

    @property
    def defendants(self) -> list[str]:
        """Persons of whom it is told, in order of mention."""
        return list(dict.fromkeys(person for person, _ in self.told))

    @property
    def title(self) -> str:
        """What it is called."""
        return f"{self.authority}, case {self.number}" if self.authority else f"Case {self.number}"


@dataclass(slots=True)
class Article:
    """An article of law as sources write it, with the claims that name it by person."""

    key: str
    name: str
    told: dict[str, list[Claim]] = field(default_factory=dict)

    @property
    def people(self) -> list[str]:
        """Persons of whom it is told."""
        return list(self.told)


@dataclass(frozen=True, slots=True)
class Prosecutions:
    """Cases and articles by key; `of_person`: keys of the cases of each person."""

    cases: Mapping[str, Case]
    articles: Mapping[str, Article]
    of_person: Mapping[str, tuple[str, ...]]


def prosecutions(register: Register, asked: AsOf) -> Prosecutions:
    """Everything told of cases and articles by K."""
    now = known(register, asked.known_by, asked.basis)
    return remembered(register, "prosecutions", (now.known_by, str(asked.basis)), partial(_all, now))


def article_key(name: str) -> str:
    """The key of an article, fit for an address."""
    return own_key(name)


def case_key(number: str, authority: str | None) -> str:
    """The key of a case, fit for an address; two authorities may give the same number."""
    return own_key(f"{authority} {number}" if authority else number)


def _all(now: Known) -> Prosecutions:
    cases: dict[str, Case] = {}
    articles: dict[str, Article] = {}
    of_person: dict[str, tuple[str, ...]] = {}
    for evidence in now.everyone.values():
        told = [c for c in evidence.claims if c.predicate in PROSECUTION and c.reality == "actual"]
        if told:
            mine = _into_cases(cases, evidence, told)
            _into_articles(articles, evidence.person.id, told)
            if mine:
                of_person[evidence.person.id] = mine
    return Prosecutions(cases, articles, of_person)


def _into_cases(cases: dict[str, Case], evidence: Evidence, told: list[Claim]) -> tuple[str, ...]:
    """Put one person's claims into the cases they name; the keys of those."""
    authorities = {
        str(c.value["number"]): str(c.value["authority"])
        for c in told
        if c.value.get("number") and c.value.get("authority")
    }
    mine: dict[str, Case] = {}
    nameless = []
    for claim in told:
        number = claim.value.get("number") if claim.predicate == "case" else claim.value.get("case")
        authority = claim.value.get("authority") or authorities.get(str(number))
        key = case_key(str(number), authority and str(authority)) if number else ""
        if key:
            case = cases.setdefault(key, Case(key, str(number), authority and str(authority)))
            case.told.append((evidence.person.id, claim))
            mine[key] = case
        else:
            nameless.append((evidence.person.id, claim))
    if len(mine) == 1:
        next(iter(mine.values())).beside += nameless
    return tuple(mine)


def _into_articles(articles: dict[str, Article], person: str, told: list[Claim]) -> None:
    for claim in told:
        name = str(claim.value.get("article") or "")
        key = article_key(name)
        if key:
            articles.setdefault(key, Article(key, name)).told.setdefault(person, []).append(claim)
