"""A backup is one file, and what is restored from it is the same register."""

from __future__ import annotations

import errno
import os
import tarfile
from pathlib import Path

import pytest
from tests.store.stores import PASSPHRASE, entry, every_file, new_store, passphrase_of, raw

from habeas.kernel.errors import CannotOpen, InputRefused
from habeas.store import backup as module
from habeas.store.backup import backup, restore
from habeas.store.check import check
from habeas.store.open import open_store


def made(kind: str, folder: Path) -> str:
    with new_store(kind, folder) as store:
        store.append([entry(1), entry(2)])
        store.settle([], [], None, [("drf_1", b"waits")])
        store.actor_id("Hanna Vydumka")
        return store.path


@every_file
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


@every_file
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
    with pytest.raises(CannotOpen, match="choose another name"):
        restore(str(tmp_path / "copy"), path)


def test_another_file_is_no_backup_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("a letter")
    with pytest.raises(InputRefused, match="cannot be read as a backup"):
        restore(str(tmp_path / "copy"), str(tmp_path / "again.habeas"))
    assert [p.name for p in tmp_path.iterdir()] == ["copy"]


@pytest.mark.parametrize("name", ["../register", "register2", "sub/register"])
def test_an_archive_of_other_files_is_no_backup(name: str, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("a letter")
    with tarfile.open(tmp_path / "other.tar", "w") as tar:
        tar.add(tmp_path / "letter", arcname=name)
    with pytest.raises(InputRefused, match="no backup of a register"):
        restore(str(tmp_path / "other.tar"), str(tmp_path / "again.habeas"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["letter", "other.tar"]


def test_a_link_in_an_archive_is_not_followed(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "other.tar", "w") as tar:
        link = tarfile.TarInfo("register")
        link.type, link.linkname = tarfile.SYMTYPE, "register.accounts"
        tar.addfile(link)
    with pytest.raises(InputRefused, match="no backup of a register"):
        restore(str(tmp_path / "other.tar"), str(tmp_path / "again.habeas"))


def test_a_missing_backup_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="none: cannot be read"):
        restore(str(tmp_path / "none"), str(tmp_path / "again.habeas"))
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_passphrase_restores_nothing(tmp_path: Path) -> None:
    path = made("encrypted", tmp_path)
    backup(path, str(tmp_path / "copy"), passphrase=PASSPHRASE)
    with pytest.raises(CannotOpen, match="copy: wrong passphrase"):
        restore(str(tmp_path / "copy"), str(tmp_path / "again.habeas"), passphrase="wrong")
    with pytest.raises(CannotOpen, match="copy is encrypted"):
        restore(str(tmp_path / "copy"), str(tmp_path / "again.habeas"))
    assert not (tmp_path / "again.habeas").exists()
    assert not (tmp_path / "again.habeas.accounts").exists()


def test_a_backup_of_a_tampered_register_is_refused_when_restored(tmp_path: Path) -> None:
    path = made("plain", tmp_path)
    file = raw(path)
    file.execute("DROP TRIGGER bodies_no_update")
    file.execute("UPDATE bodies SET data = x'00' WHERE id = 'clm_2'")
    file.commit()
    file.close()
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


@every_file
def test_a_restored_register_is_readable_by_its_owner_alone(kind: str, tmp_path: Path) -> None:
    path, phrase = made(kind, tmp_path), passphrase_of(kind)
    backup(path, str(tmp_path / "copy"), passphrase=phrase)
    restore(str(tmp_path / "copy"), str(tmp_path / "again.habeas"), passphrase=phrase)
    assert [p.name for p in tmp_path.iterdir() if p.stat().st_mode & 0o077] == []


def test_a_backup_does_not_say_who_made_it(tmp_path: Path) -> None:
    backup(made("plain", tmp_path), str(tmp_path / "copy"))
    with tarfile.open(tmp_path / "copy") as tar:
        assert {(m.uid, m.gid, m.uname, m.gname) for m in tar.getmembers()} == {(0, 0, "", "")}


def test_a_read_only_register_can_be_backed_up(tmp_path: Path) -> None:
    path = made("plain", tmp_path)
    Path(path).chmod(0o444)
    backup(path, str(tmp_path / "copy"))
    restore(str(tmp_path / "copy"), str(tmp_path / "again.habeas"))
    with open_store(str(tmp_path / "again.habeas")) as again:
        assert not again.read_only
        assert again.append([entry(3)]) == 1


def test_a_register_without_its_accounts_can_be_backed_up_and_restored(tmp_path: Path) -> None:
    path = made("plain", tmp_path)
    Path(f"{path}.accounts").unlink()
    Path(path).chmod(0o444)
    backup(path, str(tmp_path / "copy"))
    restore(str(tmp_path / "copy"), str(tmp_path / "again.habeas"))
    with open_store(str(tmp_path / "again.habeas")) as again:
        assert check(again).ok


def test_a_writer_at_work_does_not_spoil_a_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with new_store("plain", tmp_path) as store:
        store.append([entry(1)])
        copy = module._copy

        def copy_while_another_writes(path: str, out: Path, passphrase: str | None) -> Path:
            made = copy(path, out, passphrase)
            store.append([entry(store.head().size + 1)])
            return made

        monkeypatch.setattr(module, "_copy", copy_while_another_writes)
        backup(store.path, str(tmp_path / "copy"))
    restore(str(tmp_path / "copy"), str(tmp_path / "again.habeas"))
    with open_store(str(tmp_path / "again.habeas")) as again:
        assert again.head().size == 2


def test_a_backup_onto_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made("plain", tmp_path)

    def full(path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(module, "_settle_on_disk", full)
    with pytest.raises(CannotOpen, match="No space left on device; nothing was written"):
        backup(path, str(tmp_path / "copy"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["invented.habeas", "invented.habeas.accounts"]


def test_a_backup_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="No such file or directory; nothing was written"):
        backup(made("plain", tmp_path), str(tmp_path / "nowhere" / "copy"))


@every_file
def test_an_interrupted_restore_can_be_done_again(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, phrase = made(kind, tmp_path), passphrase_of(kind)
    backup(path, str(tmp_path / "copy"), passphrase=phrase)
    again = tmp_path / "again.habeas"
    rename = Path.rename

    def interrupted(draft: Path, target: Path) -> Path:
        if target == again:
            raise KeyboardInterrupt
        return rename(draft, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", interrupted)
        with pytest.raises(KeyboardInterrupt):
            restore(str(tmp_path / "copy"), str(again), passphrase=phrase)
    assert not again.exists()
    assert Path(f"{again}.accounts").exists()
    restore(str(tmp_path / "copy"), str(again), passphrase=phrase)
    with open_store(str(again), passphrase=phrase) as store:
        assert check(store).ok
        assert store.notices == []


def test_the_accounts_of_another_register_are_not_overwritten(tmp_path: Path) -> None:
    backup(made("plain", tmp_path), str(tmp_path / "copy"))
    other = tmp_path / "again.habeas.accounts"
    other.write_bytes(b"of another register")
    with pytest.raises(CannotOpen, match="left from another register"):
        restore(str(tmp_path / "copy"), str(tmp_path / "again.habeas"))
    assert other.read_bytes() == b"of another register"


@pytest.mark.parametrize("address", ["postgresql://hanna:open-sesame@127.0.0.1/none"])
def test_a_database_is_backed_up_with_its_own_tools(address: str, tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="pg_dump"):
        backup(address, str(tmp_path / "copy"))
    with pytest.raises(CannotOpen, match="pg_restore"):
        restore(str(tmp_path / "copy"), address)
