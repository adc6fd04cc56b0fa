"""Opening a register says plainly what is in the way, and an interrupted writer leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from tests.store.stores import PASSPHRASE, entry, new_store

from habeas.kernel.errors import CannotOpen
from habeas.store.check import check
from habeas.store.connect import refuse_network
from habeas.store.open import create, open_store
from habeas.store.tables import FORMAT_VERSION

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
nas:/export {near} nfs4 rw 0 0
sshfs#a {near}/local\\040disk fuse.sshfs rw 0 0
/dev/sdb1 {near}/usb ext4 rw 0 0
"""


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


def test_another_file_is_no_register(tmp_path: Path) -> None:
    text = tmp_path / "letter.txt"
    text.write_text("Dear Veldania, this is long enough to hold a header.")
    with pytest.raises(CannotOpen):
        open_store(str(text))
    database = tmp_path / "other.db"
    other = sqlcipher.connect(str(database))
    other.execute("CREATE TABLE stamps (value TEXT)")
    other.commit()
    other.close()
    with pytest.raises(CannotOpen, match="no register"):
        open_store(str(database))
    assert not (tmp_path / "other.db.accounts").exists()


def test_a_newer_format_asks_for_newer_software(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        path = store.path
    raw = sqlcipher.connect(path)
    raw.execute("UPDATE meta SET value = ? WHERE key = 'format'", (str(FORMAT_VERSION + 1).encode(),))
    raw.commit()
    raw.close()
    with pytest.raises(CannotOpen, match="install a newer habeas"):
        open_store(path)


@pytest.mark.parametrize(("folder", "refused"), [("", True), ("local disk", True), ("usb", False)])
def test_a_network_file_system_is_refused_by_the_nearest_mount(folder: str, refused: bool, tmp_path: Path) -> None:
    near = tmp_path.resolve()
    table = MOUNTS.format(near=near)
    path = near / folder / "a.habeas"
    if refused:
        with pytest.raises(CannotOpen, match="network file system"):
            refuse_network(path, table)
    else:
        refuse_network(path, table)


def test_a_name_that_only_begins_like_a_network_mount_is_local(tmp_path: Path) -> None:
    refuse_network(
        tmp_path / "share2" / "a", f"/dev/sda1 / ext4 rw 0 0\nnas:/x {tmp_path.resolve()}/share nfs rw 0 0\n"
    )


def test_an_empty_table_of_mounts_refuses_nothing(tmp_path: Path) -> None:
    refuse_network(tmp_path / "a", "")


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
        found.add_drafts([("drf_1", b"")])
    found.close()


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
from habeas.store import store as module
from habeas.claims.ledger import NewEntry
store = open_store(sys.argv[1], passphrase=sys.argv[2] or None)
append = module._append
def cut(connection, batch, recorded_at):
    append(connection, batch, recorded_at)
    os.kill(os.getpid(), signal.SIGKILL)
module._append = cut
store.append([NewEntry(f"clm_{n}", "claim", b"x" * 5000) for n in range(2000, 3000)])
"""


@pytest.mark.parametrize("kind", ["plain", "encrypted"])
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
