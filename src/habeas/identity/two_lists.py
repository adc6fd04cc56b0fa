"""Who on one list is who on another: pairs one to one, each with how likely it is, and the reasons.

A name in common counts by its rarity, everything else by what it says beside the name; then those who claim the same person share the
chance. Two equally good candidates are never guessed between. Sure pairs are set first: who is taken is no candidate any more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import exp, log

from habeas.identity.list_evidence import FULL_BIRTH_DATE, Evidence, evidence_between
from habeas.identity.listed import Listed
from habeas.identity.name_rarity import Rarity
from habeas.names.parsed import ParsedName
from habeas.names.score import REVIEW, SAME, contradicted, score_of

#: From here on a pair is the same person; from `MAYBE` on it is for a person to look at.
SURE, MAYBE = 0.75, 0.15
#: How likely somebody on one list is on the other at all, before anything is known of them; then as the lists themselves tell, within bounds.
_BOTH, _FEWEST_BOTH, _MOST_BOTH = 0.5, 0.02, 0.95
#: Names scored lower than `REVIEW` are compared only where the full birth date is one, and down to this.
_FAR_APART = 0.35
#: A reading that more people than this share is no way to find anybody by itself.
_TOO_MANY = 400
#: A skeleton shorter than this is never looked for with a letter missing.
_LONG_ENOUGH = 4
_MOST = 30.0
#: From this weight on something beside the names makes up for names that are only near: a year of birth in common does.
_STRONG = 3.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two who may be one. `a` and `b` are places in their lists; `names` the two names that agree best, as written and as `read`, with their `name_score`;
    `weight` the logarithm of the odds by themselves; `chance` 0 to 1, rivals considered.
    """

    a: int
    b: int
    names: tuple[str, str]
    read: tuple[ParsedName, ParsedName]
    name_score: float
    weight: float
    evidence: tuple[Evidence, ...]
    chance: float = 0.0

    @property
    def contradicted(self) -> bool:
        """Whether something beside the names says that they are two."""
        return any(e.verdict == "contradicts" for e in self.evidence)

    @property
    def two_births(self) -> bool:
        """Whether their birth dates are two, be it by a slip: a father and a son may share day and month."""
        return any(e.about == "birth date" and e.verdict != "agrees" for e in self.evidence)

    @property
    def may_be_sure(self) -> bool:
        """Whether any sum could make them one: by spelling they may be, or they are near and something else agrees."""
        agrees = any(e.verdict == "agrees" and e.weight >= _STRONG for e in self.evidence)
        return not (self.contradicted or self.two_births) and (
            self.name_score >= SAME or (self.name_score >= REVIEW and agrees)
        )

    @property
    def is_open(self) -> bool:
        """Whether a person should look: names merely near are not proposed against a contradiction."""
        return self.name_score >= SAME or not self.contradicted


@dataclass(slots=True)
class Matched:
    """`same` and `review` pairs; `nearest` by list (a, b) and place, for those in no pair: the best candidate that was not enough."""

    same: list[Candidate] = field(default_factory=list)
    review: list[Candidate] = field(default_factory=list)
    nearest: dict[tuple[str, int], Candidate] = field(default_factory=dict)


def matched(
    ones: Sequence[Listed], others: Sequence[Listed], apart: frozenset[tuple[str, str]] = frozenset()
) -> Matched:
    """Pair two lists. The order of the lists makes no difference to who is paired. `apart`: ids of both that somebody judged to be two."""
    found = Matched()
    if not ones or not others:
        return found
    rarity = Rarity([*ones, *others])
    compared = (
        _compared(ones, others, a, b, rarity)
        for a, b in _candidates(ones, others)
        if (ones[a].id, others[b].id) not in apart
    )
    every = left = _with_prior([c for c in compared if c is not None], len(ones), len(others))
    while True:
        left = _with_chances(left)
        sure = _one_to_one(c for c in left if c.chance >= SURE and c.may_be_sure)
        if not sure:
            break
        found.same += sure
        taken_a, taken_b = {c.a for c in sure}, {c.b for c in sure}
        left = [c for c in left if c.a not in taken_a and c.b not in taken_b]
    found.review = sorted((c for c in left if c.chance >= MAYBE and c.is_open), key=lambda c: (-c.chance, c.a, c.b))
    _note_nearest(found, every)
    return found


def _note_nearest(found: Matched, every: Sequence[Candidate]) -> None:
    paired = [*found.same, *found.review]
    in_pair = {("a", c.a) for c in paired} | {("b", c.b) for c in paired}
    for candidate in sorted(every, key=lambda c: (-c.weight, c.a, c.b)):
        for place in (("a", candidate.a), ("b", candidate.b)):
            if place not in in_pair:
                found.nearest.setdefault(place, candidate)


def _compared(ones: Sequence[Listed], others: Sequence[Listed], a: int, b: int, rarity: Rarity) -> Candidate | None:
    one, other = ones[a], others[b]
    value, first, second = max(
        (score_of(x, y), -m, -n) for m, x in enumerate(one.parsed) for n, y in enumerate(other.parsed)
    )
    evidence = tuple(evidence_between(one, other))
    if value < REVIEW and not _is_worth_a_look(one.parsed[-first], other.parsed[-second], value, evidence):
        return None
    weight = rarity.weight(one, other, value) + sum(e.weight for e in evidence)
    names, read = (one.names[-first], other.names[-second]), (one.parsed[-first], other.parsed[-second])
    return Candidate(a, b, names, read, value, weight, evidence)


def _is_worth_a_look(one: ParsedName, other: ParsedName, value: float, evidence: Sequence[Evidence]) -> bool:
    """Whether something else is strong enough for names that are not alike: one page, or one birth date where no two given names are told."""
    if any(e.about == "page" for e in evidence):
        return True
    two_names = bool(one.classes) and bool(other.classes) and one.classes.isdisjoint(other.classes)
    born = any(e.about == "birth date" and e.weight >= FULL_BIRTH_DATE for e in evidence)
    return born and value >= _FAR_APART and not two_names and not contradicted(one, other)


def _with_prior(candidates: list[Candidate], ones: int, others: int) -> list[Candidate]:
    """The odds before anything is known: of so many people one at most is the same, if anybody is; how often, the lists themselves tell."""
    many = max(ones, others)
    shifted = candidates
    share = _BOTH
    for _ in range(3):
        prior = log(share / (1 - share) / many)
        shifted = [replace(c, weight=max(min(c.weight + prior, _MOST), -_MOST)) for c in candidates]
        best: dict[int, float] = defaultdict(float)
        for c in _with_chances(shifted):
            best[c.a] = max(best[c.a], c.chance)
        share = min(max(sum(best.values()) / many, _FEWEST_BOTH), _MOST_BOTH)
    return shifted


def _with_chances(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Each chance among everybody who may be the same as either: the smaller of the two."""
    of_a: dict[int, float] = defaultdict(float)
    of_b: dict[int, float] = defaultdict(float)
    for c in candidates:
        of_a[c.a] += exp(c.weight)
        of_b[c.b] += exp(c.weight)
    return [replace(c, chance=exp(c.weight) / (1 + max(of_a[c.a], of_b[c.b]))) for c in candidates]


def _one_to_one(candidates: Iterator[Candidate]) -> list[Candidate]:
    taken: set[tuple[str, int]] = set()
    kept = []
    for c in sorted(candidates, key=lambda c: (-c.chance, -c.weight, c.a, c.b)):
        if ("a", c.a) not in taken and ("b", c.b) not in taken:
            taken |= {("a", c.a), ("b", c.b)}
            kept.append(c)
    return kept


def _candidates(ones: Sequence[Listed], others: Sequence[Listed]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: a surname and a given name that may be read alike, a slip in either, or one page or birth date."""
    index: dict[str, list[int]] = defaultdict(list)
    for place, person in enumerate(others):
        for word in _ways(person):
            index[word].append(place)
    for a, person in enumerate(ones):
        seen: set[int] = set()
        for word in _ways(person):
            found = index.get(word, ())
            if len(found) <= _TOO_MANY:
                seen.update(found)
        yield from ((a, b) for b in sorted(seen))


def _ways(person: Listed) -> set[str]:
    """Words by which a person is looked for; one shared with somebody makes them a candidate."""
    terms = person.terms
    given = [t for t in terms if t.startswith("g:")] or ["g:"]
    surnames = [t for t in terms if t[0] in "sk"]
    ways = {f"{surname} {name}" for surname in surnames for name in given} | set(surnames)
    # a consonant mistaken or left out: the skeletons without any one of theirs meet
    for skeleton in (t[2:] for t in terms if t.startswith("k:")):
        short = len(skeleton) < _LONG_ENOUGH
        less = set() if short else {skeleton[:n] + skeleton[n + 1 :] for n in range(len(skeleton))}
        ways |= {f"-{part} {name}" for part in (*less, skeleton) for name in given}
    ways |= {f"{born.text} {name}" for born in person.born if born.is_exact for name in (*given, *surnames)}
    return ways | set(person.pages)
