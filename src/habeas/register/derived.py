"""Derived answers kept beside the register in `REG.cache/`: may be deleted at any time, and come out the same when made again.

Each file is named by what it was derived from: the ledger's root, K, basis, definition and software version.
"""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from habeas.figures.definitions import Definition
from habeas.figures.timeline import SPAN, Timeline, timeline
from habeas.kernel.asof import Basis
from habeas.kernel.ids import canonical, sha256_hex
from habeas.register.effective import effective_day
from habeas.register.kept import cache_file, cache_folder, keep, may_keep
from habeas.register.known import known
from habeas.register.opened import Register, without_collection

_HEADER = 4096


@dataclass(frozen=True, slots=True)
class Laid:
    """A timeline with what has to be said beside every number taken from it."""

    timeline: Timeline
    coverage: str
    undated_left_out: int


def laid_out(register: Register, known_by: date, basis: Basis, of: Definition) -> Laid:
    """Everybody under one definition, laid out over time; from memory, from the cache, or made now."""
    key = key_of(register, known_by, basis, of)
    memo = ("timeline", key)
    if memo not in register.memo:
        path = cache_file(register, f"timeline-{key}.bin")
        found = _read(path) if path is not None else None
        if found is None:
            found = _make(register, known_by, basis, of)
            if path is not None:
                keep(path, packed(found))
            register.memo[("timeline", key_of(register, known_by, basis, of))] = found
        register.memo[memo] = found
    laid: Laid = register.memo[memo]
    return laid


def throw_away(register: Register) -> None:
    """Forget everything derived, in memory and on disk."""
    register.memo.clear()
    if may_keep(register):
        shutil.rmtree(cache_folder(register), ignore_errors=True)


def kept_files(register: Register) -> list[str]:
    """Names of the derived files on disk, in order."""
    return sorted(path.name for path in cache_folder(register).glob("*.bin")) if may_keep(register) else []


def packed(laid: Laid) -> bytes:
    """The bytes kept on disk: a line of JSON, then the arrays."""
    out = io.BytesIO()
    out.write(canonical({"coverage": laid.coverage, "undated_left_out": laid.undated_left_out}) + b"\n")
    np.save(out, np.column_stack((laid.timeline.start, laid.timeline.until, laid.timeline.counted)), allow_pickle=False)
    return out.getvalue()


def _make(register: Register, known_by: date, basis: Basis, of: Definition) -> Laid:
    with without_collection():
        return _made(register, known_by, basis, of)


def _made(register: Register, known_by: date, basis: Basis, of: Definition) -> Laid:
    now = known(register, known_by, basis)
    return Laid(timeline(now.everyone, now.look_alikes, of, register.laid), now.coverage, now.visible.undated_left_out)


def key_of(register: Register, known_by: date, basis: Basis, of: Definition) -> str:
    """What an answer under a definition was derived from, as a name."""
    rule = {"definition": str(of), "rule": of.rule, "staleness": of.staleness, "kinds": sorted(of.place_kinds or ())}
    return key_from(register, known_by, basis, {**rule, "days": list(SPAN)})


def key_from(register: Register, known_by: date, basis: Basis, rule: Mapping[str, Any]) -> str:
    """What something was derived from, as a name: the ledger's root, K, basis, software, and whatever else it went by."""
    asked = {"root": register.store.head().root.hex(), "known_by": effective_day(register, known_by, basis).isoformat()}
    return sha256_hex(canonical({**rule, **asked, "basis": str(basis), "software": version("habeas")}))[:32]


def _read(path: Path) -> Laid | None:
    """What was kept; None when it is missing or damaged, so that it is made again."""
    try:
        with path.open("rb") as file:
            said = json.loads(file.readline(_HEADER))
            table = np.load(file, allow_pickle=False)
        laid = Timeline(table[:, 0], table[:, 1], table[:, 2:6])
        return Laid(laid, str(said["coverage"]), int(said["undated_left_out"]))
    except (OSError, ValueError, KeyError, IndexError):
        return None
