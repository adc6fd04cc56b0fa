"""A person's names by script, each with the sources that write it so."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from habeas.identity.persons import Person
from habeas.register.known import Known
from habeas.register.opened import Register
from habeas.register.remembered import remembered

#: Sources named beside one spelling; the others are counted.
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Writer:
    """A source that writes a name so; `claim` is one that it makes of the person under that name."""

    source: str
    name: str
    claim: str


@dataclass(frozen=True, slots=True)
class Written:
    """One spelling, its script and who writes it; `more` of them are not among `by`."""

    name: str
    script: str
    by: tuple[Writer, ...]
    more: int


def script_of(name: str) -> str:
    """The script of a name's first letter, such as Latin, Cyrillic or Hangul; empty where it has none."""
    for letter in name:
        if letter.isalpha():
            return unicodedata.name(letter, "").split(" ")[0].capitalize()
    return ""


def written(register: Register, now: Known, person: Person) -> Mapping[str, list[Written]]:
    """Spellings by script, in the order in which they were first recorded."""
    who: dict[str, dict[str, Writer]] = {name: {} for name in person.names}
    mentions = {m: made.name for m in person.mentions if (made := register.knowledge.mentions.get(m)) is not None}
    for claim in now.everyone[person.id].claims:
        source = now.sources[claim.source].name
        for name in dict.fromkeys(mentions[m] for m in (claim.subject, *claim.members) if m in mentions):
            who.setdefault(name, {}).setdefault(claim.source, Writer(claim.source, source, claim.id))
        if claim.predicate == "name" and claim.value.get("text"):
            who.setdefault(str(claim.value["text"]), {})[claim.source] = Writer(claim.source, source, claim.id)
    found: dict[str, list[Written]] = {}
    for name, writers in who.items():
        by = tuple(writers.values())
        found.setdefault(script_of(name), []).append(
            Written(name, script_of(name), by[:SHOWN], max(0, len(by) - SHOWN))
        )
    return found


def related(now: Known, register: Register, claim: Mapping[str, Any]) -> str | None:
    """The id of the person whom a relation names, where its own source names exactly one so; None = nobody, or not for certain."""
    named = _named(register, now).get((str(claim["capture"]), str(claim["value"].get("to") or "")), set())
    return next(iter(named)) if len(named) == 1 else None


def _named(register: Register, now: Known) -> Mapping[tuple[str, str], set[str]]:
    """Whom each source names by a name."""
    return remembered(register, "named in a source", (now.known_by, str(now.basis)), partial(_all_named, now))


def _all_named(now: Known) -> dict[tuple[str, str], set[str]]:
    named: dict[tuple[str, str], set[str]] = {}
    for mention in now.visible.mentions:
        named.setdefault((mention.source, mention.name), set()).add(now.persons.of_mention[mention.id])
    return named
