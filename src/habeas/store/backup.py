"""One file that holds a register as it stood, and a register made from it.

The copy is taken through SQLite's backup interface, so it is consistent while others read and write, and an encrypted register
stays encrypted under the same passphrase. Restoring checks the copy before it becomes visible.
"""

from __future__ import annotations

import os
import tarfile
import tempfile
from pathlib import Path

from habeas.kernel.errors import CannotOpen, InputRefused
from habeas.store.check import check
from habeas.store.connect import connect, is_postgres
from habeas.store.open import open_store

_PARTS = ("register", "accounts")


def backup(path: str, out: str, *, passphrase: str | None = None) -> None:
    """Write REG and its accounts to the file `out`. Raises CannotOpen; never overwrites."""
    if is_postgres(path):
        raise CannotOpen("a PostgreSQL register is backed up with pg_dump; see docs/operating.md")
    target = Path(out)
    if target.exists():
        raise CannotOpen(f"{out} already exists; choose another name")
    open_store(path, passphrase=passphrase).close()
    try:
        with tempfile.TemporaryDirectory(dir=target.parent or Path()) as folder:
            copies = [
                _copy(path + suffix, Path(folder) / part, passphrase)
                for part, suffix in zip(_PARTS, ("", ".accounts"), strict=True)
            ]
            packed = Path(folder) / "packed"
            with tarfile.open(packed, "w") as tar:
                for copy in copies:
                    tar.add(copy, arcname=copy.name)
            packed.chmod(0o600)
            packed.rename(target)
    except OSError as error:
        raise CannotOpen(f"{out}: {error.strerror or error}; nothing was written") from error


def restore(archive: str, path: str, *, passphrase: str | None = None) -> None:
    """Make register `path` from a backup. Raises InputRefused for a file that is none, CannotOpen when REG exists."""
    target, side = Path(path), Path(f"{path}.accounts")
    if target.exists() or side.exists():
        raise CannotOpen(f"{path} already exists; restore to another name")
    with tempfile.TemporaryDirectory(dir=target.parent or Path()) as folder:
        _unpack(archive, Path(folder))
        draft = Path(folder) / "register"
        Path(folder, "accounts").rename(f"{draft}.accounts")
        store = open_store(str(draft), passphrase=passphrase)
        result = check(store)
        store.close()
        if not result.ok:
            first = result.problems[0]
            raise InputRefused(f"{archive}: entry {first.entry} {first.kind}: {first.why}; use an older backup")
        for part in (draft, Path(f"{draft}.accounts")):
            _fold_log(part, passphrase)
        # the register's name appears last: an interrupted restore leaves no register behind
        Path(f"{draft}.accounts").rename(side)
        draft.rename(target)


def _copy(path: str, out: Path, passphrase: str | None) -> Path:
    source, copy = connect(path, passphrase), connect(str(out), passphrase)
    try:
        with source.connect() as reading, copy.connect() as writing:
            reading.connection.driver_connection.backup(writing.connection.driver_connection)  # type: ignore[union-attr]
    finally:
        source.dispose()
        copy.dispose()
    _fold_log(out, passphrase)
    return out


def _fold_log(path: Path, passphrase: str | None) -> None:
    """Bring everything from the write-ahead log into the file itself, so that the file alone is whole."""
    engine = connect(str(path), passphrase)
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        connection.rollback()
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
    engine.dispose()
    for left in ("-wal", "-shm"):
        path.with_name(path.name + left).unlink(missing_ok=True)
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _unpack(archive: str, folder: Path) -> None:
    try:
        with tarfile.open(archive) as tar:
            if sorted(tar.getnames()) != sorted(_PARTS):
                raise InputRefused(f"{archive} is no backup of a register; give a file made with: habeas backup")
            tar.extractall(folder, filter="data")
    except (tarfile.TarError, OSError) as error:
        raise InputRefused(
            f"{archive}: cannot be read as a backup ({error}); give a file made with: habeas backup"
        ) from error
