"""Of every claim what the gate looks at: its source, what the person agreed to or asked for, their age, who else tells of a death.

All of this is as held now, whatever day a question is asked for: what must not be shown today must not be shown as known last year.
Whoever may be the same as somebody who asked not to be shown, and was not judged another, is treated alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from habeas.claims.claim import Claim, Source
from habeas.claims.knowledge import Knowledge, with_provisional
from habeas.claims.origin import origin_of
from habeas.claims.vocabulary import vocabulary
from habeas.gate.rules import Circumstances
from habeas.identity.judgements import Verdict, latest
from habeas.identity.like_names import LikeNames
from habeas.identity.particulars import told_of
from habeas.identity.persons import Persons, persons_of
from habeas.register.known import judgements_of

#: Age from which nobody is a minor, in the days of as many years.
_OF_AGE, _YEAR = 18, 365.2425
_DEATHS = ("death_in_custody", "death_after_release", "death")
_HEALTH = ("health_condition",)


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


@dataclass(frozen=True, slots=True)
class Known:
    """What circumstances are told from. `wishes` by person; `person_of` every mention, those of retracted claims too."""

    sources: Mapping[str, Source]
    person_of: Mapping[str, str]
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
        return self.wishes.get(self.person_of.get(mention, mention), Wishes())

    def may_be_named(self, mention: str) -> bool:
        """Whether the person may appear at all."""
        wishes = self.wishes_of(mention)
        return not wishes.withhold and (not wishes.minor or wishes.consent(["under_age"]) is True)

    def of(self, claim: Claim) -> Circumstances | None:
        """The circumstances of a claim; None where its source is no longer held. A group's are those of nobody in particular."""
        source = self.sources.get(claim.source)
        if source is None:
            return None
        wishes = Wishes() if claim.subject is None else self.wishes_of(claim.subject)
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


def circumstances(knowledge: Knowledge, names: LikeNames, today: date) -> Known:
    """Everything the gate looks at, as held now. `names` is an index kept from call to call."""
    retracted = knowledge.retracted()
    standing = [c for c in knowledge.claims if c.id not in retracted and c.reality != "denied"]
    judgements = judgements_of(knowledge.judgements)
    persons = persons_of(knowledge.mentions.values(), judgements, told_of(standing), names)
    wishes: dict[str, Wishes] = defaultdict(Wishes)
    # provisional is stated again: what two people have accepted by now may be shown, whatever it was when recorded
    provisional = {c.id for c in with_provisional(knowledge, knowledge.claims, None) if c.provisional}
    known = Known(knowledge.sources, persons.of_mention, wishes, frozenset(provisional), today)
    for claim in standing:
        for mention in filter(None, (claim.subject, *claim.members)):
            _note(wishes[persons.of_mention.get(mention, mention)], claim, known)
    _note_ages(wishes, standing, persons, today.toordinal())
    unsure = ((j.a, j.b) for j in latest(judgements) if j.verdict is Verdict.UNSURE)
    _spread(wishes, persons, unsure)
    return known


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


def _note_ages(wishes: dict[str, Wishes], standing: Iterable[Claim], persons: Persons, today: int) -> None:
    """Minors by their day of birth: whoever may have been under age on a day of their custody, or is where no such day is told."""
    grown: dict[str, int] = {}
    dated: dict[str, int] = {}
    for claim in standing:
        if claim.subject is None or claim.when.lo is None or claim.when.hi is None:
            continue
        person = persons.of_mention.get(claim.subject, claim.subject)
        if claim.predicate == "birth_date":
            grown[person] = max(grown.get(person, 0), claim.when.hi + int(_OF_AGE * _YEAR))
        elif vocabulary().predicate(claim.predicate).custody is not None:
            dated[person] = min(dated.get(person, claim.when.lo), claim.when.lo)
    for person, day in grown.items():
        if dated.get(person, today) < day:
            wishes[person].minor = True


def _spread(wishes: dict[str, Wishes], persons: Persons, unsure: Iterable[tuple[str, str]]) -> None:
    """Whoever may be one with somebody who must not be shown must not be shown either."""
    asked = {person for person, one in wishes.items() if one.withhold}
    young = {person for person, one in wishes.items() if one.minor}
    doubtful = ((persons.of_mention.get(a, a), persons.of_mention.get(b, b)) for a, b in unsure)
    for a, b in (*persons.alike, *doubtful):
        for one, other in ((a, b), (b, a)):
            wishes[other].withhold |= one in asked
            wishes[other].minor |= one in young
