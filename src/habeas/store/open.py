"""Creating and opening a register's store."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, inspect, select, text

from habeas.kernel.errors import CannotOpen
from habeas.kernel.ids import new_key
from habeas.store.accounts import Accounts
from habeas.store.connect import can_write, connect, is_postgres, refuse_network, refuse_wrong_file, said_plainly
from habeas.store.store import Store
from habeas.store.tables import FORMAT_VERSION, POSTGRES_TRIGGERS, SQLITE_TRIGGERS, as_bytes, meta, metadata


def create(path: str, *, passphrase: str | None = None, invented: bool = False) -> Store:
    """Make a register where none is. Raises CannotOpen; on a fault nothing is left behind."""
    if is_postgres(path):
        engine = connect(path, None)
        with said_plainly(path):
            _lay_tables(engine, invented)
        return open_store(path)
    target = Path(path)
    if target.exists():
        raise CannotOpen(f"{path} already exists; choose another name, or work in it as it is")
    if not target.parent.is_dir():
        raise CannotOpen(f"the folder {target.parent} does not exist; create it first")
    refuse_network(target)
    if not can_write(target):
        raise CannotOpen(f"{path}: the folder is read-only; choose one that can be written")
    draft = target.with_name(f".{target.name}.new")
    draft.unlink(missing_ok=True)
    try:
        draft.touch(mode=0o600)
        engine = connect(str(draft), passphrase)
        with said_plainly(path):
            _lay_tables(engine, invented)
        engine.dispose()
        draft.rename(target)
    except OSError as error:
        raise CannotOpen(f"{path}: {error.strerror or error}; nothing was written") from error
    finally:
        for left in (draft, draft.with_name(draft.name + "-wal"), draft.with_name(draft.name + "-shm")):
            left.unlink(missing_ok=True)
    return open_store(path, passphrase=passphrase)


def open_store(path: str, *, passphrase: str | None = None) -> Store:
    """Open a register. Raises CannotOpen naming what is in the way: file, passphrase, version, disk."""
    read_only = False
    if not is_postgres(path):
        refuse_wrong_file(Path(path), passphrase)
        read_only = not can_write(Path(path))
    engine = connect(path, passphrase, read_only=read_only)
    with said_plainly(path):
        settings = _settings(path, engine)
        accounts = _accounts(path, engine, passphrase, read_only)
    store = Store(path, engine, accounts, settings)
    store.read_only = read_only
    return store


def _accounts(path: str, engine: Engine, passphrase: str | None, read_only: bool) -> Accounts:
    if read_only:
        return Accounts(None)
    if is_postgres(path):
        return Accounts(connect(path, None))
    side = Path(f"{path}.accounts")
    if not side.exists():
        side.touch(mode=0o600)
    return Accounts(connect(str(side), passphrase))


def _lay_tables(engine: Engine, invented: bool) -> None:
    settings = {
        "format": str(FORMAT_VERSION).encode(),
        "invented": b"1" if invented else b"0",
        "key": new_key(),
        "created": datetime.now(UTC).date().isoformat().encode(),
    }
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        if inspect(connection).has_table("meta"):
            raise CannotOpen("this database already holds a register")
        metadata.create_all(connection)
        for trigger in SQLITE_TRIGGERS if connection.dialect.name == "sqlite" else POSTGRES_TRIGGERS:
            connection.execute(text(trigger.replace(":", "\\:")))
        connection.execute(meta.insert(), [{"key": k, "value": v} for k, v in settings.items()])


def _settings(path: str, engine: Engine) -> dict[str, bytes]:
    with engine.connect() as connection:
        if not inspect(connection).has_table("meta"):
            raise CannotOpen(f"{path} is a database but no register; make one with: habeas init NEW")
        settings = {row.key: as_bytes(row.value) for row in connection.execute(select(meta))}
    if not {"format", "key", "invented"} <= settings.keys() or not settings["format"].isdigit():
        raise CannotOpen(f"{path} is damaged: it does not say which format it has; restore the latest backup")
    version = int(settings["format"])
    if version > FORMAT_VERSION:
        raise CannotOpen(
            f"{path} has format {version}; this software knows formats up to {FORMAT_VERSION}: install a newer habeas"
        )
    return settings
