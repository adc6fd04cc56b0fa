"""The standards by which people are assessed, each with its criteria as the definition's file words them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.figures.definitions import definition_files
from habeas.kernel.errors import InputRefused, UsageError


@dataclass(frozen=True, slots=True)
class Criterion:
    """One question of a standard. `excludes`: where it is met the person is not included, whatever else is met."""

    id: str
    words: str
    excludes: bool


@dataclass(frozen=True, slots=True)
class Standard:
    """A definition whose rule asks for assessments."""

    id: str
    title: str
    citation: str
    criteria: tuple[Criterion, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Of its criteria, in the order of the file."""
        return tuple(criterion.id for criterion in self.criteria)


def standards() -> list[Standard]:
    """Every definition that has criteria, by id."""
    return [_standard(content) for content in definition_files() if content.get("criteria")]


def standard(name: str) -> Standard:
    """The one of that id. Raises UsageError listing what exists."""
    found = next((one for one in standards() if one.id == name), None)
    if found is None:
        raise UsageError(f"no standard '{name}'; there are {', '.join(one.id for one in standards())}")
    return found


def refuse_unknown(standard_id: object, criterion: object) -> None:
    """Raises InputRefused where no definition here has the standard or the criterion: the answer would never count."""
    there = {one.id: one for one in standards()}
    if standard_id not in there:
        raise InputRefused(
            f"standard is {standard_id!r}; use one of {', '.join(there)}, or put its definition in HABEAS_DEFINITIONS first"
        )
    if criterion not in there[str(standard_id)].ids:
        raise InputRefused(f"criterion is {criterion!r}; {standard_id} has {', '.join(there[str(standard_id)].ids)}")


def _standard(content: Mapping[str, Any]) -> Standard:
    criteria = (
        Criterion(str(name), str(said["words"]), bool(said.get("excludes")))
        for name, said in content["criteria"].items()
    )
    return Standard(str(content["id"]), str(content["title"]), str(content["citation"]), tuple(criteria))
