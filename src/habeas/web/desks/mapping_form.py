"""A mapping as a form: what each column of a list means, proposed, with what stands in it, and read back into a mapping's text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from habeas.claims.lists.cell_kinds import few_words
from habeas.claims.lists.mapping import NAMING, PLACEHOLDER, mapping_of
from habeas.claims.lists.never_held import held_if_mapped, never_held
from habeas.claims.lists.proposing import proposed
from habeas.claims.vocabulary import vocabulary
from habeas.kernel.country_files import read_yaml
from habeas.kernel.errors import InputRefused
from habeas.sources.tables import Table

_SAMPLES, _SAMPLE = 3, 60
#: What a word of a status can say.
STATUSES = (
    ("", "nothing"),
    ("in_custody", "in custody"),
    ("at_liberty", "at liberty"),
    ("described_as_political_prisoner", "described as a political prisoner"),
    ("death", "died"),
)
_ROLES = {
    "id": "who this is within the list",
    "name": "the whole name",
    "surname": "surname alone",
    "given": "given name alone",
    "patronymic": "patronymic alone",
    "ignore": "kept in the copy, claimed of nobody",
    "claims": "a status: each of its words says something",
}
_WORD = "word"


@dataclass(frozen=True, slots=True)
class ColumnField:
    """One column: what it is proposed for (`to`, empty = left out), some of its cells, and its words with what each says.

    `never`: why nothing of it is ever kept, empty where it may be.
    """

    number: int
    name: str
    to: str
    split: str
    samples: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    never: str = ""
    apart: str = ""


def targets() -> list[tuple[str, str]]:
    """Everything a column may be for, with what it means."""
    found = list(_ROLES.items())
    for predicate in sorted(vocabulary().predicates.values(), key=lambda p: p.name):
        days = {"none": (), "stretch": ("when", "until")}.get(predicate.time, ("when",))
        parts = (*days, *predicate.fields, *(("term",) if "term_years" in predicate.fields else ()))
        found += [(f"{predicate.name}.{part}", f"{predicate.label}: {_PARTS.get(part, part)}") for part in parts]
    return found


_PARTS = {"when": "the day", "until": "the day it ended", "term": "a length such as 2 years"}


def proposal(table: Table) -> dict[str, Any]:
    """The mapping proposed, as a mapping's file would have it."""
    return dict(read_yaml(proposed(table), "mapping"))


def columns_shown(table: Table, raw: Mapping[str, Any], sent: Mapping[str, str] | None = None) -> list[ColumnField]:
    """Each column as the form shows it: as proposed, or as it was `sent`."""
    return [_shown(table, number, name, raw, sent) for number, name in enumerate(table.columns)]


def _shown(table: Table, number: int, name: str, raw: Mapping[str, Any], sent: Mapping[str, str] | None) -> ColumnField:
    if why := never_held(name):
        return ColumnField(number, name, "", "", (), (), why)
    told = (raw.get("columns") or {}).get(name)
    cells = [row.cells[name] for row in table.rows if name in row.cells]
    values = told.get("values", {}) if isinstance(told, dict) else {}
    words = [(word, _effect(values.get(word))) for word in few_words(cells)] if _may_be_status(told) else []
    to, split = _target(told)
    if sent is not None:
        to, split = sent.get(f"to-{number}", ""), sent.get(f"split-{number}", "")
        words = [(word, sent.get(f"{_WORD}-{number}-{n}", "")) for n, (word, _) in enumerate(words)]
    samples = tuple(_short(cell) for cell in list(dict.fromkeys(cells))[:_SAMPLES])
    return ColumnField(number, name, to, split, samples, tuple(words), apart=held_if_mapped(name) or "")


def _may_be_status(told: Any) -> bool:
    return told in (None, "ignore") or (isinstance(told, dict) and told.get("to") == "claims")


def _effect(effects: Any) -> str:
    first = effects[0] if isinstance(effects, list) and effects else ""
    return first if isinstance(first, str) else next(iter(first), "")


def _target(told: Any) -> tuple[str, str]:
    """What stands in the field, and what splits a cell."""
    if told is None or isinstance(told, str):
        return told or "", ""
    plain = {key: value for key, value in told.items() if key not in ("split", "values")}
    if set(plain) == {"to"}:
        return str(plain["to"]), str(told.get("split", ""))
    return yaml.safe_dump(plain, default_flow_style=True, allow_unicode=True, width=10_000).strip(), str(told.get("split", ""))  # fmt: skip


def _short(cell: str) -> str:
    shown = " ".join("".join(c if c.isprintable() else " " for c in cell).split())
    return shown if len(shown) <= _SAMPLE else shown[:_SAMPLE] + "…"


def mapping_sent(table: Table, raw: Mapping[str, Any], sent: Mapping[str, str]) -> str:
    """The text of the mapping that a form sent. Raises InputRefused naming the column at fault."""
    name = sent.get("list_name", "").strip()
    if not name or name == PLACEHOLDER:
        raise InputRefused("give the list a name: under it the next version will be known")
    columns = dict(_sent_columns(table, raw, sent))
    made: dict[str, Any] = {"list": name, **({"dates": sent["dates"]} if sent.get("dates") else {}), "columns": columns}
    if not columns:
        raise InputRefused("say of one column at least that it is the name")
    mapping_of(made, "mapping", name="the mapping")
    if not any(_role(told) == "id" for told in columns.values()):
        raise InputRefused("say which column is the id: without it nobody knows who is who in the next version")
    return yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=10_000)


def _sent_columns(table: Table, raw: Mapping[str, Any], sent: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for column in columns_shown(table, raw, sent):
        if column.never or not column.to.strip():
            continue
        told: Any = column.to.strip()
        if told.startswith("{"):
            told = read_yaml(f"to: {told}", f"column '{column.name}'")["to"]
        if told == "claims":
            told = {"to": "claims", "values": {word: [says] for word, says in column.words if says}}
        if column.split.strip() and _role(told) not in NAMING:
            # a single sign is meant as itself, whatever it means in a pattern
            mark = re.escape(column.split) if len(column.split.strip()) == 1 else column.split
            told = {**(told if isinstance(told, dict) else {"to": told}), "split": mark}
        yield column.name, told


def _role(told: Any) -> str:
    return str(told.get("to", "") if isinstance(told, dict) else told)
