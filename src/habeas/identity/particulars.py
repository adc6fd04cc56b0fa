"""What is told of somebody by which two people can be told apart, or known as one: names, patronymics, days of birth, sex, places, courts, cases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from habeas.claims.claim import Claim
from habeas.claims.sexes import sex_letter
from habeas.kernel.days import Day
from habeas.names.fathers import father_told
from habeas.names.keys import identical_key
from habeas.names.parsed import parsed
from habeas.names.patronymics import Patronymic

#: Which field of a value tells what; the custody predicates share these names.
_TOLD_IN = {"place": "places", "court": "courts", "number": "cases", "case": "cases"}


#: By part of `Particulars` and then by mention, what is told of it.
Told = Mapping[str, Mapping[str, Sequence[Any]]]
NOTHING_TOLD: Told = {}


@dataclass(frozen=True)
class Particulars:
    """Everything as told; empty = not told. `sexes` are m or f; `births` the days told, of any precision; `patronymics` those told beside
    the names, or fathers' names.
    """

    names: frozenset[str] = frozenset()
    births: frozenset[Day] = frozenset()
    sexes: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    courts: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()
    patronymics: frozenset[str] = frozenset()

    @cached_property
    def fathers(self) -> tuple[Patronymic, ...]:
        """What the patronymics say, in the order of the names; then those told beside them."""
        named = (parsed(name).father for name in sorted(self.names))
        told = (father_told(text) for text in sorted(self.patronymics))
        return tuple(father for father in (*named, *told) if father is not None)

    @cached_property
    def named_genders(self) -> frozenset[str]:
        """By the names alone."""
        return frozenset(gender for name in self.names if (gender := parsed(name).gender))

    @cached_property
    def genders(self) -> frozenset[str]:
        """By what is told of the sex; where nothing is, by the names."""
        return self.sexes or self.named_genders


def told_of(claims: Iterable[Claim]) -> Told:
    """What claims that were meant as being so tell; weak ones and those not yet accepted by enough people tell nobody apart.

    Parts and mentions of which nothing is told are absent.
    """
    return KeptTold().of(list(claims))


class KeptTold:
    """`told_of`, kept from call to call: where claims only follow those of the last call, only they are read."""

    def __init__(self) -> None:
        self._claims: Sequence[Claim] = ()
        self._told: dict[str, dict[str, tuple[Any, ...]]] = {}

    def of(self, claims: Sequence[Claim]) -> Told:
        """What these tell."""
        before = len(self._claims)
        if len(claims) < before or not all(a is b or a == b for a, b in zip(self._claims, claims, strict=False)):
            before, self._told = 0, {}
        told = self._told
        for claim in claims[before:]:
            if claim.subject is not None and claim.reality == "actual" and not (claim.weak or claim.provisional):
                for part, value in _told(claim):
                    if told is self._told:  # whoever was given it holds it as it was
                        told = {part: dict(of_all) for part, of_all in told.items()}
                    of_all = told.setdefault(part, {})
                    of_all[claim.subject] = (*of_all.get(claim.subject, ()), value)
        self._claims, self._told = claims, told
        return told


def part_of(told: Told, part: str, mentions: Iterable[str]) -> frozenset[Any]:
    """One part as told of several mentions of one person."""
    of_all = told.get(part)
    return frozenset(value for mention in mentions for value in of_all.get(mention, ())) if of_all else frozenset()


def particulars(told: Told, mentions: Sequence[str], names: Iterable[str]) -> Particulars:
    """Of several mentions of one person, who bear these names."""
    parts = {part: part_of(told, part, mentions) for part in told}
    return Particulars(**{**parts, "names": parts.get("names", frozenset()) | frozenset(names)})


def _told(claim: Claim) -> Sequence[tuple[str, Any]]:
    value = claim.value
    if claim.predicate == "birth_date":
        return [] if claim.when.is_unknown else [("births", claim.when)]
    if claim.predicate == "name":
        text = str(value.get("text") or "")
        return [("names", text)] if identical_key(text) else []
    if claim.predicate == "sex":
        sex = sex_letter(str(value.get("value") or ""))
        return [("sexes", sex)] if sex else []
    if claim.predicate == "patronymic":
        return [("patronymics", str(value.get("text") or ""))]
    if value.keys().isdisjoint(_TOLD_IN):
        return ()
    return [
        (part, str(value[name])) for name, part in _TOLD_IN.items()
        if value.get(name) and (name != "number" or claim.predicate == "case")
    ]  # fmt: skip
