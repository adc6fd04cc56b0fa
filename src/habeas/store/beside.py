"""Which files belong to a register: its own, those beside it, and its cache. Nothing else may be written in their place."""

from __future__ import annotations

import os
from pathlib import Path

from habeas.kernel.errors import CannotOpen

#: What is added to a register's name for the files that SQLite and this software keep beside it; the longest first.
SUFFIXES = (".accounts-journal", ".accounts-wal", ".accounts-shm", ".accounts", "-journal", "-wal", "-shm")
CACHE = ".cache"
_PLAIN = b"SQLite format 3\0"


def register_of(path: Path, register: str | None = None) -> Path | None:
    """The register that `path` is, or belongs to; None = none. `register`: one that is known to be a register, though it may be encrypted.

    Links are followed. A file that is not there yet counts too: SQLite would take a new `-wal` for its register's own.
    """
    known = Path(register) if register is not None and "://" not in register else None
    place = Path(os.path.realpath(path))
    owners = [_without(s, place) for s in SUFFIXES] + [_without(CACHE, folder) for folder in (place, *place.parents)]
    owners.append(place)  # last, because the accounts of a register are a database too
    return next((owner for owner in owners if owner is not None and _is_register(owner, known)), None)


def _without(suffix: str, path: Path) -> Path | None:
    name = path.name.removesuffix(suffix)
    return path.with_name(name) if name and name != path.name else None


def refuse_belonging(path: Path, register: str | None = None) -> None:
    """Raises CannotOpen where `path` is a register or belongs to one."""
    try:
        owner = register_of(path, register)
    except OSError as error:
        raise CannotOpen(f"{path}: {error.strerror or error}; choose another name") from error
    if owner is not None:
        raise CannotOpen(f"{path} is a register, or belongs to {owner}; choose another name")


def _is_register(path: Path, known: Path | None) -> bool:
    """Whether a file is the register known, a database, or one that has its accounts beside it, as encrypted ones do."""
    if not path.is_file():
        return False
    if known is not None and known.exists() and path.samefile(known):
        return True
    if path.with_name(f"{path.name}.accounts").is_file():
        return True
    with path.open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN
