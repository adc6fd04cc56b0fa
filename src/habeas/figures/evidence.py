"""One person with everything known about them for a question: their claims, the groups they were named in, their custody.

Members named from a group take part in what is said of the group: a release of fourteen that names A is a release of A.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from habeas.claims.claim import Claim, Source
from habeas.claims.held_back import HeldBack
from habeas.custody.denials import denial_of
from habeas.custody.held import Held, held
from habeas.custody.signs import Sign, signs_of, told_by
from habeas.custody.unsettled import with_held_back
from habeas.figures.graded import outgraded
from habeas.identity.persons import Person, Persons


@dataclass(frozen=True, slots=True)
class Evidence:
    """A person, their claims (those of groups that name them included), and on which days they were held.

    `outgraded` are claims that a better graded source contradicts: not among `claims`, not counted, shown as disputed.
    `held_back`: where something told of their custody may not be shown.
    `former_by`: the day (an ordinal) by which the person was called a former political prisoner, None = never. `number` tells this evidence from any other made in this process: the same number, the same content.
    """

    person: Person
    claims: tuple[Claim, ...]
    held: Held
    outgraded: tuple[Claim, ...] = ()
    former_by: int | None = None
    held_back: tuple[HeldBack, ...] = ()
    number: int = field(default_factory=count().__next__, compare=False)


def claims_by_person(persons: Persons, claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Each person's claims in the order given; a group's claim appears once under each member named."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.subject is not None:
            person = persons.of_mention.get(claim.subject)
            if person is not None:
                found[person].append(claim)
        if not claim.members:
            continue
        for person in dict.fromkeys(persons.of_mention[m] for m in claim.members if m in persons.of_mention):
            found[person].append(as_member(claim))
    return found


def as_member(claim: Claim) -> Claim:
    """What a group's claim says of a member it names; a description of the group makes the member one of those described."""
    if claim.predicate == "described_as_political_prisoner" and "as" not in claim.value:
        return replace(claim, value={**claim.value, "as": "member"})
    return claim


def evidence_of(
    person: Person,
    claims: Sequence[Claim],
    sources: Mapping[str, Source],
    set_aside: frozenset[str],
    held_back: tuple[HeldBack, ...] = (),
) -> Evidence:
    """Fold one person's claims, without those that a ruling set aside or a better graded source contradicts."""
    standing = tuple(c for c in claims if c.id not in set_aside)
    lost = outgraded(standing, sources)
    counted = tuple(c for c in standing if c.id not in lost)
    outgone = tuple(c for c in standing if c.id in lost)
    found = with_held_back(_held(counted, sources), held_back)
    return Evidence(person, counted, found, outgone, _former_by(counted, sources), held_back)


def together(many: Sequence[Evidence], sources: Mapping[str, Source]) -> Evidence:
    """The same, were all of them one human being. For bounds over look-alikes."""
    claims = tuple({c.id: c for e in many for c in e.claims}.values())
    back = tuple(dict.fromkeys(one for e in many for one in e.held_back))
    found = with_held_back(_held(claims, sources), back)
    return Evidence(many[0].person, claims, found, former_by=_former_by(claims, sources), held_back=back)


def _former_by(claims: Iterable[Claim], sources: Mapping[str, Source]) -> int | None:
    called = [c for c in claims if c.value.get("former") and c.reality == "actual" and c.source in sources]
    return max((told_by(c, sources[c.source]) for c in called), default=None)


def _held(claims: Sequence[Claim], sources: Mapping[str, Source]) -> Held:
    denials = (denial_of(c, sources[c.source]) for c in claims if c.source in sources)
    return held(_signs(claims, sources), [d for d in denials if d is not None])


def _signs(claims: Sequence[Claim], sources: Mapping[str, Source]) -> list[Sign]:
    signs = [sign for claim in claims if claim.source in sources for sign in signs_of(claim, sources[claim.source])]
    hints = [sign for sign in signs if sign.hint and sign.effect == "leaves"]
    return [*signs, *_described_as_held(claims, sources)] if len(hints) == len(signs) else signs


def _described_as_held(claims: Iterable[Claim], sources: Mapping[str, Source]) -> list[Sign]:
    """Being called a political prisoner, where nothing else is said of custody but that it may have ended: a weak sign of being held
    that day.
    """
    found: list[Sign] = []
    for claim in claims:
        if (
            claim.predicate == "described_as_political_prisoner"
            and not claim.value.get("former")
            and claim.reality == "actual"
        ):
            held_then = replace(claim, predicate="in_custody", value={}, weak=True)
            found += signs_of(held_then, sources[claim.source])
    return found
