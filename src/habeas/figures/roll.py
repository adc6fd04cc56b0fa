"""The roll: the persons whom a question is about, each in, out or open, with the reason; and what the count makes of it.

Everything here is about one question (day, known by, basis, definition). `timeline` gives the same counts for many days at once;
a test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from habeas.custody.status import answer_on, is_later_custody, place_on, status_on
from habeas.figures.definitions import Definition, Inclusion, inclusion
from habeas.figures.evidence import Evidence
from habeas.figures.look_alikes import LookAlikes


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one person stands: `answer` is yes, no, unknown, disputed or not_assessed, with `why` and the claims behind it."""

    person: str
    name: str
    answer: str
    why: str
    claims: tuple[str, ...]
    unconfirmed: bool = False

    @property
    def may_be_in(self) -> bool:
        """Whether the person counts towards `possible`."""
        return self.answer in MAYBE


@dataclass(frozen=True, slots=True)
class Count:
    """`certain` <= `possible`; `unconfirmed` persons are part of `possible`; `not_assessed` are part of neither. Unit: person."""

    certain: int
    possible: int
    unconfirmed: int
    not_assessed: int


def answer_at(evidence: Evidence, of: Definition, day: int) -> tuple[str, bool]:
    """yes, no, unknown, disputed or not_assessed on a day (an ordinal), and whether it is only unconfirmed. No reasons."""
    answer, unconfirmed = answer_on(evidence.held, day, of.staleness)
    if answer == "no" or (of.place_kinds is not None and not _kind_counts(evidence, of, day)):
        return "no", False
    answer = _under(_included(evidence, of, day), answer)
    return answer, unconfirmed and answer == "unknown"


def standing(evidence: Evidence, of: Definition, day: date) -> Standing:
    """Where one person stands by themselves, look-alikes left aside, with the reason."""
    included = _included(evidence, of, day.toordinal())
    status = status_on(evidence.held, day, of.staleness)
    counts = of.place_kinds is None or _kind_counts(evidence, of, day.toordinal())
    answer = _under(included, status.answer) if counts and status.answer != "no" else "no"
    unconfirmed = status.unconfirmed and answer == "unknown"
    why = status.why
    if included is Inclusion.OUT:
        why = f"not under this definition; {why}"
    elif answer == "no" and status.answer != "no":
        why = f"{why}; {status.place_kind} does not count here"
    elif answer == "not_assessed":
        why = f"not assessed; {why}"
    elif included is Inclusion.POSSIBLE and status.answer == "yes":
        why = f"belongs possibly, not certainly; {why}"
    basis = tuple(c.id for c in evidence.claims if c.predicate in _INCLUDING) if included > Inclusion.OUT else ()
    claims = tuple(dict.fromkeys((*status.claims, *basis)))
    return Standing(evidence.person.id, evidence.person.name, answer, why, claims, unconfirmed)


def _included(evidence: Evidence, of: Definition, day: int) -> Inclusion:
    former_by = evidence.former_by
    later = former_by is not None and is_later_custody(evidence.held, day, former_by)
    return inclusion(of, evidence.claims, day, called_former=later)


MAYBE = ("yes", "unknown", "disputed")
_INCLUDING = ("described_as_political_prisoner", "recognised", "recognition_withdrawn", "assessment", "occupation")


def _under(included: Inclusion, answer: str) -> str:
    """A custody answer other than no, under a definition."""
    if included is Inclusion.OUT:
        return "no"
    if included is Inclusion.NOT_ASSESSED:
        return "not_assessed"
    return "unknown" if included is Inclusion.POSSIBLE and answer == "yes" else answer


def _kind_counts(evidence: Evidence, of: Definition, day: int) -> bool:
    kind = place_kind_on(evidence, date.fromordinal(day))
    return kind is None or kind in (of.place_kinds or ())


#: By number of evidence where a person stands; None = nothing bears on it.
Kept = MutableMapping[int, Standing | None]


def roll(
    everyone: Mapping[str, Evidence],
    look_alikes: Sequence[LookAlikes],
    of: Definition,
    day: date,
    kept: Kept | None = None,
) -> list[Standing]:
    """Everybody with a claim that bears on custody or on who counts, ordered by name; look-alikes widen the answer.

    `kept` holds what was found of everybody the last time for the same definition and day, and what is found now from then on.
    """
    of.refuse_unless_answerable([day])
    before: Kept = {} if kept is None else {**kept}
    now: Kept = {} if kept is None else kept
    now.clear()
    for e in everyone.values():
        if e.number in before:
            now[e.number] = before[e.number]
        else:
            now[e.number] = standing(e, of, day) if bears_on(e) else None
    found = {stands.person: stands for stands in now.values() if stands is not None}
    for group in look_alikes:
        found |= widened({p: found[p] for p in group.persons if p in found}, group, of, day)
    return sorted(found.values(), key=lambda s: (s.name, s.person))


def count(standings: Sequence[Standing]) -> Count:
    """Count a roll."""
    return Count(
        certain=sum(s.answer == "yes" for s in standings),
        possible=sum(s.may_be_in for s in standings),
        unconfirmed=sum(s.unconfirmed for s in standings),
        not_assessed=sum(s.answer == "not_assessed" for s in standings),
    )


def bears_on(evidence: Evidence) -> bool:
    """Whether anything is claimed about this person's custody or about their belonging."""
    return bool(evidence.held.signs) or any(c.predicate in _INCLUDING for c in evidence.claims)


def widened(alone: Mapping[str, Standing], group: LookAlikes, of: Definition, day: date) -> dict[str, Standing]:
    """Standings with those of look-alikes fitted to the fewest certain and the most possible over all ways of joining them."""
    found = dict(alone)
    answers = {block: standing(evidence, of, day) for block, evidence in group.blocks.items()}
    certain, possible = group.bounds(
        lambda block: answers[block].answer == "yes", lambda block: answers[block].may_be_in
    )
    members = [alone[p] for p in group.persons if p in alone]
    for surplus in [s for s in members if s.answer == "yes"][certain:]:
        found[surplus.person] = _in_doubt(surplus, group)
    lacking = possible - sum(found[s.person].may_be_in for s in members)
    for absent in [s for s in members if not s.may_be_in][: max(0, lacking)]:
        found[absent.person] = _in_doubt(absent, group)
    return found


def _in_doubt(alone: Standing, group: LookAlikes) -> Standing:
    others = ", ".join(p for p in group.persons if p != alone.person)
    why = f"may be the same person as {others}, not judged; {alone.why}"
    return replace(alone, answer="unknown", why=why, unconfirmed=False)


def place_kind_on(evidence: Evidence, day: date) -> str | None:
    """The kind of place told for the day; None = not said."""
    number = day.toordinal()
    begun = [p for p in evidence.held.periods if p.start.lo <= number]
    return place_on(begun[-1], number) if begun else None
