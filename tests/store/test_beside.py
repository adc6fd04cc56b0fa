"""Files that belong to a register are known, whether they are there yet or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.stores import every_file, new_store, passphrase_of

from habeas.kernel.errors import CannotOpen
from habeas.store.backup import backup
from habeas.store.beside import SUFFIXES, register_of
from habeas.store.open import create


@every_file
def test_a_register_and_what_lies_beside_it_belong_to_it(kind: str, tmp_path: Path) -> None:
    with new_store(kind, tmp_path) as store:
        register = Path(store.path)
    for name in (
        register.name,
        *(register.name + s for s in SUFFIXES),
        register.name + ".cache",
        register.name + ".cache/x.bin",
    ):
        assert register_of(tmp_path / name) == register, name
    for name in ("invented.jsonl", "other.habeas", "other.habeas.accounts", "a-wal", "-wal", ".cache"):
        assert register_of(tmp_path / name) is None, name


def test_an_encrypted_register_without_accounts_is_known_by_being_named(tmp_path: Path) -> None:
    with new_store("encrypted", tmp_path) as store:
        register = Path(store.path)
    register.with_name(register.name + ".accounts").unlink()
    assert register_of(register, store.path) == register_of(Path(f"{register}-wal"), store.path) == register


def test_links_do_not_hide_a_register(tmp_path: Path) -> None:
    with new_store("plain", tmp_path) as store:
        register = Path(store.path)
    (tmp_path / "link").symlink_to(register)
    (tmp_path / "same").hardlink_to(register)
    assert register_of(tmp_path / "link") == register
    assert register_of(tmp_path / "same") == tmp_path / "same"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_backup_and_no_other_register_takes_the_name_of_a_file_beside_one(suffix: str, tmp_path: Path) -> None:
    with new_store("encrypted", tmp_path) as store:
        register = store.path
    for there in (Path(register + "-wal"), Path(register + "-shm")):
        there.unlink(missing_ok=True)
    with pytest.raises(CannotOpen, match=r"belongs to|already exists"):
        create(register + suffix)
    with pytest.raises(CannotOpen, match=r"belongs to|already exists"):
        backup(register, register + suffix, passphrase=passphrase_of("encrypted"))
