"""A backup is one file, and what is restored from it is the same register."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from tests.store.stores import PASSPHRASE, entry, new_store, passphrase_of

from habeas.kernel.errors import CannotOpen, InputRefused
from habeas.store.backup import backup, restore
from habeas.store.check import check
from habeas.store.open import open_store

KINDS = ("plain", "encrypted")


def made(kind: str, folder: Path) -> str:
    with new_store(kind, folder) as store:
        store.append([entry(1), entry(2)])
        store.add_drafts([("drf_1", b"waits")])
        store.actor_id("Hanna Vydumka")
        return store.path


@pytest.mark.parametrize("kind", KINDS)
def test_a_restored_register_is_the_same(kind: str, tmp_path: Path) -> None:
    path, phrase = made(kind, tmp_path), passphrase_of(kind)
    backup(path, str(tmp_path / "copy"), passphrase=phrase)
    restore(str(tmp_path / "copy"), str(tmp_path / "again.habeas"), passphrase=phrase)
    old, new = open_store(path, passphrase=phrase), open_store(str(tmp_path / "again.habeas"), passphrase=phrase)
    assert (old.key, old.head(), old.invented) == (new.key, new.head(), new.invented)
    assert list(old.bodies()) == list(new.bodies())
    assert old.pending_drafts() == new.pending_drafts()
    assert old.actor_id("Hanna Vydumka") == new.actor_id("Hanna Vydumka")
    assert check(new).ok
    old.close()
    new.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_backup_taken_while_the_register_is_open_is_whole(kind: str, tmp_path: Path) -> None:
    phrase = passphrase_of(kind)
    with new_store(kind, tmp_path) as store:
        store.append([entry(n, b"z" * 3000) for n in range(100)])
        backup(store.path, str(tmp_path / "copy"), passphrase=phrase)
        head = store.head()
        store.append([entry(500)])
    restore(str(tmp_path / "copy"), str(tmp_path / "again.habeas"), passphrase=phrase)
    again = open_store(str(tmp_path / "again.habeas"), passphrase=phrase)
    assert again.head() == head
    again.close()


def test_an_encrypted_backup_holds_no_readable_word(tmp_path: Path) -> None:
    path = made("encrypted", tmp_path)
    backup(path, str(tmp_path / "copy"), passphrase=PASSPHRASE)
    assert b"invented 1" not in (tmp_path / "copy").read_bytes()
    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0


def test_a_backup_never_overwrites(tmp_path: Path) -> None:
    path = made("plain", tmp_path)
    (tmp_path / "copy").write_text("mine")
    with pytest.raises(CannotOpen, match="already exists"):
        backup(path, str(tmp_path / "copy"))
    assert (tmp_path / "copy").read_text() == "mine"


def test_a_restored_register_never_overwrites(tmp_path: Path) -> None:
    path = made("plain", tmp_path)
    backup(path, str(tmp_path / "copy"))
    with pytest.raises(CannotOpen, match="restore to another name"):
        restore(str(tmp_path / "copy"), path)


def test_another_file_is_no_backup_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("a letter")
    with pytest.raises(InputRefused, match="cannot be read as a backup"):
        restore(str(tmp_path / "copy"), str(tmp_path / "again.habeas"))
    with tarfile.open(tmp_path / "other.tar", "w") as tar:
        tar.add(tmp_path / "copy", arcname="../register")
    with pytest.raises(InputRefused, match="no backup of a register"):
        restore(str(tmp_path / "other.tar"), str(tmp_path / "again.habeas"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy", "other.tar"]


def test_a_wrong_passphrase_restores_nothing(tmp_path: Path) -> None:
    path = made("encrypted", tmp_path)
    backup(path, str(tmp_path / "copy"), passphrase=PASSPHRASE)
    with pytest.raises(CannotOpen, match="wrong passphrase"):
        restore(str(tmp_path / "copy"), str(tmp_path / "again.habeas"), passphrase="wrong")
    assert not (tmp_path / "again.habeas").exists()
    assert not (tmp_path / "again.habeas.accounts").exists()


def test_a_backup_of_a_tampered_register_is_refused_when_restored(tmp_path: Path) -> None:
    path = made("plain", tmp_path)
    raw = sqlcipher.connect(path)
    raw.execute("DROP TRIGGER bodies_no_update")
    raw.execute("UPDATE bodies SET data = x'00' WHERE id = 'clm_2'")
    raw.commit()
    raw.close()
    backup(path, str(tmp_path / "copy"))
    with pytest.raises(InputRefused, match="entry 2 changed"):
        restore(str(tmp_path / "copy"), str(tmp_path / "again.habeas"))
    assert not (tmp_path / "again.habeas").exists()


@pytest.mark.parametrize("cut", [0.2, 0.7])
def test_a_backup_cut_off_is_refused(cut: float, tmp_path: Path) -> None:
    path = made("plain", tmp_path)
    backup(path, str(tmp_path / "copy"))
    data = (tmp_path / "copy").read_bytes()
    (tmp_path / "copy").write_bytes(data[: int(len(data) * cut)])
    with pytest.raises((InputRefused, CannotOpen)):
        restore(str(tmp_path / "copy"), str(tmp_path / "again.habeas"))
    assert not (tmp_path / "again.habeas").exists()
