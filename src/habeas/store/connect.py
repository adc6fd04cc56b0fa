"""Connections: one SQLite file through sqlcipher3, or PostgreSQL; what is in the way is said before anything is touched.

SQLite 3.7.0 to 3.51.2 can corrupt a file in WAL mode when a log is reset at the wrong moment, so such a build is refused.
A network file system cannot keep SQLite's locks, so it is refused too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from habeas.kernel.errors import CannotOpen

FIRST_SOUND_WAL = (3, 51, 3)
_NETWORK = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "fuse.sshfs",
    "afs",
    "ceph",
    "glusterfs",
    "fuse.glusterfs",
    "ncpfs",
    "davfs",
}
_PRAGMAS = (
    "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", "PRAGMA recursive_triggers=ON",
    "PRAGMA trusted_schema=OFF", "PRAGMA secure_delete=ON", "PRAGMA busy_timeout=5000",
)  # fmt: skip
_PLAIN = b"SQLite format 3\0"


def is_postgres(path: str) -> bool:
    """Whether REG names a PostgreSQL database."""
    return path.startswith(("postgresql://", "postgresql+psycopg://"))


def connect(path: str, passphrase: str | None, *, read_only: bool = False) -> Engine:
    """An engine for REG. Raises CannotOpen."""
    return _postgres(path) if is_postgres(path) else _sqlite(path, passphrase, read_only)


def refuse_network(path: Path, mounts: str | None = None) -> None:
    """Raises CannotOpen when `path` lies on a network file system. `mounts` stands in for the system's table."""
    if mounts is None:
        table = Path("/proc/mounts")
        mounts = table.read_text("utf-8", "replace") if table.exists() else ""
    best, kind = "", ""
    real = str(path.resolve())
    for line in mounts.splitlines():
        parts = line.split(" ")
        point = parts[1].replace("\\040", " ") if len(parts) > 2 else ""
        inside = point and (real == point or real.startswith(point.rstrip("/") + "/"))
        if inside and len(point) >= len(best):
            best, kind = point, parts[2]
    if kind in _NETWORK:
        raise CannotOpen(
            f"{path} lies on a network file system ({kind}); put the register on a local disk, or use PostgreSQL"
        )


def can_write(path: Path) -> bool:
    """Whether the file (or, before it exists, its folder) lets itself be written."""
    if path.exists():
        return bool(path.stat().st_mode & 0o200) and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return os.access(path.parent, os.W_OK)


def refuse_wrong_file(path: Path, passphrase: str | None) -> None:
    """Raises CannotOpen when the file is missing, is no register, or its encryption does not fit the passphrase given."""
    if path.is_dir() or not path.exists():
        what = "is a folder" if path.is_dir() else "does not exist"
        raise CannotOpen(f"{path} {what}; make a register with: habeas init {path}")
    with path.open("rb") as file:
        head = file.read(16)
    if head == _PLAIN and passphrase:
        raise CannotOpen(f"{path} is not encrypted; leave the passphrase out")
    if head != _PLAIN and not passphrase:
        raise CannotOpen(
            f"{path} is encrypted, or is no register; give its passphrase (HABEAS_PASSPHRASE, --passphrase-file)"
        )


def _sqlite(path: str, passphrase: str | None, read_only: bool) -> Engine:
    if sqlcipher.sqlite_version_info < FIRST_SOUND_WAL:
        found = sqlcipher.sqlite_version
        raise CannotOpen(
            f"SQLite {found} can corrupt a file in WAL mode; install sqlcipher3 0.6.4 or newer (SQLite 3.51.3 or newer)"
        )
    refuse_network(Path(path))

    def open_one() -> sqlcipher.Connection:
        uri = Path(path).resolve().as_uri() + ("?mode=ro&immutable=1" if read_only else "")
        connection = sqlcipher.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        if passphrase:
            connection.execute("PRAGMA cipher_log_level = NONE")  # a wrong passphrase is said once, by us
            connection.execute("PRAGMA key = '" + passphrase.replace("'", "''") + "'")
        for pragma in _PRAGMAS[2:] if read_only else _PRAGMAS:
            connection.execute(pragma)
        return connection

    engine = create_engine(
        "sqlite+pysqlite://", module=sqlcipher, creator=open_one, poolclass=QueuePool, pool_size=1, max_overflow=4
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _postgres(url: str) -> Engine:
    try:
        import psycopg  # noqa: F401 - the extra is only needed for teams that use PostgreSQL
    except ImportError as error:
        raise CannotOpen("PostgreSQL needs the extra: pip install 'habeas[postgres]'") from error
    return create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1), poolclass=NullPool)


@contextmanager
def said_plainly(path: str) -> Iterator[None]:
    """Turn what a driver says into what an operator can do. Raises CannotOpen."""
    try:
        yield
    except DBAPIError as error:
        raise CannotOpen(_plain(path, str(error.orig))) from error
    except sqlcipher.Error as error:
        raise CannotOpen(_plain(path, str(error))) from error


def _plain(path: str, said: str) -> str:
    words = said.casefold()
    if "not a database" in words or "hmac" in words:
        return f"{path}: wrong passphrase, or no register"
    if "full" in words:
        return f"{path}: the disk is full; nothing was written. Free some space and run the command again"
    if "locked" in words or "busy" in words:
        return f"{path}: another process is writing; wait for it to end and run the command again"
    if "readonly" in words or "read-only" in words:
        return f"{path}: the file or its folder is read-only; nothing was written. Allow writing or copy the register elsewhere"
    if "malformed" in words or "disk i/o" in words:
        return f"{path}: the file is damaged ({said}); restore the latest backup with: habeas restore BACKUP NEW"
    return f"{path}: {said}"
