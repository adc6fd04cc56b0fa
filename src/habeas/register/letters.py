"""Letters: what country files tell of writing to a prison, and who is held there and may be written to.

A letter can harm. Nobody is on a sheet unless a claim of consent that covers letters is held of them; what was said last counts, as is known
now, whatever day is asked about.
A file `COUNTRY.letters.yml` holds `source`, `as_of` (a day in EDTF) and `letters`, a list of

    place       the prison, by a name that claims or `places.yml` know
    address     lines of the postal address
    rules       sentences on writing there, in one's own words
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from habeas.claims.claim import Claim, Source
from habeas.figures.evidence import Evidence
from habeas.gate.rules import Circumstances, Leaves, decide
from habeas.kernel.asof import AsOf, Basis
from habeas.kernel.country_files import country_files
from habeas.kernel.errors import InputRefused
from habeas.register.circumstances import in_order_said, may_be_minor
from habeas.register.known import Known, known
from habeas.register.opened import Register
from habeas.register.place_names import place_key
from habeas.register.places import Place, Stay, is_there, places
from habeas.register.remembered import remembered


@dataclass(frozen=True, slots=True)
class Writing:
    """How to write to a prison. `as_of` is the day to which `source` speaks, in EDTF, empty where not told."""

    key: str
    place: str
    address: tuple[str, ...]
    rules: tuple[str, ...]
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who may be written to; `is_certain` = held there on the day for certain."""

    person: str
    name: str
    names: tuple[str, ...]
    is_certain: bool


@lru_cache(maxsize=1)
def writing() -> Mapping[str, Writing]:
    """What country files tell, by the key of the place. Raises InputRefused for an entry without place or address."""
    found: dict[str, Writing] = {}
    for country, content in country_files("letters"):
        for entry in content.get("letters", ()):
            if not isinstance(entry, dict) or not entry.get("place") or not entry.get("address"):
                raise InputRefused(
                    f"{country}.letters.yml: each of `letters` needs a place and an address; it has {entry!r}"
                )
            key = place_key(str(entry["place"]))
            found[key] = Writing(
                key, str(entry["place"]), tuple(map(str, entry["address"])), tuple(map(str, entry.get("rules", ()))),
                str(content.get("source", "")), str(content.get("as_of", "")),
            )  # fmt: skip
    return found


def addressees(register: Register, asked: AsOf, staleness: int | None) -> Mapping[str, tuple[Addressee, ...]]:
    """Of each place with somebody who may be written to: who is held there on the day, or may be, by name."""
    return remembered(register, "addressees", (asked, staleness), lambda: _addressees(register, asked, staleness), 6)


def _addressees(register: Register, asked: AsOf, staleness: int | None) -> Mapping[str, tuple[Addressee, ...]]:
    now = known(register, asked.known_by, asked.basis)
    welcome = _welcome(register, now)
    found = {
        key: _held_at(now, place, welcome, asked.day.toordinal(), staleness)
        for key, place in places(register, asked).items()
    }
    return {key: held for key, held in found.items() if held}


def _held_at(
    now: Known, place: Place, welcome: frozenset[str], day: int, staleness: int | None
) -> tuple[Addressee, ...]:
    held: dict[str, bool] = {}
    for stay in place.stays:
        if stay.person in welcome and _may_be_told(now, stay):
            answer = is_there(stay, now.everyone[stay.person], day, staleness)
            if answer != "no":
                held[stay.person] = held.get(stay.person, False) or answer == "certain"
    people = [(now.persons.by_id[person], is_certain) for person, is_certain in held.items()]
    return tuple(
        Addressee(person.id, person.name, person.names, is_certain)
        for person, is_certain in sorted(people, key=lambda one: (one[0].name.casefold(), one[0].id))
    )


def _may_be_told(now: Known, stay: Stay) -> bool:
    """Whether the place itself is told by a source that may be repeated: a sheet is made to be carried out of the house."""
    told = [c for c in now.everyone[stay.person].claims if c.id in stay.claims]
    return any(now.sources[c.source].consent == "public" and not c.provisional for c in told)


def _welcome(register: Register, then: Known) -> frozenset[str]:
    """Persons, as they were known then, who may be written to as is known now: whatever day is asked about, no consent outlasts its end."""
    today = register.store.clock().date()
    now = known(register, today, Basis.register())
    may = remembered(register, "letters", (today,), lambda: _welcome_now(now, today))
    of_mention = now.persons.of_mention
    return frozenset(
        person.id for person in then.persons.by_id.values() if all(of_mention.get(m) in may for m in person.mentions)
    )


def _welcome_now(now: Known, today: date) -> frozenset[str]:
    """Nobody is who may be one with somebody who asked not to be shown."""
    asked = {p for p, told in now.everyone.items() if any(c.predicate == "withhold_asked" for c in told.claims)}
    alike = {p for group in now.persons.look_alikes if not asked.isdisjoint(group) for p in group}
    return frozenset(
        person
        for person, told in now.everyone.items()
        if person not in alike and may_be_written_to(told, now.sources, today)
    )


def may_be_written_to(evidence: Evidence, sources: Mapping[str, Source], today: date) -> bool:
    """Whether the person or family agreed to letters and did not take that back, and the gate lets it out. What was said last counts."""
    told = evidence.claims
    said = (c for c in in_order_said(told, sources) if c.predicate == "consent" and c.value.get("covers"))
    consents = {str(c.value["covers"]): c for c in said}
    letters = consents.get("letters", consents.get("everything"))
    if letters is None or not _given(letters) or any(c.predicate == "withhold_asked" for c in told):
        return False
    is_minor = may_be_minor(told, today)
    under_age = consents.get("under_age", consents.get("everything"))
    seen = Circumstances(
        "guarded", source_public=False, minor=is_minor, provisional=letters.provisional,
        consent=not is_minor or (under_age is not None and _given(under_age)),
    )  # fmt: skip
    return decide(seen).leaves is Leaves.SHOWN


def _given(consent: Claim) -> bool:
    return consent.value.get("given") is True and consent.reality == "actual" and not consent.weak


def forget_writing() -> None:
    """Read country files anew when next asked."""
    writing.cache_clear()
