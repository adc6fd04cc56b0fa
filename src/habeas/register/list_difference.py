"""What a version of a list says against the one before it: people new, gone and changed, and which of its claims are new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.lists.asserted import Asserted, Person
from habeas.claims.lists.read_list import ReadList
from habeas.claims.vocabulary import vocabulary
from habeas.identity.listed import listed_from, listed_of
from habeas.identity.reused_ids import why_another
from habeas.kernel.days import Day
from habeas.names.keys import identical_key
from habeas.register.list_state import ListState
from habeas.sources.locator import Cell, parse_locator

#: A column, and what its cell says for one claim.
_Words = tuple[str, str]
#: Between the cells of a claim, in its quote.
_BETWEEN_CELLS = " | "
#: Changes told one by one at most; all are counted.
SHOWN = 200


@dataclass(slots=True)
class Difference:
    """`new`: what no claim of this list says yet. `held`: claims here already that this version makes, or keeps because the row that
    may make them is refused; `kept` are the latter. `gone`: ids that stood in the version before. `added` (and `newcomers`), `changes`, `unchanged` speak of rows, against this very
    copy where it is here already. `reused`: rows whose id stood for somebody else; they stay out.
    """

    new: list[tuple[Person, Asserted]] = field(default_factory=list)
    newcomers: list[Person] = field(default_factory=list)
    held: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    gone: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    added: int = 0
    unchanged: int = 0
    changes: list[dict[str, Any]] = field(default_factory=list)
    reused: list[dict[str, Any]] = field(default_factory=list)


def difference(read: ReadList, state: ListState) -> Difference:
    """Compare what was read with what stood before. `left` are those to be noted as no longer listed, `gone` those to be counted."""
    found = Difference()
    before = _by_person(state, state.standing)
    compared = _by_person(state, state.in_same) if state.same is not None else before
    for person in read.persons:
        if (why := _why_somebody_else(person, state)) is not None:
            found.kept |= before.get(person.id, set())
            found.reused.append(_reused(person, state, why))
        else:
            _compare(person, state, compared.get(person.id, set()), found)
    for person_id in read.refused_ids:
        found.kept |= before.get(person_id, set())
    found.held |= found.kept
    listed = {p.id for p in read.persons} | read.refused_ids
    found.left = sorted(before.keys() - listed)
    found.gone = sorted(compared.keys() - listed)
    return found


def _by_person(state: ListState, standing: frozenset[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for person_id, claims in state.claims.items():
        here = {c.id for c in claims.values() if c.id in standing}
        if here:
            found[person_id] = here
    return found


def _compare(person: Person, state: ListState, earlier: set[str], found: Difference) -> None:
    known = state.claims.get(person.id, {})
    held = {known[a.key].id for a in person.asserted if a.key in known}
    new = [a for a in {a.key: a for a in person.asserted}.values() if a.key not in known]
    found.held |= held
    found.new += [(person, asserted) for asserted in new]
    if not earlier:
        found.added += 1
        found.newcomers.append(person)
        return
    old = [c for c in known.values() if c.id in earlier - held]
    back = [a for a in person.asserted if a.key in known and known[a.key].id not in earlier]
    kept = [c for c in known.values() if c.id in earlier & held]
    if _cells_differ(person, old, [*back, *new], kept):
        found.changes.append(_change(person, old, [*back, *new]))
    else:
        found.unchanged += 1


def _cells_differ(person: Person, old: Sequence[Claim], new: Sequence[Asserted], kept: Sequence[Claim]) -> bool:
    """Whether the row says otherwise, and not the day alone: a release that was ahead is one that has been, once its day has passed."""
    if not old and not new:
        return False
    before, after = _cells_of_claims(old), {cell for a in new for cell in _cells(a.columns, a.quote)}
    still = {cell for a in person.asserted for cell in _cells(a.columns, a.quote)}
    return not (before <= still and after <= before | _cells_of_claims(kept))


def _cells_of_claims(claims: Iterable[Claim]) -> set[_Words]:
    """By column, since a row moves in its list; of a claim whose cells are not held nothing is known, and it equals no other."""
    found: set[_Words] = set()
    for claim in claims:
        located = [parse_locator(cell) for cell in claim.cells]
        columns = [one.column for one in located if isinstance(one, Cell)]
        found |= _cells(columns, claim.quote or "") if columns and claim.quote else {("", claim.id)}
    return found


def _cells(columns: Sequence[str], quote: str) -> set[_Words]:
    """Each column with its words; where a cell itself holds the mark between cells, all columns with all words."""
    words = quote.split(_BETWEEN_CELLS)
    return set(zip(columns, words, strict=True)) if len(words) == len(columns) else {(" ".join(columns), quote)}


def _change(person: Person, old: Iterable[Claim], new: Iterable[Asserted]) -> dict[str, Any]:
    return {
        "id": person.id, "name": person.name, "row": person.row, "before": [f"{c.predicate}: {c.quote or ''}" for c in old],
        "after": [f"{a.predicate}: {a.quote}" for a in new],
    }  # fmt: skip


def _why_somebody_else(person: Person, state: ListState) -> str | None:
    """What makes them another human being than the one for whom the id stood, in the version before or else in any; None = nothing."""
    names = [state.names[mention] for mention in state.mentions.get(person.id, ())]
    if not names or identical_key(person.name) in map(identical_key, names):
        return None
    claims = list(state.claims.get(person.id, {}).values())
    standing = [claim for claim in claims if claim.id in state.standing]
    return why_another(listed_from(person.id, names, standing or claims), listed_of(person))


def _reused(person: Person, state: ListState, what: str) -> dict[str, Any]:
    why = (
        f"the id {person.id} stood for somebody of another name, {what}; the row stays out, what was held of them stays"
    )
    return {
        "kind": "reused_id",
        "rows": [person.row],
        "ids": [person.id],
        "mentions": list(state.mentions[person.id]),
        "why": why,
    }


def backwards_in(persons: Iterable[Person]) -> list[dict[str, Any]]:
    """Rows whose days run backwards, such as out before in, or anything before birth: they enter as they are, and are shown."""
    return [shown for person in persons if (shown := _backwards(person)) is not None]


def _backwards(person: Person) -> dict[str, Any] | None:
    days = [
        (_rank(a.predicate), Day.parse(a.when), a) for a in person.asserted if a.when and _rank(a.predicate) is not None
    ]
    for first, early, one in days:
        for second, late, other in days:
            if (first or 0) < (second or 0) and early.lo is not None and late.hi is not None and early.lo > late.hi:
                label = vocabulary().predicate
                why = (
                    f"{label(other.predicate).label} {late.text} lies before {label(one.predicate).label} {early.text}"
                )
                return {"kind": "backward_dates", "rows": [person.row], "ids": [person.id], "mentions": [], "why": why}
    return None


def _rank(predicate: str) -> int | None:
    """The order in which a life goes; None = no place in it."""
    if predicate == "birth_date":
        return 0
    custody = vocabulary().predicate(predicate).custody
    return {"enters": 1, "leaves": 2, "died": 3}.get(custody or "")
