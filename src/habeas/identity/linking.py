"""Which persons the declared policy joins by itself: the same name, a second independent agreement, and nothing against it.

Names that are near may be joined by their surnames only: a given name has to be the same one, since twins' are often near.

Every pair is judged by what is told of its two mentions, so the order in which they came in does not matter, but for one case: of two
who are told apart from each other and both fit a third, whoever was linked first stays linked and the other goes to a person. Where both
are there when the third comes in, neither is linked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from habeas.claims.claim import Mention
from habeas.identity.features import (
    Feature,
    best_names,
    births_compared,
    contradicts,
    features,
    have_one_given_name,
    likeness,
    second_agreements,
)
from habeas.identity.particulars import Particulars, Told, particulars
from habeas.identity.persons import Persons
from habeas.names.partial import is_partial
from habeas.names.readings import KEY_VERSION
from habeas.names.score import SAME


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions that are one person by the policy; `second` is the agreement beside the name, `features` all that was compared.

    A judgement names what agreed and does not repeat it: what is forgotten of a claim must not live on in a judgement.
    """

    a: str
    b: str
    second: str
    features: tuple[Feature, ...]

    def to_content(self) -> dict[str, object]:
        """As the content of a judgement."""
        why = f"by the policy on automatic links: the name and {self.second.replace('_', ' ')}"
        return {
            "a": self.a, "b": self.b, "verdict": "same", "why": why, "automatic": True, "key_version": KEY_VERSION,
            "evidence": [f.part for f in self.features if f.verdict == "agrees"],
        }  # fmt: skip


@dataclass(slots=True)
class Linker:
    """Everybody known, what is told of each mention, and the second agreements that the policy accepts."""

    persons: Persons
    mentions: Mapping[str, Mention]
    told: Told
    accepted: Collection[str]
    _alike: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list), init=False)
    _fitting: dict[str, dict[str, Link]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for one, other in sorted(self.persons.alike):
            self._alike[one].append(other)
            self._alike[other].append(one)

    def links(self, touched: Iterable[str]) -> list[Link]:
        """The links of these mentions' persons, each pair of persons once, none whom a rival fits as well."""
        if not self.accepted:
            return []
        people = sorted({self.persons.of_mention[m] for m in touched if m in self.persons.of_mention})
        found = {
            link for person in people for other, link in self._fits(person).items()
            if not self._has_rival(person, other) and not self._has_rival(other, person)
        }  # fmt: skip
        return sorted(found, key=lambda link: (link.a, link.b))

    def _has_rival(self, person: str, other: str) -> bool:
        return any(third != other and self.persons.are_apart(other, third) for third in self._fits(person))

    def _fits(self, person: str) -> dict[str, Link]:
        if person not in self._fitting:
            links = {other: self._link(person, other) for other in self._alike.get(person, ())}
            self._fitting[person] = {other: link for other, link in links.items() if link is not None}
        return self._fitting[person]

    def _link(self, person: str, other: str) -> Link | None:
        """By the first two of their mentions that fit, where all that is told of the two persons lets it."""
        if self.persons.are_apart(person, other):
            return None
        for a in self.persons.by_id[person].mentions:
            for b in self.persons.by_id[other].mentions:
                one, two = sorted((a, b), key=lambda m: (self.mentions[m].recorded_at, m))
                if second := self._agreement(one, two):
                    return Link(one, two, second, features(self._of(one), self._of(two)))
        return None

    def _agreement(self, a: str, b: str) -> str | None:
        """The accepted agreement beside the name that two mentions show; None where there is none, or something speaks against it."""
        one, other = self._of(a), self._of(b)
        if likeness(one, other) < SAME or any(map(is_partial, best_names(one, other))):
            return None
        if not have_one_given_name(one, other) or contradicts(one, other) or births_compared(one, other) == "unclear":
            return None
        return next((second for second in second_agreements(one, other) if second in self.accepted), None)

    def _of(self, mention: str) -> Particulars:
        return particulars(self.told, [mention], [self.mentions[mention].name])
