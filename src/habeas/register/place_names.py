"""Prisons, courts and towns by name: spellings that mean one place, and what country files tell of it.

A file `COUNTRY.places.yml` holds `source` (who says so), `as_of` (a day in EDTF) and `places`, a list of

    name        as it is shown
    also        other spellings and former names
    town        where it stands
    latitude, longitude   of the town or the place, in degrees

Two names that no file joins are two places.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from habeas.kernel.country_files import country_files
from habeas.kernel.errors import InputRefused
from habeas.names.keys import identical_key


@dataclass(frozen=True, slots=True)
class Known:
    """What a country file tells of a place. `at` is (latitude, longitude) in degrees; None = not known. `source` says who tells it."""

    name: str
    town: str | None
    at: tuple[float, float] | None
    source: str


def place_key(name: str) -> str:
    """The key of a place, fit for an address; empty for a name without letters. Spellings that a country file joins have one key."""
    key = own_key(name)
    return _by_spelling().get(key, key)


def own_key(name: str) -> str:
    """The key of a name by itself."""
    return identical_key(name).replace(" ", "-")


def told_of_place(key: str) -> Known | None:
    """What country files tell of a place; None = nothing."""
    return _places()[0].get(key)


def _by_spelling() -> Mapping[str, str]:
    return _places()[1]


@lru_cache(maxsize=1)
def _places() -> tuple[dict[str, Known], dict[str, str]]:
    found: dict[str, Known] = {}
    spelled: dict[str, str] = {}
    for country, content in country_files("places"):
        for entry in content.get("places", ()):
            place = _read(f"{country}.places.yml", entry, str(content.get("source", "")))
            key = own_key(place.name)
            found[key] = place
            spelled |= {own_key(str(name)): key for name in (place.name, *entry.get("also", ()))}
    return found, spelled


def _read(file: str, entry: Any, source: str) -> Known:
    if not isinstance(entry, dict) or not entry.get("name"):
        raise InputRefused(f"{file}: each of `places` needs a name; it has {entry!r}")
    name, town = str(entry["name"]), entry.get("town")
    latitude: Any = entry.get("latitude")
    longitude: Any = entry.get("longitude")
    if latitude is None and longitude is None:
        return Known(name, town, None, source)
    if not (_degrees(latitude, 90) and _degrees(longitude, 180)):
        raise InputRefused(f"{file}: {name}: latitude and longitude have to be degrees, both or neither")
    return Known(name, town, (float(latitude), float(longitude)), source)


def _degrees(said: Any, most: int) -> bool:
    return isinstance(said, (int, float)) and not isinstance(said, bool) and abs(said) <= most


def forget_places() -> None:
    """Read country files anew when next asked."""
    _places.cache_clear()
