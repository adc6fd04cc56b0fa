"""Creating and opening a register's store."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, inspect, select, text

from habeas.kernel.errors import CannotOpen
from habeas.kernel.lasting import Lasting, becoming
from habeas.store.accounts import open_accounts
from habeas.store.beside import refuse_belonging
from habeas.store.connect import can_write, connect, keep_log, refuse_wrong_file
from habeas.store.faults import DiskFull, said_plainly, shown
from habeas.store.guards import faults_of, in_words, marked_key, put_back
from habeas.store.store import Store
from habeas.store.tables import FORMAT_VERSION, INDEX, as_bytes, meta, metadata


def create(path: str, *, passphrase: str | None = None, invented: bool = False) -> Store:
    """Make a register where none is. Raises CannotOpen; on a fault nothing is left behind."""
    if "://" in path:
        engine = connect(path, passphrase)
        try:
            with said_plainly(path), becoming(Lasting(shown(path))):
                _lay_tables(engine, invented)
        finally:
            engine.dispose()
    else:
        _create_file(Path(path), passphrase, invented)
    store = open_store(path, passphrase=passphrase)
    store.notices.clear()  # that a new register had no accounts file is no news
    return store


def open_store(path: str, *, passphrase: str | None = None) -> Store:
    """Open a register; a read-only one answers, and refuses writing. `notices` of the store holds what is worth saying.

    Raises CannotOpen naming what is in the way: file, passphrase, version, disk.
    """
    if "://" not in path:
        refuse_wrong_file(Path(path), passphrase)
        if not can_write(Path(path)):
            return _opened(path, passphrase, "the file or its folder is read-only; nothing was written")
    try:
        return _opened(path, passphrase, None)
    except DiskFull as full:
        # SQLite's log and shared memory find no room, but whoever only asks needs neither
        try:
            return _opened(path, passphrase, str(full).removeprefix(f"{path}: "))
        except CannotOpen:
            raise full from None


def _opened(path: str, passphrase: str | None, in_the_way: str | None) -> Store:
    """The store, for reading only where something is `in_the_way` of writing."""
    read_only = in_the_way is not None
    engine = connect(path, passphrase, read_only=read_only)
    try:
        with said_plainly(path):
            settings = _settings(shown(path), engine)
            if not read_only:
                keep_log(engine)
            with engine.connect() as connection:
                faults = faults_of(connection)
        accounts, notice = open_accounts(path, passphrase, read_only=read_only)
    except BaseException:
        engine.dispose()
        raise
    store = Store(path, engine, accounts, settings)
    store.in_the_way = in_the_way
    store.notices += [notice] if notice else []
    if faults:
        store.notices.append(
            f"{shown(path)}: guards of the ledger were tampered with ({in_words(faults)}); run: habeas check"
        )
    return store


def refuse_taken(target: Path) -> None:
    """Raises CannotOpen unless a register can be made at `target`. What an older one left there would be taken for its own."""
    if target.exists():
        raise CannotOpen(f"{target} already exists; choose another name, or work in it as it is")
    refuse_belonging(target)
    if not target.parent.is_dir():
        raise CannotOpen(f"the folder {target.parent} does not exist; create it first")
    for suffix in (".accounts", "-wal", "-journal"):
        left = target.with_name(target.name + suffix)
        if left.exists():
            raise CannotOpen(f"{left} is left from another register; move it away, or choose another name")
    if not can_write(target):
        raise CannotOpen(f"{target}: the folder is read-only; choose one that can be written")


def _create_file(target: Path, passphrase: str | None, invented: bool) -> None:
    refuse_taken(target)
    draft = target.with_name(f".{target.name}.new")
    try:
        draft.unlink(missing_ok=True)  # of a run that was killed
        draft.touch(mode=0o600)
        engine = connect(str(draft), passphrase)
        try:
            with said_plainly(str(target)):
                keep_log(engine)
                _lay_tables(engine, invented)
        finally:
            engine.dispose()
        with becoming(Lasting(str(target))):
            draft.rename(target)
    except OSError as error:
        raise CannotOpen(f"{target}: {error.strerror or error}; nothing was written") from error
    finally:
        for left in (draft, draft.with_name(draft.name + "-wal"), draft.with_name(draft.name + "-shm")):
            left.unlink(missing_ok=True)


def _lay_tables(engine: Engine, invented: bool) -> None:
    settings = {
        "format": str(FORMAT_VERSION).encode(),
        "invented": b"1" if invented else b"0",
        "key": marked_key(invented=invented),
        "created": datetime.now(UTC).date().isoformat().encode(),
    }
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        if inspect(connection).has_table("meta"):
            raise CannotOpen("this database already holds a register")
        metadata.create_all(connection)
        connection.execute(text(INDEX))
        connection.execute(meta.insert(), [{"key": k, "value": v} for k, v in settings.items()])
        put_back(connection, faults_of(connection))


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
