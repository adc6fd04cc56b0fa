"""The words of custody, read from `lexicon.yml` and, for more verbs, `lexicon_custody.yml` beside this file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from habeas.kernel.country_files import read_yaml

_REACH = 8


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb that tells of custody. `near` and `particles` are lemmas of which one must follow within `reach` words; empty = none needed.

    `reality` None = the construction decides; `unless` are lemmas of which none may follow; `of_held` = it tells this only of someone whose
    custody is told elsewhere in the text.
    """

    type: str
    verbs: frozenset[str]
    patient: str
    near: frozenset[str]
    passive_only: bool
    note: str | None
    reach: int
    reality: str | None
    unless: frozenset[str]
    done_to: bool
    of_held: bool


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that tells of custody; `bare` = also when it names nobody."""

    type: str
    nouns: frozenset[str]
    near: frozenset[str]
    bare: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of it. `words` maps the name of a plain list to its words, `roles` a role to its cue words, `by_verb` a lemma to its frames."""

    frames: tuple[Frame, ...]
    nouns: tuple[Noun, ...]
    words: Mapping[str, frozenset[str]]
    roles: Mapping[str, tuple[str, ...]]
    described: tuple[str, ...]
    by_verb: Mapping[str, tuple[Frame, ...]]

    def has(self, name: str, lemma: str) -> bool:
        """Whether the list `name` holds the word."""
        return lemma.lower() in self.words[name]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The packaged lexicon. Raises InputRefused when its file is broken."""
    raw, more = _file("lexicon.yml"), _file("lexicon_custody.yml")
    plain = {name: frozenset(map(str, value)) for name, value in (*raw.items(), *more.items()) if _is_plain(value)}
    roles = {str(role): tuple(map(str, cues)) for role, cues in raw["roles"].items()}
    frames = tuple(_frame(row) for row in (*more["frames"], *raw["frames"]))
    return Lexicon(
        frames,
        tuple(_noun(row) for row in (*more["nouns"], *raw["nouns"])),
        plain,
        roles,
        tuple(map(str, raw["described"])),
        _by_verb(frames),
    )


def _by_verb(frames: tuple[Frame, ...]) -> dict[str, tuple[Frame, ...]]:
    """Each verb's frames, those that ask for company first: what is tried at every verb of a text."""
    found: dict[str, list[Frame]] = {}
    for frame in sorted(frames, key=lambda frame: not frame.near):
        for verb in frame.verbs:
            found.setdefault(verb, []).append(frame)
    return {verb: tuple(own) for verb, own in found.items()}


def _file(name: str) -> Mapping[str, Any]:
    text = resources.files("habeas.claims.reading.text").joinpath(name).read_text("utf-8")
    return read_yaml(text, name)


def _is_plain(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _frame(row: Mapping[str, Any]) -> Frame:
    near = frozenset([*row.get("near", ()), *row.get("particles", ())])
    return Frame(
        row["type"], frozenset(row["verb"]), row["patient"], near, bool(row.get("passive_only")), row.get("note"), row.get("reach", _REACH),
        row.get("reality"), frozenset(row.get("unless", ())), bool(row.get("done_to")), bool(row.get("of_held")),
    )  # fmt: skip


def _noun(row: Mapping[str, Any]) -> Noun:
    return Noun(row["type"], frozenset(row["noun"]), frozenset(row.get("near", ())), bool(row.get("bare")))
