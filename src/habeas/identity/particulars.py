"""What is told of somebody by which two people can be told apart, or known as one: names, days of birth, sex, places, courts, cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from habeas.claims.claim import Claim
from habeas.kernel.days import Day
from habeas.names.keys import identical_key
from habeas.names.parsed import parsed
from habeas.names.patronymics import Patronymic

#: Which field of a value tells what; the custody predicates share these names.
_TOLD_IN = {"place": "places", "court": "courts", "number": "cases", "case": "cases"}
_SEX = {"f": "f", "w": "f", "ж": "f", "m": "m", "м": "m"}


@dataclass(frozen=True, slots=True)
class Particulars:
    """Everything as told; empty = not told. `sexes` are m or f; `births` the days told, of any precision."""

    names: frozenset[str] = frozenset()
    births: frozenset[Day] = frozenset()
    sexes: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    courts: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()

    @property
    def fathers(self) -> list[Patronymic]:
        """What the patronymics say, in the order of the names."""
        return [father for name in sorted(self.names) if (father := parsed(name).father) is not None]

    @property
    def genders(self) -> set[str]:
        """By the names and by what is told of the sex; both where sources disagree."""
        return {gender for name in self.names if (gender := parsed(name).gender)} | self.sexes


NOTHING = Particulars()


def particulars_of(claims: Iterable[Claim]) -> dict[str, Particulars]:
    """By mention, from the claims that were meant as being so. Mentions of which nothing of this kind is told are absent."""
    told: dict[str, dict[str, set[object]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        if claim.subject is None or claim.reality != "actual":
            continue
        for part, value in _told(claim):
            told[claim.subject][part].add(value)
    return {
        mention: Particulars(**{part: frozenset(values) for part, values in parts.items()})  # type: ignore[arg-type]
        for mention, parts in told.items()
    }


def _told(claim: Claim) -> list[tuple[str, object]]:
    value = claim.value
    if claim.predicate == "birth_date":
        return [] if claim.when.is_unknown else [("births", claim.when)]
    if claim.predicate == "name":
        text = str(value.get("text") or "")
        return [("names", text)] if identical_key(text) else []
    if claim.predicate == "sex":
        sex = _SEX.get(str(value.get("value") or "").strip().casefold()[:1])
        return [("sexes", sex)] if sex else []
    return [
        (part, str(value[name])) for name, part in _TOLD_IN.items()
        if value.get(name) and (name != "number" or claim.predicate == "case")
    ]  # fmt: skip


def together(many: Iterable[Particulars], names: Iterable[str] = ()) -> Particulars:
    """What is told of several mentions of one person."""
    held = list(many)
    joined: Mapping[str, frozenset[object]] = {
        one.name: frozenset().union(*(getattr(part, one.name) for part in held)) for one in fields(Particulars)
    }
    return Particulars(**{**joined, "names": joined["names"] | frozenset(names)})  # type: ignore[arg-type]
