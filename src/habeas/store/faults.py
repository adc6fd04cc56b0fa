"""What a database driver says, turned into what an operator can do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft

from habeas.kernel.errors import CannotOpen

#: Bytes that the smallest write with its shared memory needs.
_ONE_WRITE = 128 * 1024
_FULL = ("disk is full", "no space left", "disk full")
#: The first that a driver's words hold decides; `{path}` and `{said}` are filled in.
_REMEDIES = (
    (("not a database", "hmac"), "{path}: wrong passphrase, or no register"),
    (
        _FULL,
        "{path}: the disk is full; nothing was written. Free some space and run the command again",
    ),
    (
        ("is locked", "busy", "lock timeout"),
        "{path}: another process is writing; wait for it to end and run the command again",
    ),
    (
        ("readonly", "read-only"),
        "{path}: the file or its folder is read-only; nothing was written. Allow writing or copy the register elsewhere",
    ),
    (
        ("malformed", "could not decode", "corrupt"),
        "{path}: the file is damaged ({said}); restore the latest backup with: habeas restore BACKUP NEW",
    ),
    (("disk i/o",), "{path}: the disk cannot be read or written ({said}); check the disk, then run: habeas check {path}"),
    (
        ("unable to open",),
        "{path}: cannot be opened; where {path}-wal lies beside it, copy both to a folder that can be written",
    ),
)  # fmt: skip


class DiskFull(CannotOpen):
    """There is no room to write."""


@contextmanager
def said_plainly(path: str) -> Iterator[None]:
    """Raises CannotOpen, with a remedy, in place of what the driver of the database at `path` raises."""
    try:
        yield
    except DBAPIError as error:
        raise _plain(shown(path), str(error.orig)) from error
    except (sqlcipher.Error, NoConnectionLeft) as error:
        raise _plain(shown(path), str(error)) from error


def shown(path: str) -> str:
    """REG as it may be printed: the password of a database address never is."""
    if "://" not in path:
        return path
    try:
        return make_url(path).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return "the database address"


def _plain(path: str, said: str) -> CannotOpen:
    words = "disk full" if "disk i/o" in said.casefold() and _is_full(path) else said.casefold()
    for signs, remedy in _REMEDIES:
        if any(sign in words for sign in signs):
            return (DiskFull if signs is _FULL else CannotOpen)(remedy.format(path=path, said=said))
    return CannotOpen(f"{path}: {said.strip()}")


def _is_full(path: str) -> bool:
    """Whether hardly a page fits on the disk any more: SQLite calls a full disk an I/O error where its shared memory does not fit."""
    try:
        return shutil.disk_usage(Path(path).resolve().parent).free < _ONE_WRITE
    except OSError:
        return False
