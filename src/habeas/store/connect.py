"""Connections: one SQLite file through sqlcipher3, or PostgreSQL; what is in the way is said before anything is touched.

SQLite 3.7.0 to 3.51.2 can corrupt a file in WAL mode when a log is reset at the wrong moment, so such a build is refused
outright: every sqlcipher3 wheel that the package asks for is newer, and a second journal mode would have to be tested for nothing.
"""

from __future__ import annotations

import os
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool, QueuePool

from habeas.kernel.errors import CannotOpen
from habeas.store.mounts import refuse_network

FIRST_SOUND_WAL = (3, 51, 3)
#: How long a writer waits for another one, in milliseconds.
PATIENCE = 5000
_PRAGMAS = (
    "synchronous=FULL", "foreign_keys=ON", "recursive_triggers=ON", "trusted_schema=OFF", "secure_delete=ON",
)  # fmt: skip
#: Memory for pages of the file, in KiB. Ids arrive in no order, so their index is touched everywhere while a batch goes in.
_CACHE = 65_536
_PLAIN = b"SQLite format 3\0"
_PAGE = 4096


def is_postgres(path: str) -> bool:
    """Whether REG names a PostgreSQL database."""
    return path.startswith(("postgresql://", "postgresql+psycopg://"))


def connect(path: str, passphrase: str | None, *, read_only: bool = False) -> Engine:
    """An engine for REG. Raises CannotOpen."""
    if passphrase is not None and (not passphrase or "\0" in passphrase):
        raise CannotOpen("the passphrase is empty or holds a NUL character; give another one, or leave it out")
    if is_postgres(path):
        if passphrase:
            raise CannotOpen("a passphrase encrypts a file, not a PostgreSQL database; leave it out")
        return _postgres(path)
    if "://" in path:
        raise CannotOpen("REG is the path of a file, or an address that begins with postgresql://")
    return _sqlite(path, passphrase, read_only)


def can_write(path: Path) -> bool:
    """Whether the file (or, before it exists, its folder) lets itself be written."""
    if path.exists():
        return bool(path.stat().st_mode & 0o200) and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return os.access(path.parent, os.W_OK)


def refuse_wrong_file(path: Path, passphrase: str | None) -> None:
    """Raises CannotOpen when the file is missing, is no register, or its encryption does not fit the passphrase given."""
    try:
        if not path.is_file():
            what = "is a folder" if path.is_dir() else "is no file" if path.exists() else "does not exist"
            raise CannotOpen(f"{path} {what}; make a register with: habeas init NEW")
        with path.open("rb") as file:
            head = file.read(len(_PLAIN))
        size = path.stat().st_size
    except OSError as error:
        raise CannotOpen(f"{path} cannot be read ({error.strerror}); allow reading it") from error
    if head == _PLAIN:
        if passphrase:
            raise CannotOpen(f"{path} is not encrypted; leave the passphrase out")
    elif size == 0 or (not passphrase and size % _PAGE):
        # an encrypted file is whole pages of what looks like noise
        raise CannotOpen(f"{path} is no register: it is empty, cut short or another kind of file; give another path")
    elif not passphrase:
        raise CannotOpen(
            f"{path} is encrypted, or is no register; give its passphrase (HABEAS_PASSPHRASE, --passphrase-file)"
        )


def keep_log(engine: Engine) -> None:
    """Put the file in WAL mode: readers go on while one writes. Only once it is known to be ours, because this changes it."""
    if engine.dialect.name == "sqlite":
        _outside_transactions(engine, "PRAGMA journal_mode=WAL")


def empty_log(engine: Engine) -> bool:
    """Bring the log into the file and empty it, so that nothing removed from the file lasts there. False = a reader is in the way."""
    return engine.dialect.name != "sqlite" or not _outside_transactions(engine, "PRAGMA wal_checkpoint(TRUNCATE)")


def _outside_transactions(engine: Engine, statement: str) -> object:
    lent = engine.raw_connection()
    try:
        cursor = lent.cursor()
        cursor.execute(statement)
        row = cursor.fetchone()
        return row[0] if row else None
    finally:
        lent.close()


def _sqlite(path: str, passphrase: str | None, read_only: bool) -> Engine:
    if sqlcipher.sqlite_version_info < FIRST_SOUND_WAL:
        raise CannotOpen(
            f"SQLite {sqlcipher.sqlite_version} can corrupt a file in WAL mode;"
            " install sqlcipher3 0.6.4 or newer (SQLite 3.51.3 or newer)"
        )
    refuse_network(Path(path))
    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=lambda: opened(Path(path), passphrase, read_only),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=4,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def opened(path: Path, passphrase: str | None, read_only: bool, detect_types: int = 0) -> sqlcipher.Connection:
    """A connection of the driver's own to a file. `detect_types`: what the driver makes of declared types, in its own flags."""
    uri = path.resolve().as_uri()
    if read_only:
        log = path.with_name(path.name + "-wal")
        # without a log the file alone is everything, and may be read where not even a lock can be written
        uri += "?mode=ro" if log.exists() and log.stat().st_size else "?mode=ro&immutable=1"
    connection = sqlcipher.connect(
        uri, uri=True, isolation_level=None, check_same_thread=False, detect_types=detect_types
    )
    if passphrase:
        connection.execute("PRAGMA cipher_log_level = NONE")  # a wrong passphrase is said once, by us
        connection.execute("PRAGMA key = '" + passphrase.replace("'", "''") + "'")
    for pragma in (*_PRAGMAS, f"busy_timeout={PATIENCE}", f"cache_size=-{_CACHE}"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _postgres(url: str) -> Engine:
    try:
        import psycopg  # noqa: F401 - the extra is only needed for teams that use PostgreSQL
    except ImportError as error:
        raise CannotOpen(
            "PostgreSQL needs the extra 'postgres': run make extras where Habeas was set up with make, else pip install 'habeas[postgres]'"
        ) from error
    try:
        address = make_url(url).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        # the address itself is not repeated: it may hold a password
        raise CannotOpen("the database address cannot be read; write postgresql://USER@HOST/DATABASE") from error
    # a database kept in SQL_ASCII would hand out bytes for text
    return create_engine(address, poolclass=NullPool, connect_args={"client_encoding": "utf8"})
