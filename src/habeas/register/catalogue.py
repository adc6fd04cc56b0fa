"""Everybody as a list to be searched and narrowed: where each stands on a day, and what each may be found by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.claims.claim import Claim
from habeas.claims.sexes import sex_letter
from habeas.custody.status import status_on
from habeas.figures.definitions import Definition
from habeas.figures.evidence import Evidence
from habeas.figures.roll import place_kind_on
from habeas.kernel.asof import AsOf
from habeas.kernel.errors import UsageError
from habeas.register.finding import find
from habeas.register.known import Known, known
from habeas.register.opened import Register

#: What a list of people may be narrowed by, and what a page calls it.
FACETS = {
    "status": "In custody", "place_kind": "Kind of place", "place": "Place", "ground": "Ground", "article": "Article", "case": "Criminal case",
    "recognised_by": "Recognised by", "occupation": "Occupation", "nationality": "Nationality", "sex": "Sex", "minor": "Under age",
    "source": "Named in",
}  # fmt: skip
STATUS = {"yes": "in custody", "unknown": "not known", "disputed": "disputed", "no": "not in custody"}
_SEX = {"f": "female", "m": "male"}
_ARTICLES = ("charge", "charge_changed", "new_charge", "conviction", "sentence", "case")


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the list. `status` is a key of STATUS; `why` its reason; `facets` holds every value by facet, none where nothing
    is told.
    """

    id: str
    name: str
    names: tuple[str, ...]
    status: str
    unconfirmed: bool
    why: str
    facets: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Listing:
    """`rows` are those asked for, in order; `of` is how many people are known at all. `facets`: of each its values among the rows with how
    many have them, the most frequent first.
    """

    rows: tuple[Row, ...]
    of: int
    facets: Mapping[str, Sequence[tuple[str, int]]]


def catalogue(register: Register, asked: AsOf, of: Definition) -> tuple[Row, ...]:
    """Everybody known by K, by name; status on D, where a proof of custody holds as long as the definition says."""
    memo = ("catalogue", asked, of.staleness)
    if memo not in register.memo:
        now = known(register, asked.known_by, asked.basis)
        rows = [_row(now, evidence, asked, of.staleness) for evidence in now.everyone.values()]
        register.memo[memo] = tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.id)))
    found: tuple[Row, ...] = register.memo[memo]
    return found


def listing(
    register: Register, asked: AsOf, of: Definition, text: str = "", narrowed: Mapping[str, str] | None = None
) -> Listing:
    """Those whom a name fits (everybody where it is empty) and every facet given allows. Raises UsageError for an unknown facet."""
    narrowed = narrowed or {}
    unknown = sorted(narrowed.keys() - FACETS.keys())
    if unknown:
        raise UsageError(f"{', '.join(unknown)}: people cannot be narrowed by that; use one of {', '.join(FACETS)}")
    everybody = catalogue(register, asked, of)
    rows = _named(register, asked, everybody, text) if text.strip() else everybody
    rows = tuple(row for row in rows if all(value in row.facets.get(name, ()) for name, value in narrowed.items()))
    return Listing(rows, len(everybody), {name: _counted(rows, name) for name in FACETS})


def _named(register: Register, asked: AsOf, everybody: tuple[Row, ...], text: str) -> tuple[Row, ...]:
    by_id = {row.id: row for row in everybody}
    return tuple(by_id[hit["id"]] for hit in find(register, text, asked)["hits"] if hit["id"] in by_id)


def _counted(rows: Iterable[Row], name: str) -> list[tuple[str, int]]:
    counted = Counter(value for row in rows for value in row.facets.get(name, ()))
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))


def _row(now: Known, evidence: Evidence, asked: AsOf, staleness: int | None) -> Row:
    status = status_on(evidence.held, asked.day, staleness)
    facets = {name: tuple(values) for name, values in _told(now, evidence).items() if values}
    facets["status"] = (status.answer,)
    facets["place_kind"] = tuple(filter(None, [place_kind_on(evidence, asked.day)])) if status.answer != "no" else ()
    place = place_of(evidence.claims, asked) if status.answer != "no" else None
    facets["place"] = (place,) if place else ()
    person = evidence.person
    return Row(person.id, person.name, person.names, status.answer, status.unconfirmed, status.why, facets)


def place_of(claims: Iterable[Claim], asked: AsOf) -> str | None:
    """The place last named by the day asked about; None = none is."""
    day = asked.day.toordinal()
    told = [c for c in claims if c.value.get("place") and c.reality == "actual" and (c.when.lo or 0) <= day]
    return str(max(told, key=lambda c: (c.when.lo or 0, c.id)).value["place"]) if told else None


def _told(now: Known, evidence: Evidence) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {name: [] for name in FACETS}
    for claim in evidence.claims:
        if claim.reality == "actual":
            for facet, value in _of_claim(claim):
                if value and value not in found[facet]:
                    found[facet].append(value)
    withdrawn = {str(c.value.get("body")) for c in evidence.claims if c.predicate == "recognition_withdrawn"}
    found["recognised_by"] = [body for body in found["recognised_by"] if body not in withdrawn]
    found["source"] = sorted({now.sources[c.source].name for c in evidence.claims if c.source in now.sources})
    return found


def _of_claim(claim: Claim) -> Iterable[tuple[str, str]]:
    value, predicate = claim.value, claim.predicate
    if predicate in ("occupation", "nationality"):
        yield predicate, str(value.get("value", ""))
    elif predicate == "sex":
        yield "sex", _SEX.get(sex_letter(str(value.get("value", ""))), "")
    elif predicate == "recognised":
        yield "recognised_by", str(value.get("body", ""))
    elif predicate == "minor" and value.get("value") is True:
        yield "minor", "yes"
    elif predicate == "case":
        yield "case", " ".join(str(value[part]) for part in ("authority", "number") if value.get(part))
    if value.get("ground"):
        yield "ground", str(value["ground"])
    if predicate in _ARTICLES and value.get("article"):
        yield "article", str(value["article"])
