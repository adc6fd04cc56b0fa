"""Opening a register says plainly what is in the way, and an interrupted writer leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine
from tests.store.stores import PASSPHRASE, entry, every_file, new_store, on_postgres, passphrase_of, raw

from habeas.kernel.errors import CannotOpen
from habeas.store.check import check
from habeas.store.open import create, open_store
from habeas.store.store import Store
from habeas.store.tables import FORMAT_VERSION


def test_a_new_register_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.habeas"
    create(str(path)).close()
    assert path.stat().st_mode & 0o077 == 0
    assert Path(f"{path}.accounts").stat().st_mode & 0o077 == 0


def test_making_a_register_leaves_no_draft_behind(tmp_path: Path) -> None:
    create(str(tmp_path / "a.habeas"), passphrase=PASSPHRASE).close()
    assert not [p.name for p in tmp_path.iterdir() if p.name.startswith(".")]


def test_a_register_is_never_made_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.habeas"
    path.write_text("mine")
    with pytest.raises(CannotOpen, match="already exists"):
        create(str(path))
    assert path.read_text() == "mine"


def test_a_register_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="does not exist; create it first"):
        create(str(tmp_path / "nowhere" / "a.habeas"))


def test_a_passphrase_hides_every_word(tmp_path: Path) -> None:
    with new_store("encrypted", tmp_path) as store:
        store.append([entry(1, b"Alena Vymyslova was here")])
        store.actor_id("Hanna Vydumka")
    for file in tmp_path.iterdir():
        assert b"Vymyslova" not in file.read_bytes()
        assert b"Vydumka" not in file.read_bytes()
        assert not file.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize("given", ["wrong", "it''s a secret; really", " "])
def test_a_wrong_passphrase_is_said_to_be_wrong(given: str, tmp_path: Path) -> None:
    with new_store("encrypted", tmp_path) as store:
        path = store.path
    with pytest.raises(CannotOpen, match="wrong passphrase"):
        open_store(path, passphrase=given)


def test_an_encrypted_register_asks_for_its_passphrase(tmp_path: Path) -> None:
    with new_store("encrypted", tmp_path) as store:
        path = store.path
    with pytest.raises(CannotOpen, match="give its passphrase"):
        open_store(path)


def test_a_plain_register_wants_no_passphrase(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        path = store.path
    with pytest.raises(CannotOpen, match="not encrypted"):
        open_store(path, passphrase=PASSPHRASE)


def test_a_missing_file_and_a_folder_are_no_registers(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="does not exist; make a register"):
        open_store(str(tmp_path / "none.habeas"))
    with pytest.raises(CannotOpen, match="is a folder"):
        open_store(str(tmp_path))


@pytest.mark.parametrize("given", [None, PASSPHRASE])
@pytest.mark.parametrize("content", [b"", b"Dear Veldania, this is long enough to hold a header.", b"\0" * 8192])
def test_another_file_is_no_register(content: bytes, given: str | None, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(CannotOpen, match="no register"):
        open_store(str(path), passphrase=given)
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_another_database_is_no_register_and_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = raw(str(path))
    other.execute("CREATE TABLE stamps (value TEXT)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(CannotOpen, match="no register"):
        open_store(str(path))
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["other.db"]


def test_a_pipe_is_no_register(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CannotOpen, match="is no file"):
        open_store(str(tmp_path / "pipe"))


@pytest.mark.parametrize("passphrase", ["", "a\0b"])
def test_a_passphrase_that_would_encrypt_nothing_is_refused(passphrase: str, tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="empty or holds a NUL"):
        create(str(tmp_path / "a.habeas"), passphrase=passphrase)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".accounts", "-wal", "-journal"])
def test_a_new_register_takes_nothing_over_from_an_older_one(suffix: str, tmp_path: Path) -> None:
    left = tmp_path / f"a.habeas{suffix}"
    left.write_bytes(b"of an older register")
    with pytest.raises(CannotOpen, match="left from another register"):
        create(str(tmp_path / "a.habeas"))
    assert [p.name for p in tmp_path.iterdir()] == [left.name]


def test_a_run_that_was_killed_does_not_hinder_the_next(tmp_path: Path) -> None:
    (tmp_path / ".a.habeas.new").write_bytes(b"half a register")
    create(str(tmp_path / "a.habeas")).close()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.habeas", "a.habeas.accounts"]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (f"UPDATE meta SET value = '{FORMAT_VERSION + 1}' WHERE key = 'format'", "install a newer habeas"),
        ("DELETE FROM meta WHERE key = 'key'", "restore the latest backup"),
        ("UPDATE meta SET value = 'new' WHERE key = 'format'", "restore the latest backup"),
    ],
)
def test_a_format_that_is_newer_or_unsaid_is_not_opened(statement: str, said: str, tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        path = store.path
    file = raw(path)
    file.execute(statement)
    file.commit()
    file.close()
    with pytest.raises(CannotOpen, match=said):
        open_store(path)


def test_a_register_is_kept_in_the_safe_modes(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store, store.engine.connect() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "trusted_schema", "secure_delete")
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked}
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "secure_delete": 1,
    }


@pytest.mark.parametrize(("version", "sound"), [((3, 40, 1), False), ((3, 51, 2), False), ((3, 51, 3), True)])
def test_a_build_that_can_corrupt_its_log_is_refused(
    version: tuple[int, int, int], sound: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlcipher, "sqlite_version_info", version)
    if sound:
        create(str(tmp_path / "a.habeas")).close()
    else:
        with pytest.raises(CannotOpen, match="install sqlcipher3"):
            create(str(tmp_path / "a.habeas"))
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://hanna:open-sesame@127.0.0.1:1/none", r"hanna:\*\*\*@"),
        ("postgresql://hanna:open-sesame@:none/none", "cannot be read; write postgresql://"),
        ("mysql://hanna:open-sesame@127.0.0.1/none", "begins with postgresql://"),
    ],
)
@pytest.mark.parametrize("way", [open_store, create])
def test_a_password_in_an_address_is_never_said(way: Callable[[str], Store], address: str, said: str) -> None:
    pytest.importorskip("psycopg", reason="the extra postgres is not installed")
    with pytest.raises(CannotOpen, match=said) as refused:
        way(address)
    assert "sesame" not in str(refused.value)


def test_postgresql_without_its_extra_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(CannotOpen, match="pip install 'habeas"):
        open_store("postgresql://127.0.0.1/none")


def test_postgresql_takes_no_passphrase() -> None:
    with pytest.raises(CannotOpen, match="encrypts a file"):
        create("postgresql://127.0.0.1/none", passphrase=PASSPHRASE)


@on_postgres
def test_a_database_holds_one_register_and_is_not_overwritten(tmp_path: Path) -> None:
    with new_store("postgres", tmp_path) as store:
        store.append([entry(1)])
        with pytest.raises(CannotOpen, match="already holds a register"):
            create(store.path)
        assert store.head().size == 1


def test_a_read_only_file_answers_and_refuses_writing(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        store.append([entry(1)])
        path = store.path
    Path(path).chmod(0o444)
    found = open_store(path)
    assert found.read_only
    assert [b.data for b in found.bodies()] == [b"invented 1"]
    assert check(found).ok
    assert found.actor_id("Hanna Vydumka") == "read-only"
    with pytest.raises(CannotOpen, match="read-only; nothing was written"):
        found.append([entry(2)])
    with pytest.raises(CannotOpen, match="read-only"):
        found.settle([], [], None, [("drf_1", b"")])
    found.close()


def test_a_read_only_file_tells_also_what_still_lies_in_its_log(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        store.append([entry(1)])
        Path(store.path).chmod(0o444)
        with open_store(store.path) as found:
            assert found.head() == store.head()
            assert found.head().size == 1


def test_a_ledger_cut_off_is_noticed_in_a_read_only_file_too(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        store.append([entry(1)])
        store.append([entry(2)])
        path = store.path
    file = raw(path)
    for name in ("entries_no_delete", "heads_no_delete", "bodies_no_delete"):
        file.execute(f"DROP TRIGGER {name}")
    file.execute("DELETE FROM bodies WHERE id = 'clm_2'")
    file.execute("DELETE FROM entries WHERE sequence = 2")
    file.execute("DELETE FROM heads WHERE size = 2")
    file.commit()
    file.close()
    Path(path).chmod(0o444)
    with open_store(path) as found:
        assert [(p.kind, p.entry) for p in check(found).problems] == [("cut_off", 2)]


def test_a_read_only_register_without_accounts_says_so_and_makes_none(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        path = store.path
    Path(f"{path}.accounts").unlink()
    Path(path).chmod(0o444)
    with open_store(path) as found:
        assert "is missing" in found.notices[0]
        assert check(found).ok
    assert [p.name for p in tmp_path.iterdir()] == ["invented.habeas"]


def test_a_register_opened_while_another_writes_sees_what_was_committed(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        store.append([entry(1)])
        reader = open_store(store.path)
        store.append([entry(2)])
        assert [b.id for b in reader.bodies()] == ["clm_1", "clm_2"]
        reader.append([entry(3)])
        assert store.head().size == 3
        reader.close()


KILLED_WITHIN_A_TRANSACTION = """
import os, signal, sys
from habeas.store.open import open_store
from habeas.store import appending as module
from habeas.claims.ledger import NewEntry
store = open_store(sys.argv[1], passphrase=sys.argv[2] or None)
append = module.append
def cut(connection, batch, recorded_at):
    append(connection, batch, recorded_at)
    os.kill(os.getpid(), signal.SIGKILL)
module.append = cut
store.append([NewEntry(f"clm_{n}", "claim", b"x" * 5000) for n in range(2000, 3000)])
"""


@every_file
def test_a_writer_killed_within_a_batch_leaves_nothing(kind: str, tmp_path: Path) -> None:
    phrase = PASSPHRASE if kind == "encrypted" else ""
    with new_store(kind, tmp_path) as store:
        store.append([entry(1)])
        path, head = store.path, store.head()
    done = subprocess.run(
        [sys.executable, "-c", KILLED_WITHIN_A_TRANSACTION, path, phrase], check=False, env=dict(os.environ)
    )
    assert done.returncode == -signal.SIGKILL
    again = open_store(path, passphrase=phrase or None)
    assert again.head() == head
    assert check(again).ok
    assert again.append([entry(n) for n in range(2000, 3000)]) == 1000
    again.close()


@every_file
def test_on_a_full_disk_questions_are_answered_and_writing_says_what_is_in_the_way(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_store(kind, tmp_path) as store:
        store.append([entry(1)])
        path = store.path

    def full(_engine: Engine) -> None:
        raise sqlcipher.OperationalError("database or disk is full")

    monkeypatch.setattr("habeas.store.open.keep_log", full)
    with open_store(path, passphrase=passphrase_of(kind)) as found:
        assert [b.data for b in found.bodies()] == [b"invented 1"]
        assert check(found).ok
        with pytest.raises(CannotOpen, match=r"the disk is full; nothing was written\. Free some space"):
            found.append([entry(2)])
    monkeypatch.undo()
    with open_store(path, passphrase=passphrase_of(kind)) as found:
        assert not found.read_only
        assert found.append([entry(2)]) == 1
