"""What a list of people may be narrowed by, as far as the claims tell it whatever day is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from habeas.claims.claim import Claim
from habeas.claims.sexes import sex_letter
from habeas.custody.signs import ENDLESS
from habeas.figures.definitions import Inclusion, definition, inclusion
from habeas.figures.evidence import Evidence
from habeas.register.known import Known

#: What a list of people may be narrowed by, and what a page calls it. `status`, `place_kind`, `place` and
#: `recognised_by` depend on the day.
FACETS = {
    "status": "In custody", "held": "Ever held", "place_kind": "Kind of place", "place": "Place", "ground": "Ground", "article": "Article", "case": "Criminal case",
    "recognised_by": "Recognised by", "occupation": "Occupation", "nationality": "Nationality", "sex": "Sex", "minor": "Under age when held",
    "source": "Named in",
}  # fmt: skip
_SEX = {"f": "female", "m": "male"}
_ARTICLES = ("charge", "charge_changed", "new_charge", "conviction", "sentence", "case")
_OF_AGE = 18


def told_facets(now: Known, evidence: Evidence) -> dict[str, list[str]]:
    """One person's values by facet, each once; none where nothing is told."""
    found: dict[str, list[str]] = {name: [] for name in FACETS}
    for claim in evidence.claims:
        if claim.reality == "actual":
            for facet, value in _of_claim(claim):
                if value and value not in found[facet]:
                    found[facet].append(value)
    # officials, envoys and authors are named beside those held: whoever wants prisoners alone can have them
    found["held"] = ["yes" if evidence.held.periods else "not told"]
    found["source"] = sorted({now.sources[c.source].name for c in evidence.claims if c.source in now.sources})
    if not found["minor"] and held_under_age(evidence):
        found["minor"] = ["yes"]
    return found


def held_under_age(evidence: Evidence) -> bool:
    """Whether some custody began before the person can have come of age, by every birth date told; False where none is."""
    born = [
        c.when.lo for c in evidence.claims if c.predicate == "birth_date" and c.reality == "actual" and c.when.lo is not None
    ]  # fmt: skip
    return bool(born) and any(p.start.hi < min(_of_age(min(born)), ENDLESS) for p in evidence.held.periods)


def _of_age(born: int) -> int:
    day = date.fromordinal(born)
    if day.year + _OF_AGE > date.max.year:
        return ENDLESS
    leap = (day.month, day.day) == (2, 29)
    return date(day.year + _OF_AGE, 3 if leap else day.month, 1 if leap else day.day).toordinal()


def recognised_by(evidence: Evidence, day: int) -> list[str]:
    """The bodies that recognise the person on a day (an ordinal), or may, as a count under a definition about each has it."""
    told = [c for c in evidence.claims if c.predicate == "recognised" and c.value.get("body")]
    bodies = {str(c.value["body"]).casefold(): str(c.value["body"]) for c in reversed(told)}
    return [
        body
        for body in bodies.values()
        if inclusion(definition(f"recognised-by:{body}"), evidence.claims, day) > Inclusion.OUT
    ]


def _of_claim(claim: Claim) -> Iterator[tuple[str, str]]:
    value, predicate = claim.value, claim.predicate
    if predicate in ("occupation", "nationality"):
        yield predicate, str(value.get("value", ""))
    elif predicate == "sex":
        yield "sex", _SEX.get(sex_letter(str(value.get("value", ""))), "")
    elif predicate == "minor" and value.get("value") is True:
        yield "minor", "yes"
    elif predicate == "case":
        yield "case", " ".join(str(value[part]) for part in ("authority", "number") if value.get(part))
    if value.get("ground"):
        yield "ground", str(value["ground"])
    if predicate in _ARTICLES and value.get("article"):
        yield "article", str(value["article"])
