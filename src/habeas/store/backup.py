"""One file that holds a register as it stood, and a register made from it.

The copy is taken through SQLite's backup interface, so it is consistent while others read and write, and an encrypted register
stays encrypted under the same passphrase. Restoring checks the copy before it becomes visible.

Work in progress lies in a folder beside the target, named after it, readable by its owner alone; a run that was killed leaves that
folder, which may be deleted, and nothing else.
"""

from __future__ import annotations

import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from habeas.kernel.errors import CannotOpen, InputRefused
from habeas.kernel.lasting import Lasting, becoming
from habeas.store.beside import refuse_belonging
from habeas.store.check import check
from habeas.store.connect import can_write, connect, empty_log, is_postgres
from habeas.store.faults import said_plainly
from habeas.store.mounts import refuse_network
from habeas.store.open import open_store, refuse_taken

_REGISTER, _ACCOUNTS = "register", "register.accounts"
#: What is copied, in this order: the accounts first, because they may remember less than the ledger holds, never more.
_COPIED = ((".accounts", _ACCOUNTS), ("", _REGISTER))


def backup(path: str, out: str, *, passphrase: str | None = None) -> None:
    """Write REG and its accounts to the file `out`. Raises CannotOpen; never overwrites."""
    if is_postgres(path):
        raise CannotOpen("a PostgreSQL register is backed up with PostgreSQL's own tools: pg_dump --format=custom")
    target = Path(out)
    _refuse_present(target)
    open_store(path, passphrase=passphrase).close()
    with _workshop(target, "saving") as folder:
        parts = [
            _copy(path + suffix, folder / name, passphrase) for suffix, name in _COPIED if Path(path + suffix).exists()
        ]
        packed = folder / "packed"
        packed.touch(mode=0o600)
        with tarfile.open(packed, "w") as tar:
            for part in parts:
                tar.add(part, arcname=part.name, filter=_anonymous)
        _settle_on_disk(packed)
        _refuse_present(target)
        with becoming(Lasting(str(target))):
            packed.rename(target)
        _settle_on_disk(target.parent)


def restore(archive: str, path: str, *, passphrase: str | None = None) -> None:
    """Make register `path` from a backup. Raises InputRefused for a file that is none or is damaged, CannotOpen when REG exists,
    the passphrase is wrong or the disk refuses. After an interruption the same call does it again.
    """
    if is_postgres(path):
        raise CannotOpen("a backup is restored to a file; a PostgreSQL register is restored with pg_restore")
    target, side = Path(path), Path(f"{path}.accounts")
    refuse_network(target)
    _refuse_present(target)
    with _workshop(target, "restoring") as folder:
        _unpack(archive, folder)
        _drop_interrupted(target, side, folder / _ACCOUNTS)
        refuse_taken(target)
        _refuse_unsound(archive, folder / _REGISTER, passphrase)
        for part in (folder / _ACCOUNTS, folder / _REGISTER):
            part.chmod(0o600)
            _fold_log(part, passphrase)
        # the register's name appears last: an interrupted restore leaves no register behind
        (folder / _ACCOUNTS).rename(side)
        with becoming(Lasting(str(target))):
            (folder / _REGISTER).rename(target)
        _settle_on_disk(target.parent)


def _refuse_present(target: Path) -> None:
    if target.exists():
        raise CannotOpen(f"{target} already exists; choose another name")
    refuse_belonging(target)


@contextmanager
def _workshop(target: Path, doing: str) -> Iterator[Path]:
    """A folder on the target's disk. Raises CannotOpen in place of what the disk or a driver raises."""
    try:
        with (
            said_plainly(str(target)),
            TemporaryDirectory(prefix=f"{target.name}.{doing}-", dir=target.parent) as folder,
        ):
            yield Path(folder)
    except OSError as error:
        raise CannotOpen(f"{target}: {error.strerror or error}; nothing was written") from error


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without the name and number of whoever is logged in, and readable by its owner alone."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member


def _copy(path: str, out: Path, passphrase: str | None) -> Path:
    out.touch(mode=0o600)
    source = connect(path, passphrase, read_only=not can_write(Path(path)))
    copy = connect(str(out), passphrase)
    try:
        reading, writing = source.raw_connection(), copy.raw_connection()
        reading.driver_connection.backup(writing.driver_connection)  # type: ignore[union-attr]  # lent connections are open, so each has its driver's own
        reading.close()
        writing.close()
    finally:
        source.dispose()
        copy.dispose()
    _fold_log(out, passphrase)
    return out


def _fold_log(path: Path, passphrase: str | None) -> None:
    """Bring everything from the write-ahead log into the file itself, so that the file alone is whole."""
    engine = connect(str(path), passphrase)
    try:
        empty_log(engine)
    finally:
        engine.dispose()
    for left in ("-wal", "-shm"):
        path.with_name(path.name + left).unlink(missing_ok=True)
    _settle_on_disk(path)


def _settle_on_disk(path: Path) -> None:
    """Wait until a file or folder would survive a power cut."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _unpack(archive: str, folder: Path) -> None:
    """Lay out the parts of a backup in `folder`. Raises InputRefused."""
    remedy = "give a file made with: habeas backup"
    try:
        packed = Path(archive).open("rb")  # noqa: SIM115 - what follows may fail for the target's disk, this only for the archive
    except OSError as error:
        raise InputRefused(f"{archive}: cannot be read ({error.strerror}); {remedy}") from error
    try:
        with packed, tarfile.open(fileobj=packed, mode="r:") as tar:
            members = tar.getmembers()
            names = sorted(member.name for member in members)
            if names not in ([_REGISTER], [_REGISTER, _ACCOUNTS]) or not all(member.isreg() for member in members):
                raise InputRefused(f"{archive} is no backup of a register; {remedy}")
            tar.extractall(folder, filter="data")
    except tarfile.TarError as error:
        raise InputRefused(f"{archive}: cannot be read as a backup ({error}); {remedy}") from error


def _drop_interrupted(target: Path, side: Path, accounts: Path) -> None:
    """An accounts file without its register, and the same as in the backup, is what an interrupted restore leaves."""
    if side.is_file() and accounts.exists() and not target.exists() and side.read_bytes() == accounts.read_bytes():
        side.unlink()


def _refuse_unsound(archive: str, draft: Path, passphrase: str | None) -> None:
    try:
        with open_store(str(draft), passphrase=passphrase) as store:
            result = check(store)
    except CannotOpen as error:
        raise CannotOpen(str(error).replace(str(draft), archive)) from error
    if result.problems:
        first = result.problems[0]
        raise InputRefused(f"{archive}: entry {first.entry} {first.kind}: {first.why}; use an older backup")
