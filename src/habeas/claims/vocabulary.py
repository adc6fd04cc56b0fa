"""The predicates a claim may have, read from `vocabulary.yml`, and what each may say.

Checks values where they enter, so that everything later can rely on them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from habeas.claims.sexes import sex_in, sexes
from habeas.kernel.country_files import read_yaml
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused

#: Other words for a predicate that claims files may use.
ALIASES = {"escaped": "escape", "died_in_custody": "death_in_custody", "released": "release", "arrested": "arrest"}
_WORDS = {"description_kind": ("called", "member", "example"), "yes_no_unknown": ("yes", "no", "unknown")}
_CODED = (
    "place_kind",
    "way_out",
    "condition",
    "relation",
    "role",
    "population",
    "comparator",
    "consent",
    "vote",
    "demand",
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """One entry of the vocabulary. `custody`, `place_kind` and `way_out` are None where it says nothing of them.

    `custody_if` names the field of a value that has to be true for the predicate to say anything of custody; None = it always does.
    """

    name: str
    label: str
    about: str
    time: str
    cardinality: str
    sensitivity: str
    fields: Mapping[str, str]
    example: str
    custody: str | None = None
    place_kind: str | None = None
    way_out: str | None = None
    custody_if: str | None = None

    def custody_of(self, value: Mapping[str, Any]) -> str | None:
        """What a claim with this value says about being held; None = nothing."""
        return self.custody if self.custody_if is None or value.get(self.custody_if) is True else None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All predicates and code lists. `codes` maps a code list's name (singular) to its codes with labels."""

    version: int
    predicates: Mapping[str, Predicate]
    codes: Mapping[str, Mapping[str, str]]

    def predicate(self, name: str) -> Predicate:
        """Look one up. Raises InputRefused naming the nearest words."""
        found = self.predicates.get(ALIASES.get(name, name))
        if found is None:
            near = ", ".join(_near(name, self.predicates)) or "see docs/reference/vocabulary.md"
            raise InputRefused(f"'{name}' is no predicate; did you mean {near}?")
        return found

    def checked(self, predicate: Predicate, value: Mapping[str, Any]) -> dict[str, Any]:
        """`value` with every field checked and absent ones left out. Raises InputRefused naming the field."""
        out: dict[str, Any] = {}
        for field, given in value.items():
            kind = predicate.fields.get(field)
            if kind is None:
                known = ", ".join(predicate.fields) or "no fields"
                raise InputRefused(f"{predicate.name} has no field '{field}'; it has {known}")
            if given is not None:
                out[field] = self._field(field, kind, given)
        return out

    def _field(self, field: str, kind: str, given: Any) -> Any:
        if kind == "text":  # of most fields there are no other kinds to be asked for
            return _text(field, given)
        if kind in _CODED or kind in _WORDS:
            words = _WORDS.get(kind) or tuple(self.codes[kind])
            return _one_of(field, given, words)
        if kind == "conditions":
            return sorted({_one_of(field, item, tuple(self.codes["condition"])) for item in _list(given)})
        if kind == "texts":
            return [_text(field, item) for item in _list(given)]
        if kind == "sex":
            return _sex(field, str(given))
        if kind == "day":
            return Day.parse(str(given)).text
        if kind == "number":
            return _number(field, given)
        if kind == "boolean":
            if not isinstance(given, bool):
                raise InputRefused(f"{field}: {given!r} is neither true nor false")
            return given
        return _text(field, given)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The packaged vocabulary."""
    raw = read_yaml(resources.files("habeas.claims").joinpath("vocabulary.yml").read_text("utf-8"), "vocabulary.yml")
    codes = {
        "place_kind": dict(raw["place_kinds"]),
        "way_out": dict(raw["ways_out"]),
        "condition": dict(raw["conditions"]),
        "consent": dict(raw["consents"]),
        **{
            single: {word: word.replace("_", " ") for word in raw[plural]}
            for single, plural in (
                ("relation", "relations"),
                ("role", "roles"),
                ("reality", "realities"),
                ("population", "populations"),
                ("comparator", "comparators"),
                ("vote", "votes"),
                ("demand", "demands"),
            )
        },
    }
    predicates = {name: Predicate(name=name, **fields) for name, fields in raw["predicates"].items()}
    return Vocabulary(raw["version"], predicates, codes)


def _one_of(field: str, given: Any, words: tuple[str, ...]) -> str:
    if given not in words:
        raise InputRefused(f"{field}: '{given}' is not one of {', '.join(words)}")
    return str(given)


def _text(field: str, given: Any) -> str:
    if not isinstance(given, str):
        raise InputRefused(f"{field}: {given!r} is no text; write words in quotation marks")
    return given


def _number(field: str, given: Any) -> int | float:
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise InputRefused(f"{field}: {given!r} is no number")
    if not math.isfinite(given):
        raise InputRefused(f"{field}: {given} is no number of anything")
    if given < 0:
        raise InputRefused(f"{field}: {given} is below zero")
    return given


def _sex(field: str, given: str) -> str:
    found = sex_in(given)
    if found is None:
        raise InputRefused(f"{field}: '{given}' is no sex known here; write {', '.join(sexes())}")
    return found


def _list(given: Any) -> list[Any]:
    return list(given) if isinstance(given, list | tuple) else [given]


def _near(name: str, known: Mapping[str, Predicate]) -> list[str]:
    from difflib import get_close_matches  # only ever needed on the way to an error

    return get_close_matches(name, known, n=3, cutoff=0.5)
