"""Which of the people known here each name of a message may mean: surely one, perhaps one of several, or nobody.

Only one whole name that fits one person and nobody else, with nothing told against it, is matched; whatever else there is to doubt is
left to a person, with the reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from habeas.custody.status import Status, status_on
from habeas.identity.like_names import name_score
from habeas.kernel.asof import AsOf
from habeas.names.keys import identical_key
from habeas.names.name_text import word_list
from habeas.names.nominatives import nominatives
from habeas.names.parsed import parsed
from habeas.names.pasted import PastedName
from habeas.names.score import REVIEW, SAME
from habeas.register.everybody import Somebody, everybody
from habeas.register.finding import find
from habeas.register.known import Known, known
from habeas.register.opened import Register

#: As many people are offered for a name.
_OFFERED = 5
#: Whose name fits less well than the best by no more than this may be meant as well.
_NEARLY = 0.05
#: A year of birth reckoned from an age may be one off.
_SLACK = 1
#: Events that happen to somebody in custody.
_OF_THE_HELD = ("release", "transfer", "sentence")
_DEAD = "died"
#: "née Kazka", but not "born 1985".
_FORMERLY = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(word_list('formerly'))))})\.?\s+(?-i:[^\W\d_a-zа-яіўё])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a name may mean. `score` is of the two names; `why` says what agrees and what does not; `against` what speaks against it."""

    person: str
    name: str
    score: float
    why: tuple[str, ...]
    status: str
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matched:
    """One name with whom it may mean. `state`: matched (the first candidate surely), doubtful, new (nobody here is called so), unclear
    (the same, but perhaps no name of the list, or the message speaks against the event) or repeated (it stood in the message before). `why`:
    what there is to doubt.
    """

    pasted: PastedName
    state: str
    candidates: tuple[Candidate, ...] = ()
    why: tuple[str, ...] = ()

    @property
    def chosen(self) -> str | None:
        """The person where it is sure; None otherwise."""
        return self.candidates[0].person if self.state == "matched" else None


def match_names(
    register: Register, names: Sequence[PastedName], asked: AsOf, predicate: str, staleness: int | None
) -> list[Matched]:
    """Whom each name may mean, where `predicate` befell them on the day asked about."""
    now = known(register, asked.known_by, asked.basis)
    people = {one.id: one for one in everybody(register, asked.known_by, asked.basis).people}
    looked = _Looking(register, asked, now, people, predicate, staleness)
    return _told_apart([looked.at(name) for name in names])


@dataclass(frozen=True, slots=True)
class _Looking:
    register: Register
    asked: AsOf
    now: Known
    people: Mapping[str, Somebody]
    predicate: str
    staleness: int | None

    def at(self, pasted: PastedName) -> Matched:
        candidates, declined = self._candidates(pasted, pasted.name), ""
        if not any(one.score >= SAME for one in candidates):
            candidates, declined = self._of_other_cases(pasted) or (candidates, "")
        if not candidates:
            against = (pasted.against,) if pasted.against else ()
            return Matched(pasted, "new" if pasted.likely and not against else "unclear", why=against)
        in_case = (f"it may be “{declined}” in another case",) if declined else ()
        doubts = (*in_case, *self._doubts(pasted, candidates))
        if doubts:
            return Matched(pasted, "doubtful", candidates, doubts)
        return Matched(pasted, "matched", candidates)

    def _of_other_cases(self, pasted: PastedName) -> tuple[tuple[Candidate, ...], str] | None:
        """Who is called as the name would be in the nominative, and that form; None where nobody is."""
        for form in nominatives(pasted.name):
            found = tuple(one for one in self._candidates(pasted, form) if one.score >= SAME)
            if found:
                return found, form
        return None

    def _candidates(self, pasted: PastedName, called: str) -> tuple[Candidate, ...]:
        hits = find(self.register, called, self.asked, limit=2 * _OFFERED)["hits"]
        found = []
        for hit in hits:
            score = max(name_score(called, name) for name in self.people[hit["id"]].names)
            if max(score, hit["score"]) >= REVIEW:
                found.append(self._candidate(pasted, hit["id"], round(score, 3), hit["why"]))
        return tuple(sorted(found, key=lambda c: (-c.score, len(c.against), c.name, c.person))[:_OFFERED])

    def _candidate(self, pasted: PastedName, person: str, score: float, why: Sequence[str]) -> Candidate:
        status = self._status(person)
        return Candidate(
            person, self.people[person].name, score, tuple(why), f"{_IN_WORDS[status.answer]}: {status.why}",
            tuple(self._against(pasted, person, status)),
        )  # fmt: skip

    def _status(self, person: str) -> Status:
        """On the day before what happened: whoever is released was held until then."""
        day = self.asked.day - timedelta(days=1) if self.asked.day > date.min else self.asked.day
        return status_on(self.now.everyone[person].held, day, self.staleness)

    def _against(self, pasted: PastedName, person: str, status: Status) -> Iterator[str]:
        born = self.people[person].born
        if pasted.born is not None and born and min(abs(year - pasted.born) for year in born) > _SLACK:
            yield f"born in {pasted.born} by the message, in {' or '.join(map(str, born))} by what is known here"
        if any(sign.way_out == _DEAD or sign.effect == _DEAD for sign in self.now.everyone[person].held.signs):
            yield "known here to have died"
        elif self.predicate in _OF_THE_HELD and status.answer == "no":
            yield f"not known to be in custody the day before: {status.why}"
        elif self.predicate == "arrest" and status.answer == "yes":
            yield "in custody already the day before"

    def _doubts(self, pasted: PastedName, candidates: Sequence[Candidate]) -> Iterator[str]:
        first, *others = candidates
        if pasted.against:
            yield pasted.against
        if not pasted.likely:
            yield "it may be no name of the list: look at its line"
        if first.score < SAME:
            yield "the names differ"
        words = parsed(pasted.name).words
        if len(words) < 2 or any(word.initial for word in words):
            yield "not a whole name"
        rivals = sum(other.score >= max(SAME, first.score - _NEARLY) for other in others)
        if rivals and first.score >= SAME:
            yield f"{rivals + 1} people here may be meant"
        if _is_double(pasted.name) and not any(map(_is_double, self.people[first.person].names)):
            yield "a double name, of which one part is known here"
        if _FORMERLY.search(pasted.raw):
            yield "an earlier name stands beside it"
        yield from first.against


def _is_double(name: str) -> bool:
    """Whether a surname or given name is two, joined by a hyphen."""
    parts = (
        [p for p in word.split("-") if len(p) > 1 and p.casefold() not in word_list("particles")]
        for word in name.split()
    )
    return any(len(found) > 1 for found in parts)


def _left_open(one: Matched) -> str:
    return "doubtful" if one.candidates else "unclear"


_IN_WORDS = {
    "yes": "in custody",
    "no": "not in custody",
    "unknown": "not known whether in custody",
    "disputed": "disputed",
}


def _told_apart(found: Sequence[Matched]) -> list[Matched]:
    """A name that stood in the message before is told so; of two names that fit one person none is sure."""
    seen: dict[str, int] = {}
    spoken_against = {identical_key(one.pasted.name): one.pasted.against for one in found if one.pasted.against}
    whose = Counter(one.chosen for one in found if one.chosen)
    out = []
    for one in found:
        key = identical_key(one.pasted.name)
        if key in seen:
            out.append(replace(one, state="repeated", why=(f"the same name as on line {seen[key]}",)))
            continue
        seen[key] = one.pasted.line
        if key in spoken_against and not one.pasted.against:
            one = replace(one, state=_left_open(one), why=(*one.why, f"told again, where {spoken_against[key]}"))
        shared = one.chosen is not None and whose[one.chosen] > 1
        again = any(o.chosen == one.chosen and identical_key(o.pasted.name) != key for o in found)
        if shared and again:
            one = replace(one, state="doubtful", why=("another name of the message fits the same person",))
        out.append(one)
    return out
