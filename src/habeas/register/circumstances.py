"""Of every claim what the gate looks at: its source, what the person agreed to or asked for, their age, who else tells of a death.

All of this is as held now, whatever day a question is asked for: what must not be shown today must not be shown as known last year.
Whoever may be the same as somebody who asked not to be shown, and was not judged another, is treated alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from habeas.claims.claim import Claim, Source
from habeas.claims.knowledge import Knowledge, provisional
from habeas.claims.origin import origin_of
from habeas.claims.vocabulary import vocabulary
from habeas.gate.rules import Circumstances
from habeas.identity.judgements import Judgement, Verdict, latest
from habeas.identity.kept_persons import KeptPersons
from habeas.identity.like_names import LikeNames
from habeas.identity.particulars import KeptTold
from habeas.identity.persons import Persons
from habeas.register.known import KeptJudgements

#: Age from which nobody is a minor, in the days of as many years.
_OF_AGE, _YEAR = 18, 365.2425
_DEATHS = ("death_in_custody", "death_after_release", "death")
_HEALTH = ("health_condition",)
#: What is told of a person in which their wishes, their age or their death may be told.
_WISHED = frozenset({"withhold_asked", "consent", "minor", "age", *_DEATHS})


@dataclass(slots=True)
class Wishes:
    """What holds for everything told of one person. `consents`: what they agreed to, and False where they took it back."""

    withhold: bool = False
    minor: bool = False
    consents: dict[str, bool] = field(default_factory=dict)
    deaths_told_by: set[str] = field(default_factory=set)

    def consent(self, needed: Iterable[str]) -> bool | None:
        """Whether they agreed to all of these; None = it is not known of some."""
        answers = [self.consents.get(what, self.consents.get("everything")) for what in needed]
        if False in answers:
            return False
        return None if None in answers or not answers else True


_NO_WISHES = Wishes()


@dataclass(frozen=True, slots=True)
class Known:
    """What circumstances are told from. `wishes` by person; `persons` of every mention, those of retracted claims too."""

    sources: Mapping[str, Source]
    persons: Persons
    wishes: Mapping[str, Wishes]
    provisional: frozenset[str]
    today: date

    def is_public(self, source: Source) -> bool:
        """Whether a source is known to have been published, or was told to be made public."""
        if source.kind == "note":
            return source.consent == "public"
        begun = source.published.lo if source.published.lo is not None else source.published.hi
        return bool(source.url) if begun is None else begun <= self.today.toordinal()

    def wishes_of(self, mention: str) -> Wishes:
        """Those of the person mentioned."""
        return self.wishes.get(self.persons.of_mention.get(mention, mention), _NO_WISHES)

    def may_be_named(self, mention: str) -> bool:
        """Whether the person may appear at all."""
        wishes = self.wishes_of(mention)
        return not wishes.withhold and (not wishes.minor or wishes.consent(["under_age"]) is True)

    def of(self, claim: Claim) -> Circumstances | None:
        """The circumstances of a claim; None where its source is no longer held. A group's are those of nobody in particular."""
        source = self.sources.get(claim.source)
        if source is None:
            return None
        wishes = _NO_WISHES if claim.subject is None else self.wishes_of(claim.subject)
        sensitivity = vocabulary().predicate(claim.predicate).sensitivity
        health, death = claim.predicate in _HEALTH, is_death(claim)
        needed = [*(["under_age"] if wishes.minor else []), *(["health"] if health else [])] or ["everything"]
        # what a note tells may be shown where its teller agreed; that is no consent of the person told of
        public = self.is_public(source) and (source.kind != "note" or sensitivity == "public")
        return Circumstances(
            sensitivity, public, source.consent, wishes.consent(needed), wishes.withhold, wishes.minor, health, death,
            max(1, len(wishes.deaths_told_by)) if death else 1, claim.id in self.provisional,
        )  # fmt: skip


def is_death(claim: Claim) -> bool:
    """Whether it tells that somebody died."""
    return claim.predicate in _DEATHS or claim.value.get("way_out") == "died"


@dataclass(slots=True)
class Kept:
    """What is kept from call to call about one ledger, which only grows, so that only what is new is read and compared."""

    names: LikeNames = field(default_factory=LikeNames)
    persons: KeptPersons = field(default_factory=KeptPersons)
    told: KeptTold = field(default_factory=KeptTold)
    judgements: KeptJudgements = field(default_factory=KeptJudgements)
    standing: list[Claim] = field(default_factory=list)
    retracted: set[str] = field(default_factory=set)
    claims: int = 0

    def claims_standing(self, knowledge: Knowledge) -> list[Claim]:
        """Claims that were not retracted and say that something is so, in ledger order."""
        retracted = knowledge.retracted()
        if retracted != self.retracted:
            self.standing, self.claims = [], 0
        more = knowledge.claims[self.claims :]
        self.standing = [*self.standing, *(c for c in more if c.id not in retracted and c.reality != "denied")]
        self.claims, self.retracted = len(knowledge.claims), retracted
        return self.standing


def circumstances(knowledge: Knowledge, today: date, kept: Kept) -> Known:
    """Everything the gate looks at, as held now."""
    standing = kept.claims_standing(knowledge)
    judgements = kept.judgements.of(knowledge.judgements)
    persons = kept.persons.of([*knowledge.mentions.values()], judgements, kept.told.of(standing), kept.names)
    wishes: dict[str, Wishes] = defaultdict(Wishes)
    # provisional is stated again: what two people have accepted by now may be shown, whatever it was when recorded
    unaccepted = frozenset(provisional(knowledge, knowledge.claims, None))
    known = Known(knowledge.sources, persons, wishes, unaccepted, today)
    for claim in in_order_said(standing, knowledge.sources):
        if claim.predicate in _WISHED or "way_out" in claim.value:
            for mention in filter(None, (claim.subject, *claim.members)):
                _note(wishes[persons.of_mention.get(mention, mention)], claim, known)
    _note_ages(wishes, standing, persons, today.toordinal())
    _spread(wishes, persons, _unsure(judgements))
    return known


def in_order_said(claims: Iterable[Claim], sources: Mapping[str, Source]) -> list[Claim]:
    """Claims with those of consent in the order in which it was given and taken back, whenever it was entered: what was taken back on a loosely
    told day was taken back late, what was given then was given early. All other claims stand before them.
    """
    claims = [*claims]
    consents = [claim for claim in claims if claim.predicate == "consent"]
    if not consents:
        return claims
    consents.sort(key=lambda claim: _said_on(claim, sources.get(claim.source)))
    return [*(claim for claim in claims if claim.predicate != "consent"), *consents]


def _said_on(claim: Claim, source: Source | None) -> int:
    late = claim.value.get("given") is not True
    for told in (claim.when, *([source.published] if source is not None else [])):
        day = told.hi if late else told.lo
        if day is not None:
            return day
    return 0 if claim.recorded_at is None else claim.recorded_at.date().toordinal()


def may_be_minor(claims: Sequence[Claim], today: date) -> bool:
    """Whether somebody of whom these are told may be, or have been when held, under age."""
    told = [claim for claim in claims if claim.reality != "denied"]
    grown = max((day for claim in told if (day := _grown_on(claim)) is not None), default=0)
    held = (claim.when.lo for claim in told if _is_dated_custody(claim) and claim.when.lo is not None)
    return any(map(_is_young, told)) or min(held, default=today.toordinal()) < grown


def _grown_on(claim: Claim) -> int | None:
    if claim.predicate != "birth_date" or None in (claim.when.lo, claim.when.hi):
        return None
    return int(claim.when.hi or 0) + int(_OF_AGE * _YEAR)


def _is_dated_custody(claim: Claim) -> bool:
    dated = None not in (claim.when.lo, claim.when.hi) and claim.predicate != "birth_date"
    return dated and vocabulary().predicate(claim.predicate).custody is not None


def _note(wishes: Wishes, claim: Claim, known: Known) -> None:
    value = claim.value
    if claim.predicate == "withhold_asked":
        wishes.withhold = True
    elif claim.predicate == "consent" and value.get("covers") and isinstance(value.get("given"), bool):
        wishes.consents[str(value["covers"])] = bool(value["given"])
    elif _is_young(claim):
        wishes.minor = True
    elif is_death(claim) and claim.source in known.sources and known.is_public(known.sources[claim.source]):
        wishes.deaths_told_by.add(origin_of(known.sources[claim.source], known.sources))


def _is_young(claim: Claim) -> bool:
    years = claim.value.get("years")
    if claim.predicate == "minor":
        return claim.value.get("value") is not False
    return claim.predicate == "age" and isinstance(years, int | float) and years < _OF_AGE


def _note_ages(wishes: dict[str, Wishes], standing: Sequence[Claim], persons: Persons, today: int) -> None:
    """Minors by their day of birth: whoever may have been under age on a day of their custody, or is where no such day is told."""
    grown: dict[str, int] = {}
    dated: dict[str, int] = {}
    for claim in standing:
        if claim.subject is not None and (day := _grown_on(claim)) is not None:
            person = persons.of_mention.get(claim.subject, claim.subject)
            grown[person] = max(grown.get(person, 0), day)
    for claim in standing if grown else ():
        if claim.subject is None or claim.when.lo is None:
            continue
        person = persons.of_mention.get(claim.subject, claim.subject)
        if person in grown and _is_dated_custody(claim):
            dated[person] = min(dated.get(person, claim.when.lo), claim.when.lo)
    for person, day in grown.items():
        if dated.get(person, today) < day:
            wishes[person].minor = True


def _unsure(judgements: Sequence[Judgement]) -> list[tuple[str, str]]:
    pairs = {j.pair for j in judgements if j.verdict is Verdict.UNSURE}
    about = latest(j for j in judgements if j.pair in pairs) if pairs else []
    return [(j.a, j.b) for j in about if j.verdict is Verdict.UNSURE]


def _spread(wishes: dict[str, Wishes], persons: Persons, unsure: Iterable[tuple[str, str]]) -> None:
    """Whoever may be one with somebody who must not be shown must not be shown either."""
    asked = {person for person, one in wishes.items() if one.withhold}
    young = {person for person, one in wishes.items() if one.minor}
    doubtful = ((persons.of_mention.get(a, a), persons.of_mention.get(b, b)) for a, b in unsure)
    for a, b in (*persons.alike, *doubtful):
        for one, other in ((a, b), (b, a)):
            wishes[other].withhold |= one in asked
            wishes[other].minor |= one in young
