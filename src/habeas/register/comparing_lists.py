"""Two lists set against each other, without a register: who is on both, who on one alone, and why it is thought so."""

from __future__ import annotations

from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from habeas.claims.lists.mapping import Mapping
from habeas.claims.lists.read_list import read_list
from habeas.identity.listed import Listed, in_their_order, listed_of
from habeas.identity.two_lists import MAYBE, SURE, Candidate, Matched, matched
from habeas.names.explained import explained_of
from habeas.register.list_notices import left_out_of, left_out_tables
from habeas.register.listing import HowList, mapped
from habeas.register.opened import without_collection
from habeas.sources.tables import Table, read_tables


@dataclass(frozen=True, slots=True)
class OneList:
    """A list as read: its people, rows refused, and what was left out."""

    people: tuple[Listed, ...]
    refused: tuple[Map[str, Any], ...]
    notices: tuple[str, ...]


def compare_lists(a: str, b: str, how_a: HowList, how_b: HowList, today: date) -> dict[str, Any]:
    """Pair the people of two files. Raises UnknownHeader or InputRefused where a file cannot be read as a list."""
    with without_collection():
        ones, others = read_one(a, how_a, today), read_one(b, how_b, today)
        return {
            **answer_of(matched(ones.people, others.people), ones.people, others.people),
            "refused": [{"list": name, **one} for name, read in (("a", ones), ("b", others)) for one in read.refused],
            "notices": [*(f"{a}: {said}" for said in ones.notices), *(f"{b}: {said}" for said in others.notices)],
        }


def read_one(path: str, how: HowList, today: date) -> OneList:
    """The people of one file by its mapping or known format."""
    file = read_tables(path, how.encoding)
    table, mapping = mapped(path, file, how)
    mapping = replace(_of_header(mapping, table), dates=how.dates or mapping.dates)
    read = read_list(table, mapping, today, path)
    refused = [{"row": r.row, "column": r.column, "why": r.why} for r in read.refused]
    return OneList(
        tuple(in_their_order([listed_of(person) for person in read.persons])),
        tuple(refused),
        (*file.warnings, *left_out_tables(file, table), *left_out_of(table, mapping, read)),
    )


def _of_header(mapping: Mapping, table: Table) -> Mapping:
    """Without what the other list's columns are called, so that one mapping can serve two lists."""
    there = {name: column for name, column in mapping.columns.items() if "*" in name or name in table.columns}
    return replace(mapping, columns=there)


def answer_of(found: Matched, ones: Sequence[Listed], others: Sequence[Listed]) -> dict[str, Any]:
    """The shape that is printed. `nearest` says of those on one list alone who came nearest, and why that was not enough."""
    pairs = [
        _pair(c, decision, ones, others)
        for decision, kept in (("same", found.same), ("review", found.review))
        for c in kept
    ]
    paired_a, paired_b = {pair["a"] for pair in pairs}, {pair["b"] for pair in pairs}
    return {
        "same_from": SURE, "review_from": MAYBE, "pairs": sorted(pairs, key=lambda p: (p["decision"] != "same", -p["score"], p["a"], p["b"])),
        "only_a": [p.id for p in ones if p.id not in paired_a], "only_b": [p.id for p in others if p.id not in paired_b],
        "nearest": {
            "a": {ones[n].id: _near(c, others[c.b].id) for (side, n), c in found.nearest.items() if side == "a"},
            "b": {others[n].id: _near(c, ones[c.a].id) for (side, n), c in found.nearest.items() if side == "b"},
        },
    }  # fmt: skip


def _pair(c: Candidate, decision: str, ones: Sequence[Listed], others: Sequence[Listed]) -> dict[str, Any]:
    return {
        "a": ones[c.a].id, "b": others[c.b].id, "name_a": c.names[0], "name_b": c.names[1], "score": round(c.chance, 4),
        "name_score": round(c.name_score, 4), "decision": decision, "reasons": _reasons(c),
    }  # fmt: skip


def _near(c: Candidate, other: str) -> dict[str, Any]:
    return {"id": other, "name_score": round(c.name_score, 4), "reasons": _reasons(c)}


def _reasons(c: Candidate) -> list[str]:
    names = [f"{r.part} {r.verdict}: {r.sentence}" for r in explained_of(*c.read).reasons]
    beside = [str(e) for e in c.evidence]
    if not beside:
        beside = ["nothing else: no birth date, day or place is told by both."]
    return [*names, *beside]
