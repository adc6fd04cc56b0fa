"""The words of custody in Russian, read from `frames.yml` and `russian.yml` beside this file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from habeas.kernel.country_files import read_yaml


@dataclass(frozen=True, slots=True)
class RuFrame:
    """A verb or noun that tells of custody; `near` = stems of which one must stand in its clause, empty = none needed, `not_near` = stems of which none may;
    `reality` None = the construction decides; `bare` = told also when it names nobody; `plural` = told by a plural verb only;
    `of_held` = counts only of people of whom custody is told."""

    type: str
    words: frozenset[str]
    patient: str
    near: tuple[str, ...]
    near_for: Mapping[str, tuple[str, ...]]
    note: str | None
    reality: str | None
    bare: bool
    not_near: tuple[str, ...] = ()
    plural: bool = False
    of_held: bool = False

    def stems_for(self, lemma: str) -> tuple[str, ...]:
        """The stems this lemma needs beside it; empty when it needs none."""
        return self.near_for.get(lemma, self.near)


@dataclass(frozen=True, slots=True)
class RuLexicon:
    """All of it; `words` maps the name of a plain list to its words, `roles` a role to its cue words."""

    verbs: tuple[RuFrame, ...]
    nouns: tuple[RuFrame, ...]
    words: Mapping[str, frozenset[str]]
    roles: Mapping[str, tuple[str, ...]]

    def has(self, name: str, lemma: str) -> bool:
        """Whether the list `name` holds the lemma."""
        return lemma in self.words[name]


@lru_cache(maxsize=1)
def lexicon() -> RuLexicon:
    """The packaged lexicon. Raises InputRefused when its file is broken."""
    raw, frames = _file("russian.yml"), _file("frames.yml")
    plain = {name: frozenset(map(str, value)) for name, value in raw.items() if name != "roles"}
    return RuLexicon(
        tuple(_frame(row, "verbs") for row in frames["triggers"]),
        tuple(_frame(row, "nouns") for row in frames["nouns"]),
        plain,
        {str(role): tuple(map(str, cues)) for role, cues in raw["roles"].items()},
    )


def _file(name: str) -> Any:
    return read_yaml(resources.files("habeas.claims.reading.russian").joinpath(name).read_text("utf-8"), name)


def _frame(row: Mapping[str, object], key: str) -> RuFrame:
    def strings(name: str) -> tuple[str, ...]:
        value = row.get(name)
        return tuple(str(one).replace("_", " ") for one in value) if isinstance(value, list) else ()

    near_for = row.get("near_for")
    by_lemma = (
        {str(k): tuple(str(one).replace("_", " ") for one in v) for k, v in near_for.items()}
        if isinstance(near_for, dict)
        else {}
    )
    note, reality = row.get("note"), row.get("reality")
    return RuFrame(
        str(row["type"]),
        frozenset(strings(key)),
        str(row.get("patient", "noun")),
        strings("near"),
        by_lemma,
        str(note) if note else None,
        str(reality) if reality else None,
        bool(row.get("bare")),
        strings("not_near"),
        bool(row.get("plural")),
        bool(row.get("of_held")),
    )
